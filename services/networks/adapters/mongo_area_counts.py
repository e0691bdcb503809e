"""AreaCounts in MongoDB: one document per imported file, area, month and category, so that a repeat changes nothing."""

from collections import Counter
from collections.abc import Sequence

from services.networks.domain.area_counts import AreaCount
from shared.persistence.store import Collection

_BATCH = 1000


class MongoAreaCounts:
    """The AreaCounts port."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    async def prepare(self) -> None:
        """Make the index."""
        await self._collection.ensure_index([("area", 1), ("month", 1)])

    async def put(self, source: str, counts: Sequence[AreaCount]) -> bool:
        """Note what one file counts, under ids made of the file's content, so that repeating it is harmless."""
        documents = [
            {
                "_id": f"{source}:{count.area}:{count.month}:{count.category}",
                "source": source,
                "area": count.area,
                "month": count.month,
                "category": count.category,
                "count": count.count,
            }
            for count in counts
        ]
        added = 0
        for start in range(0, len(documents), _BATCH):
            added += len(await self._collection.insert_absent(documents[start : start + _BATCH]))
        return bool(documents) and added == 0

    async def of_area(self, area: str) -> Sequence[AreaCount]:
        """Return the area's counts, summed over every imported file."""
        sums = Counter[tuple[str, str]]()
        async for document in self._collection.find({"area": area}):
            sums[document["month"], document["category"]] += document["count"]
        return [AreaCount(area, month, category, n) for (month, category), n in sorted(sums.items())]
