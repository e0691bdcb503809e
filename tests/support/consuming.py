"""Consumers for tests: short waits, a collecting handler, and a block in which one runs."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry

from shared.contracts.event import Event
from shared.contracts.reporting import ReportSubmitted, ReportWithdrawn
from shared.messaging.consumer import Consumer
from shared.messaging.dead_letters import DeadLetters
from shared.messaging.limits import BackOff, ConsumerLimits, DeadLetterLimits
from shared.messaging.metrics import ConsumerMetrics
from shared.messaging.ports import Publisher, RecordSource
from shared.messaging.subscription import Subscription
from shared.runtime.clock import SystemClock

SHORT = ConsumerLimits(
    commit_every_seconds=0.02,
    drain_seconds=2.0,
    stop_seconds=2.0,
    back_off=BackOff(first_seconds=0.005, cap_seconds=0.02),
    watch_every_seconds=0.02,
)

Handler = Callable[[Sequence[Event]], Awaitable[None]]


@dataclass
class Collected:
    """Remembers what it was given; `before` may fail or wait first."""

    before: Handler | None = None
    calls: list[list[Event]] = field(default_factory=list)

    async def __call__(self, events: Sequence[Event]) -> None:
        if self.before is not None:
            await self.before(events)
        self.calls.append(list(events))

    @property
    def events(self) -> list[Event]:
        """Everything handled, in order."""
        return [event for call in self.calls for event in call]


def a_consumer(
    source: RecordSource,
    publisher: Publisher,
    handler: Handler,
    *,
    limits: ConsumerLimits = SHORT,
    dead_letter_limits: DeadLetterLimits | None = None,
) -> Consumer:
    """Return a consumer of reports and withdrawals."""
    return Consumer(
        source=source,
        subscriptions=(Subscription(ReportSubmitted, handler), Subscription(ReportWithdrawn, handler)),
        dead_letters=DeadLetters(publisher, SystemClock(), dead_letter_limits or DeadLetterLimits()),
        metrics=ConsumerMetrics(CollectorRegistry()),
        clock=SystemClock(),
        limits=limits,
    )


@asynccontextmanager
async def running(consumer: Consumer) -> AsyncIterator["asyncio.Task[None]"]:
    """Run a consumer for the length of a block, then stop it in order."""
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(consumer.run())
        try:
            yield task
        finally:
            await consumer.stop()


def counted(consumer: Consumer, name: str, **labels: str) -> float:
    """Return what a metric of this consumer says now; nothing counted is 0."""
    return consumer.metrics.registry.get_sample_value(name, {"group": consumer.source.group, **labels}) or 0.0


async def until(condition: Callable[[], bool], within_seconds: float = 20.0) -> None:
    """Wait for something to become true; fail when it does not."""
    deadline = time.monotonic() + within_seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come true in time"
        await asyncio.sleep(0.002)
