"""One membership of a consumer group, from joining to leaving."""

import asyncio
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from shared.messaging.delivery import Delivery
from shared.messaging.errors import CommitRefusedError
from shared.messaging.lane import Flow, Lane
from shared.messaging.ports import Batches, RecordSource
from shared.messaging.record import Partition
from shared.messaging.watch import ProgressWatch
from shared.observability.logging import get_logger
from shared.runtime.clock import Clock
from shared.runtime.errors import TransientError

log = get_logger()

_IDLE_FETCH_SECONDS = 0.5
_BUSY_FETCH_SECONDS = 0.05
_KEEP_ALIVE_SECONDS = 5.0


@dataclass(slots=True)
class Session:
    """Fetches for the lanes of the assigned partitions and commits what they have done."""

    source: RecordSource
    delivery: Delivery
    watch: ProgressWatch
    clock: Clock
    stopping: asyncio.Event
    _lanes: dict[Partition, Lane] = field(init=False, default_factory=dict)
    _flow: Flow = field(init=False)
    _paused: set[Partition] = field(init=False, default_factory=set)
    _committing: asyncio.Lock = field(init=False, default_factory=asyncio.Lock)
    _tasks: asyncio.TaskGroup = field(init=False)
    _broken: TransientError | None = field(init=False, default=None)
    _ending: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self._flow = Flow(self.delivery.limits.bytes_in_flight)

    async def run(self) -> None:
        """Consume until `stopping` is set; raises `TransientError` when the source has to be opened again."""
        self.watch.rebalancing(self._now())
        self.watch.broker_silent(self._now())
        self._tasks = asyncio.TaskGroup()
        try:
            async with self._tasks:
                await self._until_stopped()
        except ExceptionGroup as errors:
            raise _first_of(errors) from None
        finally:
            await self._leave()
        if self._broken is not None:
            raise self._broken

    async def assigned(self, partitions: Collection[Partition]) -> None:
        """Start a lane for each partition."""
        if self._ending:
            return
        self.watch.assigned(self._now())
        metrics = self.delivery.metrics
        metrics.rebalances.labels(self.delivery.group).inc()
        for partition in partitions:
            self._lanes[partition] = lane = Lane(partition, self.delivery, self._flow)
            lane.start(self._tasks)
        metrics.partitions_assigned.labels(self.delivery.group).set(len(self._lanes))
        log.info("partitions_assigned", group=self.delivery.group, partitions=len(partitions))

    async def revoked(self, partitions: Collection[Partition]) -> None:
        """Drain these lanes, commit what they did, and drop them."""
        self.watch.rebalancing(self._now())
        await self._drain(partitions, self.delivery.limits.drain_seconds)
        log.info("partitions_revoked", group=self.delivery.group, partitions=len(partitions))

    async def _until_stopped(self) -> None:
        stopper = self._tasks.create_task(self.stopping.wait())
        joining = self._tasks.create_task(self._fetch_for_ever())
        looking = self._tasks.create_task(self._look_around())
        committing = self._tasks.create_task(self._commit_regularly())
        await asyncio.wait((stopper, joining, looking), return_when=asyncio.FIRST_COMPLETED)
        self._ending = True
        for task in (stopper, joining, looking):
            task.cancel()
        await self._drain(tuple(self._lanes), self.delivery.limits.stop_seconds)
        committing.cancel()

    async def _fetch_for_ever(self) -> None:
        try:
            await self.source.start(self)
            while self._broken is None:
                self._dispatch(await self._fetch())
        except TransientError as error:
            self._broken = error

    async def _fetch(self) -> Batches:
        self._hold_back()
        limit = self.delivery.limits.batch_records
        if self._paused and len(self._paused) == len(self._lanes):
            self._flow.room.clear()
            try:
                async with asyncio.timeout(_KEEP_ALIVE_SECONDS):
                    await self._flow.room.wait()
            except TimeoutError:
                return await self.source.fetch(max_records=limit, timeout_seconds=0)
            self._hold_back()
        wait = _BUSY_FETCH_SECONDS if self._paused else _IDLE_FETCH_SECONDS
        return await self.source.fetch(max_records=limit, timeout_seconds=wait)

    def _hold_back(self) -> None:
        """Pause lanes that have enough to do, resume those that have room."""
        full = {partition for partition, lane in self._lanes.items() if lane.full or self._flow.full}
        if full != self._paused:
            self.source.pause(full - self._paused)
            self.source.resume((self._paused - full) & self._lanes.keys())
            self._paused = full
            self.delivery.metrics.partitions_paused.labels(self.delivery.group).set(len(full))

    def _dispatch(self, batches: Batches) -> None:
        for partition, records in batches.items():
            lane = self._lanes.get(partition)
            if lane is not None:
                lane.offer(records)

    async def _commit_regularly(self) -> None:
        while True:
            await asyncio.sleep(self.delivery.limits.commit_every_seconds)
            await self._commit(tuple(self._lanes.values()))

    async def _commit(self, lanes: Iterable[Lane]) -> None:
        """Store what is done. Failing is harmless: the same records are read again, and handlers are idempotent."""
        count = self.delivery.metrics.commits
        group = self.delivery.group
        async with self._committing:
            offsets = {lane.partition: lane.to_commit for lane in lanes}
            moved = {partition: offset for partition, offset in offsets.items() if offset is not None}
            if not moved:
                return
            try:
                await self.source.commit(moved)
            except CommitRefusedError:
                count.labels(group, "refused").inc()
                log.warning("commit_refused", group=group, partitions=len(moved))
                return
            except TransientError as error:
                count.labels(group, "failed").inc()
                log.warning("commit_failed", group=group, error=type(error).__name__)
                return
            self.delivery.probe("after_commit")
            count.labels(group, "stored").inc()
            for lane in lanes:
                lane.committed = moved.get(lane.partition, lane.committed)

    async def _drain(self, partitions: Collection[Partition], within: float) -> None:
        lanes = [self._lanes[partition] for partition in partitions if partition in self._lanes]
        await asyncio.gather(*(lane.close(within) for lane in lanes))
        await self._commit(lanes)
        for lane in lanes:
            self._lanes.pop(lane.partition, None)
            self._paused.discard(lane.partition)

    async def _leave(self) -> None:
        await self._commit(tuple(self._lanes.values()))
        await self.source.stop()

    async def _look_around(self) -> None:
        while self._broken is None:
            await asyncio.sleep(self.delivery.limits.watch_every_seconds)
            await self._measure()

    async def _measure(self) -> None:
        """Ask the broker how much there is to do, and say so in metrics."""
        metrics, group = self.delivery.metrics, self.delivery.group
        try:
            unread = await self.source.behind()
        except TransientError:
            self.watch.broker_silent(self._now())
            if self.watch.silent_too_long(self._now()):
                self._broken = TransientError("the broker did not answer for too long")
        else:
            lag = {partition: number + self._pending(partition) for partition, number in unread.items()}
            self.watch.broker_answered(sum(lag.values()), self._now())
            for topic in {partition.topic for partition in lag}:
                behind = sum(number for partition, number in lag.items() if partition.topic == topic)
                metrics.lag_messages.labels(group, topic).set(behind)
        metrics.lag_seconds.labels(group).set(self._age_seconds())
        metrics.bytes_in_flight.labels(group).set(self._flow.in_flight)
        metrics.progressing.labels(group).set(self.watch.progressing(self._now()))

    def _pending(self, partition: Partition) -> int:
        lane = self._lanes.get(partition)
        return lane.pending if lane else 0

    def _age_seconds(self) -> float:
        oldest = [lane.oldest_ms for lane in self._lanes.values() if lane.oldest_ms is not None]
        return max(0.0, self.clock.now().timestamp() - min(oldest) / 1000) if oldest else 0.0

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


def _first_of(errors: ExceptionGroup[Exception]) -> Exception:
    first = errors.exceptions[0]
    return _first_of(first) if isinstance(first, ExceptionGroup) else first
