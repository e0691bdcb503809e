"""Time as something that happens to cases: what is due is done at its moment, on whichever replica looks first."""

import asyncio
import contextlib
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from services.triage.application.ports import Cases
from services.triage.application.wake_cases import WakeCases
from services.triage.domain.actions import Action
from shared.observability.logging import get_logger
from shared.runtime.clock import Clock
from shared.runtime.errors import TransientError

_SHORTEST_WAIT = 0.05
_AFTER_AN_OUTAGE = timedelta(seconds=5)

log = get_logger(__name__)


class TimerTally(Protocol):
    """Counts what time did."""

    def fired(self, action: str, late_seconds: float) -> None:
        """Count one clock that ran out, and how long after its moment it took effect."""
        ...

    def swept(self, waiting: int, oldest_offer_seconds: float) -> None:
        """Note how many clocks run out soon, and the age of the oldest hand-over that nobody answered."""
        ...


class CaseTimers:
    """Keeps what is due until the next look at the store, and acts at its moment. A component; any number may run.

    Clocks are part of their cases, so none is lost or left behind, and nothing is written for them when a case opens.
    A sweep reads those that run out within two sweeps' time; between sweeps nothing is read but cases that are due. A
    restart, a change or a clock put right costs at most one sweep's delay.
    """

    def __init__(self, wake: WakeCases, clock: Clock, tally: TimerTally, sweep_seconds: float) -> None:
        self._cases: Cases = wake.cases
        self._wake = wake
        self._clock = clock
        self._tally = tally
        self._every = timedelta(seconds=sweep_seconds)
        self._due: dict[UUID, datetime] = {}
        self._sweep_at: datetime | None = None
        self._stopped = asyncio.Event()

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

    async def tick(self) -> tuple[Action, ...]:
        """Sweep if it is time to, do what is due, and return what was done by this."""
        now = self._clock.now()
        if self._sweep_at is None or now >= self._sweep_at:
            await self._sweep(now)
        done: list[Action] = []
        for case_id, at in sorted(self._due.items(), key=lambda due: due[1]):
            if at > now or self._stopped.is_set():
                break
            for action in await self._wake(case_id):
                self._tally.fired(action.value, (now - at).total_seconds())
                done.append(action)
            self._due.pop(case_id, None)
        return tuple(done)

    async def _sweep(self, now: datetime) -> None:
        horizon = now + 2 * self._every
        due: dict[UUID, datetime] = {}
        oldest = now
        async for alarm in self._cases.waking(horizon):
            if alarm.at < horizon:
                due[alarm.case_id] = alarm.at
            oldest = min(oldest, alarm.offered_at or oldest)
        self._due = due
        self._sweep_at = now + self._every
        self._tally.swept(len(due), (now - oldest).total_seconds())

    def _seconds_to_wait(self) -> float:
        now = self._clock.now()
        nearest = min([*self._due.values(), self._sweep_at or now])
        return max(_SHORTEST_WAIT, (nearest - now).total_seconds())
