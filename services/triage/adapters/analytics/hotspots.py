"""Gi* over cells and shrunken rates over areas, by PySAL."""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from esda import G_Local, Moran
from esda.smoothing import Empirical_Bayes
from libpysal.weights import W
from numpy.typing import NDArray
from scipy.stats import false_discovery_control

from services.triage.adapters.analytics.grid import Grid
from services.triage.domain.patterns.hotspots import SIGNIFICANCE

_PERMUTATIONS = 9_999
_STEPS = 6


@dataclass(frozen=True, slots=True)
class Hot:
    """A cell whose surroundings hold more than chance would put there; p is corrected for all cells at once."""

    cell: str
    z: float
    p_adjusted: float


def hot_cells(grid: Grid, counts: Mapping[str, int], *, seed: int) -> tuple[float, list[Hot]]:
    """Return the band in metres and the cells that Gi* finds hot, p after Benjamini-Hochberg below 0.05.

    UnfitDataError where a cell has no neighbour within the band.
    """
    values = np.array([counts.get(cell, 0) for cell in grid.cells], dtype=np.float64)
    if not values.any():
        return grid.spacing, []
    metres = _clustering_distance(grid, values)
    found = _gi_star(values, grid.band(metres), seed)
    adjusted = false_discovery_control(found.p_sim)
    hot = [
        Hot(cell, float(z), float(p))
        for cell, z, p in zip(grid.cells, found.Zs, adjusted, strict=True)
        if z > 0 and p < SIGNIFICANCE
    ]
    return metres, hot


def _gi_star(values: NDArray[np.float64], weights: W, seed: int) -> G_Local:
    """Return Gi* with one-sided p; only cells with much around them are used, so their side is the right one."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "The alternative hypothesis", DeprecationWarning)
        return G_Local(
            values,
            weights,
            transform="B",
            star=True,
            permutations=_PERMUTATIONS,
            n_jobs=1,
            seed=seed,
            keep_simulations=False,
        )


def _clustering_distance(grid: Grid, values: NDArray[np.float64]) -> float:
    """Return the distance at which counts cluster most: the first peak of Moran's z (incremental autocorrelation)."""
    if np.ptp(values) == 0:
        return grid.spacing
    distances = [grid.spacing * step for step in range(1, _STEPS + 1)]
    scores = [Moran(values, grid.band(metres), transformation="B", permutations=0).z_norm for metres in distances]
    rising = [scores[0], *scores]
    peak = next((n for n in range(len(scores) - 1) if rising[n] <= scores[n] > scores[n + 1]), len(scores) - 1)
    return distances[peak]


def shrunken(counts: Mapping[str, int], exposure: Mapping[str, float]) -> dict[str, float]:
    """Return each area's events per unit of exposure, drawn towards the mean of all by as much as chance explains."""
    names: Sequence[str] = sorted(counts)
    if len(names) < 2:  # noqa: PLR2004 - one area has nothing to be drawn to
        return {name: counts[name] / exposure[name] for name in names}
    events = np.array([counts[name] for name in names], dtype=np.float64)
    base = np.array([exposure[name] for name in names], dtype=np.float64)
    rates = Empirical_Bayes(events, base).r
    return {name: float(rate) for name, rate in zip(names, np.ravel(rates), strict=True)}
