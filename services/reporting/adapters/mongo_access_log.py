"""Who read what that is personal, one document per reading."""

from dataclasses import dataclass
from uuid import UUID

from shared.persistence.store import Collection
from shared.runtime.clock import Clock
from shared.runtime.ids import new_id


@dataclass(frozen=True, slots=True)
class MongoAccessLog:
    """An append-only collection."""

    collection: Collection
    clock: Clock

    async def note_read(self, reader: str, what: str, report_id: UUID) -> None:
        """Insert one entry; it is durable on return."""
        await self.collection.insert(
            {"_id": new_id(), "at": self.clock.now(), "reader": reader, "what": what, "report_id": report_id}
        )
