"""Time as something that happens to networks: offers run out, and places that nobody holds are given back."""

import asyncio
import contextlib
from datetime import datetime, timedelta

from services.networks.application.ports import Due, Engagements
from services.networks.application.use_cases import UseCases
from services.networks.domain.errors import NetworksError
from shared.observability.logging import get_logger
from shared.runtime.clock import Clock
from shared.runtime.errors import TransientError

_SHORTEST_WAIT = 0.05

log = get_logger(__name__)


class Timers:
    """Keeps what is due until the next look at the store, and acts at its moment. A component; any number may run.

    The list is made anew at the start and at every sweep, so a restart, a missed change or a clock put right costs
    at most one sweep's delay.
    """

    def __init__(self, engagements: Engagements, do: UseCases, clock: Clock, sweep_seconds: float) -> None:
        self._engagements = engagements
        self._do = do
        self._clock = clock
        self._every = timedelta(seconds=sweep_seconds)
        self._due: dict[Due, None] = {}
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
                self._sweep_at = self._clock.now() + min(self._every, timedelta(seconds=5))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._seconds_to_wait()):
                    await self._stopped.wait()

    async def stop(self) -> None:
        """Let `run` return after what is in hand."""
        self._stopped.set()

    async def tick(self) -> int:
        """Sweep if it is time to, expire what is due, and return how many offers expired by this."""
        now = self._clock.now()
        if self._sweep_at is None or now >= self._sweep_at:
            await self._sweep(now)
        return sum([await self._expire(due) for due in list(self._due) if due.expires_at <= now])

    async def _sweep(self, now: datetime) -> None:
        horizon = now + 2 * self._every
        self._due = {due: None async for due in self._engagements.unanswered(horizon)}
        released = await self._do.sweep_reservations()
        if released:
            log.info("orphan_reservations_released", count=released)
        self._sweep_at = now + self._every

    async def _expire(self, due: Due) -> bool:
        try:
            expired = await self._do.expire_offer(due.engagement_id)
        except NetworksError:
            expired = False  # answered meanwhile, or expired by another replica
        self._due.pop(due, None)
        return expired

    def _seconds_to_wait(self) -> float:
        now = self._clock.now()
        moments = [due.expires_at for due in self._due]
        nearest = min([*moments, self._sweep_at or now])
        return max(_SHORTEST_WAIT, (nearest - now).total_seconds())
