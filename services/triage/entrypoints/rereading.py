"""Words that could not be read when their report was decided are read soon after; until then the store remembers it."""

import asyncio
import contextlib

from services.triage.application.reassess_cases import ReassessCases
from shared.observability.logging import get_logger
from shared.runtime.errors import TransientError

_AT_ONCE = 100
_LOOK_COST_FACTOR = 20

log = get_logger(__name__)


class Rereading:
    """Looks for cases with unread words at the start and every few seconds. A component; any number may run.

    What is unread stands in the case itself, so a restart loses nothing, and of two replicas one's decision is stored.
    A look costs the store at most a twentieth of the time.
    """

    def __init__(self, reassess: ReassessCases, every_seconds: float) -> None:
        self._reassess = reassess
        self._every = every_seconds
        self._stopped = asyncio.Event()

    async def start(self) -> None:
        """Prepare nothing: the first look is part of the run."""

    async def run(self) -> None:
        """Look until stopped; an outage of reporting or of the store is waited out."""
        while not self._stopped.is_set():
            pause = self._every
            began = asyncio.get_running_loop().time()
            try:
                await self.look()
                pause = max(pause, _LOOK_COST_FACTOR * (asyncio.get_running_loop().time() - began))
            except TransientError as error:
                log.info("words_still_unread", error_type=type(error).__name__)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._stopped.wait()

    async def stop(self) -> None:
        """Let `run` return after what is in hand."""
        self._stopped.set()

    async def look(self) -> int:
        """Decide again what can be read by now, and return how many cases that were."""
        waiting = [case_id async for case_id in self._reassess.cases.unread(_AT_ONCE)]
        return sum([await self._reassess.read(case_id) for case_id in waiting if not self._stopped.is_set()])
