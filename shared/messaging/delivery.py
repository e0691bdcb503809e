"""Records → events → handler, and the three fates: handled, dead-lettered, or tried again."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from shared.contracts.event import Event
from shared.messaging.codec import event_from
from shared.messaging.dead_letters import DeadLetters
from shared.messaging.errors import PoisonMessageError
from shared.messaging.limits import ConsumerLimits
from shared.messaging.metrics import ConsumerMetrics
from shared.messaging.record import Record
from shared.messaging.subscription import Subscription
from shared.messaging.tracing import TRACES, Traces
from shared.observability.logging import get_logger
from shared.runtime.errors import TransientError
from shared.runtime.probe import Probe, unobserved

log = get_logger()


@dataclass(slots=True)
class Run:
    """Consecutive records of one partition that share a fate: one handler call, or none."""

    subscription: Subscription[Any] | None
    records: list[Record] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    fault: PoisonMessageError | None = None


@dataclass(slots=True)
class Delivery:
    """Takes records to their handler and returns only when each has met its fate.

    Cancelled in between, it has reported nothing as done that was not. `alive` is called whenever something was tried,
    so that waiting for a store that is out is not mistaken for being stuck.
    """

    group: str
    subscriptions: Mapping[type[Event], Subscription[Any]]
    dead_letters: DeadLetters
    metrics: ConsumerMetrics
    limits: ConsumerLimits
    alive: Callable[[], None]
    probe: Probe = unobserved

    def runs_of(self, records: Sequence[Record]) -> list[Run]:
        """Decode records and group neighbours of one type."""
        runs: list[Run] = []
        current: Run | None = None
        for record in records:
            try:
                event = event_from(record)
            except PoisonMessageError as fault:
                runs.append(Run(None, [record], fault=fault))
                current = None
                continue
            subscription = None if event is None else self.subscriptions.get(type(event))
            if current is None or current.subscription is not subscription:
                current = Run(subscription)
                runs.append(current)
            current.records.append(record)
            if event is not None and subscription is not None:
                current.events.append(event)
        return runs

    async def deliver(self, run: Run, done: Callable[[int], None], waiting: Callable[[bool], None]) -> None:
        """See a run to its end, telling `done` the next offset as records are finished with.

        `waiting` hears True while the same events are to be tried again: then nothing is lost by cancelling.
        """
        if run.fault is not None:
            await self._bury(run.records[0], run.fault, waiting)
        elif run.subscription is None:
            self.metrics.handled(self.group, "other", "skipped").inc(len(run.records))
            self.dead_letters.count_valid(len(run.records))
        else:
            TRACES.set(Traces(run.records, run.events))
            try:
                await self._attempt(run.subscription, run.events, waiting)
            except Exception as error:  # noqa: BLE001 - the loop alone knows the fate of an unknown error
                await self._isolate(run, error, done, waiting)
        done(run.records[-1].offset + 1)

    async def _attempt(
        self, subscription: Subscription[Any], events: Sequence[Event], waiting: Callable[[bool], None]
    ) -> None:
        """Call the handler until it does not end in a transient error."""
        name = subscription.event.type
        for wait in self.limits.back_off.waits():
            started = time.perf_counter()
            try:
                await subscription.handler(events)
                self.probe("after_effect")
            except TransientError as error:
                self.metrics.retried(self.group, name).inc()
                log.warning("handler_deferred", group=self.group, event_type=name, error=type(error).__name__)
                await self._pause(wait, waiting)
            else:
                self.metrics.handling_seconds(self.group, name).observe(time.perf_counter() - started)
                self.metrics.batch_records(self.group, name).observe(len(events))
                self.metrics.handled(self.group, name, "handled").inc(len(events))
                self.dead_letters.count_valid(len(events))
                self.alive()
                return

    async def _isolate(
        self, run: Run, error: Exception, done: Callable[[int], None], waiting: Callable[[bool], None]
    ) -> None:
        """Find the event that the handler cannot take, and let its neighbours through."""
        assert run.subscription is not None  # noqa: S101 - only runs with a handler can fail
        for record, event in zip(run.records, run.events, strict=True):
            fault = error if len(run.events) == 1 else None
            attempts = self.limits.attempts - (fault is not None)
            while attempts and not isinstance(fault, PoisonMessageError):
                attempts -= 1
                try:
                    await self._attempt(run.subscription, (event,), waiting)
                except Exception as again:  # noqa: BLE001 - as above
                    fault = again
                else:
                    fault = None
                    break
            if fault is not None:
                await self._bury(record, fault, waiting)
            done(record.offset + 1)

    async def _bury(self, record: Record, error: Exception, waiting: Callable[[bool], None]) -> None:
        """Dead-letter a record; while that is impossible its partition stands still."""
        self.dead_letters.count_invalid()
        for wait in self.limits.back_off.waits():
            try:
                await self.dead_letters.send(record, error, group=self.group)
            except TransientError:
                self.metrics.dead_letter_failures.labels(self.group).inc()
                log.error("dead_letter_refused", group=self.group, topic=record.topic, partition=record.partition)  # noqa: TRY400 - the broker's trace says nothing here
                await self._pause(wait, waiting)
            else:
                break
        kind = type(error).__name__
        log.error(
            "record_dead_lettered",
            group=self.group,
            topic=record.topic,
            partition=record.partition,
            offset=record.offset,
            error=kind,
        )
        self.metrics.dead_lettered(self.group, record.topic, kind).inc()
        self.metrics.handled(self.group, "other", "dead_lettered").inc()
        self.alive()

    async def _pause(self, seconds: float, waiting: Callable[[bool], None]) -> None:
        self.alive()
        waiting(True)
        try:
            await asyncio.sleep(seconds)
        finally:
            waiting(False)
