"""Group commit: the inserts of a few milliseconds share one round trip and one journal write."""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from shared.persistence.errors import DuplicateKeyError, OverloadedError, StoreUnavailableError
from shared.persistence.store import Collection, Document
from shared.runtime.probe import Probe, unobserved

__all__ = ["GroupCommit", "OverloadedError"]


@dataclass(frozen=True, slots=True)
class _Waiter:
    document: Document
    outcome: asyncio.Future[None]


class GroupCommit:
    """A component that inserts documents in groups of up to `limit`, gathered for `window` seconds.

    `insert` returns when its document is durable; each document has an outcome of its own. A cancelled caller neither
    takes its document back nor disturbs those in its group. Only one group is on its way at a time.
    """

    def __init__(
        self,
        collection: Collection,
        window: float = 0.003,
        limit: int = 500,
        capacity: int = 5_000,
        *,
        probe: Probe = unobserved,
    ) -> None:
        self._collection = collection
        self._window = window
        self._limit = limit
        self._capacity = capacity
        self._probe = probe
        self._queue: deque[_Waiter] = deque()
        self._arrived = asyncio.Event()
        self._stopping = False

    @property
    def waiting(self) -> int:
        """How many documents have not yet been sent to the store."""
        return len(self._queue)

    async def insert(self, document: Document) -> None:
        """Store the document.

        OverloadedError and DuplicateKeyError say that it was not stored; after StoreUnavailableError it may have been.
        """
        if self._stopping or len(self._queue) >= self._capacity:
            raise OverloadedError("too many documents are waiting to be stored")
        outcome: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue.append(_Waiter(document, outcome))
        self._arrived.set()
        await outcome

    async def start(self) -> None:
        """Nothing to prepare."""

    async def run(self) -> None:
        """Store what arrives until `stop`; whoever still waits when this ends hears that the outcome is unknown."""
        group: list[_Waiter] = []
        try:
            while not (self._stopping and not self._queue):
                await self._arrived.wait()
                if self._queue:
                    await self._company()
                    group = [self._queue.popleft() for _ in range(min(len(self._queue), self._limit))]
                    await self._store(group)
                if not self._queue and not self._stopping:
                    self._arrived.clear()
        finally:
            self._stopping = True
            _settle([*group, *self._queue], StoreUnavailableError("the service stopped before the store answered"))
            self._queue.clear()

    async def stop(self) -> None:
        """Take nothing more; `run` returns once all that was taken is stored."""
        self._stopping = True
        self._arrived.set()

    async def _company(self) -> None:
        if len(self._queue) < self._limit and not self._stopping:
            await asyncio.sleep(self._window)

    async def _store(self, group: Sequence[_Waiter]) -> None:
        self._probe("before_insert")
        try:
            outcomes = await self._collection.insert_each([waiter.document for waiter in group])
        except StoreUnavailableError as error:
            # Those behind them would only wait for the same silence, one group after another.
            _settle([*group, *self._queue], error)
            self._queue.clear()
            return
        except Exception as error:  # noqa: BLE001 - one unusable document must not speak for its group
            await self._store_singly(group, error)
            return
        self._probe("after_insert")
        for waiter, outcome in zip(group, outcomes, strict=True):
            _settle([waiter], outcome)

    async def _store_singly(self, group: Sequence[_Waiter], error: Exception) -> None:
        if len(group) == 1:
            _settle(group, error)
            return
        for waiter in group:
            await self._store([waiter])


def _settle(waiters: Sequence[_Waiter], error: Exception | None) -> None:
    for waiter in waiters:
        if waiter.outcome.done():
            continue
        if error is None:
            waiter.outcome.set_result(None)
        else:
            waiter.outcome.set_exception(_own(error))


def _own(error: Exception) -> Exception:
    """Give each waiter an error of its own: a shared one would collect everybody's traceback."""
    if isinstance(error, DuplicateKeyError):
        return DuplicateKeyError(error.fields)
    if isinstance(error, StoreUnavailableError):
        return StoreUnavailableError(*error.args)
    return error
