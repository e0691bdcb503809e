"""Work that time asks for: what is due is done at its moment, by whichever replica looks first."""

import asyncio
import contextlib
from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from shared.observability.logging import get_logger
from shared.runtime.clock import Clock
from shared.runtime.errors import TransientError

_SHORTEST_WAIT = 0.05
_AFTER_AN_OUTAGE = timedelta(seconds=5)

Key = TypeVar("Key", bound=Hashable)
Done = TypeVar("Done")

log = get_logger(__name__)


class Alarms(ABC, Generic[Key, Done]):
    """Keeps what is due until the next look at the store, and acts at its moment. A component; any number may run.

    A sweep looks two sweeps ahead; between sweeps nothing is read but what is due. A restart, a missed change or a
    clock put right costs at most one sweep's delay. What an action raises is left due: a `TransientError` is waited
    out, anything else ends the run. Actions have to be safe to repeat, since another replica may be first.
    """

    def __init__(self, clock: Clock, sweep_seconds: float) -> None:
        self._clock = clock
        self._every = timedelta(seconds=sweep_seconds)
        self._due: dict[Key, datetime] = {}
        self._sweep_at: datetime | None = None
        self._stopped = asyncio.Event()

    @abstractmethod
    async def look(self, now: datetime, horizon: datetime, /) -> Mapping[Key, datetime]:
        """Return what is due before `horizon`, each with its moment."""

    @abstractmethod
    async def act(self, key: Key, late: timedelta, /) -> Sequence[Done]:
        """Do what is due for `key`, `late` after its moment, and return what was done, if another was not first."""

    async def start(self) -> None:
        """Prepare nothing: the first look is part of the run."""

    async def run(self) -> None:
        """Act until stopped; an outage is waited out."""
        while not self._stopped.is_set():
            try:
                await self.tick()
            except TransientError as error:
                log.warning("timers_wait_for_the_store", error_type=type(error).__name__)
                self._sweep_at = self._clock.now() + min(self._every, _AFTER_AN_OUTAGE)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._seconds_to_wait()):
                    await self._stopped.wait()

    async def stop(self) -> None:
        """Let `run` return after what is in hand."""
        self._stopped.set()

    async def tick(self) -> tuple[Done, ...]:
        """Sweep if it is time to, do what is due, the oldest first, and return what was done by this."""
        now = self._clock.now()
        if self._sweep_at is None or now >= self._sweep_at:
            self._due = dict(await self.look(now, now + 2 * self._every))
            self._sweep_at = now + self._every
        done: list[Done] = []
        for key, at in sorted(self._due.items(), key=lambda due: due[1]):
            if at > now or self._stopped.is_set():
                break
            done += await self.act(key, now - at)
            self._due.pop(key, None)
        return tuple(done)

    def _seconds_to_wait(self) -> float:
        now = self._clock.now()
        nearest = min([*self._due.values(), self._sweep_at or now])
        return max(_SHORTEST_WAIT, (nearest - now).total_seconds())
