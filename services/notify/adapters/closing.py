"""A component that lets go of connections when the service stops."""

import asyncio
from collections.abc import Awaitable, Callable


class Closing:
    """Does nothing until the service stops; then closes what it was given."""

    def __init__(self, *closers: Callable[[], Awaitable[None]]) -> None:
        self._closers = closers
        self._stopping = asyncio.Event()

    async def start(self) -> None:
        """Nothing to prepare."""

    async def run(self) -> None:
        """Wait for the stop."""
        await self._stopping.wait()

    async def stop(self) -> None:
        """Close everything."""
        self._stopping.set()
        for close in self._closers:
            await close()
