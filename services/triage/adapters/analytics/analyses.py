"""The steps of a run: what each computes from the sightings of a group, in the form in which staff are shown it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

import h3

from services.triage.adapters.analytics.evaluation import evaluated, naive
from services.triage.adapters.analytics.grid import Grid, grid_of, projected
from services.triage.adapters.analytics.hotspots import Hot, hot_cells, shrunken
from services.triage.adapters.analytics.knox import Draws, knox
from services.triage.application.run_ports import Outcome
from services.triage.domain.errors import UnfitDataError
from services.triage.domain.patterns.evaluation import LEAST_EVENTS, TEST_MONTHS, TRAIN_MONTHS
from services.triage.domain.patterns.hotspots import Verdict, cluster_of, counted, shown, unit_of
from services.triage.domain.patterns.knox import CELLS, LEAST_PERMUTATIONS, Bands, Event, KnoxResult, check_fit
from services.triage.domain.patterns.periods import day_of
from services.triage.domain.patterns.run import Method, Step
from services.triage.domain.patterns.sighting import Sighting

SEED = 20_260_101
"""Fixed, so that the same history gives the same result."""
CELL_BANDS = Bands((0.1, 400, 800, 1_200), (7, 14, 21, 28))
"""Bands that cells of resolution 9 can bear; the first holds what lies in the same cell."""
_MONTH_DAYS = 30

Period = tuple[date, date]
Progress = Callable[[float], None]


def analysed(step: Step, period: Period, seen: Sequence[Sighting], progress: Progress) -> Outcome:
    """Do one step; what the data cannot bear is refused with the reason, and is no error."""
    try:
        return _STEPS[step.method](period, seen, progress)
    except UnfitDataError as reason:
        return Outcome(refused=str(reason))


def _rates(period: Period, seen: Sequence[Sighting], _: Progress) -> Outcome:
    """Events by area unit and a month, drawn towards the mean; small counts are hidden (7.6)."""
    counts = Counter(one.area for one in counted(seen) if one.area is not None)
    months = ((period[1] - period[0]).days + 1) / _MONTH_DAYS
    rates = shrunken(counts, dict.fromkeys(counts, months)) if counts else {}
    areas = [
        {"area": area, "events": shown(counts[area]), "per_month": _rounded(rates[area], counts[area])}
        for area in sorted(counts)
    ]
    return Outcome({"areas": areas})


def _rounded(rate: float, count: int) -> float | None:
    return round(rate, 1) if count >= LEAST_EVENTS / 3 else None


def _hotspots(_: Period, seen: Sequence[Sighting], progress: Progress) -> Outcome:
    """Clusters of hot cells that hold enough, and how many cells are one concern told again; cells are not named."""
    by_cell = _by_cell(seen)
    grid = grid_of(by_cell)
    progress(0.1)
    metres, hot = hot_cells(grid, Counter(one.cell for one in counted(seen)), seed=SEED)
    clusters = [[one for cell in cells for one in by_cell.get(cell, ())] for cells in _joined(hot)]
    found = [told for told in clusters if cluster_of(told).verdict is Verdict.TO_CONFIRM]
    alone = [told for told in by_cell.values() if cluster_of(told).verdict is Verdict.ONE_REPORTER]
    return Outcome(
        {
            "hotspots": [_told(told) for told in found],
            "of_one_reporter": len(alone),
            "band_metres": round(metres),
            "cells": len(grid.cells),
        },
        hotspots=found,
    )


def _told(seen: Sequence[Sighting]) -> Mapping[str, Any]:
    cluster = cluster_of(seen)
    return {"area": unit_of(seen), "events": shown(cluster.events), "days": cluster.days, "status": "to_confirm"}


def _joined(hot: Sequence[Hot]) -> Iterator[list[str]]:
    """Yield the hot cells that touch each other, together."""
    left = {one.cell for one in hot}
    while left:
        edge, cells = [min(left)], []
        left.discard(edge[0])
        while edge:
            cell = edge.pop()
            cells.append(cell)
            beside = left & {str(one) for one in h3.grid_disk(cell, 1)}
            left -= beside
            edge += sorted(beside)
        yield sorted(cells)


def _evaluation(period: Period, seen: Sequence[Sighting], progress: Progress) -> Outcome:
    """Train on three months, measure the next: Gi* against the counts of the last month alone (5.4)."""
    measured = counted(seen)
    split = period[1] - timedelta(days=TEST_MONTHS * _MONTH_DAYS)
    begin = split - timedelta(days=TRAIN_MONTHS * _MONTH_DAYS)
    if begin < period[0]:
        raise UnfitDataError(f"An evaluation takes {TRAIN_MONTHS + TEST_MONTHS} months; the period is shorter.")
    trained = [one.cell for one in measured if begin < day_of(one.at) <= split]
    last = [one.cell for one in measured if split - timedelta(days=_MONTH_DAYS) < day_of(one.at) <= split]
    happened = [(one.cell, day_of(one.at)) for one in measured if day_of(one.at) > split]
    grid = grid_of({one.cell for one in seen})
    progress(0.2)
    rankings = {"gi_star": _smoothed(grid, Counter(trained)), "naive_last_month": naive(grid.cells, last)}
    scores = evaluated(rankings, happened, seed=SEED)
    if not scores:
        raise UnfitDataError(f"Too few: {len(happened)} events to measure, and {LEAST_EVENTS} are needed.")
    return Outcome({"scores": [asdict(score) | {"interval": list(score.interval)} for score in scores]})


def _smoothed(grid: Grid, counts: Mapping[str, int]) -> dict[str, float]:
    """Rank cells by what lies in them and beside them, which is the order of Gi* with a band of one step."""
    return {cell: float(sum(counts.get(str(one), 0) for one in h3.grid_disk(cell, 1))) for cell in grid.cells}


def _knox(_: Period, seen: Sequence[Sighting], progress: Progress) -> Outcome:
    """Near repeats by distance and delay, in bands as wide as cells need (5.2)."""
    check_fit(CELLS, CELL_BANDS)
    measured = counted(seen)
    if len(measured) < LEAST_EVENTS:
        raise UnfitDataError(f"Too few: {len(measured)} events, and {LEAST_EVENTS} are needed.")
    points = projected([h3.cell_to_latlng(one.cell) for one in measured]).tolist()
    events = [Event(x, y, day_of(one.at)) for (x, y), one in zip(points, measured, strict=True)]
    return Outcome(
        knox_view(knox(events, CELL_BANDS, Draws(SEED, progress=lambda n: progress(n / LEAST_PERMUTATIONS))))
    )


def knox_view(result: KnoxResult) -> Mapping[str, Any]:
    """Return the result as it is shown: repeats at one place apart from near repeats."""
    return {
        "events": result.events,
        "permutations": result.permutations,
        "repeats": [asdict(cell) | {"signal": cell.is_signal} for cell in result.repeats],
        "near": [asdict(cell) | {"signal": cell.is_signal} for cell in result.near],
    }


def _by_cell(seen: Sequence[Sighting]) -> dict[str, list[Sighting]]:
    cells: dict[str, list[Sighting]] = defaultdict(list)
    for one in seen:
        if one.is_measured:
            cells[one.cell].append(one)
    return cells


_STEPS: Mapping[Method, Callable[[Period, Sequence[Sighting], Progress], Outcome]] = {
    Method.RATES: _rates,
    Method.HOTSPOTS: _hotspots,
    Method.EVALUATION: _evaluation,
    Method.KNOX: _knox,
}
