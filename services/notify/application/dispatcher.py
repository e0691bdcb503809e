"""Does stored work when it is due: lanes that never wait for each other, and a schedule rebuilt from the store."""

import asyncio
import heapq
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, TypeVar
from uuid import UUID

from services.notify.application.ports import Backlog
from shared.observability.logging import get_logger
from shared.runtime.clock import Clock
from shared.runtime.errors import TransientError

T = TypeVar("T")
log = get_logger()


@dataclass(frozen=True, slots=True, order=True)
class Job(Generic[T]):
    """One piece of work; `held` is the work itself where this process has just stored it and holds its lease."""

    due_at: datetime
    id: UUID
    lane: str = field(compare=False)
    held: T | None = field(compare=False, default=None)


Work = Callable[[Job[T]], Awaitable[Job[T] | None]]
"""Does a job and returns the next try, or None when there is nothing more to do."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much at once, how much in memory, and how often the store is asked what else waits."""

    width: int = 4
    depth: int = 2_000
    sweep_every: float = 15.0
    page: int = 1_000
    grace: float = 5.0
    pause: timedelta = timedelta(seconds=5)


@dataclass(slots=True)
class _Lane(Generic[T]):
    waiting: list[Job[T]] = field(default_factory=list)
    running: int = 0
    overflowed: bool = False


class Dispatcher(Generic[T]):
    """Runs jobs when due, a few at a time per lane. What does not fit in memory stays in the store until it does."""

    def __init__(self, work: Work[T], backlog: Backlog, clock: Clock, limits: Limits | None = None) -> None:
        self._work = work
        self._backlog = backlog
        self._clock = clock
        self._limits = limits or Limits()
        self._lanes: dict[str, _Lane[T]] = {}
        self._known: set[UUID] = set()
        self._wake = asyncio.Event()
        self._sweep_now = asyncio.Event()
        self._stopping = False

    def add(self, jobs: Iterable[Job[T]]) -> None:
        """Take on jobs; one that is known already is left as it is."""
        for job in jobs:
            if job.id not in self._known:
                self._push(job)
        self._wake.set()

    @property
    def size(self) -> int:
        """How many jobs are in memory."""
        return len(self._known)

    async def start(self) -> None:
        """Nothing: the store is swept in `run`."""

    async def run(self) -> None:
        """Work until `stop`; what is in hand then is given a moment to finish."""
        sweeping = asyncio.create_task(self._sweep_often())
        running: set[asyncio.Task[None]] = set()
        try:
            while not self._stopping:
                self._wake.clear()
                for task in [asyncio.create_task(self._do(job)) for job in self._due()]:
                    running.add(task)
                    task.add_done_callback(running.discard)
                await self._idle(sweeping)
            if running:
                await asyncio.wait(running, timeout=self._limits.grace)
        finally:
            for task in (sweeping, *running):
                task.cancel()
            await asyncio.gather(sweeping, *running, return_exceptions=True)

    async def stop(self) -> None:
        """Let `run` return."""
        self._stopping = True
        self._wake.set()

    async def run_due(self) -> int:
        """Do everything that is due now, and what becomes due by it; return how many jobs ran."""
        done = 0
        while jobs := list(self._due()):
            await asyncio.gather(*(self._do(job) for job in jobs))
            done += len(jobs)
        return done

    async def sweep(self) -> None:
        """Take on stored work that is not in memory yet."""
        last: UUID | None = None
        while page := await self._backlog.awaiting(self._limits.page, after=last):
            self.add(Job(entry.due_at, entry.id, entry.lane) for entry in page)
            last = page[-1].id
            if len(page) < self._limits.page:
                return

    def _push(self, job: Job[T]) -> None:
        lane = self._lanes.setdefault(job.lane, _Lane())
        if len(lane.waiting) >= self._limits.depth:
            lane.overflowed = True
            return
        self._known.add(job.id)
        heapq.heappush(lane.waiting, job)

    def _due(self) -> Iterable[Job[T]]:
        now = self._clock.now()
        for lane in self._lanes.values():
            while lane.waiting and lane.waiting[0].due_at <= now and lane.running < self._limits.width:
                lane.running += 1
                yield heapq.heappop(lane.waiting)
            if lane.overflowed and len(lane.waiting) < self._limits.depth // 2:
                lane.overflowed = False
                self._sweep_now.set()

    async def _do(self, job: Job[T]) -> None:
        lane = self._lanes[job.lane]
        following: Job[T] | None = None
        try:
            following = await self._work(job)
        except TransientError as error:
            log.warning("work_postponed", lane=job.lane, error=type(error).__name__)
            following = Job(self._clock.now() + self._limits.pause, job.id, job.lane)
        except Exception:  # the edge of this loop: one faulty piece of work must not stop the others
            log.exception("work_failed", lane=job.lane, job=str(job.id))
            following = Job(self._clock.now() + 12 * self._limits.pause, job.id, job.lane)
        finally:
            lane.running -= 1
            self._known.discard(job.id)
            if following is not None:
                self._push(following)
            self._wake.set()

    async def _idle(self, sweeping: "asyncio.Task[None]") -> None:
        if sweeping.done():
            sweeping.result()
        now = self._clock.now()
        due = [lane.waiting[0].due_at for lane in self._lanes.values() if lane.waiting]
        soonest = min((at for at in due if at > now), default=now + timedelta(seconds=30))
        try:
            async with asyncio.timeout(min((soonest - now).total_seconds(), 30.0)):
                await self._wake.wait()
        except TimeoutError:
            return

    async def _sweep_often(self) -> None:
        while True:
            started = asyncio.get_running_loop().time()
            try:
                await self.sweep()
            except TransientError as error:
                log.warning("sweep_postponed", error=type(error).__name__)
            cost = asyncio.get_running_loop().time() - started
            self._sweep_now.clear()
            try:
                async with asyncio.timeout(max(self._limits.sweep_every, 20 * cost)):
                    await self._sweep_now.wait()
            except TimeoutError:
                continue
