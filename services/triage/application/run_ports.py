"""What runs over the history need from the world."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from services.triage.domain.patterns.run import Run, Step
from services.triage.domain.patterns.sighting import Sighting

Progress = Callable[[float], None]
"""Hears how much of a step is done, from 0 to 1; called from any thread."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a step found, as it is shown to staff, or why it could not be done; and the sightings of each hotspot."""

    found: Mapping[str, Any] = field(default_factory=dict)
    refused: str | None = None
    hotspots: Sequence[Sequence[Sighting]] = ()


class Runs(Protocol):
    """Runs with their results, and the lease that lets one process at a time work on them."""

    async def add(self, run: Run) -> None:
        """Keep a run that was asked for."""
        ...

    async def get(self, run_id: UUID) -> Run:
        """Return the run, or raise PatternNotFoundError."""
        ...

    async def save(self, run: Run) -> None:
        """Keep how far the run is."""
        ...

    async def next(self) -> Run | None:
        """Return the oldest run that is not finished."""
        ...

    async def due(self, now: datetime) -> Run | None:
        """Return the oldest run that is not finished, unless somebody holds the lease."""
        ...

    async def keep(self, run: Run, step: Step, outcome: Outcome) -> None:
        """Keep the result of a step, in place of an earlier one."""
        ...

    async def results(self, run_id: UUID) -> Mapping[str, Outcome]:
        """Return the results by step."""
        ...

    async def lease(self, holder: str, now: datetime, until: datetime) -> bool:
        """Take the lease, or prolong it; False while somebody else holds it."""
        ...

    async def release(self, holder: str) -> None:
        """Give the lease back."""
        ...


class PastSightings(Protocol):
    """The history, read as a whole."""

    async def between(self, group: str, first: date, last: date, progress: Progress) -> Sequence[Sighting]:
        """Return what was kept of a group from one day to another, both included."""
        ...


class Analyses(Protocol):
    """The statistics."""

    def __call__(self, step: Step, period: tuple[date, date], seen: Sequence[Sighting], progress: Progress) -> Outcome:
        """Do one step; it takes long and uses a processor, so call it from a thread."""
        ...
