"""Handler calls that come while others are in hand are joined: a round trip then serves many partitions."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from shared.contracts.event import Event
from shared.messaging.tracing import TRACES, Traces
from shared.runtime.errors import TransientError

E = TypeVar("E", bound=Event)


class GatheringFailedError(TransientError):
    """Those that a call was joined with did not come to an end; all of them are to be tried again."""


@dataclass(slots=True, eq=False)
class _Call(Generic[E]):
    events: Sequence[E]
    traces: Traces | None
    answer: asyncio.Future[None]
    taken: bool = False


class Gathering(Generic[E]):
    """Stands before a handler; each partition's call waits for its own events, so their order is kept.

    Up to `in_hand` calls of the handler run at a time. While they do, further ones wait, and the next takes those that
    wait in one, up to `most` events: under little load nobody waits, under much there are few round trips. A lasting
    fault in joined events is looked for call by call, so that no partition pays for another's.
    """

    def __init__(self, handler: Callable[[Sequence[E]], Awaitable[None]], *, in_hand: int = 3, most: int = 250) -> None:
        self._handler = handler
        self._most = most
        self._in_hand = asyncio.Semaphore(in_hand)
        self._waiting: deque[_Call[E]] = deque()

    async def __call__(self, events: Sequence[E]) -> None:
        """Return when these events are handled, whoever they were joined with; raises as the handler does."""
        call = _Call(events, TRACES.get(), asyncio.get_running_loop().create_future())
        self._waiting.append(call)
        try:
            async with self._in_hand:
                while not call.taken:
                    await self._handle(self._company())
            await call.answer
        finally:
            if not call.taken:
                self._waiting.remove(call)

    def _company(self) -> list[_Call[E]]:
        """Take those who have waited longest."""
        group: list[_Call[E]] = []
        events = 0
        while self._waiting and (not group or events + len(self._waiting[0].events) <= self._most):
            call = self._waiting.popleft()
            call.taken = True
            events += len(call.events)
            group.append(call)
        return group

    async def _handle(self, group: Sequence[_Call[E]]) -> None:
        token = TRACES.set(Traces.together([call.traces for call in group if call.traces is not None]))
        try:
            await self._handler([event for call in group for event in call.events])
        except TransientError as error:
            _fail(group, f"{type(error).__name__}: {error}")
        except Exception as error:  # noqa: BLE001 - each caller is to hear of its own
            if len(group) > 1:
                for call in group:
                    await self._handle([call])
            elif not group[0].answer.done():
                group[0].answer.set_exception(error)
        else:
            for call in group:
                if not call.answer.done():
                    call.answer.set_result(None)
        finally:
            TRACES.reset(token)
            _fail(group, "cut short")


def _fail(group: Sequence[_Call[E]], why: str) -> None:
    for call in group:
        if not call.answer.done():
            call.answer.set_exception(GatheringFailedError(why))
            call.answer.exception()  # a caller that is gone by now is no fault
