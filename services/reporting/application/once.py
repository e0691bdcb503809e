"""Many requests with one idempotency key at one moment: one of them works, the others wait for its answer."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from services.reporting.application.records import Accepted, Key
from services.reporting.domain.errors import KeyUsedForAnotherReportError, ReportInProgressError

Work = Callable[[], Awaitable[Accepted]]


@dataclass(frozen=True, slots=True)
class _InFlight:
    fingerprint: str
    task: asyncio.Task[Accepted]


class OncePerKey:
    """Holds the keys in flight in this process; the store's unique index settles what reaches several processes.

    Work goes on when the client that began it leaves. It holds no more keys than there are requests in flight.
    """

    def __init__(self, patience: float = 10.0) -> None:
        """Let a request wait for another one's answer for `patience` seconds."""
        self._patience = patience
        self._in_flight: dict[str, _InFlight] = {}

    async def __call__(self, key: Key, work: Work) -> Accepted:
        """Return the answer of the one run of `work` under this key, marked as replayed where another request ran it.

        ReportInProgressError after too long, KeyUsedForAnotherReportError where the other request's body differs.
        """
        running = self._in_flight.get(key.digest)
        if running is None:
            return await asyncio.shield(self._begin(key, work))
        if running.fingerprint != key.fingerprint:
            raise KeyUsedForAnotherReportError("This idempotency key came with another body.")
        done, _ = await asyncio.wait({running.task}, timeout=self._patience)
        if not done:
            raise ReportInProgressError("A request with this idempotency key is still being worked on.")
        return replace(running.task.result(), replayed=True)

    def _begin(self, key: Key, work: Work) -> asyncio.Task[Accepted]:
        task = asyncio.create_task(_run(work))
        self._in_flight[key.digest] = _InFlight(key.fingerprint, task)
        task.add_done_callback(lambda done: self._finish(key.digest, done))
        return task

    def _finish(self, digest: str, task: asyncio.Task[Accepted]) -> None:
        del self._in_flight[digest]
        if not task.cancelled():
            task.exception()  # heard here too: the request that began it may have left


async def _run(work: Work) -> Accepted:
    return await work()
