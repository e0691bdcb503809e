"""Hotspots: which sightings are counted, what a cluster has to hold before it is one, and how counts may be shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.triage.domain.patterns.periods import day_of
from services.triage.domain.patterns.sighting import Sighting

LEAST_EVENTS, LEAST_REPORTERS, LEAST_DAYS = 10, 3, 3
"""5.3 [HOUSE]."""
WINDOWS = (90, 180, 365)
"""5.3: days of the windows that are compared year on year."""
LEAST_FEATURES = 30
"""5.3: Gi* is run on no fewer, and each has a neighbour."""
SIGNIFICANCE = 0.05
SHOWN_FROM = 5
"""7.6: a smaller count is shown as `1-4`, a larger one rounded to the nearest five."""


class Verdict(StrEnum):
    """What a cluster amounts to."""

    TOO_FEW = "too_few"
    ONE_REPORTER = "one_reporter"
    """More than half of it is one concern told again and again [HOUSE]: a case, and no hotspot."""
    TO_CONFIRM = "to_confirm"
    """Enough concerns. Who told them is known to reporting alone: a person confirms three different reporters."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """What was counted in a place: capped events, their concerns and days, and the events of the commonest concern."""

    events: int
    concerns: int
    days: int
    of_one: int

    @property
    def verdict(self) -> Verdict:
        """Whether it may be called a hotspot, once a person has confirmed the reporters."""
        if self.events >= LEAST_EVENTS and 2 * self.of_one > self.events:
            return Verdict.ONE_REPORTER
        enough = self.events >= LEAST_EVENTS and self.concerns >= LEAST_REPORTERS and self.days >= LEAST_DAYS
        return Verdict.TO_CONFIRM if enough else Verdict.TOO_FEW


def counted(seen: Iterable[Sighting]) -> list[Sighting]:
    """Return what statistics of areas rest on: told by residents (9a), one a day for each concern and area (9g)."""
    kept: dict[tuple[object, ...], Sighting] = {}
    for one in sorted(seen, key=lambda one: (one.at, one.report_id)):
        if one.is_measured:
            kept.setdefault((one.group, one.concern_id, one.area or one.cell, day_of(one.at)), one)
    return list(kept.values())


def cluster_of(seen: Iterable[Sighting]) -> Cluster:
    """Return what a place amounts to."""
    events = counted(seen)
    concerns = Counter(one.concern_id for one in events)
    return Cluster(
        len(events), len(concerns), len({day_of(one.at) for one in events}), max(concerns.values(), default=0)
    )


def unit_of(seen: Sequence[Sighting]) -> str | None:
    """Return the area unit of most of the sightings of a cell; none where none of them lies in one."""
    units = [one.area for one in seen if one.area is not None]
    return max(sorted(set(units)), key=units.count) if units else None


def shown(count: int) -> str:
    """Return a count as it may be shown outside the team that works on it (7.6)."""
    if count == 0:
        return "0"
    return "1-4" if count < SHOWN_FROM else str(SHOWN_FROM * ((2 * count + SHOWN_FROM) // (2 * SHOWN_FROM)))
