"""What a stream says, from its opening to its end: from the log first where the ring no longer reaches, then live."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass

from services.notify.application.event_log import Entry, EventLog
from services.notify.application.open_stream import Gap, Opening
from services.notify.application.ring import OvertakenError
from services.notify.application.tail import Tail
from services.notify.domain.cursor import Bookmark
from shared.observability.logging import get_logger
from shared.runtime.errors import TransientError

log = get_logger()


@dataclass(frozen=True, slots=True)
class Message:
    """An event the reader may see, and the cursor with which it goes on after it."""

    cursor: str
    event: bytes


@dataclass(frozen=True, slots=True)
class Messages:
    """Some events at once."""

    messages: Sequence[Message]


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing to say for a while; the cursor may have moved past events that this reader does not see."""

    cursor: str


@dataclass(frozen=True, slots=True)
class End:
    """The last word, with the reason."""

    reason: str


Said = Messages | Idle | Gap | End

LIFETIME_OVER = "lifetime"
DRAINING = "draining"
TOO_SLOW = "too_slow"
INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class StreamLimits:
    """How long a stream lives and pauses, how much it says at once, and how many may read the log at the same time."""

    lifetime: float = 1_200.0
    ping: float = 12.0
    chunk: int = 200
    catching_up: int = 8


class ReadStream:
    """Reads an opening to its end.

    Every event after the opening's positions that the agreement lets see is said once, in the order of its partition.
    """

    def __init__(self, log: EventLog, tail: Tail, limits: StreamLimits) -> None:
        self._log = log
        self._tail = tail
        self._limits = limits
        self._seats = asyncio.Semaphore(limits.catching_up)

    def __call__(self, opening: Opening, *, lifetime: float | None = None) -> AsyncGenerator[Said]:
        """Return what the stream says."""
        return _Reading(opening, self._log, self._tail, self._limits, self._seats).say(
            lifetime or self._limits.lifetime
        )


class _Reading:
    """One stream being read."""

    def __init__(
        self, opening: Opening, event_log: EventLog, tail: Tail, limits: StreamLimits, seats: asyncio.Semaphore
    ) -> None:
        self._opening = opening
        self._log = event_log
        self._tail = tail
        self._limits = limits
        self._seats = seats
        self._bookmark = Bookmark(opening.positions)

    async def say(self, lifetime: float) -> AsyncGenerator[Said]:
        """Say everything, and at last why it ends."""
        ends_at = asyncio.get_running_loop().time() + lifetime
        if self._opening.gap is not None:
            yield self._opening.gap
        try:
            async with aclosing(self._everything()) as everything:
                async for said in everything:
                    yield said
                    if asyncio.get_running_loop().time() >= ends_at:
                        yield End(LIFETIME_OVER)
                        return
            yield End(DRAINING)
        except OvertakenError:
            yield End(TOO_SLOW)
        except TransientError as error:
            log.warning("stream_interrupted", error=type(error).__name__)
            yield End(INTERRUPTED)

    async def _everything(self) -> AsyncGenerator[Said]:
        while not self._tail.closed:
            sequence = self._tail.ring.join(self._bookmark.positions)
            speaking = self._catching_up() if sequence is None else self._following(sequence)
            async with aclosing(speaking):
                async for said in speaking:
                    yield said

    async def _following(self, sequence: int) -> AsyncGenerator[Said]:
        quiet = _Quiet(self._limits.ping)
        while not self._tail.closed:
            entries = self._tail.ring.after(sequence, self._limits.chunk)
            sequence += len(entries)
            if messages := self._seen(entries):
                yield Messages(messages)
                quiet.broken()
            elif quiet.is_over:
                yield Idle(self._bookmark.cursor)
                quiet.broken()
            elif not entries:
                await self._tail.arrival(quiet.left)

    async def _catching_up(self) -> AsyncGenerator[Said]:
        """Read the log up to where the ring reaches; at the end of this the ring can be joined without a hole."""
        quiet = _Quiet(self._limits.ping)
        async with AsyncExitStack() as stack:
            while not await self._seated(stack):
                yield Idle(self._bookmark.cursor)
            reader = await stack.enter_async_context(self._log.reading(self._bookmark.positions))
            while self._tail.ring.join(self._bookmark.positions) is None and not self._tail.closed:
                batch = await reader.fetch(self._limits.chunk, quiet.left)
                if messages := self._seen(batch.entries):
                    yield Messages(messages)
                    quiet.broken()
                elif quiet.is_over:
                    yield Idle(self._bookmark.cursor)
                    quiet.broken()

    async def _seated(self, stack: AsyncExitStack) -> bool:
        try:
            async with asyncio.timeout(self._limits.ping):
                await self._seats.acquire()
        except TimeoutError:
            return False
        stack.callback(self._seats.release)
        return True

    def _seen(self, entries: Sequence[Entry]) -> list[Message]:
        bookmark, agreement = self._bookmark, self._opening.agreement
        return [
            Message(bookmark.cursor, event)
            for entry in entries
            if bookmark.pass_over(entry.place, entry.offset) and (event := entry.shown.to(agreement)) is not None
        ]


class _Quiet:
    """How long a stream has said nothing."""

    def __init__(self, longest: float) -> None:
        self._longest = longest
        self.broken()

    def broken(self) -> None:
        """Begin anew: something was said."""
        self._until = asyncio.get_running_loop().time() + self._longest

    @property
    def left(self) -> float:
        """How much longer nothing may be said."""
        return max(self._until - asyncio.get_running_loop().time(), 0.001)

    @property
    def is_over(self) -> bool:
        """Whether it is time to say that there is nothing to say."""
        return asyncio.get_running_loop().time() >= self._until
