"""A component that tells open streams when the service stops."""

import asyncio

from services.notify.application.tail import Tail


class Drain:
    """Ends every stream as soon as readiness is withdrawn, so that readers move on to another process at once."""

    def __init__(self, draining: asyncio.Event, tail: Tail) -> None:
        self._draining = draining
        self._tail = tail

    async def start(self) -> None:
        """Nothing to prepare."""

    async def run(self) -> None:
        """Wait for the signal."""
        await self._draining.wait()
        self._tail.close()

    async def stop(self) -> None:
        """Close, if nobody drained before."""
        self._draining.set()
