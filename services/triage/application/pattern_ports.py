"""What finding patterns needs from the world."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from services.triage.domain.patterns.pattern import Kind, Pattern
from services.triage.domain.patterns.sighting import Incident, Sighting
from shared.contracts.event import Event

Place = tuple[str, str]
"""A category and a cell."""


class History(Protocol):
    """What happened where: sightings by month for runs, and the last incidents by place for the reports to come."""

    async def of_cases(self, case_ids: Collection[UUID]) -> Mapping[UUID, Sighting]:
        """Return what the cases left to be kept, by case; nothing for a case that leaves no sighting."""
        ...

    async def add(self, seen: Collection[Sighting]) -> None:
        """Keep each sighting once and remember its incident once, in one round trip or two.

        A month of a cell that is full takes no more; of incidents the last are remembered.
        """
        ...

    async def last_incidents(self, places: Collection[Place]) -> Mapping[Place, Sequence[Incident]]:
        """Return the last incidents at each place, in one round trip."""
        ...


@dataclass(frozen=True, slots=True)
class NewPattern:
    """A pattern and what is announced about it, which is nothing where its area is not known."""

    pattern: Pattern
    announcing: Sequence[Event]


@dataclass(frozen=True, slots=True)
class PatternFilter:
    """Which patterns to list, newest month first. `before` is the id after which a page goes on."""

    area: str | None = None
    kinds: tuple[Kind, ...] = tuple(Kind)
    before: UUID | None = None
    limit: int = 50


class Patterns(Protocol):
    """Where patterns are kept, together with what they announce."""

    async def add(self, found: Sequence[NewPattern]) -> None:
        """Store each pattern with its announcement, or neither; one that is there already is left as it is."""
        ...

    async def get(self, pattern_id: UUID) -> Pattern:
        """Return the pattern, or raise PatternNotFoundError."""
        ...

    async def list(self, wanted: PatternFilter) -> Sequence[Pattern]:
        """Return a page of the patterns that may be told: those whose area is known."""
        ...


class Cells(Protocol):
    """The grid."""

    def beside(self, cell: str) -> Sequence[str]:
        """Return the cells that share an edge with this one; none where it is no cell."""
        ...
