"""How the relay meets a broker or a store that does not answer: it tries again and lets nothing overtake."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from prometheus_client import Counter

from shared.observability.logging import get_logger
from shared.runtime.errors import TransientError

log = get_logger()
T = TypeVar("T")


class StoppedError(Exception):
    """The outside world does not answer and we are to stop: the rest stays pending in the store."""


@dataclass(frozen=True, slots=True)
class Insistence:
    """Tries a step until it succeeds; once `stop` is set, one more failure is the last."""

    stop: asyncio.Event
    failures: Counter
    shortest: float
    longest: float

    async def __call__(self, step: str, attempt: Callable[[], Awaitable[T]]) -> T:
        """Return what the step returns, or raise StoppedError."""
        pause = self.shortest
        while True:
            try:
                return await attempt()
            except TransientError as error:
                self.failures.labels(step).inc()
                log.warning("outbox_step_failed", step=step, error=type(error).__name__)
            if self.stop.is_set():
                raise StoppedError
            await happened(self.stop, within=pause)
            pause = min(pause * 2, self.longest)


async def happened(event: asyncio.Event, *, within: float) -> bool:
    """Wait for an event, but not longer than that."""
    try:
        async with asyncio.timeout(within):
            return await event.wait()
    except TimeoutError:
        return False
