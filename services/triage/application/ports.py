"""What the use cases need from the world."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from services.triage.application.evidence import Evidence
from services.triage.domain.access import Access, Sight
from services.triage.domain.case import Case
from services.triage.domain.dash import Dash
from services.triage.domain.patterns.sighting import Sighting
from shared.contracts.event import Event


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases to list, newest first: of those that the asker may know of, so that a page is full and ends at one.

    `before` is the id after which a page goes on.
    """

    sight: Sight
    state: str | None = None
    level: int | None = None
    before: UUID | None = None
    limit: int = 50


class Cases(Protocol):
    """Where cases live, each together with its decision and with what it announces."""

    async def add(self, opened: Sequence["OpenedCase"]) -> Sequence[Case]:
        """Store each case with its decision and its announcement together, or not at all; return those that are new.

        A case that is there already is left as it is: adding twice is harmless.
        """
        ...

    async def get(self, case_id: UUID) -> Case:
        """Return the case, or raise CaseNotFoundError."""
        ...

    async def decision(self, case_id: UUID) -> Mapping[str, Any]:
        """Return the case's decision record, or raise CaseNotFoundError."""
        ...

    async def save(self, case: Case, *, announcing: Sequence[Event]) -> None:
        """Store a case one version on, together with its announcements, or raise StaleCaseError."""
        ...

    async def list(self, wanted: CaseFilter) -> Sequence[Case]:
        """Return a page of cases, newest first."""
        ...

    def waking(self, before: datetime) -> AsyncIterator["Alarm"]:
        """Yield the cases whose next clock runs out before then, and those that another agency is asked to take."""
        ...


@dataclass(frozen=True, slots=True)
class Alarm:
    """When the next clock of a case runs out, and since when an agency has been asked to take it."""

    case_id: UUID
    at: datetime
    offered_at: datetime | None = None


class Accesses(Protocol):
    """Who saw which sealed case: entries that are only ever added."""

    async def note(self, accesses: Sequence[Access]) -> None:
        """Return once every entry is durable."""
        ...

    async def of(self, case: Case, until: datetime) -> Sequence[Access]:
        """Return the entries about a case, the oldest first."""
        ...


class DashAnswers(Protocol):
    """The restricted store of DASH answers: they go in, and no port takes them out."""

    async def keep(self, dash_id: UUID, case_id: UUID, dash: Dash, at: datetime) -> None:
        """Keep an assessment's answers; keeping them twice is harmless."""
        ...

    async def discard(self, dash_id: UUID) -> None:
        """Remove an assessment's answers that no case names."""
        ...


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """A new case with its decision, what is announced about it, and what it leaves to the history of places."""

    case: Case
    decision: Mapping[str, Any]
    announcing: Event
    sighting: Sighting | None = None
    evidence: Evidence | None = None
    unread_since: datetime | None = None
    """Set where there are words that could not be read: they are read again soon after."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """The words of a report. Unread, where they exist but could not be had; no text, where there are none."""

    text: str | None
    unread: bool = False


UNREAD = Narrative(None, unread=True)


class Narratives(Protocol):
    """The words of reports, which live with reporting and are read at the moment of assessing."""

    async def of(self, report_ids: Sequence[UUID]) -> Mapping[UUID, Narrative]:
        """Return a narrative for each id; raise TransientError where waiting is the better answer."""
        ...


class Tally(Protocol):
    """Counts what triage decided."""

    def opened(self, case: Case) -> None:
        """Count one new case by level and grade."""
        ...

    def repeated(self, reports: int) -> None:
        """Count reports that had their case already: delivered again, and without effect."""
        ...
