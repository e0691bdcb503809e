"""Cells of the history as features on the British grid, in metres."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import h3
import numpy as np
from libpysal.weights import DistanceBand, W
from numpy.typing import NDArray
from pyproj import Transformer

from services.triage.domain.errors import UnfitDataError
from services.triage.domain.patterns.hotspots import LEAST_FEATURES

BRITISH_GRID = "EPSG:27700"


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells that are compared: all where anything was ever seen, and those beside them. Points in metres."""

    cells: tuple[str, ...]
    points: NDArray[np.float64]

    @property
    def spacing(self) -> float:
        """Metres from a cell to the next, at the most."""
        edge = max(h3.average_hexagon_edge_length(h3.get_resolution(cell), unit="m") for cell in self.cells[:1])
        return float(edge) * 3**0.5 * 1.25

    def band(self, metres: float) -> W:
        """Return binary weights within a fixed distance; UnfitDataError where a cell has no neighbour."""
        weights = DistanceBand(self.points, metres, silence_warnings=True)
        if weights.islands:
            raise UnfitDataError(f"{len(weights.islands)} cells have no neighbour within {metres:.0f} m.")
        return weights


def grid_of(cells: Iterable[str]) -> Grid:
    """Return the grid; UnfitDataError for fewer than 30 cells or places outside Britain."""
    filled = sorted({str(beside) for cell in cells for beside in h3.grid_disk(cell, 1)})
    if len(filled) < LEAST_FEATURES:
        raise UnfitDataError(f"Gi* compares at least {LEAST_FEATURES} cells; there are {len(filled)}.")
    points = projected([h3.cell_to_latlng(cell) for cell in filled])
    return Grid(tuple(filled), points)


def projected(places: Sequence[tuple[float, float]]) -> NDArray[np.float64]:
    """Return (latitude, longitude) in degrees as eastings and northings in metres."""
    to_metres = Transformer.from_crs("EPSG:4326", BRITISH_GRID)
    lat, lon = np.array(places).T
    points = np.column_stack(to_metres.transform(lat, lon))
    if not np.isfinite(points).all():
        raise UnfitDataError(f"Some places lie outside {BRITISH_GRID}; distances could not be measured in metres.")
    return points
