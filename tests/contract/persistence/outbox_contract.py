"""What the outbox promises on every store: announced is published, in order, whatever crashes in between."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from shared.contracts.reporting import REPORTS
from shared.persistence.outbox import Outbox
from shared.persistence.outbox_republish import trim
from shared.persistence.store import Database
from shared.runtime.ids import derived_id, new_id
from shared.runtime.probe import Point
from tests.support.announcing import (
    Announcer,
    InterferingPublisher,
    assert_first_occurrences_in_order,
    ids_of,
)
from tests.support.consuming import until
from tests.support.memory_bus import MemoryBus


class CrashError(Exception):
    """The process ends here."""


async def settled(announcer: Announcer) -> None:
    """Wait until nothing is pending."""
    async with asyncio.timeout(20):
        while await announcer.pending():
            await asyncio.sleep(0.002)


async def crash(outbox: Outbox) -> None:
    """Run a relay to the point at which its probe ends it."""
    async with asyncio.timeout(20):
        with pytest.raises(CrashError):
            await outbox.run()


@pytest.fixture
def announcer(database: Database) -> Announcer:
    return Announcer(database)


class RelayContract:
    async def test_what_was_stored_is_published_once_and_marked(self, announcer: Announcer) -> None:
        outbox = announcer.outbox()
        key = new_id()

        async with announcer.running(outbox):
            outbox.announced(announcer.things, await announcer.store(key))
            await settled(announcer)

        document = await announcer.things.get(key)
        assert document is not None
        assert announcer.ids() == [derived_id(key, "1")]
        assert (document["published_seq"], document["pending"]) == (1, False)
        assert "pending_since" not in document

    async def test_a_document_that_announces_nothing_yet_is_not_pending(self, announcer: Announcer) -> None:
        key = new_id()

        document = await announcer.store(key, events=0)

        assert not document["pending"]
        assert await announcer.pending() == 0

    async def test_what_nobody_was_nudged_for_is_found_at_the_start(self, announcer: Announcer) -> None:
        keys = [new_id() for _ in range(25)]
        for key in keys:
            await announcer.store(key, events=2)

        async with announcer.running(announcer.outbox(page=10)):
            await settled(announcer)

        assert Counter(announcer.ids()) == Counter(ids_of(keys, events=2))
        for key in keys:
            assert_first_occurrences_in_order(announcer, key, events=2)

    async def test_a_change_announces_only_what_is_new(self, announcer: Announcer) -> None:
        outbox = announcer.outbox()
        key = new_id()

        async with announcer.running(outbox):
            outbox.announced(announcer.things, await announcer.store(key))
            await settled(announcer)
            outbox.announced(announcer.things, await announcer.change(key))
            outbox.announced(announcer.things, {"_id": (await announcer.change(key))["_id"]})
            await settled(announcer)

        assert announcer.ids() == [derived_id(key, str(n)) for n in (1, 2, 3)]

    async def test_a_change_while_its_predecessor_is_on_its_way_is_not_forgotten(self, announcer: Announcer) -> None:
        publisher = InterferingPublisher(announcer.bus.publisher())
        outbox = announcer.outbox(publisher=publisher)
        key = new_id()
        document = await announcer.store(key)
        publisher.meanwhile = [announcer.change(key)]

        async with announcer.running(outbox):
            outbox.announced(announcer.things, document)
            await until(lambda: len(announcer.ids()) >= 1)
            announcer.clock.at += timedelta(minutes=1)
            await until(lambda: len(announcer.ids()) == 2)
            await settled(announcer)

        stored = await announcer.things.get(key)
        assert stored is not None
        assert announcer.ids() == [derived_id(key, "1"), derived_id(key, "2")]
        assert stored["published_seq"] == 2

    async def test_two_who_change_the_same_document_do_not_number_alike(self, announcer: Announcer) -> None:
        key = new_id()
        await announcer.store(key)

        await asyncio.gather(*(announcer.change(key) for _ in range(10)))

        document = await announcer.things.get(key)
        assert document is not None
        assert [entry["seq"] for entry in document["outbox"]] == list(range(1, 12))

    async def test_two_relays_at_once_keep_the_order_and_repeat_only_the_same_ids(self, announcer: Announcer) -> None:
        relays = [announcer.outbox(grace_seconds=0.0, batch=3) for _ in range(2)]
        keys = [new_id() for _ in range(8)]

        async with announcer.running(*relays):
            for number, key in enumerate(keys):
                relays[number % 2].announced(announcer.things, await announcer.store(key))
            for turn in range(5):
                for number, key in enumerate(keys):
                    relays[(turn + number) % 2].announced(announcer.things, await announcer.change(key))
            await settled(announcer)

        assert set(announcer.ids()) == ids_of(keys, events=6)
        for key in keys:
            assert_first_occurrences_in_order(announcer, key, events=6)

    async def test_what_another_process_has_just_written_is_left_to_it_for_a_while(self, announcer: Announcer) -> None:
        async with announcer.running(announcer.outbox(grace_seconds=30)):
            await until(lambda: announcer.metric("kith_outbox_sweep_seconds_count") >= 1)
            await announcer.store(new_id())
            swept = announcer.metric("kith_outbox_sweep_seconds_count")
            await until(lambda: announcer.metric("kith_outbox_sweep_seconds_count") >= swept + 2)
            early = announcer.ids()
            announcer.clock.at += timedelta(seconds=31)
            await settled(announcer)

        assert early == []
        assert len(announcer.ids()) == 1


class CrashContract:
    @pytest.mark.parametrize("point", ["after_publish", "after_ack", "after_mark"])
    async def test_a_crash_loses_nothing_and_repeats_only_the_same_ids(
        self, announcer: Announcer, point: Point
    ) -> None:
        def crashing(passed: Point) -> None:
            if passed == point:
                raise CrashError

        keys = [new_id() for _ in range(5)]
        for key in keys:
            await announcer.store(key, events=2)

        await crash(announcer.outbox(probe=crashing, page=2))
        async with announcer.running(announcer.outbox()):
            await settled(announcer)

        assert set(announcer.ids()) == ids_of(keys, events=2)
        assert max(Counter(announcer.ids()).values()) <= 2
        for key in keys:
            assert_first_occurrences_in_order(announcer, key, events=2)

    async def test_an_acknowledgement_that_is_lost_repeats_the_same_ids_in_order(self, announcer: Announcer) -> None:
        outbox = announcer.outbox()
        announcer.bus.acknowledgements_to_lose = 2
        key = new_id()
        await announcer.store(key, events=3)

        async with announcer.running(outbox):
            await settled(announcer)

        assert announcer.ids() == [derived_id(key, str(n)) for n in (1, 2, 3)] * 3
        assert announcer.metric("kith_outbox_failures_total", step="publish") == 2


class RepairContract:
    async def test_everything_since_a_moment_is_published_again_with_its_own_ids(self, announcer: Announcer) -> None:
        old, keys = new_id(), [new_id() for _ in range(4)]
        outbox = announcer.outbox()
        async with announcer.running(outbox):
            outbox.announced(announcer.things, await announcer.store(old))
            announcer.clock.at += timedelta(hours=1)
            since = announcer.clock.now()
            for key in keys:
                outbox.announced(announcer.things, await announcer.store(key))
            for key in [*keys, old]:
                outbox.announced(announcer.things, await announcer.change(key))
            await settled(announcer)
        announcer.bus = MemoryBus({REPORTS: 1})

        count = await announcer.outbox().republish(since)

        expected = [derived_id(key, "1") for key in keys] + [derived_id(key, "2") for key in [*keys, old]]
        assert announcer.ids() == expected
        assert count == len(expected)

    async def test_old_entries_are_removed_once_published_and_numbering_goes_on(self, announcer: Announcer) -> None:
        outbox = announcer.outbox()
        quiet, waiting = new_id(), new_id()
        async with announcer.running(outbox):
            outbox.announced(announcer.things, await announcer.store(quiet))
            await settled(announcer)
        await announcer.store(waiting)
        announcer.clock.at += timedelta(days=60)

        trimmed = await trim(announcer.things, before=announcer.clock.now() - timedelta(days=30))

        kept = await announcer.things.get_many([quiet, waiting])
        assert trimmed == 1
        assert [len(kept[key]["outbox"]) for key in (quiet, waiting)] == [0, 1]
        async with announcer.running(announcer.outbox(grace_seconds=0.0)):
            await announcer.change(quiet)
            await settled(announcer)
        assert derived_id(quiet, "2") in announcer.ids()


class OutboxContract(RelayContract, CrashContract, RepairContract):
    """All of it."""
