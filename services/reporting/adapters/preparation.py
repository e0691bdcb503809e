"""What has to be true of the store and the broker before reports are taken in."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from shared.messaging.kafka import check_start
from shared.observability.logging import get_logger
from shared.persistence.checks import check_store
from shared.persistence.store import Database
from shared.runtime.errors import TransientError

_LOOK_AGAIN_SECONDS = 5.0

log = get_logger(__name__)


class Preparation:
    """The first component: refuses an unfit store, makes the indexes, and closes the store last."""

    def __init__(
        self, database: Database, make_indexes: Callable[[], Awaitable[None]], *, require_replica_set: bool
    ) -> None:
        self._database = database
        self._make_indexes = make_indexes
        self._require_replica_set = require_replica_set

    async def start(self) -> None:
        """Check and prepare."""
        await check_store(self._database, require_replica_set=self._require_replica_set)
        await self._make_indexes()

    async def run(self) -> None:
        """Have nothing to do."""

    async def stop(self) -> None:
        """Let go of the store."""
        await self._database.close()


class TopicCheck:
    """Refuses to run without the topics; a broker that is out is waited for while reports are taken in."""

    def __init__(self, servers: str, topics: Sequence[str]) -> None:
        self._servers = servers
        self._topics = topics
        self._stop = asyncio.Event()
        self._checked = False

    async def start(self) -> None:
        """Ask the broker once."""
        await self._check()

    async def run(self) -> None:
        """Ask again until the broker has answered; RefusedToStartError where it lacks a topic."""
        while not self._checked and not self._stop.is_set():
            try:
                async with asyncio.timeout(_LOOK_AGAIN_SECONDS):
                    await self._stop.wait()
            except TimeoutError:
                await self._check()

    async def stop(self) -> None:
        """Let `run` return."""
        self._stop.set()

    async def _check(self) -> None:
        try:
            async with asyncio.timeout(_LOOK_AGAIN_SECONDS):
                await check_start(self._servers, self._topics)
        except (TransientError, TimeoutError):
            log.warning("topics_not_checked_yet")
        else:
            self._checked = True
