"""What every store promises to the services; subclassed once per backend, which gives the `database`."""

from datetime import timedelta
from enum import StrEnum
from typing import Any
from uuid import uuid4

import pytest

from shared.persistence.errors import DuplicateKeyError
from shared.persistence.store import Collection, Database, Update
from tests.contract.persistence.query_contract import NOON, QueryContract, fill, found


class Colour(StrEnum):
    GREEN = "green"


@pytest.fixture
def things(database: Database) -> Collection:
    return database.collection("things")


class InsertContract:
    async def test_what_is_stored_comes_back_the_same(self, things: Collection) -> None:
        document = {
            "_id": uuid4(),
            "at": NOON,
            "owner": uuid4(),
            "colour": Colour.GREEN,
            "many": ({"a": 1}, {"a": 2.5}),
            "nested": {"none": None, "yes": True, "bytes": b"\x00\xff"},
        }

        await things.insert(document)
        stored = await things.get(document["_id"])

        assert stored == document | {"colour": "green", "many": [{"a": 1}, {"a": 2.5}]}
        assert stored is not None
        assert stored["at"].utcoffset() == timedelta(0)

    async def test_moments_are_kept_to_the_millisecond(self, things: Collection) -> None:
        await things.insert({"_id": 1, "at": NOON + timedelta(microseconds=987)})

        assert (await things.get(1)) == {"_id": 1, "at": NOON}

    async def test_an_unknown_id_gives_nothing(self, things: Collection) -> None:
        assert await things.get(uuid4()) is None
        assert await things.get_many([uuid4()]) == {}
        assert await things.get_many([]) == {}

    async def test_an_id_is_taken_once(self, things: Collection) -> None:
        await things.insert({"_id": 1, "n": 1})

        with pytest.raises(DuplicateKeyError) as caught:
            await things.insert({"_id": 1, "n": 2})

        assert caught.value.fields == ("_id",)
        assert await things.get(1) == {"_id": 1, "n": 1}

    async def test_absent_documents_go_in_and_present_ones_stay_as_they_are(self, things: Collection) -> None:
        await things.insert({"_id": 2, "n": "old"})

        inserted = await things.insert_absent([{"_id": n, "n": "new"} for n in (1, 2, 3)])

        assert inserted == {1, 3}
        assert await things.get(2) == {"_id": 2, "n": "old"}
        assert await things.insert_absent([{"_id": 1, "n": "newer"}]) == frozenset()
        assert await things.insert_absent([]) == frozenset()

    async def test_a_repetition_within_one_call_is_inserted_once(self, things: Collection) -> None:
        outcomes = await things.insert_each([{"_id": 1, "n": 1}, {"_id": 1, "n": 2}, {"_id": 2, "n": 3}])

        assert [outcome is None for outcome in outcomes] == [True, False, True]
        assert await things.get(1) == {"_id": 1, "n": 1}

    async def test_each_insert_has_its_own_outcome(self, things: Collection) -> None:
        await things.ensure_index([("key.client", 1), ("key.value", 1)], unique=True)
        await fill(things, [{"_id": 1, "key": {"client": "a", "value": 1}}])

        outcomes = await things.insert_each(
            [
                {"_id": 1, "key": {"client": "b", "value": 1}},
                {"_id": 2, "key": {"client": "a", "value": 1}},
                {"_id": 3, "key": {"client": "a", "value": 2}},
            ]
        )

        fields = [outcome and outcome.fields for outcome in outcomes]
        assert fields == [("_id",), ("key.client", "key.value"), None]

    async def test_a_unique_index_holds_for_every_kind_of_value(self, things: Collection) -> None:
        await things.ensure_index([("key", 1)], unique=True)
        keys: list[Any] = [1, "1", True, NOON, uuid4(), b"1", None, {"a": 1}, 1.5, "", -3, 2**40]
        await fill(things, [{"_id": place, "key": key} for place, key in enumerate(keys)])

        again = await things.insert_each([{"_id": 100 + place, "key": key} for place, key in enumerate(keys)])

        assert all(refused is not None and refused.fields == ("key",) for refused in again)
        assert [await found(things, {"key": key}) for key in keys] == [[place] for place in range(len(keys))]

    async def test_another_unique_index_is_no_reason_to_leave_a_document_out_quietly(self, things: Collection) -> None:
        await things.ensure_index([("reference", 1)], unique=True)
        await things.insert({"_id": 1, "reference": "A"})

        with pytest.raises(DuplicateKeyError) as caught:
            await things.insert_absent([{"_id": 1, "reference": "A"}, {"_id": 2, "reference": "A"}])

        assert caught.value.fields == ("reference",)

    async def test_a_thousand_documents_go_in_at_once(self, things: Collection) -> None:
        ids = [uuid4() for _ in range(1_500)]

        inserted = await things.insert_absent([{"_id": each, "text": "x" * 200} for each in ids])

        assert inserted == frozenset(ids)
        assert len(await things.get_many(ids)) == 1_500


class UpdateContract:
    async def test_operators_of_the_portable_subset(self, things: Collection) -> None:
        await things.insert(
            {"_id": 1, "n": 1, "high": 5, "low": 5, "gone": 1, "list": [1], "set": ["a"], "in": {"x": 1}}
        )

        matched = await things.update_one(
            {"_id": 1},
            {
                "$set": {"in.y": 2, "new": NOON},
                "$inc": {"n": 2, "fresh": 1},
                "$max": {"high": 9, "most": 1},
                "$min": {"low": 9, "least": NOON},
                "$unset": {"gone": ""},
                "$push": {"list": {"$each": [2, 3]}},
                "$addToSet": {"set": "a"},
            },
        )

        assert matched
        assert await things.get(1) == {
            "_id": 1,
            "n": 3,
            "high": 9,
            "low": 5,
            "list": [1, 2, 3],
            "set": ["a"],
            "in": {"x": 1, "y": 2},
            "new": NOON,
            "fresh": 1,
            "most": 1,
            "least": NOON,
        }

    async def test_elements_are_pulled_by_their_fields(self, things: Collection) -> None:
        await things.insert(
            {"_id": 1, "rows": [{"seq": n, "at": NOON + timedelta(days=n)} for n in range(3)], "ids": [1, 2]}
        )

        await things.update_one(
            {"_id": 1}, {"$pull": {"rows": {"at": {"$lt": NOON + timedelta(days=2)}}, "ids": 1}, "$push": {"log": "x"}}
        )

        assert await things.get(1) == {
            "_id": 1,
            "rows": [{"seq": 2, "at": NOON + timedelta(days=2)}],
            "ids": [2],
            "log": ["x"],
        }

    async def test_an_update_that_matches_nothing_says_so(self, things: Collection) -> None:
        await things.insert({"_id": 1, "version": 2})

        assert not await things.update_one({"_id": 1, "version": 1}, {"$set": {"version": 9}})
        assert await things.find_and_update({"_id": 1, "version": 1}, {"$set": {"version": 9}}) is None
        assert await things.get(1) == {"_id": 1, "version": 2}

    async def test_many_are_updated_by_their_ids(self, things: Collection) -> None:
        await fill(things, [{"_id": n, "seq": n % 2, "pending": True} for n in range(6)])

        matched = await things.update_many(
            {"_id": {"$in": [0, 1, 2, 9]}, "seq": 0}, {"$set": {"pending": False}, "$unset": {"since": ""}}
        )

        assert matched == 2
        assert set(await found(things, {"pending": True})) == {1, 3, 4, 5}

    async def test_an_upsert_inserts_once(self, things: Collection) -> None:
        update = {"$setOnInsert": {"made": 1}, "$inc": {"n": 1}}

        assert not await things.update_one({"_id": "a", "kind": "k"}, update, upsert=True)
        assert await things.update_one({"_id": "a", "kind": "k"}, update, upsert=True)
        assert await things.find_and_update({"_id": "b"}, update, upsert=True) == {"_id": "b", "made": 1, "n": 1}
        assert await things.get("a") == {"_id": "a", "kind": "k", "made": 1, "n": 2}

    async def test_an_upsert_beside_a_document_that_does_not_match_is_refused(self, things: Collection) -> None:
        await things.insert({"_id": 1, "version": 5})

        with pytest.raises(DuplicateKeyError):
            await things.update_one({"_id": 1, "version": {"$lt": 3}}, {"$set": {"version": 3}}, upsert=True)

        assert await things.get(1) == {"_id": 1, "version": 5}

    async def test_the_document_comes_back_as_it_is_afterwards(self, things: Collection) -> None:
        await things.insert({"_id": 1, "version": 1})

        after = await things.find_and_update({"_id": 1, "version": 1}, {"$inc": {"version": 1}})

        assert after == {"_id": 1, "version": 2}

    async def test_a_bulk_carries_out_every_write(self, things: Collection) -> None:
        await fill(things, [{"_id": n, "seq": n} for n in range(3)])

        matched = await things.apply(
            [
                Update({"_id": 0, "seq": {"$lt": 5}}, {"$set": {"seq": 5}}),
                Update({"_id": 2, "seq": {"$lt": 1}}, {"$set": {"seq": 1}}),
                Update({"_id": 7}, {"$setOnInsert": {"seq": 7}}, upsert=True),
            ]
        )

        assert matched == 1
        assert [row async for row in things.find({}, sort=[("_id", 1)])] == [
            {"_id": 0, "seq": 5},
            {"_id": 1, "seq": 1},
            {"_id": 2, "seq": 2},
            {"_id": 7, "seq": 7},
        ]
        assert await things.apply([]) == 0

    async def test_a_refused_upsert_does_not_stop_the_bulk(self, things: Collection) -> None:
        await things.insert({"_id": 1, "seq": 5})

        with pytest.raises(DuplicateKeyError):
            await things.apply(
                [
                    Update({"_id": 1, "seq": {"$lt": 3}}, {"$set": {"seq": 3}}, upsert=True),
                    Update({"_id": 2}, {"$set": {"seq": 2}}, upsert=True),
                ]
            )

        assert await things.get(2) == {"_id": 2, "seq": 2}

    async def test_an_update_is_held_to_unique_indexes(self, things: Collection) -> None:
        await things.ensure_index([("reference", 1)], unique=True)
        await fill(things, [{"_id": n, "reference": n} for n in range(2)])

        with pytest.raises(DuplicateKeyError) as caught:
            await things.update_one({"_id": 1}, {"$set": {"reference": 0}})

        assert caught.value.fields == ("reference",)

    async def test_a_deleted_document_is_gone(self, things: Collection) -> None:
        await things.insert({"_id": 1})

        assert await things.delete_one({"_id": 1})
        assert not await things.delete_one({"_id": 1})
        assert await things.get(1) is None


class DatabaseContract:
    async def test_collections_are_named_once_they_hold_something(self, database: Database) -> None:
        await database.collection("a").insert({"_id": 1})
        await database.collection("b").insert({"_id": 1})

        assert await database.collection_names() >= {"a", "b"}
        assert database.collection("a").name == "a"

    async def test_indexes_may_be_asked_for_again(self, things: Collection) -> None:
        for _ in range(2):
            await things.ensure_index([("pending", 1), ("since", 1)], partial={"pending": True})
            await things.ensure_index([("reference", 1)], unique=True)

    async def test_a_unique_index_over_a_part_is_refused(self, things: Collection) -> None:
        with pytest.raises(ValueError, match="unique"):
            await things.ensure_index([("a", 1)], unique=True, partial={"b": True})

    async def test_a_store_that_is_up_answers(self, database: Database) -> None:
        await database.ping()


class StoreContract(InsertContract, QueryContract, UpdateContract, DatabaseContract):
    """All of it."""
