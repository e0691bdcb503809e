"""H3 cells: where a point is, roughly."""

from functools import lru_cache

import h3


@lru_cache(maxsize=10_000)
def centre_of(cell: str) -> tuple[float, float]:
    """Return the latitude and longitude of a cell's middle, to about a metre."""
    lat, lon = h3.cell_to_latlng(cell)
    return round(lat, 5), round(lon, 5)
