"""EventLog over Kafka, through the readers of shared/messaging."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from services.notify.application.event_log import Batch, Entry, LogReader
from services.notify.application.facts import fact_of
from services.notify.application.projection import Shown
from services.notify.domain.cursor import Place, Positions
from shared.messaging.codec import event_from
from shared.messaging.errors import OffsetsGoneError, PoisonMessageError
from shared.messaging.kafka import KafkaReader
from shared.messaging.ports import LogReader as LogSource
from shared.messaging.record import Partition, Record
from shared.runtime.errors import TransientError

Readers = Callable[[], AbstractAsyncContextManager[LogSource]]


class LogMovedError(TransientError):
    """What was to be read is no longer kept; connecting again tells the gap."""


class KafkaLog:
    """Opens one reader per use: the tail keeps its own for good, a stream that catches up until it has."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers

    async def bounds(self, topics: Sequence[str]) -> Mapping[Place, tuple[int, int]]:
        """Return the oldest offset kept and the next to be written, for every partition."""
        async with self._readers() as reader:
            partitions = [partition for topic in topics for partition in await reader.partitions(topic)]
            beginnings, ends = await reader.beginnings(partitions), await reader.ends(partitions)
        return {Place(*partition): (beginnings[partition], ends[partition]) for partition in partitions}

    async def offsets_at(self, moments: Mapping[Place, int]) -> Mapping[Place, int | None]:
        """Return the first offset at or after a moment."""
        found: dict[Place, int | None] = {}
        async with self._readers() as reader:
            for moment in set(moments.values()):
                partitions = [Partition(*place) for place, asked in moments.items() if asked == moment]
                offsets = await reader.offsets_at(partitions, moment)
                found |= {Place(*partition): offset for partition, offset in offsets.items()}
        return found

    def reading(self, positions: Positions) -> AbstractAsyncContextManager[LogReader]:
        """Open a reader that stands at the given positions."""
        return self._reading(dict(positions))

    @asynccontextmanager
    async def _reading(self, positions: dict[Place, int]) -> AsyncIterator[LogReader]:
        async with self._readers() as reader:
            reader.seek({Partition(*place): offset for place, offset in positions.items()})
            yield _Reader(reader, positions)


class _Reader:
    def __init__(self, reader: LogSource, positions: dict[Place, int]) -> None:
        self._reader = reader
        self._positions = positions

    async def fetch(self, limit: int, patience: float) -> Batch:
        try:
            batches = await self._reader.fetch(max_records=limit, timeout_seconds=patience)
        except OffsetsGoneError as error:
            raise LogMovedError(str(error)) from error
        entries = [entry_of(record) for records in batches.values() for record in records]
        self._positions.update({entry.place: entry.offset + 1 for entry in entries})
        return Batch(entries, dict(self._positions))


def readers_of(servers: str) -> Readers:
    """Return what opens a reader of these brokers."""

    def reading() -> AbstractAsyncContextManager[LogSource]:
        return KafkaReader(servers, client_id="notify.streams").reading()

    return reading


def entry_of(record: Record) -> Entry:
    """Return a record as streams see it; what is no event of ours is an entry that shows nothing."""
    try:
        event = event_from(record)
    except PoisonMessageError:
        event = None
    shown = Shown(None if event is None else fact_of(event))
    return Entry(Place(record.topic, record.partition), record.offset, shown)
