"""Postcodes in MongoDB, each under itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from shared.persistence.store import Collection, Database, Update

_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class MongoPostcodes:
    """One small document each; importing again replaces what moved."""

    collection: Collection

    async def point_of(self, postcode: str) -> tuple[float, float] | None:
        """Look up the postcode."""
        found = await self.collection.get(postcode)
        return (found["lat"], found["lon"]) if found else None

    async def save(self, postcodes: Iterable[tuple[str, float, float]]) -> int:
        """Store them and return how many there were."""
        waiting, count = iter(postcodes), 0
        while batch := list(islice(waiting, _AT_ONCE)):
            await self.collection.apply(
                [Update({"_id": code}, {"$set": {"lat": lat, "lon": lon}}, upsert=True) for code, lat, lon in batch]
            )
            count += len(batch)
        return count


def postcodes_in(database: Database) -> MongoPostcodes:
    """Return the imported postcodes of a database."""
    return MongoPostcodes(database.collection("postcodes"))
