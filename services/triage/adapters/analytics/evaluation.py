"""Scores of rankings with intervals by bootstrap over weeks, and the naive ranking that each has to beat."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from services.triage.domain.patterns.evaluation import AREA_SHARES, Score, chosen, hit_rate, hits, pai, too_few

Happened = Sequence[tuple[str, date]]
"""Events by cell and day."""
_DRAWS = 1_000


def evaluated(rankings: Mapping[str, Mapping[str, float]], happened: Happened, *, seed: int) -> list[Score]:
    """Return each ranking's scores at each share of the area; nothing where there are too few events to say."""
    cells = [cell for cell, _ in happened]
    if too_few(len(cells)):
        return []
    return [
        _score(method, chosen(ranking, share), len(ranking), happened, seed)
        for method, ranking in rankings.items()
        for share in AREA_SHARES
    ]


def naive(cells: Sequence[str], before: Sequence[str]) -> dict[str, float]:
    """Return the ranking by the counts of the last period, over all cells."""
    counts = Counter(before)
    return {cell: float(counts[cell]) for cell in cells}


def _score(method: str, best: frozenset[str], size: int, happened: Happened, seed: int) -> Score:
    cells = [cell for cell, _ in happened]
    found, share = hits(best, cells), len(best) / size
    most = sum(count for _, count in Counter(cells).most_common(len(best)))
    value = pai(found, len(cells), share, 1)
    pei = found / most if most else None
    return Score(
        method, share, len(cells), hit_rate(found, len(cells)), value, pei, _interval(best, share, happened, seed)
    )


def _interval(best: frozenset[str], share: float, happened: Happened, seed: int) -> tuple[float, float]:
    """Draw whole weeks with replacement: what happens in one week hangs together."""
    weeks: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    for cell, day in happened:
        week = weeks[day.isocalendar()[:2]]
        week[0] += cell in best
        week[1] += 1
    blocks = np.array(list(weeks.values()))
    drawn = np.random.default_rng(seed).integers(0, len(blocks), (_DRAWS, len(blocks)))
    sums = blocks[drawn].sum(axis=1)
    low, high = np.quantile(sums[:, 0] / sums[:, 1] / share, [0.025, 0.975])
    return float(low), float(high)
