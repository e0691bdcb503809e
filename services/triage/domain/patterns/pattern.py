"""A pattern: what a person is told, and may cite, about a place and a period."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from services.triage.domain.patterns.periods import month_of
from services.triage.domain.patterns.sighting import Sighting


class Kind(StrEnum):
    """The kinds of pattern that are found as reports stream in (5.1) or by a run over the history (5.3)."""

    REPEAT_VICTIM = "repeat_victim"
    REPEAT_LOCATION = "repeat_location"
    NEAR_REPEAT = "near_repeat"
    HOTSPOT = "hotspot"


NEAR_REPEAT_EXPIRES = timedelta(days=14)
"""5.1: advice about a near repeat holds for two weeks."""


@dataclass(frozen=True, slots=True)
class Key:
    """What makes two findings the same pattern: its kind, what happens, the cell and the month."""

    kind: Kind
    category: str
    cell: str
    month: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A report that belongs to a pattern. `sure` where the published data prove it, not where a person has to check."""

    kind: Kind
    sighting: Sighting
    sure: bool
    because: str

    @property
    def key(self) -> Key:
        """The pattern it belongs to."""
        return Key(self.kind, self.sighting.category, self.sighting.cell, month_of(self.sighting.at))

    @property
    def confidence(self) -> str:
        """The confidence of the flag on the case."""
        return "probable" if self.sure else "possible"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern as it is kept: told once, by area and month, and citable by its id. Its cell stays here."""

    id: UUID
    key: Key
    area: str | None
    found_at: datetime
    expires_at: datetime | None
    sure: bool

    @property
    def confidence(self) -> str:
        """`possible` where a person has to check, else `probable`."""
        return "probable" if self.sure else "possible"
