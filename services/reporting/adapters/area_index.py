"""The areas in memory: which of them contain a point, and what contains them."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
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


_ALWAYS = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes in force from a day on (`YYYY-MM-DD`, or always), until the next drawing's."""

    since: str
    codes: Sequence[str]
    tree: STRtree


@dataclass(frozen=True, slots=True)
class AreaMap:
    """All imported areas, built once and only read; `drawings` in order of time."""

    drawings: Sequence[Drawing] = ()
    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Each code with itself and everything that contains it."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)

    def at(self, lat: float, lon: float, on: date) -> tuple[str, ...]:
        """Return the areas in force whose shape contains the point, and what contains those beyond kinds with shapes.

        A best-fit parent never overrides geometry: a parent counts only where no shape of its kind was found.
        """
        day = on.isoformat()
        drawing = next((drawing for drawing in reversed(self.drawings) if drawing.since <= day), None)
        if drawing is None:
            return ()
        inside = {drawing.codes[index] for index in drawing.tree.query(Point(lon, lat), predicate="intersects")}
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

    def at(self, lat: float, lon: float, on: date) -> tuple[str, ...]:
        """Return the codes of every area that contains the point on that day, sorted."""
        return self._map.at(lat, lon, on)

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
    """Build the map: of each kind the edition in force is drawn, of several the newest; all editions can be named."""
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
        drawings=_drawings_of([document for document in documents if document.get("geometry")]),
        families={code: _family_of(code, parents) for code in parents},
        kinds={document["code"]: document["kind"] for document in documents},
        counts=counts,
    )


def _drawings_of(documents: Sequence[Mapping[str, Any]]) -> list[Drawing]:
    """Return one drawing for each day from which something is in force."""
    shapes = {id(document): _shape_of(document["geometry"]) for document in documents}
    drawings = []
    for since in sorted({document.get("valid_from", _ALWAYS) for document in documents}):
        drawn = _in_force(documents, since)
        tree = STRtree([shapes[id(document)] for document in drawn])
        drawings.append(Drawing(since, [document["code"] for document in drawn], tree))
    return drawings


def _in_force(documents: Sequence[Mapping[str, Any]], day: str) -> list[Mapping[str, Any]]:
    """Return the shapes of the last edition of each kind that was in force by a day."""
    begun = [document for document in documents if document.get("valid_from", _ALWAYS) <= day]
    last: dict[str, tuple[str, int]] = {}
    for document in begun:
        last[document["kind"]] = max(_edition_of(document), last.get(document["kind"], (_ALWAYS, 0)))
    return [document for document in begun if _edition_of(document) == last[document["kind"]]]


def _edition_of(document: Mapping[str, Any]) -> tuple[str, int]:
    return document.get("valid_from", _ALWAYS), document["year"]


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
