"""Person and Group: whom the register knows, with consent that can be taken back, and the networks they form."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from services.networks.domain.errors import PersonConsentError
from services.networks.domain.network_assessment import NetworkAssessment


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with skills, talents and time who agreed to be known here, until they say otherwise."""

    id: UUID
    name: str
    email: str | None
    skills: tuple[str, ...]
    areas: tuple[str, ...]
    languages: tuple[str, ...]
    consented_at: datetime | None
    consent_until: date | None = None
    withdrawn_at: datetime | None = None
    version: int = 1

    def __post_init__(self) -> None:
        if self.consented_at is None and self.withdrawn_at is None:
            raise PersonConsentError("a person is registered only with their consent")

    def withdrawn(self, at: datetime) -> "Person":
        """Return what stays when consent is taken back: an id and the moment, nothing about the person."""
        return replace(self, name="", email=None, skills=(), areas=(), languages=(), consented_at=None, withdrawn_at=at)


class GroupForm(StrEnum):
    """Whether a network has a constitution or simply exists; an informal one is never published anywhere."""

    FORMAL = "formal"
    INFORMAL = "informal"


@dataclass(frozen=True, slots=True)
class Group:
    """A network of people, known by what it is and where; who belongs to it is not recorded."""

    id: UUID
    name: str
    form: GroupForm
    purpose: str
    areas: tuple[str, ...]
    contact_role: str | None = None
    version: int = 1
    assessments: tuple[NetworkAssessment, ...] = ()

    def assessed(self, assessment: NetworkAssessment) -> "Group":
        """Return the network with one more assessment; earlier ones stay, so that a judgement can be followed."""
        return replace(self, assessments=(*self.assessments, assessment))
