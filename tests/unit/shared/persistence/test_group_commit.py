"""Group commit: one round trip for many, an outcome for each."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from shared.persistence.errors import DuplicateKeyError, OverloadedError, StoreUnavailableError
from shared.persistence.group_commit import GroupCommit
from shared.persistence.store import Collection, Document
from shared.runtime.probe import Point
from tests.support.memory_store import Fault, MemoryCollection, MemoryDatabase


class CountingCollection(MemoryCollection):
    """Remembers how many documents came together, and can be held up."""

    def __init__(self, database: MemoryDatabase) -> None:
        super().__init__("reports", database.faults)
        self.groups: list[int] = []
        self.open = asyncio.Event()
        self.open.set()

    async def insert_each(self, documents: Sequence[Document], /) -> list[DuplicateKeyError | None]:
        self.groups.append(len(documents))
        await self.open.wait()
        return await super().insert_each(documents)


@pytest.fixture
def database() -> MemoryDatabase:
    return MemoryDatabase()


@pytest.fixture
def reports(database: MemoryDatabase) -> CountingCollection:
    return CountingCollection(database)


@asynccontextmanager
async def running(commit: GroupCommit) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as group:
        group.create_task(commit.run())
        try:
            yield
        finally:
            await commit.stop()


async def outcomes(commit: GroupCommit, ids: Sequence[object]) -> list[BaseException | None]:
    return await asyncio.gather(*(commit.insert({"_id": each}) for each in ids), return_exceptions=True)


async def stored(reports: Collection) -> set[object]:
    return {document["_id"] async for document in reports.find({})}


async def test_inserts_of_the_same_moment_share_a_round_trip(reports: CountingCollection) -> None:
    commit = GroupCommit(reports, window=0.001, limit=40)

    async with running(commit):
        results = await outcomes(commit, range(100))

    assert results == [None] * 100
    assert sum(reports.groups) == 100
    assert max(reports.groups) == 40
    assert len(reports.groups) <= 4
    assert await stored(reports) == set(range(100))


async def test_a_duplicate_is_told_to_its_own_caller_only(reports: CountingCollection) -> None:
    commit = GroupCommit(reports)
    await reports.insert({"_id": 2})

    async with running(commit):
        results = await outcomes(commit, [1, 2, 3, 3])

    assert [type(result) for result in results] == [type(None), DuplicateKeyError, type(None), DuplicateKeyError]


@pytest.mark.parametrize("after_effect", [False, True])
async def test_an_unknown_outcome_is_everybodys(
    reports: CountingCollection, database: MemoryDatabase, *, after_effect: bool
) -> None:
    commit = GroupCommit(reports)
    database.faults.plan(Fault("insert_each", after_effect=after_effect))

    async with running(commit):
        first = await outcomes(commit, range(5))
        again = await outcomes(commit, range(5))

    assert all(isinstance(result, StoreUnavailableError) for result in first)
    assert {type(result) for result in again} == {DuplicateKeyError if after_effect else type(None)}
    assert await stored(reports) == set(range(5))


async def test_those_who_wait_behind_a_silent_store_do_not_wait_in_turn(
    reports: CountingCollection, database: MemoryDatabase
) -> None:
    commit = GroupCommit(reports, limit=2)
    database.faults.plan(Fault("insert_each"))

    async with running(commit):
        results = await outcomes(commit, range(10))

    assert all(isinstance(result, StoreUnavailableError) for result in results)
    assert reports.groups == [2]


async def test_more_than_may_wait_is_refused_at_once(reports: CountingCollection) -> None:
    commit = GroupCommit(reports, capacity=3)

    waiting = [asyncio.ensure_future(commit.insert({"_id": each})) for each in range(3)]
    await asyncio.sleep(0)
    with pytest.raises(OverloadedError):
        await commit.insert({"_id": 9})
    async with running(commit):
        await asyncio.gather(*waiting)

    assert await stored(reports) == {0, 1, 2}


async def test_who_goes_away_neither_loses_the_document_nor_disturbs_the_others(reports: CountingCollection) -> None:
    commit = GroupCommit(reports)
    reports.open.clear()

    async with running(commit):
        callers = [asyncio.ensure_future(commit.insert({"_id": each})) for each in range(3)]
        async with asyncio.timeout(5):
            while not reports.groups:
                await asyncio.sleep(0)
        callers[1].cancel()
        reports.open.set()
        results = await asyncio.gather(*callers, return_exceptions=True)

    assert results[0] is None
    assert results[2] is None
    assert isinstance(results[1], asyncio.CancelledError)
    assert await stored(reports) == {0, 1, 2}


async def test_one_unusable_document_does_not_speak_for_its_group(reports: CountingCollection) -> None:
    commit = GroupCommit(reports)

    async with running(commit):
        results = await asyncio.gather(
            commit.insert({"_id": 1}),
            commit.insert({"_id": 2, "unusable": {1, 2}}),
            commit.insert({"_id": 3}),
            return_exceptions=True,
        )

    assert [type(result) for result in results] == [type(None), TypeError, type(None)]
    assert await stored(reports) == {1, 3}


async def test_stopping_stores_what_was_taken_and_takes_no_more(reports: CountingCollection) -> None:
    commit = GroupCommit(reports, limit=2)

    async with running(commit):
        callers = [asyncio.ensure_future(commit.insert({"_id": each})) for each in range(7)]
        await asyncio.sleep(0)
        await commit.stop()
        with pytest.raises(OverloadedError):
            await commit.insert({"_id": 9})
        await asyncio.gather(*callers)

    assert await stored(reports) == set(range(7))


async def test_when_the_writer_dies_nobody_waits_for_ever(reports: CountingCollection) -> None:
    commit = GroupCommit(reports)
    reports.open.clear()
    writer = asyncio.ensure_future(commit.run())
    caller = asyncio.ensure_future(commit.insert({"_id": 1}))
    async with asyncio.timeout(5):
        while not reports.groups:
            await asyncio.sleep(0)

    writer.cancel()

    with pytest.raises(StoreUnavailableError):
        await caller


async def test_the_points_are_passed_in_order(reports: CountingCollection) -> None:
    passed: list[Point] = []
    commit = GroupCommit(reports, probe=passed.append)

    async with running(commit):
        await commit.insert({"_id": 1})

    assert passed == ["before_insert", "after_insert"]
