"""One partition's lane: what was fetched waits here and is handled in order, while other lanes do the same."""

import asyncio
from collections import deque
from collections.abc import Sequence

from shared.messaging.delivery import Delivery
from shared.messaging.record import Partition, Record

_SHARES = 8
"""Lanes that wait for something may hold up to this many parts of the bytes before the others run dry."""

_CANCEL_SECONDS = 5.0


class Flow:
    """Bytes fetched and not yet handled, over all lanes; `room` is set whenever some of them are done."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.in_flight = 0
        self.room = asyncio.Event()

    @property
    def full(self) -> bool:
        """Tell whether nothing more should be fetched."""
        return self.in_flight >= self.limit

    def take(self, size: int) -> None:
        """Count bytes in."""
        self.in_flight += size

    def give(self, size: int) -> None:
        """Count bytes out."""
        self.in_flight -= size
        self.room.set()


class Lane:
    """Handles one partition's records in order. `done` is the offset after the last one that met its fate."""

    def __init__(self, partition: Partition, delivery: Delivery, flow: Flow) -> None:
        self.partition = partition
        self.done: int | None = None
        self.committed: int | None = None
        self._delivery = delivery
        self._flow = flow
        self._chunks: deque[tuple[Sequence[Record], int]] = deque()
        self._queued = 0
        self._current: Sequence[Record] = ()
        self._held = 0
        self._arrived = asyncio.Event()
        self._closing = False
        self._waiting = False
        self._task: asyncio.Task[None] | None = None

    @property
    def full(self) -> bool:
        """Tell whether a whole batch is waiting already, or more than one lane's share of the bytes is held here."""
        return self._queued >= self._delivery.limits.batch_records or self._held >= self._flow.limit // _SHARES

    @property
    def pending(self) -> int:
        """How many records are here and have not met their fate."""
        finished = self.done or 0
        return self._queued + sum(record.offset >= finished for record in self._current)

    @property
    def oldest_ms(self) -> int | None:
        """When the oldest record here was written."""
        finished = self.done or 0
        current = next((record.timestamp_ms for record in self._current if record.offset >= finished), None)
        return current if current is not None else (self._chunks[0][0][0].timestamp_ms if self._chunks else None)

    @property
    def to_commit(self) -> int | None:
        """The offset to commit, if it moved since the last time."""
        return self.done if self.done != self.committed else None

    def offer(self, records: Sequence[Record]) -> None:
        """Queue records that follow those offered before: at least one, and no more than fit into one batch."""
        size = sum([len(record.value or b"") for record in records])
        self._chunks.append((records, size))
        self._queued += len(records)
        self._held += size
        self._flow.take(size)
        self._arrived.set()

    def start(self, tasks: asyncio.TaskGroup) -> None:
        """Begin to handle what is offered."""
        self._task = tasks.create_task(self._run(), name=f"lane {self.partition.topic}/{self.partition.number}")

    async def close(self, within_seconds: float) -> None:
        """Finish the handler call in hand, or cancel it when it takes too long; what is left is dropped."""
        self._closing = True
        self._arrived.set()
        if self._task is not None:
            if self._waiting:
                self._task.cancel()
            await asyncio.wait([self._task], timeout=within_seconds)
            self._task.cancel()
            await asyncio.wait([self._task], timeout=_CANCEL_SECONDS)
        self._flow.give(self._held)
        self._held = 0
        self._chunks.clear()
        self._queued = 0
        self._current = ()

    async def _run(self) -> None:
        while not self._closing:
            if not self._chunks:
                self._arrived.clear()
                await self._arrived.wait()
                continue
            batch, size = self._take()
            for run in self._delivery.runs_of(batch):
                await self._delivery.deliver(run, self._set_done, self._set_waiting)
                if self._closing:
                    return
            self._current = ()
            self._held -= size
            self._flow.give(size)

    def _take(self) -> tuple[Sequence[Record], int]:
        """Take what waits, up to one batch."""
        batch, size = self._chunks.popleft()
        limit = self._delivery.limits.batch_records
        while self._chunks and len(batch) + len(self._chunks[0][0]) <= limit:
            more, weight = self._chunks.popleft()
            batch, size = [*batch, *more], size + weight
        self._queued -= len(batch)
        self._current = batch
        self._flow.room.set()
        return batch, size

    def _set_done(self, offset: int) -> None:
        self.done = offset

    def _set_waiting(self, waiting: bool) -> None:  # noqa: FBT001 - a state, not a switch
        self._waiting = waiting
        if waiting and self._closing and self._task is not None:
            self._task.cancel()
