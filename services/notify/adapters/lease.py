"""Leases: a stored piece of work is held by one process, until it is done or the process is silent for too long."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from shared.persistence.store import Collection, Document
from shared.runtime.clock import Clock


@dataclass(frozen=True, slots=True)
class Lease:
    """How this process holds work. A process started again under the same name holds what it held before."""

    owner: str
    clock: Clock
    length: timedelta = timedelta(seconds=60)

    def held(self, due_at: datetime) -> Document:
        """Return the fields of work that this process will do at a moment, with time to spare."""
        return {"lease_owner": self.owner, "lease_until": max(due_at, self.clock.now()) + self.length}

    def free(self) -> Document:
        """Return the filter for waiting work that this process holds or that nobody does any longer."""
        mine_or_nobodys = [{"lease_owner": self.owner}, {"lease_until": {"$lt": self.clock.now()}}]
        return {"state": "pending", "$or": mine_or_nobodys}

    async def claim(self, collection: Collection, identifier: UUID) -> Document | None:
        """Take one piece of waiting work, or return None where another process has it or it is done."""
        held = self.held(self.clock.now())
        return await collection.find_and_update({"_id": identifier} | self.free(), {"$set": held})

    async def waiting(
        self, collection: Collection, lane: str, limit: int, after: UUID | None
    ) -> list[tuple[UUID, str, datetime]]:
        """Return ids, lanes and moments of work that may be claimed, in the order of ids."""
        query = self.free() if after is None else self.free() | {"_id": {"$gt": after}}
        found = collection.find(query, sort=[("_id", 1)], limit=limit, projection=[lane, "due_at"])
        return [(document["_id"], str(document[lane]), document["due_at"]) async for document in found]


def page_query(state: str | None, before: UUID | None) -> Document:
    """Return the filter for a page of documents that are listed by id, the newest first."""
    query: Document = {} if state is None else {"state": state}
    return query if before is None else query | {"_id": {"$lt": before}}
