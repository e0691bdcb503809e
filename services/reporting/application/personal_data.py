"""The personal parts of reports: what is held, who asks for it, and how it is removed. Records and the port."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from services.reporting.application.records import Contact
from services.reporting.domain.identifiers import Mark
from services.reporting.domain.mailbox import Message
from services.reporting.domain.personal import Part
from services.reporting.domain.status import Fact


@dataclass(frozen=True, slots=True)
class Removal:
    """One removal, kept with its report for good as the tombstone of what is gone."""

    at: datetime
    parts: tuple[Part, ...]
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Held:
    """All that is held of one report. It prints nothing personal."""

    id: UUID
    reference: str
    received_at: datetime
    intake: Mapping[str, Any]
    areas: tuple[str, ...]
    cell: str | None
    facts: tuple[Fact, ...]
    removals: tuple[Removal, ...]
    text: str | None = field(default=None, repr=False)
    marks: tuple[Mark, ...] = ()
    place: Mapping[str, Any] | None = field(default=None, repr=False)
    contact: Contact | None = field(default=None, repr=False)
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """What the schedule needs of a report: when what happened, and which personal parts are still there."""

    id: UUID
    received_at: datetime
    facts: tuple[Fact, ...]
    parts: frozenset[Part]


class PersonalData(Protocol):
    """The personal parts of reports. Every call may raise TransientError."""

    async def held(self, report_id: UUID, *, with_contact: bool) -> Held | None:
        """Return all that is held of a report, its contact opened only where it is asked for."""
        ...

    async def facts_of(self, report_id: UUID) -> Sequence[Fact] | None:
        """Return what happened to a report, and nothing personal; None where there is no such report."""
        ...

    def outlines(self, after: UUID | None) -> AsyncIterator[Outline]:
        """Yield reports in the order of their ids, those behind `after` only."""
        ...

    async def remove(self, report_id: UUID, removal: Removal) -> bool:
        """Return once the parts are gone and the tombstone stands; False where there is no such report.

        After a TransientError it may be carried out again: what is gone stays gone.
        """
        ...
