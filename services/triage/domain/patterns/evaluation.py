"""How well a ranking of places foretold what happened (5.4): hit rate, PAI, PEI, RRI, and when not to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST_EVENTS = 30
"""5.4: below this, say "too few"."""
AREA_SHARES = (0.01, 0.03, 0.05)
"""5.4: rankings are compared at equal area."""
TRAIN_MONTHS, TEST_MONTHS = 3, 1


@dataclass(frozen=True, slots=True)
class Score:
    """What a ranking came to at one share of the area. `interval` is of the PAI, 95 %, over blocks of time."""

    method: str
    area_share: float
    events: int
    hit_rate: float
    pai: float
    pei: float | None
    interval: tuple[float, float]


def hit_rate(hits: int, events: int) -> float:
    """N / N."""
    return hits / events if events else 0.0


def pai(hits: int, events: int, area: float, all_area: float) -> float:
    """Predictive accuracy index: (n / N) / (a / A). A quarter of the events in 3 % of the area gives 8.33."""
    return hit_rate(hits, events) / (area / all_area) if area else 0.0


def rri(before: tuple[int, int], after: tuple[int, int]) -> float | None:
    """Recapture rate index from (n, N) before and after: (n_after / n_before) / (N_after / N_before)."""
    if not before[0] or not before[1] or not after[1]:
        return None
    return (after[0] / before[0]) / (after[1] / before[1])


def chosen(scores: Mapping[str, float], share: float) -> frozenset[str]:
    """Return the cells that rank highest, as many as make up this share of all, one at least; ties by name."""
    size = max(1, round(share * len(scores)))
    return frozenset(sorted(scores, key=lambda cell: (-scores[cell], cell))[:size])


def hits(cells: frozenset[str], happened: Sequence[str]) -> int:
    """Return how many events lie in the cells."""
    return sum(cell in cells for cell in happened)


def too_few(events: int) -> bool:
    """Tell whether there is too little to say anything."""
    return events < LEAST_EVENTS
