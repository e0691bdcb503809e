"""The shape of a report that is assessed without being stored."""

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from shared.contracts.intake import IntakeFields


class Location(BaseModel):
    """A place; triage's answer is the same for every place."""

    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)


class AssessmentRequest(IntakeFields):
    """A report as reporting takes it, to be assessed without being stored: text, or a category, or both."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str | None = Field(default=None, max_length=10_000, validate_default=True)
    location: Location | None = None
    area_ref: str | None = Field(default=None, max_length=64)

    @field_validator("text")
    @classmethod
    def _something_to_assess(cls, text: str | None, others: ValidationInfo) -> str | None:
        if not (text and text.strip()) and others.data.get("category", "in error") is None:
            raise ValueError("text or category is needed")
        return text
