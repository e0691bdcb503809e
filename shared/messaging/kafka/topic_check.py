"""Whether the broker has what a service needs, asked until the broker has answered."""

import asyncio
from collections.abc import Sequence

from shared.messaging.kafka.admin import check_start
from shared.observability.logging import get_logger
from shared.runtime.errors import TransientError

_LOOK_AGAIN_SECONDS = 5.0

log = get_logger()


class TopicCheck:
    """A component that ends the process where a topic is missing; a broker that is out is waited for meanwhile."""

    def __init__(self, servers: str, topics: Sequence[str]) -> None:
        self._servers = servers
        self._topics = topics
        self._stopping = asyncio.Event()
        self._checked = False

    async def start(self) -> None:
        """Ask the broker once; RefusedToStartError where it lacks a topic."""
        await self._check()

    async def run(self) -> None:
        """Ask again until the broker has answered; RefusedToStartError where it lacks a topic."""
        while not self._checked and not self._stopping.is_set():
            try:
                async with asyncio.timeout(_LOOK_AGAIN_SECONDS):
                    await self._stopping.wait()
            except TimeoutError:
                await self._check()

    async def stop(self) -> None:
        """Let `run` return."""
        self._stopping.set()

    async def _check(self) -> None:
        try:
            async with asyncio.timeout(_LOOK_AGAIN_SECONDS):
                await check_start(self._servers, self._topics)
        except (TransientError, TimeoutError):
            log.warning("topics_not_checked_yet")
        else:
            self._checked = True
