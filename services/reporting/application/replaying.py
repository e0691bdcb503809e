"""Sending reports at the pace at which they once arrived, or faster: the engine behind imports and the demo."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from shared.runtime.errors import TransientError

MOST_AT_ONCE = 100
_FIRST_PAUSE = 0.2
_LONGEST_PAUSE = 5.0


@dataclass(frozen=True, slots=True)
class ReplayRow:
    """One report to send: when it arrived, under which key, with which body."""

    row_id: str
    at: datetime
    key: str
    body: Mapping[str, Any]
    source: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the platform answered: accepted, or refused for good with the problem's words."""

    status: int
    replayed: bool = False
    body: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def accepted(self) -> bool:
        """Whether the report is stored."""
        return self.status == 202  # noqa: PLR2004 - Accepted


@dataclass(frozen=True, slots=True)
class ReplayEvent:
    """One row with its answer, and how long that took in seconds, retries included."""

    row: ReplayRow
    reply: Reply
    seconds: float
    retries: int


@dataclass(slots=True)
class ReplayTally:
    """What became of all rows."""

    accepted: int = 0
    replayed: int = 0
    refused: int = 0
    retries: int = 0

    def add(self, event: ReplayEvent) -> None:
        """Count one answer."""
        self.retries += event.retries
        if not event.reply.accepted:
            self.refused += 1
        elif event.reply.replayed:
            self.replayed += 1
        else:
            self.accepted += 1


class ReplayTarget(Protocol):
    """Where reports are sent."""

    async def send(self, row: ReplayRow) -> Reply:
        """Send one report; TransientError where it should be sent again with the same key."""
        ...


async def replay(
    rows: Sequence[ReplayRow],
    target: ReplayTarget,
    speed: float,
    on_event: Callable[[ReplayEvent], None],
) -> ReplayTally:
    """Send the rows at `speed` times the pace of their arrival (0: as fast as may be) and tell of each answer.

    A row that the platform cannot take at the moment is sent again under its key until it can; none is left out.
    """
    tally = ReplayTally()
    if not rows:
        return tally
    loop = asyncio.get_running_loop()
    in_order = sorted(rows, key=lambda row: row.at)
    began, first = loop.time(), in_order[0].at
    room = asyncio.Semaphore(MOST_AT_ONCE)

    async def send(row: ReplayRow) -> None:
        try:
            event = await _insist(row, target)
        finally:
            room.release()
        tally.add(event)
        on_event(event)

    async with asyncio.TaskGroup() as tasks:
        for row in in_order:
            due = began + (row.at - first).total_seconds() / speed if speed > 0 else began
            await asyncio.sleep(max(0.0, due - loop.time()))
            await room.acquire()
            tasks.create_task(send(row))
    return tally


async def _insist(row: ReplayRow, target: ReplayTarget) -> ReplayEvent:
    loop = asyncio.get_running_loop()
    began, retries, pause = loop.time(), 0, _FIRST_PAUSE
    while True:
        try:
            reply = await target.send(row)
        except TransientError:
            retries += 1
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
        else:
            return ReplayEvent(row, reply, loop.time() - began, retries)
