"""What the use cases about public requests need of the world."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from services.reporting.application.records import KnownReport
from services.reporting.domain.exposure import PublicStanding
from services.reporting.domain.status import Progress
from shared.contracts.reporting import ReportSupported


@dataclass(frozen=True, slots=True)
class Decided:
    """What a case says about whether anybody may see its report."""

    found: str | None = None
    """The kind that triage found, where the case may be seen."""
    withheld: bool = False
    expected_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PublicReport:
    """A report as far as it could ever concern the public; its kind decides whether anybody may read `text`."""

    id: UUID
    reference: str
    received_at: datetime
    standing: PublicStanding
    progress: Progress
    cell: str | None
    answers: Mapping[str, object]
    text: str | None = field(repr=False)
    expected_at: datetime | None
    concern: UUID
    point: tuple[float, float] | None = field(default=None, repr=False)
    """Latitude and longitude as they were told; never for anybody to see."""
    supporters: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Something on a time line: at a second, under a name of its own, with a few words to sift it by."""

    second: int
    name: str
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """From one second to another, both in it."""

    first: int
    last: int


class PublicReports(Protocol):
    """Reports, seen from what the public may see of them. Every call may raise TransientError."""

    async def decide(self, decided: Sequence[tuple[UUID, Decided]]) -> None:
        """Keep what was decided; the same again, or in another order, comes to the same."""
        ...

    async def with_ids(self, ids: Sequence[UUID]) -> Sequence[PublicReport]:
        """Return those that are here, in no order."""
        ...

    async def with_references(self, references: Sequence[str]) -> Sequence[PublicReport]:
        """Return those that are here, in no order."""
        ...


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a listed report is, as near as the public may ever come to it."""

    report_id: UUID
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Supporters:
    """A report as it can be announced about, and the digests of those who support it."""

    report: KnownReport
    digests: frozenset[str]


class Supports(Protocol):
    """Who supports which report. Every call may raise TransientError."""

    async def of(self, report_id: UUID) -> Supporters | None:
        """Return a report's supporters; None where there is no such report."""
        ...

    async def add(self, to: Supporters, digest: str, *, announcing: ReportSupported) -> bool:
        """Add a supporter and announce it, together; False where the report announced something since it was read."""
        ...


class Neighbourhood(Protocol):
    """Open reports that anybody may see, by kind and place. Every call may raise TransientError."""

    async def change(self, put: Sequence[PublicReport], drop: Sequence[PublicReport]) -> None:
        """Show reports where they are, and take others away; doing it again changes nothing."""
        ...

    async def around(self, kind: str, lat: float, lon: float, *, metres: int) -> Sequence[Spot]:
        """Return what is known of one kind as far as this around a point, and beyond; the same cost however many."""
        ...


class TimeLine(Protocol):
    """Marks by time, found without looking at all there are. Every call may raise TransientError."""

    async def change(self, put: Sequence[Mark], drop: Sequence[Mark]) -> None:
        """Put marks, over those of the same second and name, and drop others; doing it again changes nothing."""
        ...

    def within(self, period: Period) -> AsyncIterator[Mark]:
        """Yield the marks of a period in their order."""
        ...
