"""Imported areas in MongoDB, one document per edition of an area."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.reporting.adapters.area_files import Area
from shared.persistence.store import Collection, Document, Update
from shared.runtime.ids import new_id

_REVISION = "revision"
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class MongoAreas:
    """`areas` holds what was imported, `editions` one document that changes with every import."""

    areas: Collection
    editions: Collection

    async def revision(self) -> UUID | None:
        """Return what changes whenever areas change; None while nothing is imported."""
        found = await self.editions.get(_REVISION)
        return found["is"] if found else None

    async def all(self) -> list[Document]:
        """Return every area."""
        return [document async for document in self.areas.find({})]

    async def save(self, areas: Sequence[Area]) -> None:
        """Add or complete the areas; importing the same files again changes nothing but the revision.

        A file that says nothing of a field, such as a lookup of a shape, leaves what another file said.
        """
        for start in range(0, len(areas), _AT_ONCE):
            await self.areas.apply([_write_of(area) for area in areas[start : start + _AT_ONCE]])
        await self.editions.update_one({"_id": _REVISION}, {"$set": {"is": new_id()}}, upsert=True)


def _write_of(area: Area) -> Update:
    said: Document = {"code": area.code, "kind": area.kind, "year": area.year}
    since = area.valid_from.isoformat() if area.valid_from else None
    optional = {"name": area.name, "geometry": area.geometry, "population": area.population, "valid_from": since}
    said |= {name: value for name, value in optional.items() if value is not None}
    update: Document = {"$set": said}
    lists = {"parents": area.parents, "became": area.became}
    added = {name: {"$each": sorted(values)} for name, values in lists.items() if values}
    if added:
        update["$addToSet"] = added
    return Update({"_id": area.id}, update, upsert=True)
