"""The consumer: fetch, handle by partition, commit what was handled."""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from shared.messaging.dead_letters import DeadLetters
from shared.messaging.delivery import Delivery
from shared.messaging.limits import ConsumerLimits
from shared.messaging.metrics import ConsumerMetrics
from shared.messaging.ports import RecordSource
from shared.messaging.session import Session
from shared.messaging.subscription import Subscription
from shared.messaging.watch import ProgressWatch
from shared.observability.logging import get_logger
from shared.runtime.clock import Clock
from shared.runtime.errors import TransientError
from shared.runtime.probe import Probe, unobserved

log = get_logger()


@dataclass(slots=True)
class Consumer:
    """Gives the records of one consumer group's member to their handlers.

    Within a partition records are handled in order, partitions at the same time. Offsets are committed explicitly, and
    only after the handler has returned or the dead letter is acknowledged: what was not finished is read again. `run`
    returns after `stop`, survives a broker that is out, and raises only what a person has to look at.
    """

    source: RecordSource
    subscriptions: Sequence[Subscription[Any]]
    dead_letters: DeadLetters
    metrics: ConsumerMetrics
    clock: Clock
    limits: ConsumerLimits = field(default_factory=ConsumerLimits)
    probe: Probe = unobserved
    _watch: ProgressWatch = field(init=False)
    _stopping: asyncio.Event = field(init=False, default_factory=asyncio.Event)
    _finished: asyncio.Event = field(init=False, default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self._watch = ProgressWatch(self.limits.stuck_seconds)
        self._finished.set()

    @property
    def progressing(self) -> bool:
        """False when there is work and none was tried for 90 s: the liveness probe should fail."""
        if self._finished.is_set():
            return True
        return self._watch.progressing(asyncio.get_running_loop().time())

    async def start(self) -> None:
        """Do nothing: the broker is reached in `run`, so that a service can start while it is out."""

    async def run(self) -> None:
        """Consume until stopped. Raises `TooManyDeadLettersError`, or whatever no retry can help."""
        self._finished.clear()
        try:
            waits = self.limits.back_off.waits()
            while not self._stopping.is_set():
                try:
                    await self._session().run()
                    waits = self.limits.back_off.waits()
                except TransientError as error:
                    self.metrics.restarts.labels(self.source.group).inc()
                    log.warning("consumer_restarts", group=self.source.group, error=type(error).__name__)
                    await self._rest(next(waits))
        finally:
            self._finished.set()

    async def stop(self) -> None:
        """Finish the batches in hand, commit them and leave the group; returns when that is done."""
        self._stopping.set()
        await self._finished.wait()

    async def _rest(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)

    def _session(self) -> Session:
        loop = asyncio.get_running_loop()
        delivery = Delivery(
            group=self.source.group,
            subscriptions={subscription.event: subscription for subscription in self.subscriptions},
            dead_letters=self.dead_letters,
            metrics=self.metrics,
            limits=self.limits,
            alive=lambda: self._watch.alive(loop.time()),
            probe=self.probe,
        )
        return Session(self.source, delivery, self._watch, self.clock, self._stopping)
