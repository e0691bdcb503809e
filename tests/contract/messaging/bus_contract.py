"""What every broker adapter promises, and what the runtime promises on top of each; subclassed once per broker."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from typing import Protocol

import pytest

from shared.contracts.event import Event
from shared.messaging.errors import OffsetsGoneError, PoisonMessageError, PublishFailedError
from shared.messaging.ports import LogReader, Publisher, RecordSource
from shared.messaging.record import OutgoingRecord, Partition, Record
from shared.runtime.errors import TransientError
from tests.support.consuming import Collected, a_consumer, counted, running, until
from tests.support.events import a_report, a_withdrawal, on, rubbish


class Broker(Protocol):
    """A broker under test. Names are fresh for each test."""

    @property
    def publisher(self) -> Publisher: ...

    async def topic(self, partitions: int = 1, *, dead_letters: bool = True) -> str: ...
    async def add_dead_letters(self, topic: str) -> None: ...
    def source(self, group: str, topic: str) -> RecordSource: ...
    async def reader(self) -> LogReader: ...
    async def committed(self, group: str, topic: str) -> dict[int, int]: ...


class Ears:
    """A listener that only remembers."""

    def __init__(self) -> None:
        self.partitions: set[Partition] = set()

    async def assigned(self, partitions: Collection[Partition]) -> None:
        self.partitions.update(partitions)

    async def revoked(self, partitions: Collection[Partition]) -> None:
        self.partitions.difference_update(partitions)


async def read_all(broker: Broker, topic: str) -> list[Record]:
    """Return all that is on a topic."""
    reader = await broker.reader()
    partitions = await reader.partitions(topic)
    ends = await reader.ends(partitions)
    reader.seek(await reader.beginnings(partitions))
    found: list[Record] = []
    while len(found) < sum(ends.values()):
        batches = await reader.fetch(max_records=500, timeout_seconds=5)
        found += [record for records in batches.values() for record in records]
    return found


async def take(source: RecordSource | LogReader, count: int) -> list[Record]:
    """Fetch until so many records have come."""
    found: list[Record] = []
    async with asyncio.timeout(20):
        while len(found) < count:
            batches = await source.fetch(max_records=100, timeout_seconds=1)
            found += [record for records in batches.values() for record in records]
    return found


class BrokerContract(ABC):
    """The ports: source, publisher, reader."""

    @abstractmethod
    @pytest.fixture
    def broker(self) -> Broker: ...

    async def test_what_is_published_is_read_as_it_was(self, broker: Broker) -> None:
        topic = await broker.topic()
        record = on(topic, a_report())

        await broker.publisher.publish([record])

        read = (await read_all(broker, topic))[0]
        assert (read.key, read.value, read.headers) == (record.key, record.value, record.headers)

    async def test_records_of_one_key_keep_their_order_and_their_partition(self, broker: Broker) -> None:
        topic = await broker.topic(4)
        keys = [b"a", b"b", b"c", b"d", b"e"]
        sent = [OutgoingRecord(topic, keys[n % 5], str(n).encode(), ()) for n in range(500)]

        await asyncio.gather(*(broker.publisher.publish(sent[n : n + 50]) for n in range(0, 500, 50)))

        read = await read_all(broker, topic)
        for key in keys:
            mine = [record for record in read if record.key == key]
            assert [int(record.value or b"") for record in mine] == sorted(int(record.value or b"") for record in mine)
            assert len({record.partition for record in mine}) == 1
        assert len(read) == 500

    async def test_a_missing_topic_fails_its_own_publisher_only(self, broker: Broker) -> None:
        topic = await broker.topic()

        with pytest.raises(PublishFailedError):
            await broker.publisher.publish([on(f"{topic}.missing", a_report())])
        await broker.publisher.publish([on(topic, a_report())])

        assert len(await read_all(broker, topic)) == 1

    async def test_a_new_group_reads_from_the_beginning_and_a_known_one_from_its_commit(self, broker: Broker) -> None:
        topic = await broker.topic()
        await broker.publisher.publish([on(topic, a_report(n)) for n in range(10)])
        first = broker.source(f"{topic}.g", topic)
        await first.start(Ears())
        records = await take(first, 10)
        await first.commit({Partition(topic, 0): 4})
        await first.stop()

        await first.start(Ears())
        again = await take(first, 6)
        await first.stop()

        assert [record.offset for record in records] == list(range(10))
        assert [record.offset for record in again] == list(range(4, 10))

    async def test_a_paused_partition_gives_nothing_and_loses_nothing(self, broker: Broker) -> None:
        topic = await broker.topic()
        source, ears, partition = broker.source(f"{topic}.g", topic), Ears(), Partition(topic, 0)
        await source.start(ears)
        await broker.publisher.publish([on(topic, a_report(n)) for n in range(20)])
        first = await take(source, 1)

        source.pause([partition])
        nothing = await source.fetch(max_records=100, timeout_seconds=0.05)
        source.resume([partition])

        rest = await take(source, 20 - len(first))
        await source.stop()
        assert not any(nothing.values())
        assert [record.offset for record in (*first, *rest)] == list(range(20))

    async def test_the_broker_says_how_much_is_unread(self, broker: Broker) -> None:
        topic = await broker.topic()
        source = broker.source(f"{topic}.g", topic)
        await source.start(Ears())
        await broker.publisher.publish([on(topic, a_report(n)) for n in range(5)])
        await take(source, 5)

        caught_up = await source.behind()
        source.pause([Partition(topic, 0)])
        await broker.publisher.publish([on(topic, a_report(n)) for n in range(3)])
        behind = await source.behind()
        await source.stop()

        assert sum(caught_up.values()) == 0
        assert sum(behind.values()) == 3

    async def test_a_reader_finds_its_place_by_offset_and_by_time(self, broker: Broker) -> None:
        topic = await broker.topic()
        await broker.publisher.publish([on(topic, a_report(n)) for n in range(3)])
        reader = await broker.reader()
        partitions = await reader.partitions(topic)
        everything = await read_all(broker, topic)

        ends = await reader.ends(partitions)
        by_time = await reader.offsets_at(partitions, everything[0].timestamp_ms)
        after = await reader.offsets_at(partitions, everything[-1].timestamp_ms + 60_000)
        reader.seek({partitions[0]: 2})
        batches = await reader.fetch(max_records=10, timeout_seconds=5)

        assert (ends[partitions[0]], by_time[partitions[0]], after[partitions[0]]) == (3, 0, 3)
        assert [record.offset for record in batches[partitions[0]]] == [2]

    async def test_a_position_outside_the_log_is_said_to_be_gone(self, broker: Broker) -> None:
        topic = await broker.topic()
        await broker.publisher.publish([on(topic, a_report())])
        reader = await broker.reader()
        reader.seek({Partition(topic, 0): 99})

        with pytest.raises(OffsetsGoneError):
            await take(reader, 1)


class RuntimeContract(ABC):
    """The consumer on a broker."""

    @abstractmethod
    @pytest.fixture
    def broker(self) -> Broker: ...

    async def test_events_are_handled_in_order_and_then_committed(self, broker: Broker) -> None:
        topic = await broker.topic(3)
        reports = [a_report(n) for n in range(60)]
        await broker.publisher.publish([on(topic, event) for r in reports for event in (r, a_withdrawal(r))])
        handled = Collected()

        async with running(a_consumer(broker.source(f"{topic}.g", topic), broker.publisher, handled)):
            await until(lambda: len(handled.events) == 120)

        ids = [event.event_id for event in handled.events]
        assert all(ids.index(r.event_id) < ids.index(a_withdrawal(r).event_id) for r in reports)
        assert sum((await broker.committed(f"{topic}.g", topic)).values()) == 120

    async def test_a_poison_message_is_buried_with_its_origin_and_the_next_is_handled(self, broker: Broker) -> None:
        topic = await broker.topic()
        first, last = a_report(1), a_report(2)
        await broker.publisher.publish([on(topic, first), rubbish(topic), on(topic, last)])
        handled = Collected()

        async with running(a_consumer(broker.source(f"{topic}.g", topic), broker.publisher, handled)):
            await until(lambda: len(handled.events) == 2)
            letters = await read_all(broker, f"{topic}.dlq")

        headers = dict(letters[0].headers)
        assert handled.events == [first, last]
        assert len(letters) == 1
        assert letters[0].value == b"{not json"
        assert headers["kith-dlq-topic"] == topic.encode()
        assert (headers["kith-dlq-partition"], headers["kith-dlq-offset"]) == (b"0", b"1")
        assert headers["kith-dlq-reason"] == b"the data is not JSON"
        assert headers["kith-dlq-group"] == f"{topic}.g".encode()
        assert await broker.committed(f"{topic}.g", topic) == {0: 3}

    async def test_one_event_the_handler_cannot_take_does_not_harm_its_neighbours(self, broker: Broker) -> None:
        topic = await broker.topic()
        reports = [a_report(n) for n in range(9)]
        await broker.publisher.publish([on(topic, report) for report in reports])
        tries: list[int] = []

        async def stumble(events: Sequence[Event]) -> None:
            if reports[4] in events:
                tries.append(len(events))
                raise KeyError("a bug")

        handled = Collected(before=stumble)
        async with running(a_consumer(broker.source(f"{topic}.g", topic), broker.publisher, handled)):
            await until(lambda: len(handled.events) == 8)
            letters = await read_all(broker, f"{topic}.dlq")

        assert [event for event in handled.events if event != reports[4]] == [*reports[:4], *reports[5:]]
        assert tries.count(1) == 3
        assert dict(letters[0].headers)["kith-dlq-error"] == b"KeyError"
        assert b"a bug" not in dict(letters[0].headers)["kith-dlq-reason"]

    async def test_while_dead_letters_cannot_be_written_nothing_is_committed_past_them(self, broker: Broker) -> None:
        topic = await broker.topic(dead_letters=False)
        await broker.publisher.publish([on(topic, a_report(1)), rubbish(topic), on(topic, a_report(2))])
        handled = Collected()
        consumer = a_consumer(broker.source(f"{topic}.g", topic), broker.publisher, handled)

        async with running(consumer):
            await until(lambda: counted(consumer, "kith_dead_letter_failures_total") >= 1)
            held = await self._eventually_committed(broker, topic, 1)
            handled_meanwhile = len(handled.events)
            await broker.add_dead_letters(topic)
            await until(lambda: len(handled.events) == 2, 60)
            letters = await read_all(broker, f"{topic}.dlq")

        assert held == {0: 1}
        assert handled_meanwhile == 1
        assert len(letters) == 1
        assert await broker.committed(f"{topic}.g", topic) == {0: 3}

    async def test_a_transient_error_is_tried_again_in_order_and_never_buried(self, broker: Broker) -> None:
        topic = await broker.topic()
        reports = [a_report(n) for n in range(5)]
        await broker.publisher.publish([on(topic, report) for report in reports])
        failures = iter(range(7))

        async def out(events: Sequence[Event]) -> None:
            if next(failures, None) is not None:
                raise TransientError("the store is out")

        handled = Collected(before=out)
        async with running(a_consumer(broker.source(f"{topic}.g", topic), broker.publisher, handled)):
            await until(lambda: len(handled.events) == 5)

        assert handled.events == reports
        assert await read_all(broker, f"{topic}.dlq") == []

    async def test_a_cancelled_handler_is_not_committed(self, broker: Broker) -> None:
        topic = await broker.topic()
        await broker.publisher.publish([on(topic, a_report(1))])
        begun = asyncio.Event()

        async def hang(events: Sequence[Event]) -> None:
            begun.set()
            await asyncio.Event().wait()

        task = asyncio.create_task(a_consumer(broker.source(f"{topic}.g", topic), broker.publisher, hang).run())
        await asyncio.wait_for(begun.wait(), 20)
        task.cancel()
        await asyncio.wait([task])

        handled = Collected()
        assert await broker.committed(f"{topic}.g", topic) == {}
        async with running(a_consumer(broker.source(f"{topic}.g", topic), broker.publisher, handled)):
            await until(lambda: len(handled.events) == 1)

    async def test_a_second_member_takes_its_share_and_nothing_is_lost(self, broker: Broker) -> None:
        topic = await broker.topic(4)
        reports = [a_report(n) for n in range(200)]
        one, other = Collected(), Collected()
        group = f"{topic}.g"

        async with running(a_consumer(broker.source(group, topic), broker.publisher, one)):
            await broker.publisher.publish([on(topic, report) for report in reports[:100]])
            await until(lambda: len(one.events) == 100)
            async with running(a_consumer(broker.source(group, topic), broker.publisher, other)):
                for report in reports[100:]:
                    await broker.publisher.publish([on(topic, report)])
                await until(lambda: len({e.event_id for e in (*one.events, *other.events)}) == 200)

        assert sum((await broker.committed(group, topic)).values()) == 200

    async def test_a_group_set_back_to_the_start_reads_everything_again(self, broker: Broker) -> None:
        topic = await broker.topic(2)
        await broker.publisher.publish([on(topic, a_report(n)) for n in range(20)])
        first, again = Collected(), Collected()

        for group, handled in ((f"{topic}.g", first), (f"{topic}.h", again)):
            async with running(a_consumer(broker.source(group, topic), broker.publisher, handled)):
                await until(lambda handled=handled: len(handled.events) == 20)  # type: ignore[misc]

        assert {event.event_id for event in first.events} == {event.event_id for event in again.events}

    async def test_our_own_word_for_poison_is_the_reason(self, broker: Broker) -> None:
        topic = await broker.topic()
        await broker.publisher.publish([on(topic, a_report(1))])

        async def refuse(events: Sequence[Event]) -> None:
            raise PoisonMessageError("the case is closed for ever")

        async with running(a_consumer(broker.source(f"{topic}.g", topic), broker.publisher, refuse)):
            async with asyncio.timeout(20):
                while not (letters := await read_all(broker, f"{topic}.dlq")):
                    await asyncio.sleep(0.01)

        assert dict(letters[0].headers)["kith-dlq-reason"] == b"the case is closed for ever"

    async def _eventually_committed(self, broker: Broker, topic: str, offset: int) -> dict[int, int]:
        async with asyncio.timeout(20):
            while (found := await broker.committed(f"{topic}.g", topic)).get(0, 0) < offset:
                await asyncio.sleep(0.01)
        return found
