"""The consumer's loop on the bus in memory: grouping, holding back, giving up partitions, stopping, being stuck."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from shared.contracts.event import Event
from shared.contracts.reporting import ReportSubmitted
from shared.messaging.consumer import Consumer
from shared.messaging.errors import TooManyDeadLettersError
from shared.messaging.limits import DeadLetterLimits
from shared.messaging.record import Partition
from shared.messaging.subscription import Subscription
from shared.runtime.errors import TransientError
from tests.support.consuming import SHORT, Collected, a_consumer, counted, running, until
from tests.support.events import a_report, a_withdrawal, on, rubbish
from tests.support.memory_bus import MemoryBus

FIRST, SECOND = Partition("t", 0), Partition("t", 1)


def a_bus(partitions: int = 1) -> MemoryBus:
    return MemoryBus({"t": partitions, "t.dlq": 1})


def on_bus(bus: MemoryBus, handler: Collected) -> Consumer:
    return a_consumer(bus.source("g", ["t"]), bus.publisher(), handler)


async def test_neighbours_of_one_type_come_in_one_call() -> None:
    bus, handled = a_bus(), Collected()
    one, two, three = a_report(1), a_report(2), a_report(3)
    for event in (one, two, a_withdrawal(one), three):
        bus.append(on("t", event))

    async with running(on_bus(bus, handled)):
        await until(lambda: len(handled.events) == 4)

    assert handled.calls == [[one, two], [a_withdrawal(one)], [three]]


async def test_what_nobody_subscribed_to_is_passed_over_and_committed() -> None:
    bus, handled = a_bus(), Collected()
    report = a_report(1)
    bus.append(on("t", a_withdrawal(report)))
    unknown = on("t", report)
    headers = tuple((name, b"kith.x.y.v9" if name == "ce_type" else value) for name, value in unknown.headers)
    bus.append(unknown._replace(headers=headers))
    bus.append(on("t", report))
    consumer = replace(on_bus(bus, handled), subscriptions=(Subscription(ReportSubmitted, handled),))

    async with running(consumer):
        await until(lambda: bus.committed.get(("g", FIRST)) == 3)

    assert handled.events == [report]
    assert counted(consumer, "kith_events_handled_total", event="other", outcome="skipped") == 2


async def test_a_partition_that_waits_does_not_hold_up_another() -> None:
    bus = a_bus(2)
    stuck = [a_report(n) for n in range(3)]
    for report in stuck:
        bus.append(on("t", report), partition=0)
    for number in range(10, 30):
        bus.append(on("t", a_report(number)), partition=1)

    async def out(events: Sequence[Event]) -> None:
        if stuck[0] in events:
            raise TransientError("out")

    handled = Collected(before=out)
    async with running(on_bus(bus, handled)):
        await until(lambda: bus.committed.get(("g", SECOND)) == 20)

    assert ("g", FIRST) not in bus.committed


async def test_a_slow_handler_holds_fetching_back() -> None:
    bus = a_bus()
    for number in range(500):
        bus.append(on("t", a_report(number)))
    gate = asyncio.Event()

    async def slow(events: Sequence[Event]) -> None:
        await gate.wait()

    handled = Collected(before=slow)
    limits = replace(SHORT, batch_records=20)
    consumer = a_consumer(bus.source("g", ["t"]), bus.publisher(), handled, limits=limits)
    async with running(consumer):
        await until(lambda: counted(consumer, "kith_consumer_partitions_paused") == 1)
        await until(lambda: counted(consumer, "kith_consumer_in_flight_bytes") > 0)
        held = counted(consumer, "kith_consumer_in_flight_bytes")
        gate.set()
        await until(lambda: len(handled.events) == 500)

    assert held < 60 * 1000
    assert max(len(call) for call in handled.calls) <= 20


async def test_bytes_are_bounded_as_well_as_records() -> None:
    bus = a_bus(4)
    for number in range(400):
        bus.append(on("t", a_report(number)), partition=number % 4)
    gate = asyncio.Event()

    async def slow(events: Sequence[Event]) -> None:
        await gate.wait()

    handled = Collected(before=slow)
    limits = replace(SHORT, batch_records=10, bytes_in_flight=20_000)
    consumer = a_consumer(bus.source("g", ["t"]), bus.publisher(), handled, limits=limits)
    async with running(consumer):
        await until(lambda: counted(consumer, "kith_consumer_partitions_paused") == 4)
        await until(lambda: counted(consumer, "kith_consumer_in_flight_bytes") > 0)
        held = counted(consumer, "kith_consumer_in_flight_bytes")
        gate.set()
        await until(lambda: len(handled.events) == 400)

    assert held < 40_000


async def test_a_revoked_partition_is_finished_and_committed_first() -> None:
    bus = a_bus(2)
    report = a_report(1)
    bus.append(on("t", report), partition=1)
    begun, gate = asyncio.Event(), asyncio.Event()

    async def slow(events: Sequence[Event]) -> None:
        begun.set()
        await gate.wait()

    handled, other = Collected(before=slow), Collected()
    limits = replace(SHORT, commit_every_seconds=1000.0)
    async with running(a_consumer(bus.source("g", ["t"]), bus.publisher(), handled, limits=limits)):
        await begun.wait()
        asyncio.get_running_loop().call_later(0.02, gate.set)
        async with running(on_bus(bus, other)):
            await until(lambda: bus.committed.get(("g", SECOND)) == 1)

    assert handled.events == [report]
    assert other.events == []


async def test_a_handler_that_outlasts_the_drain_is_cancelled_and_its_events_go_to_the_next_member() -> None:
    bus = a_bus()
    report = a_report(1)
    bus.append(on("t", report))
    begun = asyncio.Event()

    async def hang(events: Sequence[Event]) -> None:
        begun.set()
        await asyncio.Event().wait()

    handled = Collected()
    limits = replace(SHORT, drain_seconds=0.02, stop_seconds=0.02)
    async with running(a_consumer(bus.source("g", ["t"]), bus.publisher(), hang, limits=limits)):
        await begun.wait()

    assert bus.committed == {}
    async with running(on_bus(bus, handled)):
        await until(lambda: handled.events == [report])


async def test_stopping_commits_what_was_done_and_does_not_wait_for_a_back_off() -> None:
    bus = a_bus(2)
    bus.append(on("t", a_report(1)), partition=0)
    bus.append(on("t", a_report(2)), partition=1)

    async def out(events: Sequence[Event]) -> None:
        if a_report(2) in events:
            raise TransientError("out")

    handled = Collected(before=out)
    limits = replace(SHORT, commit_every_seconds=1000.0, stop_seconds=1000.0)
    async with running(a_consumer(bus.source("g", ["t"]), bus.publisher(), handled, limits=limits)):
        await until(lambda: len(handled.events) == 1)

    assert bus.committed == {("g", FIRST): 1}


async def test_the_broker_may_go_and_come_back() -> None:
    bus, handled = a_bus(), Collected()
    consumer = on_bus(bus, handled)
    bus.down = True
    async with running(consumer):
        await until(lambda: counted(consumer, "kith_consumer_restarts_total") >= 2)
        assert consumer.progressing
        bus.down = False
        bus.append(on("t", a_report(1)))
        await until(lambda: len(handled.events) == 1)
        bus.down = True
        bus.wake()
        bus.append(on("t", a_report(2)))
        bus.down = False
        await until(lambda: len(handled.events) >= 2)

    assert bus.committed["g", FIRST] == 2


async def test_a_topic_of_rubbish_stops_the_consumer_and_not_the_evidence() -> None:
    bus = a_bus()
    for _ in range(300):
        bus.append(rubbish("t"))
    consumer = a_consumer(
        bus.source("g", ["t"]), bus.publisher(), Collected(), dead_letter_limits=DeadLetterLimits(consecutive=10)
    )

    with pytest.raises(TooManyDeadLettersError):
        await consumer.run()

    assert len(bus.records("t.dlq")) == 9
    assert bus.committed == {("g", FIRST): 9}


async def test_a_crash_loses_nothing_and_the_next_start_goes_on_from_the_commit() -> None:
    bus, handled = a_bus(3), Collected()
    reports = [a_report(n) for n in range(60)]
    for number, report in enumerate(reports):
        bus.append(on("t", report), partition=number % 3)
    source = bus.source("g", ["t"])
    crashing = asyncio.create_task(a_consumer(source, bus.publisher(), handled).run())
    await until(lambda: len(handled.events) > 10)
    await source.crash()
    crashing.cancel()
    await asyncio.wait([crashing])

    async with running(on_bus(bus, handled)):
        await until(lambda: sum(bus.committed.values()) == 60)

    assert {event.event_id for event in handled.events} == {report.event_id for report in reports}


async def test_work_that_stands_still_fails_the_liveness_probe_and_trying_again_does_not() -> None:
    bus = a_bus()
    bus.append(on("t", a_report(1)))
    gate = asyncio.Event()

    async def hang(events: Sequence[Event]) -> None:
        await gate.wait()

    async def out(events: Sequence[Event]) -> None:
        raise TransientError("out")

    limits = replace(SHORT, stuck_seconds=0.1)
    hanging = a_consumer(bus.source("g", ["t"]), bus.publisher(), hang, limits=limits)
    async with running(hanging):
        await until(lambda: not hanging.progressing)
        gate.set()
        await until(lambda: hanging.progressing)
    trying = a_consumer(bus.source("h", ["t"]), bus.publisher(), out, limits=limits)
    async with running(trying):
        while counted(trying, "kith_events_retried_total", event="kith.report.submitted.v1") < 20:
            assert trying.progressing
            await asyncio.sleep(0.005)


async def test_lag_is_known_in_messages_and_in_seconds() -> None:
    bus = MemoryBus({"t": 1}, now_ms=lambda: 0)
    for number in range(5):
        bus.append(on("t", a_report(number)))
    gate = asyncio.Event()

    async def slow(events: Sequence[Event]) -> None:
        await gate.wait()

    consumer = a_consumer(bus.source("g", ["t"]), bus.publisher(), slow)
    async with running(consumer):
        await until(lambda: counted(consumer, "kith_consumer_lag_messages", topic="t") == 5)
        await until(lambda: counted(consumer, "kith_consumer_lag_seconds") > 1_000_000_000)
        gate.set()
        await until(lambda: counted(consumer, "kith_consumer_lag_messages", topic="t") == 0)
        await until(lambda: counted(consumer, "kith_consumer_lag_seconds") == 0)
