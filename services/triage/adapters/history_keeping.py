"""The history of places kept no longer than its schedule allows: a pass that can be broken off and repeated."""

from dataclasses import dataclass

from services.triage.adapters.sighting_documents import incidents_from, sighting_document, sighting_from
from services.triage.domain.patterns.keeping import KEEPING, Keeping, nameless
from shared.persistence.store import Collection, Database, Document
from shared.runtime.clock import Clock
from shared.runtime.ids import new_id

_PLACES = {"_id": {"$gte": "last:", "$lt": "last;"}}


@dataclass(slots=True)
class Kept:
    """What a pass did, or would do: documents of months and of places."""

    months_forgotten: int = 0
    months_made_nameless: int = 0
    places_forgotten: int = 0


@dataclass(frozen=True, slots=True)
class HistoryKeeping:
    """Each document is changed or deleted by itself, so that a pass goes on where one was broken off.

    What was written to meanwhile is left for the next pass.
    """

    history: Collection
    clock: Clock
    keeping: Keeping = KEEPING

    async def __call__(self, *, only_tell: bool = False) -> Kept:
        """Make a pass; `only_tell` counts and changes nothing."""
        now, kept = self.clock.now(), Kept()
        first_kept, first_named = self.keeping.first_kept(now), self.keeping.first_named(now)
        async for month in self.history.find({"month": {"$lt": first_kept}}, projection=["count"]):
            kept.months_forgotten += only_tell or await self._deleted(month, "count")
        async for month in self.history.find({"month": {"$gte": first_kept, "$lt": first_named}, "nameless": None}):
            kept.months_made_nameless += only_tell or await self._made_nameless(month)
        async for place in self.history.find(_PLACES):
            if self.keeping.is_past(max(one.day for one in incidents_from(place)), now):
                kept.places_forgotten += only_tell or await self._deleted(place, "keys")
        return kept

    async def _deleted(self, document: Document, unchanged: str) -> bool:
        return await self.history.delete_one({"_id": document["_id"], unchanged: document[unchanged]})

    async def _made_nameless(self, month: Document) -> bool:
        seen = nameless(map(sighting_from, month["seen"]), new_id)
        changes = {"seen": [sighting_document(one) for one in seen], "nameless": True}
        return await self.history.update_one({"_id": month["_id"], "count": month["count"]}, {"$set": changes})


async def history_kept(database: Database, clock: Clock, *, only_tell: bool) -> Kept:
    """Make a pass over a store's history, and let go of the store."""
    try:
        return await HistoryKeeping(database.collection("history"), clock)(only_tell=only_tell)
    finally:
        await database.close()
