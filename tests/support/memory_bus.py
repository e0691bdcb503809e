"""Kafka in memory: the same ports, with rebalances, crashes and faults on demand. Held to the same contract suite."""

import asyncio
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from shared.messaging.errors import CommitRefusedError, OffsetsGoneError, PublishFailedError
from shared.messaging.ports import Batches, Rebalanced
from shared.messaging.record import OutgoingRecord, Partition, Record
from shared.runtime.errors import TransientError


def _wall_clock_ms() -> int:
    return time.time_ns() // 1_000_000


class MemoryBus:
    """Topics, groups and their committed offsets. `down` fails everything; the rest fails what it names."""

    def __init__(self, topics: Mapping[str, int] | None = None, *, now_ms: Callable[[], int] = _wall_clock_ms) -> None:
        self.down = False
        self.refused_topics: set[str] = set()
        self.acknowledgements_to_lose = 0
        self.committed: dict[tuple[str, Partition], int] = {}
        self._now_ms = now_ms
        self._logs: dict[Partition, list[Record]] = {}
        self._beginnings: Counter[Partition] = Counter()
        self._groups: dict[str, list[MemorySource]] = defaultdict(list)
        self._dealing = asyncio.Lock()
        self._news = asyncio.Event()
        for topic, partitions in (topics or {}).items():
            self.create(topic, partitions)

    def create(self, topic: str, partitions: int = 1) -> None:
        """Make a topic."""
        for number in range(partitions):
            self._logs[Partition(topic, number)] = []

    def publisher(self) -> "MemoryPublisher":
        """Return a publisher."""
        return MemoryPublisher(self)

    def source(self, group: str, topics: Sequence[str]) -> "MemorySource":
        """Return a member of a group, not started."""
        return MemorySource(self, group, topics)

    def reader(self) -> "MemoryReader":
        """Return a reader without a group."""
        return MemoryReader(self)

    def records(self, topic: str) -> list[Record]:
        """Return everything on a topic, partition after partition."""
        return [record for partition in self.partitions(topic) for record in self._logs[partition]]

    def partitions(self, topic: str) -> list[Partition]:
        """Return a topic's partitions."""
        return sorted(partition for partition in self._logs if partition.topic == topic)

    def trim(self, partition: Partition, before: int) -> None:
        """Forget the records before an offset, as retention does."""
        self._beginnings[partition] = before

    def log(self, partition: Partition) -> list[Record]:
        """Return one partition's records from the very first."""
        return self._logs[partition]

    def beginning(self, partition: Partition) -> int:
        """Return the first offset still held."""
        return self._beginnings[partition]

    def append(self, record: OutgoingRecord, partition: int | None = None) -> None:
        """Write one record where its key belongs, or where one says."""
        partitions = self.partitions(record.topic)
        if not partitions or record.topic in self.refused_topics:
            raise PublishFailedError(f"{record.topic} cannot be written")
        number = zlib.crc32(record.key or b"") % len(partitions) if partition is None else partition
        log = self._logs[Partition(record.topic, number)]
        log.append(Record(record.topic, number, len(log), self._now_ms(), *record[1:]))
        self.wake()

    def wake(self) -> None:
        """Let waiting fetches look again."""
        self._news.set()
        self._news = asyncio.Event()

    async def news(self, within_seconds: float) -> None:
        """Wait until something happens."""
        try:
            async with asyncio.timeout(within_seconds):
                await self._news.wait()
        except TimeoutError:
            return

    def answer(self) -> None:
        """Fail while the broker is out."""
        if self.down:
            raise TransientError("the broker is out")

    async def deal(self, group: str) -> None:
        """Take all partitions back from a group's members, then deal them out anew."""
        async with self._dealing:
            members = list(self._groups[group])
            for member in members:
                await member.give_back()
            wanted = sorted(
                {partition for member in members for topic in member.topics for partition in self.partitions(topic)}
            )
            for index, member in enumerate(members):
                if member in self._groups[group]:
                    await member.receive([p for at, p in enumerate(wanted) if at % len(members) == index])

    def join(self, member: "MemorySource") -> None:
        """Add a member."""
        self._groups[member.group].append(member)

    def leave(self, member: "MemorySource") -> bool:
        """Remove a member; False when it was none."""
        members = self._groups[member.group]
        if member not in members:
            return False
        members.remove(member)
        return True

    def members(self, group: str) -> int:
        """Return how many members a group has."""
        return len(self._groups[group])


class MemoryPublisher:
    """Writes to the bus at once."""

    def __init__(self, bus: MemoryBus) -> None:
        self._bus = bus

    async def publish(self, records: Sequence[OutgoingRecord]) -> None:
        """Write the records; fails before or, with an acknowledgement to lose, after they are written."""
        await asyncio.sleep(0)
        if self._bus.down:
            raise PublishFailedError("the broker is out")
        for record in records:
            self._bus.append(record)
        if self._bus.acknowledgements_to_lose:
            self._bus.acknowledgements_to_lose -= 1
            raise PublishFailedError("the acknowledgement is lost")


class MemorySource:
    """A member of a group on the bus."""

    def __init__(self, bus: MemoryBus, group: str, topics: Sequence[str]) -> None:
        self._bus = bus
        self._group = group
        self.topics = tuple(topics)
        self._listener: Rebalanced | None = None
        self._positions: dict[Partition, int] = {}
        self._paused: set[Partition] = set()

    @property
    def group(self) -> str:
        return self._group

    async def start(self, listener: Rebalanced) -> None:
        self._bus.answer()
        self._listener = listener
        self._paused.clear()
        self._bus.join(self)
        await self._bus.deal(self._group)

    async def stop(self) -> None:
        if self._bus.leave(self):
            self._positions.clear()
            await self._bus.deal(self._group)

    async def crash(self) -> None:
        """Vanish as after SIGKILL: nothing is drained or committed, and the others get the partitions."""
        await self.stop()

    async def fetch(self, *, max_records: int, timeout_seconds: float) -> Batches:
        self._bus.answer()
        found = self._next(max_records)
        if not found and timeout_seconds:
            await self._bus.news(timeout_seconds)
            self._bus.answer()
            found = self._next(max_records)
        await asyncio.sleep(0)
        return found

    async def commit(self, offsets: Mapping[Partition, int]) -> None:
        await asyncio.sleep(0)
        self._bus.answer()
        if not offsets.keys() <= self._positions.keys():
            raise CommitRefusedError("the partitions belong to another member")
        for partition, offset in offsets.items():
            self._bus.committed[self._group, partition] = offset

    def pause(self, partitions: Collection[Partition]) -> None:
        self._paused.update(partitions)

    def resume(self, partitions: Collection[Partition]) -> None:
        self._paused.difference_update(partitions)
        self._bus.wake()

    async def behind(self) -> Mapping[Partition, int]:
        self._bus.answer()
        return {partition: len(self._bus.log(partition)) - at for partition, at in self._positions.items()}

    async def give_back(self) -> None:
        """Let go of all partitions."""
        if self._positions and self._listener is not None:
            await self._listener.revoked(list(self._positions))
        self._positions.clear()

    async def receive(self, partitions: Sequence[Partition]) -> None:
        """Take partitions over, from what was committed or else from the beginning."""
        for partition in partitions:
            committed = self._bus.committed.get((self._group, partition), 0)
            self._positions[partition] = max(committed, self._bus.beginning(partition))
        if self._listener is not None:
            await self._listener.assigned(partitions)

    def _next(self, max_records: int) -> dict[Partition, list[Record]]:
        found: dict[Partition, list[Record]] = {}
        for partition, position in self._positions.items():
            if partition in self._paused or max_records <= 0:
                continue
            records = self._bus.log(partition)[position : position + max_records]
            if records:
                found[partition] = records
                max_records -= len(records)
        for partition, records in found.items():
            self._positions[partition] += len(records)
        return found


class MemoryReader:
    """Reads the bus by position."""

    def __init__(self, bus: MemoryBus) -> None:
        self._bus = bus
        self._positions: dict[Partition, int] = {}

    async def partitions(self, topic: str) -> Sequence[Partition]:
        self._bus.answer()
        found = self._bus.partitions(topic)
        if not found:
            raise TransientError(f"no topic {topic}")
        return found

    async def beginnings(self, partitions: Collection[Partition]) -> Mapping[Partition, int]:
        self._bus.answer()
        return {partition: self._bus.beginning(partition) for partition in partitions}

    async def ends(self, partitions: Collection[Partition]) -> Mapping[Partition, int]:
        self._bus.answer()
        return {partition: len(self._bus.log(partition)) for partition in partitions}

    async def offsets_at(self, partitions: Collection[Partition], timestamp_ms: int) -> Mapping[Partition, int]:
        self._bus.answer()
        return {partition: self._first_at(partition, timestamp_ms) for partition in partitions}

    def seek(self, positions: Mapping[Partition, int]) -> None:
        self._positions = dict(positions)

    async def fetch(self, *, max_records: int, timeout_seconds: float) -> Batches:
        self._bus.answer()
        found = self._next(max_records)
        if not found and timeout_seconds:
            await self._bus.news(timeout_seconds)
            found = self._next(max_records)
        return found

    def _first_at(self, partition: Partition, timestamp_ms: int) -> int:
        log = self._bus.log(partition)
        first = next((record.offset for record in log if record.timestamp_ms >= timestamp_ms), len(log))
        return max(first, self._bus.beginning(partition))

    def _next(self, max_records: int) -> dict[Partition, list[Record]]:
        found = {}
        for partition, position in self._positions.items():
            log = self._bus.log(partition)
            if not self._bus.beginning(partition) <= position <= len(log):
                raise OffsetsGoneError("the position is not in the log")
            records = log[position : position + max_records]
            if records:
                found[partition] = records
                self._positions[partition] = position + len(records)
                max_records -= len(records)
        return found
