"""Runs are worked off by a process of their own, so that the statistics never weigh on the service."""

import asyncio
import sys
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable, Sequence

from shared.observability.logging import get_logger
from shared.runtime.errors import TransientError

COMMAND = (sys.executable, "-m", "services.triage", "patterns")
_STOP_SECONDS = 5.0

log = get_logger()


class PatternProcess:
    """A component: starts the process when a run waits, again when it was killed, and takes it along when it stops."""

    def __init__(
        self, waiting: Callable[[], Awaitable[object | None]], every_seconds: float, command: Sequence[str] = COMMAND
    ) -> None:
        self._waiting = waiting
        self._every = every_seconds
        self._command = command
        self._stop = asyncio.Event()

    async def start(self) -> None:
        """Have nothing to prepare."""

    async def run(self) -> None:
        """Look for runs until `stop`; a store that is out is asked again."""
        while not await self._stopped_within(self._every):
            try:
                due = await self._waiting() is not None
            except TransientError:
                continue
            if due:
                await self._work()

    async def stop(self) -> None:
        """End the process in hand; its run is taken up again later."""
        self._stop.set()

    async def _work(self) -> None:
        process = await asyncio.create_subprocess_exec(*self._command)
        ended, stopped = asyncio.create_task(process.wait()), asyncio.create_task(self._stop.wait())
        try:
            await asyncio.wait({ended, stopped}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopped.cancel()
            if not ended.done():
                await _end(process)
            code = await ended
        if code and not self._stop.is_set():
            log.warning("pattern_process_ended", code=code)

    async def _stopped_within(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                await self._stop.wait()
        except TimeoutError:
            return False
        return True


async def _end(process: Process) -> None:
    process.terminate()
    try:
        async with asyncio.timeout(_STOP_SECONDS):
            await process.wait()
    except TimeoutError:
        process.kill()
