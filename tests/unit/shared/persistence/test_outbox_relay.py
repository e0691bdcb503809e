"""The relay when the broker or the store is out, when it is told to stop, and when an event is past saving."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

import pytest

from shared.messaging.errors import EventTooLargeError
from shared.messaging.record import OutgoingRecord
from shared.persistence.outbox import combined, pushing, with_outbox
from shared.runtime.ids import derived_id, new_id
from shared.runtime.probe import Point
from tests.support.announcing import Announcer, assert_first_occurrences_in_order, ids_of
from tests.support.consuming import until
from tests.support.memory_store import Fault, MemoryDatabase


@pytest.fixture
def database() -> MemoryDatabase:
    return MemoryDatabase()


@pytest.fixture
def announcer(database: MemoryDatabase) -> Announcer:
    return Announcer(database)


async def test_while_the_broker_is_out_the_age_grows_and_afterwards_nothing_is_missing(announcer: Announcer) -> None:
    outbox = announcer.outbox()
    keys = [new_id() for _ in range(20)]
    announcer.bus.down = True

    async with announcer.running(outbox):
        for key in keys:
            outbox.announced(announcer.things, await announcer.store(key))
        await until(lambda: announcer.metric("kith_outbox_failures_total", step="publish") >= 1)
        announcer.clock.at += timedelta(minutes=2)
        age = announcer.metric("kith_outbox_oldest_pending_seconds")
        waiting = announcer.metric("kith_outbox_pending")
        announcer.bus.down = False
        await until(lambda: len(announcer.ids()) >= 20)
        await until(lambda: announcer.metric("kith_outbox_pending") == 0)

    assert age > 100
    assert waiting >= 20
    assert Counter(announcer.ids()) == Counter(ids_of(keys, events=1))
    assert announcer.metric("kith_outbox_oldest_pending_seconds") == 0


async def test_more_than_fits_in_memory_is_found_in_the_store_in_order(database: MemoryDatabase) -> None:
    announcer = Announcer(database, partitions=1)
    outbox = announcer.outbox(queue=5, page=7)
    keys = [new_id() for _ in range(40)]
    announcer.bus.down = True

    async with announcer.running(outbox):
        for turn in range(2):
            for key in keys:
                document = await (announcer.store(key) if turn == 0 else announcer.change(key))
                outbox.announced(announcer.things, document)
        announcer.bus.down = False
        await until(lambda: len(set(announcer.ids())) == 80)
        await until(lambda: announcer.metric("kith_outbox_pending") == 0)

    assert announcer.metric("kith_outbox_overflows_total") >= 1
    assert await announcer.pending() == 0
    for key in keys:
        assert_first_occurrences_in_order(announcer, key, events=2)


class CountingPublisher:
    """Remembers how many records came together."""

    def __init__(self, announcer: Announcer) -> None:
        self._publisher = announcer.bus.publisher()
        self.rounds: list[int] = []

    async def publish(self, records: Sequence[OutgoingRecord]) -> None:
        self.rounds.append(len(records))
        await self._publisher.publish(records)


async def test_the_first_goes_out_at_once_and_those_soon_after_it_together(announcer: Announcer) -> None:
    publisher = CountingPublisher(announcer)
    outbox = announcer.outbox(publisher=publisher, round_seconds=0.3, sweep_seconds=30)

    async with announcer.running(outbox):
        await until(lambda: announcer.metric("kith_outbox_sweep_seconds_count") >= 1)
        outbox.announced(announcer.things, await announcer.store(new_id()))
        await until(lambda: len(announcer.ids()) == 1)
        for _ in range(5):
            outbox.announced(announcer.things, await announcer.store(new_id()))
        await until(lambda: len(announcer.ids()) == 6)

    assert publisher.rounds == [1, 5]


async def test_a_whole_batch_does_not_wait_for_more(announcer: Announcer) -> None:
    publisher = CountingPublisher(announcer)
    outbox = announcer.outbox(publisher=publisher, round_seconds=60, batch=3, sweep_seconds=30)

    async with announcer.running(outbox):
        await until(lambda: announcer.metric("kith_outbox_sweep_seconds_count") >= 1)
        for document in [await announcer.store(new_id()) for _ in range(6)]:
            outbox.announced(announcer.things, document)
        await until(lambda: len(announcer.ids()) == 6)

    assert publisher.rounds == [3, 3]


async def test_two_documents_of_one_thing_are_announced_in_the_order_of_their_writes(announcer: Announcer) -> None:
    outbox = announcer.outbox()
    key, other = new_id(), new_id()

    async with announcer.running(outbox):
        first = await announcer.store(key)
        second = with_outbox({"_id": other}, [announcer.event(key, 2)])
        await announcer.things.insert(second)
        outbox.announced(announcer.things, first)
        outbox.announced(announcer.things, second)
        outbox.announced(announcer.things, await announcer.change(key))
        await until(lambda: len(announcer.ids()) >= 3)

    assert announcer.ids()[:2] == [derived_id(key, "1"), derived_id(key, "2")]


@pytest.mark.parametrize("operation", ["find", "update_many", "get_many"])
@pytest.mark.parametrize("after_effect", [False, True])
async def test_a_store_that_does_not_answer_is_asked_again(
    announcer: Announcer, database: MemoryDatabase, operation: str, *, after_effect: bool
) -> None:
    outbox = announcer.outbox()
    key = new_id()
    database.faults.plan(*[Fault(operation, after_effect=after_effect)] * 2)

    async with announcer.running(outbox):
        outbox.announced(announcer.things, await announcer.store(key, events=2))
        await until(lambda: len(announcer.ids()) >= 2)
        await until(lambda: announcer.metric("kith_outbox_pending") == 0)

    assert announcer.ids() == [derived_id(key, "1"), derived_id(key, "2")]
    assert await announcer.pending() == 0


async def test_an_announcement_may_overtake_those_of_other_documents(database: MemoryDatabase) -> None:
    announcer = Announcer(database, partitions=1)
    outbox = announcer.outbox(batch=2, sweep_seconds=30)
    routine, urgent = [new_id() for _ in range(5)], new_id()

    async with announcer.running(outbox):
        await until(lambda: announcer.metric("kith_outbox_sweep_seconds_count") >= 1)
        announcer.bus.down = True
        for key in routine:
            outbox.announced(announcer.things, await announcer.store(key))
        await until(lambda: announcer.metric("kith_outbox_failures_total", step="publish") >= 1)
        outbox.announced(announcer.things, await announcer.store(urgent), ahead=True)
        announcer.bus.down = False
        await until(lambda: len(announcer.ids()) == 6)

    assert announcer.ids().index(derived_id(urgent, "1")) <= 3


async def test_who_writes_in_bulk_waits_until_less_than_a_batch_is_queued(announcer: Announcer) -> None:
    outbox = announcer.outbox(batch=2)
    announcer.bus.down = True

    async with announcer.running(outbox):
        for _ in range(7):
            outbox.announced(announcer.things, await announcer.store(new_id()))
        await until(lambda: announcer.metric("kith_outbox_failures_total", step="publish") >= 1)
        room = asyncio.create_task(outbox.room())
        await until(lambda: announcer.metric("kith_outbox_failures_total", step="publish") >= 3)
        waited = not room.done()
        announcer.bus.down = False
        await room
        published = len(announcer.ids())

    assert waited
    assert published >= 4


async def test_who_writes_in_bulk_does_not_wait_for_ever(announcer: Announcer) -> None:
    outbox = announcer.outbox(batch=1, patience_seconds=0.02)
    announcer.bus.down = True

    async with announcer.running(outbox):
        for _ in range(3):
            outbox.announced(announcer.things, await announcer.store(new_id()))
        await outbox.room()
        announcer.bus.down = False
        await until(lambda: len(announcer.ids()) == 3)

    assert await announcer.pending() == 0


async def test_stopping_publishes_what_is_queued(announcer: Announcer) -> None:
    outbox = announcer.outbox(batch=2)
    keys = [new_id() for _ in range(9)]

    async with announcer.running(outbox):
        for key in keys:
            outbox.announced(announcer.things, await announcer.store(key))

    assert set(announcer.ids()) == ids_of(keys, events=1)
    assert await announcer.pending() == 0


async def test_stopping_does_not_wait_for_a_broker_that_is_out(announcer: Announcer) -> None:
    outbox = announcer.outbox(retry_seconds=60.0, retry_most_seconds=60.0)
    announcer.bus.down = True

    async with announcer.running(outbox):
        outbox.announced(announcer.things, await announcer.store(new_id()))
        await until(lambda: announcer.metric("kith_outbox_failures_total", step="publish") >= 1)

    assert await announcer.pending() == 1


async def test_an_event_past_saving_is_set_aside_and_the_rest_goes_on(announcer: Announcer) -> None:
    broken, sound = new_id(), new_id()
    await announcer.store(broken, events=2)
    await announcer.things.update_one(
        {"_id": broken}, {"$set": {"outbox": [{"seq": 1, "at": announcer.clock.now(), "event": {}}]}}
    )
    await announcer.store(sound)

    async with announcer.running(announcer.outbox(grace_seconds=0.0)):
        await until(lambda: announcer.metric("kith_outbox_sweep_seconds_count") >= 3)

    assert announcer.ids() == [derived_id(sound, "1")]
    assert announcer.metric("kith_outbox_unpublishable") == 1
    assert await announcer.pending() == 1


async def test_the_points_are_passed_in_order(announcer: Announcer) -> None:
    passed: list[Point] = []
    await announcer.store(new_id())

    async with announcer.running(announcer.outbox(probe=passed.append)):
        await until(lambda: "after_mark" in passed)

    assert passed == ["after_publish", "after_ack", "after_mark"]


async def test_what_set_events_off_is_counted(announcer: Announcer) -> None:
    outbox = announcer.outbox()
    await announcer.store(new_id())

    async with announcer.running(outbox):
        await until(lambda: len(announcer.ids()) == 1)
        outbox.announced(announcer.things, await announcer.store(new_id()))
        await until(lambda: len(announcer.ids()) == 2)

    assert announcer.metric("kith_outbox_published_total", by="sweep") == 1
    assert announcer.metric("kith_outbox_published_total", by="nudge") == 1


def test_a_collection_that_is_never_swept_is_refused(announcer: Announcer, database: MemoryDatabase) -> None:
    with pytest.raises(ValueError, match="others"):
        announcer.outbox().announced(database.collection("others"), {"_id": 1})


def test_an_event_that_could_never_be_published_is_refused_before_it_is_stored(announcer: Announcer) -> None:
    event = announcer.event(new_id(), 1).model_copy(update={"areas": ("x" * 70_000,)})

    with pytest.raises(EventTooLargeError):
        with_outbox({"_id": 1}, [event])


def test_updates_are_combined_and_never_contradict_each_other(announcer: Announcer) -> None:
    event = announcer.event(new_id(), 4)

    update = combined({"$set": {"level": 2}, "$inc": {"version": 1}}, pushing([event], after_seq=3))

    assert update["$set"] == {"level": 2, "outbox_seq": 4, "pending": True}
    assert update["$inc"] == {"version": 1}
    assert [entry["seq"] for entry in update["$push"]["outbox"]["$each"]] == [4]
    assert combined({"$set": {"a": 1}}, pushing([], after_seq=3)) == {"$set": {"a": 1}}
    with pytest.raises(ValueError, match="outbox_seq"):
        combined({"$set": {"outbox_seq": 9}}, pushing([event], after_seq=3))
