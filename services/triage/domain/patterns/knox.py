"""The Knox test (5.2): its bands, what data it may be run on, and when a cell of its table is a signal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from services.triage.domain.errors import UnfitDataError

SIGNIFICANCE, LEAST_RATIO, LEAST_PAIRS = 0.05, 1.2, 10
"""5.2: p after Benjamini-Hochberg below the first, observed over the median at least the second, pairs the third."""
LEAST_PERMUTATIONS = 999
_LEAST_EVENTS_TO_DOUBT = 10


@dataclass(frozen=True, slots=True)
class Bands:
    """Upper edges in metres and in days. The first band of space is the place itself: true repeats.

    Closed on the right, a pair exactly on an edge lies in the band that ends there: `[0, e0] (e0, e1] ...`. Closed on
    the left, it lies in the one that begins there. What lies beyond the last edge is not counted.
    """

    space: tuple[float, ...]
    time: tuple[float, ...]
    closed: Literal["right", "left"] = "right"

    def __post_init__(self) -> None:
        for edges in (self.space, self.time):
            if not edges or list(edges) != sorted(set(edges)) or edges[0] <= 0:
                raise UnfitDataError(f"Band edges have to be positive and to rise: {edges}.")

    @property
    def finest(self) -> tuple[float, float]:
        """The narrowest band of space beyond the place itself, and of time."""
        widths = [after - before for before, after in zip(self.space, self.space[1:], strict=False)] or [self.space[0]]
        return min(widths), self.time[0]


REPEAT_METRES = 0.1
OPERATIONAL = Bands((REPEAT_METRES, 100, 200, 300, 400), (7, 14, 21, 28))
EXPLORATION = Bands((REPEAT_METRES, *(100.0 * n for n in range(1, 21))), tuple(7.0 * n for n in range(1, 11)))
"""5.1: 100 m by 20, 7 days by 10 [S57]."""


@dataclass(frozen=True, slots=True)
class Precision:
    """How exact data is, in days and in metres, and where that is from."""

    days: float
    metres: float
    source: str


EXACT = Precision(1, 0, "days and true coordinates")
POLICE_UK = Precision(31, 200, "data.police.uk gives the month only, and moves every point to one that stands for many")
CELLS = Precision(1, 350, "the history of triage keeps cells about 350 m apart, and not points")


def check_fit(precision: Precision, bands: Bands) -> None:
    """Raise UnfitDataError where the data is coarser than the bands: then they would count the rounding."""
    metres, days = bands.finest
    reasons = []
    if precision.days > days:
        reasons.append(f"dates are exact to {precision.days:g} days and the first band has {days:g}")
    if precision.metres > metres:
        reasons.append(f"places are exact to {precision.metres:g} m and the narrowest band has {metres:g}")
    if reasons:
        raise UnfitDataError(f"Knox cannot be run on this: {precision.source}; {'; '.join(reasons)}.")


@dataclass(frozen=True, slots=True)
class Event:
    """An incident at a point, in metres of a projected grid (EPSG:27700 in Britain), on a day."""

    x: float
    y: float
    day: date


def check_events(events: Sequence[Event]) -> None:
    """Raise UnfitDataError where coordinates are degrees, or days are months in disguise."""
    if events and all(abs(one.x) <= 180 and abs(one.y) <= 90 for one in events):  # noqa: PLR2004 - degrees
        raise UnfitDataError("x and y look like degrees; distances are measured in metres, so project them first.")
    if len(events) >= _LEAST_EVENTS_TO_DOUBT and all(one.day.day == 1 for one in events):
        raise UnfitDataError("Every date is the first of a month: these are months, and Knox needs days.")


def collapsed(events: Sequence[Event]) -> list[Event]:
    """Return one event for all reports of the same place and day, in the order in which they first appear."""
    kept: dict[tuple[float, float, date], Event] = {}
    for one in events:
        kept.setdefault((round(one.x, 1), round(one.y, 1), one.day), one)
    return list(kept.values())


@dataclass(frozen=True, slots=True)
class KnoxCell:
    """One cell of the table. `ratio` is observed over the median of the permutations, none where that median is 0."""

    space: str
    time: str
    observed: int
    median: float
    ratio: float | None
    p: float
    p_adjusted: float

    @property
    def is_signal(self) -> bool:
        """5.2: significant after correction, and large, and of enough pairs."""
        large = self.ratio is None or self.ratio >= LEAST_RATIO
        return self.p_adjusted < SIGNIFICANCE and large and self.observed >= LEAST_PAIRS


@dataclass(frozen=True, slots=True)
class KnoxResult:
    """What a test came to: repeats at the same place apart from near repeats, each corrected for itself."""

    events: int
    permutations: int
    repeats: tuple[KnoxCell, ...]
    near: tuple[KnoxCell, ...]


def labels(edges: Sequence[float], closed: str) -> list[str]:
    """Return the bands' names, such as `[0, 7]` and `(7, 14]`."""
    starts = [0.0, *edges[:-1]]
    if closed == "left":
        return [f"[{start:g}, {end:g})" for start, end in zip(starts, edges, strict=True)]
    return [
        f"{'[' if number == 0 else '('}{start:g}, {end:g}]"
        for number, (start, end) in enumerate(zip(starts, edges, strict=True))
    ]
