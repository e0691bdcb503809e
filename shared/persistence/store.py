"""What the services ask of a store, as ports: the portable subset that every backend keeps."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from shared.persistence.errors import DuplicateKeyError

Document = dict[str, Any]
"""A stored document. Moments are aware datetimes in UTC (kept to the millisecond), identifiers are `uuid.UUID`."""

Filter = Mapping[str, Any]
Sort = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Update:
    """One write of a bulk: apply `update` to the first document matching `filter`, or insert it with `upsert`."""

    filter: Filter
    update: Mapping[str, Any]
    upsert: bool = False


class Collection(Protocol):
    """A set of documents by `_id`.

    A call that changes something returns once the change is durable on a majority; a read sees durable documents only.
    Every call may raise StoreUnavailableError. Writing one document is atomic; writing several is not.
    """

    @property
    def name(self) -> str:
        """The collection's name in its database."""
        ...

    async def insert_absent(self, documents: Sequence[Document], /) -> frozenset[object]:
        """Insert the documents whose `_id` is new, in one round trip, and return those ids; leave the others alone.

        DuplicateKeyError when a unique index other than `_id` refuses one; all that could be inserted are then in.
        """
        ...

    async def insert(self, document: Document, /) -> None:
        """Insert one document, or raise DuplicateKeyError."""
        ...

    async def insert_each(self, documents: Sequence[Document], /) -> list[DuplicateKeyError | None]:
        """Insert in one round trip; the outcome at each place is None, or the DuplicateKeyError that refused it."""
        ...

    async def get(self, identifier: object, /) -> Document | None:
        """Return the document with this `_id`."""
        ...

    async def get_many(self, ids: Sequence[object], /) -> dict[object, Document]:
        """Return the documents that exist, by `_id`, in one round trip."""
        ...

    async def find_one(self, query: Filter, /) -> Document | None:
        """Return some document that matches."""
        ...

    def find(
        self,
        query: Filter,
        /,
        *,
        sort: Sort | None = None,
        limit: int = 0,
        projection: Sequence[str] | None = None,
    ) -> AsyncIterator[Document]:
        """Iterate over what matches; `limit=0` is all of it, `projection` the fields wanted beside `_id`."""
        ...

    async def update_one(self, query: Filter, update: Mapping[str, Any], /, *, upsert: bool = False) -> bool:
        """Change one matching document; return whether one matched (False after an upsert that inserted)."""
        ...

    async def update_many(self, query: Filter, update: Mapping[str, Any], /) -> int:
        """Change every matching document, each atomically; return how many matched."""
        ...

    async def find_and_update(
        self,
        query: Filter,
        update: Mapping[str, Any],
        /,
        *,
        upsert: bool = False,
    ) -> Document | None:
        """Change one matching document and return it as it is afterwards; None when none matched."""
        ...

    async def apply(self, writes: Sequence[Update], /) -> int:
        """Carry out every write in one round trip, in no promised order; return how many documents matched.

        DuplicateKeyError when an upsert was refused; the other writes have then been carried out.
        """
        ...

    async def delete_one(self, query: Filter, /) -> bool:
        """Delete one matching document; return whether there was one."""
        ...

    async def count(self, query: Filter, /) -> int:
        """Count what matches."""
        ...

    async def aggregate(self, pipeline: Sequence[Mapping[str, Any]], /) -> AsyncIterator[Document]:
        """Run a pipeline of `$match`, `$group`, `$sort`, `$limit` or `$project` stages and iterate over its result."""
        ...

    async def ensure_index(self, keys: Sort, *, unique: bool = False, partial: Filter | None = None) -> None:
        """Make the index if it is not there.

        `partial` narrows it to the documents that match; a store that cannot keeps it over all. Together with
        `unique` that would be another promise, so the two exclude each other (ValueError).
        """
        ...


class Database(Protocol):
    """One service's database."""

    @property
    def name(self) -> str:
        """The database's name."""
        ...

    def collection(self, name: str) -> Collection:
        """Return a collection, which need not exist yet."""
        ...

    async def collection_names(self) -> frozenset[str]:
        """Name the collections that hold or held documents."""
        ...

    async def is_replicated(self) -> bool:
        """Whether writes survive the loss of one machine: a replica set or a sharded cluster."""
        ...

    async def ping(self) -> None:
        """Return when the store answers, or raise StoreUnavailableError."""
        ...

    async def close(self) -> None:
        """Let go of every connection."""
        ...
