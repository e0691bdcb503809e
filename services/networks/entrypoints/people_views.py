"""What the interface takes and shows of people and groups."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from services.networks.domain.people import Group, GroupForm, Person
from services.networks.entrypoints.assessment_views import AssessmentView
from services.networks.entrypoints.listing_views import Text
from services.networks.entrypoints.views import Codes

Skills = Annotated[tuple[Text, ...], Field(max_length=50)]


class PersonBody(BaseModel):
    """A person as a coordinator enters them, with when they agreed to be known."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)

    name: Text
    email: Annotated[str, StringConstraints(max_length=254, pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] | None = None
    skills: Skills = ()
    areas: Codes = ()
    languages: Codes = ("en",)
    consented_at: datetime
    consent_until: date | None = None


class PersonView(BaseModel):
    """A person as coordinators see them; after a withdrawal nothing but that is left."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    version: int
    name: str
    email: str | None
    skills: tuple[str, ...]
    areas: tuple[str, ...]
    languages: tuple[str, ...]
    consented_at: datetime | None
    consent_until: date | None
    withdrawn_at: datetime | None

    @classmethod
    def of(cls, person: Person) -> Self:
        """Return the view of a person."""
        return cls.model_validate(person)


class GroupBody(BaseModel):
    """A network as a coordinator enters it."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)

    name: Text
    form: GroupForm
    purpose: Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)] = ""
    areas: Codes
    contact_role: Text | None = None


class GroupView(GroupBody):
    """A network as staff see it."""

    id: UUID
    version: int
    assessments: list[AssessmentView] = []

    @classmethod
    def of(cls, group: Group, today: date) -> Self:
        """Return the view of a group on a day."""
        shown = [AssessmentView.of(assessment, today) for assessment in group.assessments]
        return cls.model_validate(group).model_copy(update={"assessments": shown})
