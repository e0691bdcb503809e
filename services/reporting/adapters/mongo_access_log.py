"""Who read what that is personal, one document per reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from services.reporting.application.access import Access, Reader
from shared.persistence.store import Collection
from shared.runtime.clock import Clock
from shared.runtime.ids import new_id


@dataclass(frozen=True, slots=True)
class MongoAccessLog:
    """An append-only collection."""

    collection: Collection
    clock: Clock

    async def make_indexes(self) -> None:
        """Make the index by which a report's readings are found."""
        await self.collection.ensure_index([("report_id", 1)])

    async def note(self, reader: Reader, what: str, report_id: UUID, why: str | None = None) -> None:
        """Insert one entry; it is durable on return."""
        entry = {"_id": new_id(), "at": self.clock.now(), "reader": reader.subject, "roles": list(reader.roles)}
        await self.collection.insert(
            entry | {"agency": reader.agency, "what": what, "why": why, "report_id": report_id}
        )

    async def of(self, report_id: UUID) -> Sequence[Access]:
        """Read a report's entries."""
        found = self.collection.find({"report_id": report_id}, sort=[("at", 1), ("_id", 1)])
        return [_access_from(document) async for document in found]


def _access_from(held: Mapping[str, Any]) -> Access:
    reader = Reader(held["reader"], tuple(held.get("roles", ())), held.get("agency"))
    return Access(held["at"], reader, held["what"], held.get("why"))
