"""The retention schedule as a person starts it: the store is opened, a pass is made, the store is closed."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from services.reporting.application.keep_to_schedule import KeepToSchedule, Pass


@dataclass(frozen=True, slots=True)
class ScheduledPasses:
    """Runs each pass to its end."""

    opened: Callable[[], AbstractAsyncContextManager[KeepToSchedule]]

    def run(self) -> Pass:
        """Make a pass, or go on with the one that was broken off."""
        return asyncio.run(self._run())

    def foreseen(self) -> Pass:
        """Return what a pass would do."""
        return asyncio.run(self._foreseen())

    async def _run(self) -> Pass:
        async with self.opened() as keep_to_schedule:
            return await keep_to_schedule()

    async def _foreseen(self) -> Pass:
        async with self.opened() as keep_to_schedule:
            return await keep_to_schedule.foreseen()
