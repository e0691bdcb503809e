"""The store in memory: the same port, the portable subset, and faults on demand. Held to the same contract suite."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar
from uuid import uuid4

from shared.persistence.errors import DuplicateKeyError, StoreUnavailableError
from shared.persistence.store import Document, Filter, Sort, Update
from tests.support.memory_documents import as_stored, matches, projected, same, seed_of, sort_key, updated, value_at

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fault:
    """A call that fails: before it took effect, or after (then its outcome is unknown to the caller)."""

    operation: str
    after_effect: bool = False
    collection: str | None = None


class Faults:
    """What is to go wrong, shared by the collections of one database."""

    def __init__(self) -> None:
        self.down = False
        self._planned: deque[Fault] = deque()

    def plan(self, *faults: Fault) -> None:
        """Fail the next call of each named operation, once per fault."""
        self._planned.extend(faults)

    def before(self, operation: str, collection: str) -> None:
        if self.down:
            raise StoreUnavailableError("the store is down")
        self._strike(operation, collection, after_effect=False)

    def after(self, operation: str, collection: str) -> None:
        self._strike(operation, collection, after_effect=True)

    def _strike(self, operation: str, collection: str, *, after_effect: bool) -> None:
        for fault in self._planned:
            due = fault.operation == operation and fault.after_effect is after_effect
            if due and fault.collection in {None, collection}:
                self._planned.remove(fault)
                raise StoreUnavailableError(f"{operation} did not answer")


class MemoryCollection:
    """A `Collection` in memory. What is handed in or out is copied, so nobody shares a document with it."""

    def __init__(self, name: str, faults: Faults) -> None:
        self._name = name
        self._faults = faults
        self._documents: dict[object, Document] = {}
        self._unique: list[tuple[str, ...]] = []
        self.leading = {"_id"}
        """The fields that some index begins with."""
        self.unaided: list[Filter] = []
        """The filters of searches that no index could serve."""

    @property
    def name(self) -> str:
        return self._name

    def everything(self) -> list[Document]:
        """Return all that is stored, whatever fault is planned: for looking at afterwards."""
        return self._all({})

    async def insert_absent(self, documents: Sequence[Document], /) -> frozenset[object]:
        outcomes = await self._called("insert_absent", lambda: self._try_inserts(documents))
        refused = [outcome for outcome in outcomes if outcome is not None and outcome.fields != ("_id",)]
        if refused:
            raise refused[0]
        return frozenset(d["_id"] for d, outcome in zip(documents, outcomes, strict=True) if outcome is None)

    async def insert(self, document: Document, /) -> None:
        refused = await self._called("insert", lambda: self._try_insert(document))
        if refused is not None:
            raise refused

    async def insert_each(self, documents: Sequence[Document], /) -> list[DuplicateKeyError | None]:
        return await self._called("insert_each", lambda: self._try_inserts(documents))

    async def get(self, identifier: object, /) -> Document | None:
        return await self._called("get", lambda: self._first({"_id": identifier}))

    async def get_many(self, ids: Sequence[object], /) -> dict[object, Document]:
        found = await self._called("get_many", lambda: self._all({"_id": {"$in": ids}}))
        return {document["_id"]: document for document in found}

    async def find_one(self, query: Filter, /) -> Document | None:
        return await self._called("find_one", lambda: self._first(query))

    async def find(
        self,
        query: Filter,
        /,
        *,
        sort: Sort | None = None,
        limit: int = 0,
        projection: Sequence[str] | None = None,
    ) -> AsyncIterator[Document]:
        if not self.leading & set(query):
            self.unaided.append(query)
        found = await self._called("find", lambda: self._all(query))
        for path, direction in reversed(sort or ()):
            found.sort(key=partial(sort_key, path=path, direction=direction), reverse=direction < 0)
        for document in found[: limit or None]:
            yield document if projection is None else projected(document, ("_id", *projection))

    async def update_one(self, query: Filter, update: Mapping[str, Any], /, *, upsert: bool = False) -> bool:
        return await self._called("update_one", lambda: self._change(query, update, upsert=upsert)[0])

    async def update_many(self, query: Filter, update: Mapping[str, Any], /) -> int:
        def change() -> int:
            found = self._all(query)
            for document in found:
                self._replace(updated(document, update))
            return len(found)

        return await self._called("update_many", change)

    async def find_and_update(
        self,
        query: Filter,
        update: Mapping[str, Any],
        /,
        *,
        upsert: bool = False,
    ) -> Document | None:
        return await self._called("find_and_update", lambda: self._change(query, update, upsert=upsert)[1])

    async def apply(self, writes: Sequence[Update], /) -> int:
        def change() -> int:
            refused, matched = [], 0
            for write in writes:
                try:
                    matched += self._change(write.filter, write.update, upsert=write.upsert)[0]
                except DuplicateKeyError as error:
                    refused.append(error)
            if refused:
                raise refused[0]
            return matched

        return await self._called("apply", change)

    async def delete_one(self, query: Filter, /) -> bool:
        def delete() -> bool:
            found = self._first(query)
            return found is not None and self._documents.pop(found["_id"], None) is not None

        return await self._called("delete_one", delete)

    async def count(self, query: Filter, /) -> int:
        return await self._called("count", lambda: len(self._all(query)))

    async def aggregate(self, pipeline: Sequence[Mapping[str, Any]], /) -> AsyncIterator[Document]:
        documents = await self._called("aggregate", lambda: self._all({}))
        for stage in pipeline:
            ((operator, argument),) = stage.items()
            documents = _STAGES[operator](documents, argument)
        return _each(documents)

    async def ensure_index(self, keys: Sort, *, unique: bool = False, partial: Filter | None = None) -> None:
        if unique and partial is not None:
            raise ValueError("not every store can keep a unique index over a part; put the uniqueness in _id")
        await self._called("ensure_index", lambda: None)
        fields = tuple(path for path, _ in keys)
        self.leading.add(fields[0])
        if unique and fields not in self._unique:
            self._unique.append(fields)

    async def _called(self, operation: str, effect: Callable[[], T]) -> T:
        await asyncio.sleep(0)  # others get a turn, as they would while a store answers
        self._faults.before(operation, self._name)
        result = effect()
        self._faults.after(operation, self._name)
        return result

    def _all(self, query: Filter) -> list[Document]:
        return [as_stored(document) for document in self._documents.values() if matches(document, query)]

    def _first(self, query: Filter) -> Document | None:
        return next(iter(self._all(query)), None)

    def _try_inserts(self, documents: Sequence[Document]) -> list[DuplicateKeyError | None]:
        """Insert several, or none when one of them is no document: a driver writes them all out before it sends any."""
        return [self._try_insert(document) for document in [as_stored(document) for document in documents]]

    def _try_insert(self, document: Document) -> DuplicateKeyError | None:
        kept = as_stored(document)
        if kept.setdefault("_id", uuid4()) in self._documents:
            return DuplicateKeyError(("_id",))
        try:
            self._replace(kept)
        except DuplicateKeyError as error:
            return error
        return None

    def _change(self, query: Filter, update: Mapping[str, Any], *, upsert: bool) -> tuple[bool, Document | None]:
        found = self._first(query)
        if found is not None:
            changed = updated(found, update)
            if changed["_id"] != found["_id"]:
                raise ValueError("the _id of a document never changes")
            self._replace(changed)
            return True, as_stored(changed)
        if not upsert:
            return False, None
        made = updated(seed_of(query), update, inserting=True)
        refused = self._try_insert(made)
        if refused is not None:
            raise refused
        return False, as_stored(made)

    def _replace(self, document: Document) -> None:
        for fields in self._unique:
            values = [value_at(document, path) for path in fields]
            for other in self._documents.values():
                there = (value_at(other, path) for path in fields)
                if other["_id"] != document["_id"] and all(map(same, there, values)):
                    raise DuplicateKeyError(fields)
        self._documents[document["_id"]] = document


class MemoryDatabase:
    """A `Database` in memory. `faults` says what is to go wrong; what is stored outlives every "crash" of a reader."""

    def __init__(self, name: str = "memory", *, replicated: bool = True) -> None:
        self.faults = Faults()
        self._name = name
        self._replicated = replicated
        self._collections: dict[str, MemoryCollection] = {}

    @property
    def name(self) -> str:
        return self._name

    def collection(self, name: str) -> MemoryCollection:
        return self._collections.setdefault(name, MemoryCollection(name, self.faults))

    async def collection_names(self) -> frozenset[str]:
        return frozenset(self._collections)

    async def is_replicated(self) -> bool:
        self.faults.before("is_replicated", "")
        return self._replicated

    async def ping(self) -> None:
        self.faults.before("ping", "")

    async def close(self) -> None:
        """Nothing to let go of."""


async def _each(documents: Sequence[Document]) -> AsyncIterator[Document]:
    for document in documents:
        yield document


def _grouped(documents: list[Document], argument: Mapping[str, Any]) -> list[Document]:
    groups: dict[Any, Document] = {}
    for document in documents:
        key = _resolved(document, argument["_id"])
        group = groups.setdefault(repr(key), {"_id": key})
        for name, accumulator in argument.items():
            if name == "_id":
                continue
            ((operator, expression),) = accumulator.items()
            value = _resolved(document, expression)
            group[name] = _ACCUMULATORS[operator](group[name], value) if name in group else value
    return list(groups.values())


def _resolved(document: Document, expression: Any) -> Any:
    if isinstance(expression, Mapping):
        return {name: _resolved(document, part) for name, part in expression.items()}
    if isinstance(expression, str) and expression.startswith("$"):
        return value_at(document, expression[1:])
    return expression


def _sorted(documents: list[Document], argument: Mapping[str, int]) -> list[Document]:
    for path, direction in reversed(list(argument.items())):
        documents = sorted(documents, key=partial(sort_key, path=path, direction=direction), reverse=direction < 0)
    return documents


_ACCUMULATORS: Mapping[str, Any] = {
    "$sum": lambda there, value: there + value,
    "$min": min,
    "$max": max,
    "$first": lambda there, _: there,
    "$last": lambda _, value: value,
}
_STAGES: Mapping[str, Any] = {
    "$match": lambda documents, query: [document for document in documents if matches(document, query)],
    "$group": _grouped,
    "$sort": _sorted,
    "$limit": lambda documents, most: documents[:most],
}
