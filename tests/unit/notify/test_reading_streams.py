"""Streams on a bus in memory: no gap, no duplicate, and never silent about what is lost."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.notify.adapters.agreements import read_agreements
from services.notify.adapters.kafka_log import KafkaLog
from services.notify.application.open_stream import Gap, Opening, OpenStream, Start
from services.notify.application.read_stream import (
    DRAINING,
    LIFETIME_OVER,
    TOO_SLOW,
    End,
    Idle,
    Message,
    Messages,
    ReadStream,
    StreamLimits,
)
from services.notify.application.ring import Ring
from services.notify.application.tail import Tail
from services.notify.domain.agreement import Agreement
from services.notify.domain.cursor import Place, positions_from
from services.notify.domain.errors import CursorError, DrainingError, NotSharedError
from services.notify.domain.streams import named
from shared.contracts.event import Event
from shared.messaging.codec import record_of
from tests.support.memory_bus import MemoryBus, MemoryReader
from tests.support.notify import TOPICS, opened, submitted

AGREEMENTS = {agreement.id: agreement for agreement in read_agreements()}
POLICE, HOUSING = AGREEMENTS["agency-police"], AGREEMENTS["agency-housing"]
BOTH = named("reports,escalations")


@dataclass
class Bench:
    bus: MemoryBus
    tail: Tail
    open: OpenStream
    read: ReadStream

    async def publish(self, events: Sequence[Event]) -> None:
        await self.bus.publisher().publish([record_of(event) for event in events])

    async def opening(self, start: Start | None = None, agreement: Agreement = POLICE) -> Opening:
        return await self.open(BOTH, agreement, start or Start())

    async def caught_up(self) -> None:
        """Wait until the tail has everything that is on the bus."""
        async with asyncio.timeout(5):
            while any(
                self.tail.ring.positions.get(Place(*partition), -1) < len(self.bus.log(partition))
                for topic in TOPICS
                if topic != "kith.notifications.v1"
                for partition in self.bus.partitions(topic)
            ):
                await asyncio.sleep(0)


@asynccontextmanager
async def bench(*, ring: int = 1_000, ping: float = 5.0, chunk: int = 50) -> AsyncIterator[Bench]:
    bus = MemoryBus(TOPICS)

    @asynccontextmanager
    async def reading() -> AsyncIterator[MemoryReader]:
        yield bus.reader()

    log = KafkaLog(reading)
    tail = Tail(log, [topic for topic in TOPICS if topic != "kith.notifications.v1"], Ring(ring), pause=0.001)
    running = asyncio.create_task(tail.run())
    made = Bench(bus, tail, OpenStream(log, tail), ReadStream(log, tail, StreamLimits(ping=ping, chunk=chunk)))
    await made.caught_up()
    try:
        yield made
    finally:
        await tail.stop()
        await running


async def _some(made: Bench, opening: Opening, count: int) -> list[Message]:
    """Read so many messages, coming back where the stream ends before, then drop the connection."""
    got: list[Message] = []
    async with asyncio.timeout(5):
        while len(got) < count:
            async with aclosing(made.read(opening)) as saying:
                async for said in saying:
                    got += said.messages if isinstance(said, Messages) else []
                    if len(got) >= count:
                        break
            cursor = got[-1].cursor if got else opening.cursor
            opening = await made.open(opening.streams, opening.agreement, Start(offsets=positions_from(cursor)))
    return got[:count]


def _ids(messages: Sequence[Message]) -> list[UUID]:
    return [UUID(json.loads(message.event)["id"]) for message in messages]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 15)), min_size=1, max_size=12), st.sampled_from([3, 8, 500])
)
def test_a_reader_that_drops_at_random_gets_every_event_once(steps: list[tuple[int, int]], ring: int) -> None:
    async def run() -> None:
        async with bench(ring=ring, chunk=4) as made:
            cursor = (await made.opening()).cursor
            published: list[UUID] = []
            got: list[UUID] = []
            for publish, read in steps:
                events = [opened() if number % 2 else submitted() for number in range(publish)]
                published += [event.event_id for event in events]
                await made.publish(events)
                start = Start(offsets=positions_from(cursor))
                messages = await _some(made, await made.opening(start), min(read, len(published) - len(got)))
                got += _ids(messages)
                cursor = messages[-1].cursor if messages else cursor
            rest = await made.opening(Start(offsets=positions_from(cursor)))
            got += _ids(await _some(made, rest, len(published) - len(got)))
            assert len(got) == len(set(got))
            assert set(got) == set(published)

    asyncio.run(run())


async def test_fifty_drops_over_many_events_lose_and_repeat_nothing() -> None:
    async with bench(ring=100) as made:
        cursor, published, got = (await made.opening()).cursor, [], list[UUID]()
        for drop in range(50):
            events = [opened() for _ in range(40)]
            published += [event.event_id for event in events]
            await made.publish(events)
            messages = await _some(made, await made.opening(Start(offsets=positions_from(cursor))), 1 + drop % 37)
            got += _ids(messages)
            cursor = messages[-1].cursor
        rest = await made.opening(Start(offsets=positions_from(cursor)))
        got += _ids(await _some(made, rest, len(published) - len(got)))

        assert len(got) == len(published)
        assert set(got) == set(published)


async def test_events_keep_their_order_within_a_concern() -> None:
    async with bench(ring=5) as made:
        report = opened().report_id
        events = [opened(report, level=level, policy_version=str(n)) for n in range(20) for level in (1, 2)]
        opening = await made.opening()
        await made.publish(events)

        assert _ids(await _some(made, opening, 40)) == [event.event_id for event in events]


async def test_earliest_starts_with_the_first_event_that_is_kept() -> None:
    async with bench(ring=2) as made:
        events = [opened() for _ in range(10)]
        await made.publish(events)
        await made.caught_up()

        messages = await _some(made, await made.opening(Start(earliest=True)), 10)

        assert set(_ids(messages)) == {event.event_id for event in events}


async def test_since_includes_every_event_of_its_millisecond() -> None:
    async with bench() as made:
        events = [opened() for _ in range(6)]
        await made.publish(events)
        first = min(record.timestamp_ms for record in made.bus.records("kith.escalations.v1"))

        messages = await _some(made, await made.opening(Start(since=first)), 6)

        assert set(_ids(messages)) == {event.event_id for event in events}


async def test_a_cursor_older_than_what_is_kept_is_told_of_the_gap_first() -> None:
    async with bench(ring=2) as made:
        old = await made.opening()
        await made.publish([opened() for _ in range(20)])
        await made.caught_up()
        for partition in made.bus.partitions("kith.escalations.v1"):
            made.bus.trim(partition, 3)

        opening = await made.opening(Start(offsets=old.positions))
        async with aclosing(made.read(opening)) as saying:
            said = await anext(saying)

        assert isinstance(said, Gap)
        assert said.reason == "retention"
        assert opening.positions[Place("kith.escalations.v1", 0)] == 3


async def test_a_cursor_ahead_of_the_log_starts_over_and_says_so() -> None:
    async with bench() as made:
        await made.publish([opened()])
        await made.caught_up()
        ahead = {place: offset + 1_000 for place, offset in (await made.opening()).positions.items()}

        opening = await made.opening(Start(offsets=ahead))

        assert opening.gap is not None
        assert opening.gap.reason == "log_restarted"
        assert set(opening.positions.values()) == {0}


async def test_partitions_that_a_cursor_does_not_know_are_read_from_their_beginning() -> None:
    async with bench() as made:
        events = [opened() for _ in range(8)]
        await made.publish(events)
        await made.caught_up()
        known = {Place("kith.reports.v1", 0): 0}

        messages = await _some(made, await made.opening(Start(offsets=known)), 8)

        assert set(_ids(messages)) == {event.event_id for event in events}


async def test_a_cursor_for_a_topic_that_is_not_shared_is_refused() -> None:
    async with bench() as made:
        with pytest.raises(NotSharedError):
            await made.opening(Start(offsets={Place("kith.reports.v1", 0): 0}), AGREEMENTS["role-coordinator"])
        with pytest.raises(CursorError):
            await made.opening(Start(offsets={Place("kith.notifications.v1", 0): 0}))
        with pytest.raises(CursorError):
            await made.opening(Start(offsets={Place("kith.reports.v1", 99): 0}))


async def test_an_idle_stream_says_so_and_moves_its_cursor_past_what_is_not_seen() -> None:
    async with bench(ping=0.02) as made:
        opening = await made.opening(agreement=HOUSING)
        await made.publish([opened(level=4) for _ in range(5)])
        await made.caught_up()

        async with asyncio.timeout(5), aclosing(made.read(opening)) as saying:
            said = [await anext(saying) for _ in range(2)]

        assert all(isinstance(one, Idle) for one in said)
        moved_to = positions_from(said[-1].cursor) if isinstance(said[-1], Idle) else {}
        assert sum(moved_to.values()) == sum(opening.positions.values()) + 5


async def test_a_busy_stream_of_which_nothing_is_seen_still_says_that_it_lives() -> None:
    async with bench(ping=0.02) as made:
        opening = await made.opening(agreement=HOUSING)

        async def chatter() -> None:
            while True:
                await made.publish([opened(level=4)])
                await asyncio.sleep(0)

        talking = asyncio.create_task(chatter())
        async with asyncio.timeout(5), aclosing(made.read(opening)) as saying:
            assert isinstance(await anext(saying), Idle)
        talking.cancel()


async def test_a_stream_ends_when_its_time_is_over() -> None:
    async with bench(ping=0.01) as made:
        said = [one async for one in made.read(await made.opening(), lifetime=0.02)]

        assert said[-1] == End(LIFETIME_OVER)


async def test_a_process_that_stops_ends_its_streams_and_takes_no_more() -> None:
    async with bench() as made:
        opening = await made.opening()
        reading = asyncio.create_task(_all(made, opening))
        await asyncio.sleep(0)
        made.tail.close()

        assert (await reading)[-1] == End(DRAINING)
        with pytest.raises(DrainingError):
            await made.opening()


async def _all(made: Bench, opening: Opening) -> list[object]:
    return [one async for one in made.read(opening)]


async def test_a_reader_that_is_overtaken_is_cut_and_can_come_back() -> None:
    async with bench(ring=5, chunk=2) as made:
        opening = await made.opening()
        await made.publish([opened() for _ in range(4)])
        await made.caught_up()
        async with aclosing(made.read(opening)) as saying:
            first = await anext(saying)
            assert isinstance(first, Messages)
            await made.publish([opened() for _ in range(50)])
            await made.caught_up()
            rest = [one async for one in saying]

        assert rest == [End(TOO_SLOW)]
        back = await made.opening(Start(offsets=positions_from(first.messages[-1].cursor)))
        assert len(await _some(made, back, 52)) == 52


async def test_an_interrupted_tail_goes_on_without_a_hole() -> None:
    async with bench() as made:
        opening = await made.opening()
        await made.publish([opened()])
        await made.caught_up()
        made.bus.down = True
        for _ in range(100):
            await asyncio.sleep(0)
        made.bus.down = False
        await made.publish([opened() for _ in range(3)])

        assert len(await _some(made, opening, 4)) == 4


async def test_rubbish_on_a_topic_is_passed_over() -> None:
    async with bench() as made:
        opening = await made.opening()
        await made.bus.publisher().publish([record_of(opened())._replace(value=b"{no json")])
        await made.publish([opened()])

        assert len(await _some(made, opening, 1)) == 1
