"""Knox band tables by seeded permutation, on numpy and scipy.

PySAL's `pointpats.Knox` tests one distance and one delay at a time, with an unseeded generator, and holds the times
that are near each other in Python sets, which grow with the square of the events. So the tables are counted here, and
the tests hold them against PySAL's counts and against published tables.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from scipy.stats import false_discovery_control

from services.triage.domain.errors import UnfitDataError
from services.triage.domain.patterns.knox import (
    LEAST_PERMUTATIONS,
    Bands,
    Event,
    KnoxCell,
    KnoxResult,
    check_events,
    collapsed,
    labels,
)

Metric = Literal["euclidean", "manhattan"]
Table = NDArray[np.int64]
_NORM = {"euclidean": 2, "manhattan": 1}


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Every pair of events that is near enough, and the band of space that it lies in."""

    one: NDArray[np.intp]
    other: NDArray[np.intp]
    band: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Draws:
    """How often days are shuffled over places, from which seed, and who hears how far it is."""

    seed: int
    permutations: int = LEAST_PERMUTATIONS
    progress: Callable[[int], None] = lambda _: None


def knox(events: Sequence[Event], bands: Bands, draws: Draws) -> KnoxResult:
    """Return the table of a test with every cell's p and ratio; the same events and seed give the same.

    Reports of the same place and day count as one event. UnfitDataError for fewer permutations than 999, for degrees
    and for months.
    """
    if draws.permutations < LEAST_PERMUTATIONS:
        raise UnfitDataError(f"A Knox test takes at least {LEAST_PERMUTATIONS} permutations, not {draws.permutations}.")
    check_events(events)
    kept = collapsed(events)
    observed, simulated = tables(*arrays(kept), bands, draws)
    cells = _cells(observed, simulated, bands)
    split = len(bands.time)
    return KnoxResult(len(kept), draws.permutations, tuple(cells[:split]), tuple(cells[split:]))


def arrays(events: Sequence[Event]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return points in metres and days as numbers."""
    points = np.array([(one.x, one.y) for one in events], dtype=np.float64).reshape(-1, 2)
    return points, np.array([one.day.toordinal() for one in events], dtype=np.float64)


def pair_table(
    points: NDArray[np.float64], days: NDArray[np.float64], bands: Bands, metric: Metric = "euclidean"
) -> Table:
    """Return how many pairs of events lie in each band of space (rows) and of time (columns)."""
    return _counted(_pairs(points, bands, metric), days, bands)


def tables(points: NDArray[np.float64], days: NDArray[np.float64], bands: Bands, draws: Draws) -> tuple[Table, Table]:
    """Return the observed table, and one for each permutation of the days over the points."""
    pairs, chance = _pairs(points, bands, "euclidean"), np.random.default_rng(draws.seed)
    simulated = np.empty((draws.permutations, len(bands.space), len(bands.time)), dtype=np.int64)
    for number in range(draws.permutations):
        simulated[number] = _counted(pairs, chance.permutation(days), bands)
        draws.progress(number + 1)
    return _counted(pairs, days, bands), simulated


def _pairs(points: NDArray[np.float64], bands: Bands, metric: Metric) -> _Pairs:
    near = cKDTree(points).query_pairs(bands.space[-1], p=_NORM[metric], output_type="ndarray")
    one, other = near[:, 0], near[:, 1]
    apart = np.linalg.norm(points[one] - points[other], ord=_NORM[metric], axis=1)
    band = _band(apart, bands.space, bands)
    within = band < len(bands.space)
    return _Pairs(one[within], other[within], band[within])


def _counted(pairs: _Pairs, days: NDArray[np.float64], bands: Bands) -> Table:
    rows, columns = len(bands.space), len(bands.time)
    band = _band(np.abs(days[pairs.one] - days[pairs.other]), bands.time, bands)
    within = band < columns
    flat = np.bincount(pairs.band[within] * columns + band[within], minlength=rows * columns)
    return flat.reshape(rows, columns)


def _band(values: NDArray[np.float64], edges: Sequence[float], bands: Bands) -> NDArray[np.intp]:
    return np.searchsorted(np.asarray(edges), values, side="left" if bands.closed == "right" else "right")


def _cells(observed: Table, simulated: Table, bands: Bands) -> list[KnoxCell]:
    """P is (1 + as many or more) / (permutations + 1), corrected for repeats and for near repeats separately."""
    median = np.median(simulated, axis=0)
    p = (1 + (simulated >= observed).sum(axis=0)) / (len(simulated) + 1)
    adjusted = np.vstack(
        [false_discovery_control(part, axis=None).reshape(part.shape) for part in (p[:1], p[1:]) if part.size]
    )
    names = [(space, time) for space in labels(bands.space, bands.closed) for time in labels(bands.time, bands.closed)]
    return [
        KnoxCell(*names[n], int(o), float(m), float(o / m) if m else None, float(raw), float(corrected))
        for n, (o, m, raw, corrected) in enumerate(zip(observed.flat, median.flat, p.flat, adjusted.flat, strict=True))
    ]
