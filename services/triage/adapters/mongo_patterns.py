"""Patterns in MongoDB: one document each, with its outbox inside."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from services.triage.adapters.sighting_documents import pattern_document, pattern_from
from services.triage.application.pattern_ports import NewPattern, PatternFilter
from services.triage.domain.errors import PatternNotFoundError
from services.triage.domain.patterns.pattern import Pattern
from shared.persistence.outbox import with_outbox
from shared.persistence.store import Collection, Document


class MongoPatterns:
    """Patterns by their id, which follows from kind, category, cell and month: what is found twice is told once."""

    def __init__(self, collection: Collection, announced: Callable[[Collection, Document], None] | None = None) -> None:
        """Without `announced` what is stored waits for the sweep of a service's outbox."""
        self._collection = collection
        self._announced = announced

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
            if identifier in inserted and document["pending"] and self._announced is not None:
                self._announced(self._collection, document)

    async def get(self, pattern_id: UUID) -> Pattern:
        """Return the pattern, or raise PatternNotFoundError."""
        found = await self._collection.get(pattern_id)
        if found is None:
            raise PatternNotFoundError(f"There is no pattern {pattern_id}.")
        return pattern_from(found)

    async def list(self, wanted: PatternFilter) -> Sequence[Pattern]:
        """Return a page of the patterns that may be told."""
        query: dict[str, Any] = {"kind": {"$in": [kind.value for kind in wanted.kinds]}}
        query["area"] = wanted.area if wanted.area is not None else {"$ne": None}
        if wanted.before is not None:
            query["_id"] = {"$lt": wanted.before}
        found = self._collection.find(query, sort=[("_id", -1)], limit=wanted.limit)
        return [pattern_from(document) async for document in found]
