"""The one reader per process that follows the end of every topic and keeps the newest events for all streams."""

import asyncio
from collections.abc import Sequence

from services.notify.application.event_log import EventLog
from services.notify.application.ring import Ring
from services.notify.domain.cursor import Positions
from shared.observability.logging import get_logger
from shared.runtime.errors import TransientError

log = get_logger()


class TailNotReadyError(TransientError):
    """The end of the log has not been found yet."""


class Tail:
    """Fills a ring from the log. After an interruption it goes on where it was, so that the ring has no hole."""

    def __init__(self, event_log: EventLog, topics: Sequence[str], ring: Ring, *, pause: float = 1.0) -> None:
        self._log = event_log
        self._topics = tuple(topics)
        self._pause = pause
        self._arrived = asyncio.Event()
        self._stopping = asyncio.Event()
        self.ring = ring
        self.closed = False

    async def start(self) -> None:
        """Nothing: the broker may come later."""

    async def run(self) -> None:
        """Follow the log until `stop`."""
        while not self._stopping.is_set():
            try:
                await self._follow()
            except TransientError as error:
                log.warning("tail_interrupted", error=type(error).__name__)
                await self._rest()

    async def stop(self) -> None:
        """Let `run` return."""
        self._stopping.set()

    def close(self) -> None:
        """Wake every stream to end: this process is stopping."""
        self.closed = True
        self._announce()

    @property
    def positions(self) -> Positions:
        """The next offset of every partition; TailNotReadyError until they are known."""
        if not self.ring.positions:
            raise TailNotReadyError("the end of the log has not been found yet")
        return self.ring.positions

    async def arrival(self, patience: float) -> bool:
        """Return true when something new has arrived (or the end has come), false after so many seconds without."""
        arrived = self._arrived
        try:
            async with asyncio.timeout(patience):
                await arrived.wait()
        except TimeoutError:
            return False
        return True

    async def _follow(self) -> None:
        bounds = await self._log.bounds(self._topics)
        standing = self.ring.positions
        if not standing or any(not begin <= standing.get(place, end) <= end for place, (begin, end) in bounds.items()):
            self.ring.open({place: end for place, (_, end) in bounds.items()})
        async with self._log.reading(self.ring.positions) as reader:
            while not self._stopping.is_set():
                batch = await reader.fetch(limit=1_000, patience=0.5)
                self.ring.extend(batch)
                if batch.entries:
                    self._announce()

    def _announce(self) -> None:
        arrived, self._arrived = self._arrived, asyncio.Event()
        arrived.set()

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(self._pause):
                await self._stopping.wait()
        except TimeoutError:
            return
