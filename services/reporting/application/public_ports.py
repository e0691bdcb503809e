"""What the use cases about public requests need of the world."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from services.reporting.domain.exposure import Standing
from services.reporting.domain.status import Progress


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
    standing: Standing
    progress: Progress
    cell: str | None
    answers: Mapping[str, object]
    text: str | None = field(repr=False)
    expected_at: datetime | None
    point: tuple[float, float] | None = field(default=None, repr=False)
    """Latitude and longitude as they were told; for measuring only, never for anybody to see."""


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


class TimeLine(Protocol):
    """Marks by time, found without looking at all there are. Every call may raise TransientError."""

    async def change(self, put: Sequence[Mark], drop: Sequence[Mark]) -> None:
        """Put marks, over those of the same second and name, and drop others; doing it again changes nothing."""
        ...

    def within(self, period: Period) -> AsyncIterator[Mark]:
        """Yield the marks of a period in their order."""
        ...
