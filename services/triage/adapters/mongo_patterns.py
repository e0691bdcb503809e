"""Patterns in MongoDB: one document each, with its outbox inside."""

from collections.abc import Sequence

from services.triage.adapters.sighting_documents import pattern_document
from services.triage.application.pattern_ports import NewPattern
from shared.persistence.outbox import Outbox, with_outbox
from shared.persistence.store import Collection


class MongoPatterns:
    """Patterns by their id, which follows from kind, category, cell and month: what is found twice is told once."""

    def __init__(self, collection: Collection, outbox: Outbox) -> None:
        self._collection = collection
        self._outbox = outbox

    async def prepare(self) -> None:
        """Declare the index that lists use on MongoDB."""
        await self._collection.ensure_index([("area", 1), ("_id", -1)])

    async def add(self, found: Sequence[NewPattern]) -> None:
        """Store what is new in one round trip and relay its announcements."""
        documents = {one.pattern.id: with_outbox(pattern_document(one.pattern), list(one.announcing)) for one in found}
        if not documents:
            return
        inserted = await self._collection.insert_absent(list(documents.values()))
        for identifier, document in documents.items():
            if identifier in inserted and document["pending"]:
                self._outbox.announced(self._collection, document)
