"""A report as the use cases see it: what arrives, what is kept and what is answered."""

from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from services.reporting.domain.identifiers import Mark
from services.reporting.domain.status import Fact
from shared.contracts.intake import IntakeFields


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a reporter. It is printed as nothing, so that no log or trace can hold it."""

    name: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)
    language: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is: a point, an area that the client named, or both."""

    lat: float | None = field(default=None, repr=False)
    lon: float | None = field(default=None, repr=False)
    area_ref: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Key:
    """A client's promise that requests under `digest` (of scope and key) are one; `fingerprint` is the body's."""

    digest: str
    fingerprint: str

    @classmethod
    def of(cls, scope: str, value: str, fingerprint: str) -> "Key":
        """Return what is kept of a key: a digest of its scope and value, and the body's fingerprint."""
        return cls(sha256(f"{scope}\x1f{value}".encode()).hexdigest(), fingerprint)


@dataclass(frozen=True, slots=True)
class Submission:
    """Something that somebody tells us, validated."""

    intake: IntakeFields
    client: str
    text: str | None = field(default=None, repr=False)
    place: Place = Place()
    contact: Contact | None = None
    key: Key | None = None
    concern: UUID | None = None
    """The concern to which this belongs, where it is not one of its own."""
    happened_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report about to be stored. Without a key of the client's, its own id stands for one."""

    id: UUID
    reference: str
    received_at: datetime
    submission: Submission
    danger_signals: tuple[str, ...]
    advice: tuple[str, ...]
    areas: tuple[str, ...]
    cell: str | None
    marks: tuple[Mark, ...] = ()
    """What identifies somebody in the words."""


@dataclass(frozen=True, slots=True)
class KnownReport:
    """What the use cases need of a stored report; never its words or its contact."""

    id: UUID
    reference: str
    received_at: datetime
    fingerprint: str
    urgent: bool
    advice: tuple[str, ...]
    facts: tuple[Fact, ...]
    last_event: int
    """The number of the last event that the report announced; a change asks that nobody has announced since."""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """The answer to a submission; `replayed` where it repeats an earlier one."""

    id: UUID
    reference: str
    advice: tuple[str, ...]
    urgent: bool
    replayed: bool = False
    warnings: tuple[str, ...] = ()
    """The kinds of identifiers that the words hold."""


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact with what its reader must know before using it."""

    reference: str
    contact: Contact
    safe_contact: str | None
