"""How long it takes to say in which areas a point lies, in a district of real size: no stack, one core."""

import random
import statistics
import time
from datetime import date
from itertools import product
from typing import Any

from services.reporting.adapters.area_index import AreaMap, map_of
from tests.bench.result import Row, quantile

AIM_US = 50
POINTS = 20_000
_KINDS = {"lsoa": 16, "msoa": 8, "ward": 5}  # 256, 64 and 25 areas: about a metropolitan district
_CORNERS = 60
_SOUTH, _WEST, _SIDE = 53.5, -2.0, 0.3


def measure() -> list[Row]:
    """Place random points, the best of three tries each: what is left is ours and not the machine's."""
    areas, chance = map_of([document for kind in _KINDS for document in _grid(kind)]), random.Random(1)  # noqa: S311 - points for a benchmark
    points = [(_SOUTH + chance.random() * _SIDE, _WEST + chance.random() * _SIDE) for _ in range(POINTS)]
    times = [min(_microseconds(areas, point) for _ in range(3)) for point in points]
    median = statistics.median(times)
    count = sum(side * side for side in _KINDS.values())
    return [
        Row(
            "areas of a point",
            f"median {median:.0f} us, 99 % under {quantile(times, 0.99):.0f} us",
            f"{count} areas of three kinds, {_CORNERS} corners each",
            f"median under {AIM_US} us",
            median < AIM_US,
        )
    ]


def _microseconds(areas: AreaMap, point: tuple[float, float]) -> float:
    began = time.perf_counter()
    areas.at(*point, date(2026, 11, 22))
    return (time.perf_counter() - began) * 1e6


def _grid(kind: str) -> list[dict[str, Any]]:
    side = _SIDE / _KINDS[kind]
    return [
        {"code": f"{kind}-{row}-{column}", "kind": kind, "year": 25, "geometry": _square(row, column, side)}
        for row, column in product(range(_KINDS[kind]), repeat=2)
    ]


def _square(row: int, column: int, side: float) -> dict[str, Any]:
    """A square with many corners on its edges, so that it costs what a real boundary costs."""
    south, west, steps = _SOUTH + row * side, _WEST + column * side, _CORNERS // 4
    along = [side * step / steps for step in range(steps)]
    ring = [
        *([west + way, south] for way in along),
        *([west + side, south + way] for way in along),
        *([west + side - way, south + side] for way in along),
        *([west, south + side - way] for way in along),
    ]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
