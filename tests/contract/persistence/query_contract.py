"""What every store promises of its filters, sorting and grouping."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.persistence.store import Collection, Document

NOON = datetime(2026, 5, 4, 12, 0, 0, 123_000, tzinfo=UTC)

FILTERS: list[tuple[dict[str, Any], set[int]]] = [
    ({}, {1, 2, 3, 4}),
    ({"n": 2}, {2}),
    ({"n": 2.0}, {2}),
    ({"n": {"$gte": 1.5, "$lt": 2.5}}, {2}),
    ({"n": {"$gt": 3, "$lt": 2}}, set()),
    ({"in.deep": {"$gte": "b"}}, {2, 3}),
    ({"n": {"$in": [1, 3, 9]}}, {1, 3}),
    ({"_id": {"$nin": [1, 3]}}, {2, 4}),
    ({"n": {"$ne": 2}}, {1, 3, 4}),
    ({"n": {"$lt": 2}}, {1}),
    ({"n": {"$gte": 2, "$lte": 3}}, {2, 3}),
    ({"n": {"$gt": 2}}, {3}),
    ({"n": {"$exists": False}}, {4}),
    ({"n": None}, {4}),
    ({"at": {"$gte": NOON + timedelta(seconds=2)}}, {2, 3}),
    ({"in.deep": "b"}, {2}),
    ({"tags": "x"}, {1, 2}),
    ({"tags": {"$in": ["y", "z"]}}, {2}),
    ({"rows.k": 2}, {1, 3}),
    ({"rows": {"$elemMatch": {"k": 2, "v": "b"}}}, {3}),
    ({"$or": [{"n": 1}, {"in.deep": "c"}]}, {1, 3}),
    ({"$and": [{"n": {"$gt": 1}}, {"tags": "x"}]}, {2}),
    ({"_id": 2, "n": 2}, {2}),
    ({"_id": 2, "n": 3}, set()),
    ({"_id": {"$in": [1, 3, 4]}, "n": {"$gte": 2}}, {3}),
    ({"_id": {"$in": [1, 2]}, "$or": [{"n": 2}, {"n": 3}]}, {2}),
    ({"_id": {"$gte": 2}, "tags": "x"}, {2}),
]

ROWS: tuple[list[Document], ...] = (
    [{"k": 2, "v": "a"}],
    [{"k": 1, "v": "b"}],
    [{"k": 1, "v": "a"}, {"k": 2, "v": "b"}],
)
TAGS: tuple[list[str], ...] = (["x"], ["x", "y"], [])
THREE: list[Document] = [
    {
        "_id": n,
        "n": n,
        "at": NOON + timedelta(seconds=n),
        "in": {"deep": "abc"[n - 1]},
        "tags": TAGS[n - 1],
        "rows": ROWS[n - 1],
    }
    for n in (1, 2, 3)
]


async def found(collection: Collection, query: dict[str, Any], **options: Any) -> list[object]:
    return [document["_id"] async for document in collection.find(query, **options)]


async def fill(collection: Collection, documents: Sequence[Document]) -> None:
    assert await collection.insert_each(documents) == [None] * len(documents)


class QueryContract:
    @pytest.mark.parametrize("indexes", [(), ("n", "at", "in.deep", "tags", "rows.k")], ids=["plain", "indexed"])
    @pytest.mark.parametrize(("query", "expected"), FILTERS)
    async def test_filters_of_the_portable_subset(
        self, things: Collection, query: dict[str, Any], expected: set[int], indexes: Sequence[str]
    ) -> None:
        for path in indexes:
            await things.ensure_index([(path, 1)])
        await fill(things, THREE)
        await things.insert({"_id": 4})

        assert set(await found(things, query)) == expected
        assert await things.count(query) == len(expected)

    async def test_an_index_follows_every_change(self, things: Collection) -> None:
        await things.insert({"_id": 0, "state": "open", "due": NOON})
        await things.ensure_index([("state", 1), ("due", 1)])
        await things.ensure_index([("due", 1)])
        await fill(things, [{"_id": n, "state": "open", "due": NOON + timedelta(hours=n)} for n in (1, 2, 3)])
        await things.update_one({"_id": 1}, {"$set": {"state": "closed"}})
        await things.update_many({"state": "open", "due": {"$gt": NOON}}, {"$unset": {"due": ""}})
        await things.update_one({"_id": 9}, {"$set": {"state": "open", "due": NOON}}, upsert=True)
        await things.delete_one({"_id": 3})

        assert set(await found(things, {"state": "open"})) == {0, 2, 9}
        assert await found(things, {"state": "closed"}) == [1]
        assert set(await found(things, {"due": {"$lte": NOON + timedelta(days=1)}})) == {0, 1, 9}
        assert await found(things, {"state": {"$in": ["closed", "odd"]}}) == [1]

    async def test_results_are_sorted_and_limited(self, things: Collection) -> None:
        await fill(things, [{"_id": n, "a": n % 2, "at": NOON - timedelta(minutes=n)} for n in range(6)])

        assert await found(things, {}, sort=[("a", -1), ("at", 1)]) == [5, 3, 1, 4, 2, 0]
        assert await found(things, {}, sort=[("at", 1)], limit=2) == [5, 4]
        assert await found(things, {"a": 0}, sort=[("_id", 1)]) == [0, 2, 4]

    async def test_what_lacks_the_sorted_field_comes_first(self, things: Collection) -> None:
        await fill(things, [{"_id": 1, "at": NOON}, {"_id": 2}])

        assert await found(things, {}, sort=[("at", 1)]) == [2, 1]

    async def test_only_the_wanted_fields_come_back(self, things: Collection) -> None:
        await things.insert({"_id": 1, "a": 1, "b": 2, "rows": [{"x": 1, "y": 2, "z": 3}]})

        documents = [document async for document in things.find({}, projection=["a", "rows.x", "rows.y"])]

        assert documents == [{"_id": 1, "a": 1, "rows": [{"x": 1, "y": 2}]}]

    async def test_find_one_finds_by_any_field(self, things: Collection) -> None:
        await fill(things, [{"_id": n, "n": n} for n in range(3)])

        assert await things.find_one({"n": 2}) == {"_id": 2, "n": 2}
        assert await things.find_one({"n": 5}) is None

    async def test_documents_are_grouped_and_counted(self, things: Collection) -> None:
        await fill(things, [{"_id": n, "level": "ab"[n % 2], "n": n, "old": n < 2} for n in range(5)])

        rows = await things.aggregate(
            [
                {"$match": {"n": {"$gt": 0}}},
                {"$group": {"_id": "$level", "count": {"$sum": 1}, "sum": {"$sum": "$n"}, "last": {"$max": "$n"}}},
                {"$sort": {"_id": 1}},
            ]
        )

        assert [row async for row in rows] == [
            {"_id": "a", "count": 2, "sum": 6, "last": 4},
            {"_id": "b", "count": 2, "sum": 4, "last": 3},
        ]
