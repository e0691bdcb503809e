"""A collection in MongoDB, through either driver."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from pymongo import ReturnDocument, UpdateOne
from pymongo.errors import BulkWriteError

from shared.persistence.errors import DuplicateKeyError
from shared.persistence.mongo.errors import DUPLICATE_KEY, duplicate_key, translated
from shared.persistence.store import Document, Filter, Sort, Update


class MongoCollection:
    """A `Collection` in MongoDB. The two drivers' collections have the same methods save `aggregate`."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver

    @property
    def name(self) -> str:
        """The collection's name in its database."""
        return str(self._driver.name)

    async def insert_absent(self, documents: Sequence[Document], /) -> frozenset[object]:
        """Insert the documents whose `_id` is new and return those ids."""
        outcomes = await self.insert_each(documents)
        for outcome in outcomes:
            if outcome is not None and outcome.fields != ("_id",):
                raise outcome
        pairs = zip(documents, outcomes, strict=True)
        return frozenset(document["_id"] for document, outcome in pairs if outcome is None)

    async def insert(self, document: Document, /) -> None:
        """Insert one document, or raise DuplicateKeyError."""
        with translated():
            await self._driver.insert_one(document)

    async def insert_each(self, documents: Sequence[Document], /) -> list[DuplicateKeyError | None]:
        """Insert in one round trip, with the outcome of each."""
        outcomes: list[DuplicateKeyError | None] = [None] * len(documents)
        if not documents:
            return outcomes
        with translated():
            try:
                await self._driver.insert_many(documents, ordered=False)
            except BulkWriteError as error:
                failures = error.details["writeErrors"]
                if error.details.get("writeConcernErrors") or any(f["code"] != DUPLICATE_KEY for f in failures):
                    raise
                for failure in failures:
                    outcomes[failure["index"]] = duplicate_key(failure)
        return outcomes

    async def get(self, identifier: object, /) -> Document | None:
        """Return the document with this `_id`."""
        return await self.find_one({"_id": identifier})

    async def get_many(self, ids: Sequence[object], /) -> dict[object, Document]:
        """Return the documents that exist, by `_id`."""
        if not ids:
            return {}
        return {document["_id"]: document async for document in self.find({"_id": {"$in": list(ids)}})}

    async def find_one(self, query: Filter, /) -> Document | None:
        """Return some document that matches."""
        with translated():
            found: Document | None = await self._driver.find_one(query)
        return found

    async def find(
        self,
        query: Filter,
        /,
        *,
        sort: Sort | None = None,
        limit: int = 0,
        projection: Sequence[str] | None = None,
    ) -> AsyncIterator[Document]:
        """Iterate over what matches."""
        fields = None if projection is None else dict.fromkeys(("_id", *projection), 1)
        cursor = self._driver.find(query, fields, sort=None if sort is None else list(sort), limit=limit)
        try:
            with translated():
                async for document in cursor:
                    yield document
        finally:
            await cursor.close()

    async def update_one(self, query: Filter, update: Mapping[str, Any], /, *, upsert: bool = False) -> bool:
        """Change one matching document; return whether one matched."""
        with translated():
            result = await self._driver.update_one(query, update, upsert=upsert)
        return bool(result.matched_count)

    async def update_many(self, query: Filter, update: Mapping[str, Any], /) -> int:
        """Change every matching document; return how many matched."""
        with translated():
            result = await self._driver.update_many(query, update)
        return int(result.matched_count)

    async def find_and_update(
        self,
        query: Filter,
        update: Mapping[str, Any],
        /,
        *,
        upsert: bool = False,
    ) -> Document | None:
        """Change one matching document and return it as it is afterwards."""
        with translated():
            changed: Document | None = await self._driver.find_one_and_update(
                query, update, upsert=upsert, return_document=ReturnDocument.AFTER
            )
        return changed

    async def apply(self, writes: Sequence[Update], /) -> int:
        """Carry out every write in one round trip; return how many documents matched."""
        if not writes:
            return 0
        requests = [UpdateOne(write.filter, write.update, upsert=write.upsert) for write in writes]
        with translated():
            result = await self._driver.bulk_write(requests, ordered=False)
        return int(result.matched_count)

    async def delete_one(self, query: Filter, /) -> bool:
        """Delete one matching document."""
        with translated():
            result = await self._driver.delete_one(query)
        return bool(result.deleted_count)

    async def count(self, query: Filter, /) -> int:
        """Count what matches."""
        with translated():
            return int(await self._driver.count_documents(query))

    async def aggregate(self, pipeline: Sequence[Mapping[str, Any]], /) -> AsyncIterator[Document]:
        """Run a pipeline and iterate over its result."""
        with translated():
            pending = self._driver.aggregate(list(pipeline))
            cursor = await pending if hasattr(pending, "__await__") else pending
        return _documents(cursor)

    async def ensure_index(self, keys: Sort, *, unique: bool = False, partial: Filter | None = None) -> None:
        """Make the index if it is not there."""
        if unique and partial is not None:
            raise ValueError("not every store can keep a unique index over a part; put the uniqueness in _id")
        options: dict[str, Any] = {"unique": True} if unique else {}
        if partial is not None:
            options["partialFilterExpression"] = dict(partial)
        with translated():
            await self._driver.create_index(list(keys), **options)


async def _documents(cursor: Any) -> AsyncIterator[Document]:
    try:
        with translated():
            async for document in cursor:
                yield document
    finally:
        await cursor.close()
