"""The areas in memory: which of them contain a point, and what contains them."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import h3
from shapely import Point, STRtree
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from services.reporting.adapters.metrics import ReportingMetrics
from services.reporting.adapters.mongo_areas import MongoAreas
from shared.observability.logging import get_logger
from shared.runtime.errors import TransientError

_RESOLUTION = 9

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class AreaMap:
    """One state of the areas, built once and only read."""

    codes: Sequence[str] = ()
    tree: STRtree | None = None
    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Each code with itself and everything that contains it."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)

    def at(self, lat: float, lon: float) -> tuple[str, ...]:
        """Return the areas whose shape contains the point, and what contains those beyond the kinds that have shapes.

        A best-fit parent never overrides geometry: a parent counts only where no shape of its kind was found.
        """
        if self.tree is None:
            return ()
        inside = {self.codes[index] for index in self.tree.query(Point(lon, lat), predicate="intersects")}
        drawn = {self.kinds[code] for code in inside}
        parents = {parent for code in inside for parent in self.families.get(code, ())}
        return tuple(sorted(inside | {parent for parent in parents if self.kinds.get(parent) not in drawn}))

    def named(self, code: str) -> tuple[str, ...]:
        """Return the area and what contains it."""
        return self.families.get(code, ())


class AreaIndex:
    """A component that keeps an AreaMap of what is imported, loaded at the start and again after each import."""

    def __init__(self, areas: MongoAreas, metrics: ReportingMetrics, refresh_seconds: float = 5.0) -> None:
        """Look every `refresh_seconds` whether something was imported."""
        self._areas = areas
        self._metrics = metrics
        self._refresh_seconds = refresh_seconds
        self._map = AreaMap()
        self._revision: object = None
        self._stop = asyncio.Event()

    def at(self, lat: float, lon: float) -> tuple[str, ...]:
        """Return the codes of every area that contains the point, sorted."""
        return self._map.at(lat, lon)

    def named(self, code: str) -> tuple[str, ...]:
        """Return the area with this code and the areas that contain it."""
        return self._map.named(code)

    def cell_at(self, lat: float, lon: float) -> str:
        """Return the H3 cell at resolution 9."""
        return str(h3.latlng_to_cell(lat, lon, _RESOLUTION))

    async def start(self) -> None:
        """Load what is imported."""
        await self.refresh()

    async def run(self) -> None:
        """Load again whenever something was imported, until `stop`; an outage of the store leaves what is loaded."""
        while not self._stop.is_set():
            try:
                async with asyncio.timeout(self._refresh_seconds):
                    await self._stop.wait()
            except TimeoutError:
                await self._refresh_if_reachable()

    async def stop(self) -> None:
        """Let `run` return."""
        self._stop.set()

    async def refresh(self) -> None:
        """Load the areas if they changed since they were last loaded."""
        revision = await self._areas.revision()
        if revision == self._revision:
            return
        documents = await self._areas.all()
        self._map = await asyncio.to_thread(map_of, documents)
        self._revision = revision
        for kind, count in self._map.counts.items():
            self._metrics.areas.labels(kind).set(count)
        log.info("areas_loaded", count=len(documents))

    async def _refresh_if_reachable(self) -> None:
        try:
            await self.refresh()
        except TransientError as error:
            log.warning("areas_not_refreshed", error=type(error).__name__)


def map_of(documents: Sequence[Mapping[str, Any]]) -> AreaMap:
    """Build the map: of each kind only the newest edition that has shapes is drawn; all editions can be named."""
    drawn = _newest_with_shapes(documents)
    shapes = [_shape_of(document["geometry"]) for document in drawn]
    parents: dict[str, set[str]] = {}
    for document in documents:
        parents.setdefault(document["code"], set()).update(document.get("parents", ()))
        became = document.get("became", ())
        if len(became) == 1:  # split areas cannot be followed without a point
            parents[document["code"]].update(became)
    counts: dict[str, int] = {}
    for document in documents:
        counts[document["kind"]] = counts.get(document["kind"], 0) + 1
    return AreaMap(
        codes=[document["code"] for document in drawn],
        tree=STRtree(shapes) if shapes else None,
        families={code: _family_of(code, parents) for code in parents},
        kinds={document["code"]: document["kind"] for document in documents},
        counts=counts,
    )


def _newest_with_shapes(documents: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    with_shapes = [document for document in documents if document.get("geometry")]
    newest: dict[str, int] = {}
    for document in with_shapes:
        newest[document["kind"]] = max(document["year"], newest.get(document["kind"], 0))
    return [document for document in with_shapes if document["year"] == newest[document["kind"]]]


def _shape_of(geometry: Mapping[str, Any]) -> BaseGeometry:
    drawn: BaseGeometry = shape(dict(geometry))
    return drawn if drawn.is_valid else drawn.buffer(0)


def _family_of(code: str, parents: Mapping[str, set[str]]) -> tuple[str, ...]:
    family: set[str] = set()
    waiting = [code]
    while waiting:
        member = waiting.pop()
        if member not in family:
            family.add(member)
            waiting.extend(parents.get(member, ()))
    return tuple(sorted(family))
