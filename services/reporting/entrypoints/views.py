"""What clients send and read, as documented."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, Strict

from services.reporting.domain.status import Status
from shared.contracts.intake import IntakeFields
from shared.contracts.vocabulary import SafeContact, Vulnerability

MOST_TEXT = 10_000
_ONE_LINE = r"^[^\x00-\x1f\x7f]*$"
_STRICT = ConfigDict(frozen=True, extra="forbid", strict=True)


class LocationIn(BaseModel):
    """A point in WGS 84 degrees."""

    model_config = _STRICT

    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
    lon: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]


class ContactIn(BaseModel):
    """How to reach the reporter, if they want to be reached. Kept encrypted and given to nobody but notify."""

    model_config = _STRICT

    name: Annotated[str, Field(max_length=200, pattern=_ONE_LINE)] | None = None
    email: Annotated[str, Field(max_length=254, pattern=r"^[^\s@\x00-\x1f]+@[^\s@\x00-\x1f]+$")] | None = None
    phone: Annotated[str, Field(max_length=40, pattern=_ONE_LINE)] | None = None
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", max_length=35)] | None = None


class ReportIn(IntakeFields):
    """A report. Text or a category is needed; everything else is optional, and unknown fields are refused."""

    model_config = _STRICT

    # JSON has no tuples, so this one field takes a list while all others are strict.
    vulnerability: Annotated[tuple[Vulnerability, ...], Strict(strict=False), Field(max_length=30)] = ()
    text: Annotated[str, Field(max_length=MOST_TEXT)] | None = None
    location: LocationIn | None = None
    area_ref: Annotated[str, Field(min_length=1, max_length=40, pattern=_ONE_LINE)] | None = None
    contact: ContactIn | None = None


class AdviceOut(BaseModel):
    """What to do meanwhile."""

    id: str
    text: str


class AcceptedOut(BaseModel):
    """A report that is stored for good. Keep the secret: it is the only way to the report."""

    id: UUID
    reference: str = Field(examples=["KTH-7F3K-9Q2M"])
    status_url: str
    follow_up_secret: str
    advice: list[AdviceOut]
    warnings: list[AdviceOut] = Field(description="What in the words identifies somebody, by kind; nothing is refused.")
    possible_duplicates: list[Any]


class EntryOut(BaseModel):
    """One line of a report's timeline."""

    at: datetime
    status: Status
    message: str


class StatusOut(BaseModel):
    """What became of a report."""

    id: UUID
    reference: str
    status: Status
    timeline: list[EntryOut]
    advice: list[AdviceOut]


class NarrativesIn(BaseModel):
    """Which reports' words are asked for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    report_ids: Annotated[list[UUID], Field(max_length=1000)]


class NarrativeOut(BaseModel):
    """The words of one report."""

    text: str


class NarrativesOut(BaseModel):
    """Words by report id; reports without words, unknown or erased ones are absent."""

    narratives: dict[UUID, NarrativeOut]


class ContactOut(BaseModel):
    """How to reach a reporter, for the moment of sending only."""

    reference: str
    name: str | None
    email: str | None
    phone: str | None
    language: str | None
    safe_contact: SafeContact | None
    status_url: str


def inline_schema(model: type[BaseModel]) -> dict[str, Any]:
    """Return a model's JSON schema with its definitions in place, for a route that reads its body itself."""
    schema = model.model_json_schema()
    definitions = schema.pop("$defs", {})

    def resolved(node: Any) -> Any:
        if isinstance(node, dict):
            if "$ref" in node:
                return resolved(definitions[node["$ref"].rpartition("/")[2]])
            return {key: resolved(value) for key, value in node.items()}
        return [resolved(item) for item in node] if isinstance(node, list) else node

    inlined: dict[str, Any] = resolved(schema)
    return inlined
