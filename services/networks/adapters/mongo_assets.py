"""Assets in MongoDB. An asset's entry and its load lie in one document and are changed by separate updates."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from services.networks.adapters.documents import asset_document, asset_from
from services.networks.domain.asset import Asset, Reservation, TrustState
from services.networks.domain.errors import AssetNotFoundError, ChangedMeanwhileError
from shared.persistence.store import Collection

_ASKED_KEPT = timedelta(days=90)
"""Longer than any rest that an asking can still cause."""


class MongoAssets:
    """The Assets port. Places are compared and taken in one update of one document."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    async def prepare(self) -> None:
        """Make the indexes."""
        await self._collection.ensure_index([("updated_at", 1)])
        await self._collection.ensure_index([("person_id", 1)])
        await self._collection.ensure_index([("open_count", 1)])

    async def add(self, asset: Asset, at: datetime) -> bool:
        """Store a new asset."""
        return bool(await self.add_absent([asset], at))

    async def add_absent(self, assets: Sequence[Asset], at: datetime) -> frozenset[UUID]:
        """Store those whose ids are unknown."""
        load = {"reservations": [], "asked": [], "open_count": 0, "updated_at": at}
        documents = [{"_id": asset.id, **asset_document(asset), **load} for asset in assets]
        added = await self._collection.insert_absent(documents)
        return frozenset(asset.id for asset in assets if asset.id in added)

    async def get(self, asset_id: UUID) -> Asset:
        """Return an asset."""
        document = await self._collection.get(asset_id)
        if document is None:
            raise AssetNotFoundError("no such asset")
        return asset_from(document)

    async def page(self, after: UUID | None, limit: int) -> Sequence[Asset]:
        """Return assets in order of id."""
        query = {"_id": {"$gt": after}} if after else {}
        return [asset_from(d) async for d in self._collection.find(query, sort=[("_id", 1)], limit=limit)]

    async def of_person(self, person_id: UUID) -> Sequence[Asset]:
        """Return this person's assets."""
        return [asset_from(document) async for document in self._collection.find({"person_id": person_id})]

    async def save(self, asset: Asset, at: datetime) -> Asset:
        """Store a changed entry, where nobody changed it meanwhile."""
        changed = replace(asset, version=asset.version + 1)
        unchanged = {"_id": asset.id, "version": asset.version}
        entry = {"$set": {**asset_document(changed), "updated_at": at}}
        stored = await self._collection.find_and_update(unchanged, entry)
        if stored is None:
            raise ChangedMeanwhileError("the asset was changed since it was read")
        return asset_from(stored)

    async def reserve(self, asset: Asset, reservation: Reservation) -> Asset | None:
        """Take a free place of an active asset."""
        free = {
            "_id": asset.id,
            "trust_state": TrustState.ACTIVE,
            "max_open": asset.max_open,
            "open_count": {"$lt": asset.max_open},
            "reservations.engagement_id": {"$ne": reservation.engagement_id},
        }
        taken = {
            "$inc": {"open_count": 1},
            "$push": {"reservations": _place(reservation), "asked": reservation.at},
            "$set": {"updated_at": reservation.at},
        }
        stored = await self._collection.find_and_update(free, taken)
        if stored is not None:
            return asset_from(stored)
        held = await self._collection.get(asset.id)
        ids = {place["engagement_id"] for place in held["reservations"]} if held else set()
        return asset_from(held) if held and reservation.engagement_id in ids else None

    async def release(self, asset_id: UUID, engagement_id: UUID, at: datetime) -> None:
        """Give a place back; forget when the asset was asked long ago."""
        await self._give_back(asset_id, engagement_id, {"asked": {"$lt": at - _ASKED_KEPT}}, at)

    async def unreserve(self, asset_id: UUID, reservation: Reservation) -> None:
        """Undo a reservation, so that the asset counts as not asked."""
        held = await self._collection.get(asset_id)
        places = held["reservations"] if held else []
        at = next((place["at"] for place in places if place["engagement_id"] == reservation.engagement_id), None)
        if at is not None:
            await self._give_back(asset_id, reservation.engagement_id, {"asked": at}, reservation.at)

    async def changed_since(self, moment: datetime | None) -> AsyncIterator[Asset]:
        """Return the assets changed since then."""
        async for document in self._collection.find({"updated_at": {"$gte": moment}} if moment else {}):
            yield asset_from(document)

    async def reserved(self) -> AsyncIterator[Asset]:
        """Return the assets that hold any place."""
        async for document in self._collection.find({"open_count": {"$gt": 0}}):
            yield asset_from(document)

    async def _give_back(self, asset_id: UUID, engagement_id: UUID, also_pulled: dict[str, Any], at: datetime) -> None:
        await self._collection.update_one(
            {"_id": asset_id, "reservations.engagement_id": engagement_id},
            {
                "$inc": {"open_count": -1},
                "$pull": {"reservations": {"engagement_id": engagement_id}, **also_pulled},
                "$set": {"updated_at": at},
            },
        )


def _place(reservation: Reservation) -> dict[str, Any]:
    return {"engagement_id": reservation.engagement_id, "case_id": reservation.case_id, "at": reservation.at}
