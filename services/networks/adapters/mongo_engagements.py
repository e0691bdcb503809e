"""Engagements in MongoDB: one document per case with offers and outbox, and a pointer from each offer to its case."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from services.networks.adapters.documents import engagement_document, engagement_from
from services.networks.adapters.metrics import NetworksMetrics
from services.networks.application.ports import Due, Revision, Stored
from services.networks.domain.engagement import Engagement
from services.networks.domain.errors import EngagementNotFoundError
from services.networks.domain.offers import OfferState
from shared.contracts.event import Event
from shared.persistence.outbox import Outbox, combined, pushing, with_outbox
from shared.persistence.store import Collection


class MongoEngagements:
    """The Engagements port. A change is compared by version in the update's own filter; the outbox is nudged after."""

    def __init__(self, collection: Collection, index: Collection, outbox: Outbox, metrics: NetworksMetrics) -> None:
        self._collection = collection
        self._index = index
        self._outbox = outbox
        self._metrics = metrics

    async def prepare(self) -> None:
        """Make the indexes."""
        await self._collection.ensure_index([("due_at", 1)])
        await self._collection.ensure_index([("next_check_at", 1)])

    async def get_many(self, case_ids: Iterable[UUID]) -> Mapping[UUID, Stored]:
        """Return the engagements of these cases."""
        found = await self._collection.get_many(list(case_ids))
        return {document["_id"]: _stored(document) for document in found.values()}

    async def find(self, engagement_id: UUID) -> Stored:
        """Return the engagement that holds this offer, by two reads of an id."""
        pointer = await self._index.get(engagement_id)
        document = await self._collection.get(pointer["case_id"]) if pointer else None
        if document is None or all(offer["id"] != engagement_id for offer in document["offers"]):
            raise EngagementNotFoundError("no such engagement")
        return _stored(document)

    async def point(self, engagement_id: UUID, case_id: UUID) -> None:
        """Note which case an offer belongs to."""
        await self._index.insert_absent([{"_id": engagement_id, "case_id": case_id}])

    async def add(self, new: Sequence[tuple[Engagement, Sequence[Event]]]) -> frozenset[UUID]:
        """Store those of cases that have none."""
        documents = {first.concern.case_id: with_outbox(_new(first), announcing) for first, announcing in new}
        added = await self._collection.insert_absent(list(documents.values()))
        for first, announcing in new:
            if announcing and first.concern.case_id in added:
                self._outbox.announced(self._collection, documents[first.concern.case_id])
                self._metrics.announced(announcing)
        return frozenset(case_id for case_id in documents if case_id in added)

    async def save(self, engagement: Engagement, revision: Revision, announcing: Sequence[Event]) -> bool:
        """Store a change where the document still is at this revision."""
        unchanged = {
            "_id": engagement.concern.case_id,
            "version": revision.version,
            "outbox_seq": revision.announced,
        }
        change = {"$set": {**engagement_document(engagement), "version": revision.version + 1}}
        update = combined(change, pushing(announcing, after_seq=revision.announced))
        document = await self._collection.find_and_update(unchanged, update)
        if document is None:
            return False
        self._outbox.announced(self._collection, document)
        self._metrics.announced(announcing)
        return True

    async def to_check(self, at: datetime) -> AsyncIterator[Engagement]:
        """Return those of which a check is due."""
        async for document in self._collection.find({"next_check_at": {"$lte": at}}):
            yield engagement_from(document)

    async def unanswered(self, before: datetime) -> AsyncIterator[Due]:
        """Return the unanswered offers whose time runs out before then."""
        async for document in self._collection.find({"due_at": {"$lt": before}}, projection=["offers"]):
            for offer in document["offers"]:
                if offer["state"] == OfferState.OFFERED:
                    yield Due(offer["id"], offer["expires_at"])


def _new(engagement: Engagement) -> dict[str, Any]:
    return {"_id": engagement.concern.case_id, "version": 1, **engagement_document(engagement)}


def _stored(document: Mapping[str, Any]) -> Stored:
    return Stored(engagement_from(document), Revision(document["version"], document["outbox_seq"]))
