"""The log of events, as the streams need it: read from any position, without a group and without commits."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from services.notify.application.projection import Shown
from services.notify.domain.cursor import Place, Positions


@dataclass(frozen=True, slots=True)
class Entry:
    """One event at its place in the log; an empty one where there is nothing that anyone may see."""

    place: Place
    offset: int
    shown: Shown


@dataclass(frozen=True, slots=True)
class Batch:
    """What was read, and where the reader stands after it, which may be past places that hold nothing."""

    entries: Sequence[Entry]
    positions: Positions


class LogReader(Protocol):
    """Reads on from where it stands."""

    async def fetch(self, limit: int, patience: float) -> Batch:
        """Return the next entries, in order within each partition; none after so many seconds without any."""
        ...


class EventLog(Protocol):
    """Every call may raise TransientError."""

    async def bounds(self, topics: Sequence[str]) -> Mapping[Place, tuple[int, int]]:
        """Return the oldest offset kept and the next to be written, for every partition of the topics."""
        ...

    async def offsets_at(self, moments: Mapping[Place, int]) -> Mapping[Place, int | None]:
        """Return the first offset at or after a moment in milliseconds, or None where there is none."""
        ...

    def reading(self, positions: Positions) -> AbstractAsyncContextManager[LogReader]:
        """Open a reader that stands at the given positions."""
        ...
