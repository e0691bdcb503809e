"""Open reports by kind and H3 cell, a few to a document: found by ids, whatever the number of reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import h3

from services.reporting.application.public_ports import PublicReport, Spot
from shared.persistence.store import Collection, Document, Update

_FINE = 10
_COARSE = 9
#: One ring around a cell of some 180 m an edge reaches this far from anywhere in it, two rings beyond 300 m.
_ONE_RING = 150
#: The last ones stay: a handful is offered, and a lookup has to cost the same in a crowded street.
KEPT = 8


@dataclass(frozen=True, slots=True)
class MongoNeighbourhood:
    """`_id` is kind and cell at resolution 9; `open` holds the middle of each report's cell at resolution 10."""

    collection: Collection

    async def change(self, put: Sequence[PublicReport], drop: Sequence[PublicReport]) -> None:
        """Make what documents are missing, then add and take away in one round trip."""
        placed = [report for report in put if report.point is not None]
        if placed:
            await self.collection.insert_absent([{"_id": id_, "open": []} for id_ in {place_of(one) for one in placed}])
        gone = [report for report in drop if report.point is not None and report.standing.kind is not None]
        writes = [*(_putting(report) for report in placed), *(_dropping(report) for report in gone)]
        if writes:
            await self.collection.apply(writes)

    async def around(self, kind: str, lat: float, lon: float, *, metres: int) -> Sequence[Spot]:
        """Read the cells of one ring or two."""
        cells = h3.grid_disk(h3.latlng_to_cell(lat, lon, _COARSE), 1 if metres <= _ONE_RING else 2)
        found = await self.collection.get_many([f"{kind}/{cell}" for cell in cells])
        held = [one for document in found.values() for one in document["open"]]
        return [Spot(UUID(one["id"]), one["lat"], one["lon"]) for one in held]


def _putting(report: PublicReport) -> Update:
    spot = {"$each": [_spot_of(report)], "$slice": -KEPT}
    return Update({"_id": place_of(report), "open.id": {"$ne": report.id.hex}}, {"$push": {"open": spot}})


def _dropping(report: PublicReport) -> Update:
    return Update({"_id": place_of(report)}, {"$pull": {"open": {"id": report.id.hex}}})


def _spot_of(report: PublicReport) -> Document:
    assert report.point is not None  # noqa: S101 - only placed reports are put
    lat, lon = h3.cell_to_latlng(h3.latlng_to_cell(*report.point, _FINE))
    return {"id": report.id.hex, "lat": lat, "lon": lon}


def place_of(report: PublicReport) -> str:
    """Return the id of the document that a placed report belongs to."""
    assert report.point is not None  # noqa: S101 - as above
    return f"{report.standing.kind}/{h3.latlng_to_cell(*report.point, _COARSE)}"
