"""A service reduced to its outbox: documents of one collection that announce what happens to them."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from prometheus_client import CollectorRegistry

from shared.contracts.event import Event
from shared.contracts.reporting import REPORTS, ReportSubmitted
from shared.messaging.codec import event_from
from shared.messaging.ports import Publisher
from shared.messaging.record import OutgoingRecord
from shared.persistence.metrics import OutboxMetrics
from shared.persistence.outbox import Outbox, OutboxOptions, combined, pushing, with_outbox
from shared.persistence.store import Collection, Database, Document
from shared.runtime.ids import derived_id
from tests.support.events import a_report
from tests.support.memory_bus import MemoryBus

START = datetime(2026, 5, 4, 12, tzinfo=UTC)


class TickingClock:
    """A clock that tests set; every reading is a millisecond later than the one before."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at


class Announcer:
    """Stores documents with their announcements, and looks at what has become of them."""

    def __init__(self, database: Database, *, partitions: int = 3) -> None:
        self.things: Collection = database.collection("things")
        self.bus = MemoryBus({REPORTS: partitions})
        self.clock = TickingClock()
        self.registry = CollectorRegistry()

    def outbox(self, *, publisher: Publisher | None = None, **options: Any) -> Outbox:
        """Return a relay with short waits; each is a process of its own."""
        measures = {"retry_seconds": 0.005, "retry_most_seconds": 0.02, "sweep_seconds": 0.02, "sweep_cost_factor": 0.0}
        self.registry = CollectorRegistry()
        return Outbox(
            publisher or self.bus.publisher(),
            OutboxMetrics(self.registry),
            self.clock,
            collections=[self.things],
            options=OutboxOptions(**(measures | options)),
        )

    @asynccontextmanager
    async def running(self, *outboxes: Outbox) -> AsyncIterator[None]:
        """Run relays, and stop them in the orderly way."""
        async with asyncio.TaskGroup() as group:
            for outbox in outboxes:
                group.create_task(outbox.run())
            try:
                yield
            finally:
                for outbox in outboxes:
                    await outbox.stop()

    def event(self, key: UUID, number: int) -> ReportSubmitted:
        """Return the numbered event about one thing."""
        moment = self.clock.now()
        return a_report(concern=key).model_copy(
            update={"event_id": derived_id(key, str(number)), "occurred_at": moment}
        )

    async def store(self, key: UUID, *, events: int = 1) -> Document:
        """Insert a document that announces its first events."""
        document = with_outbox({"_id": key}, [self.event(key, number + 1) for number in range(events)])
        await self.things.insert(document)
        return document

    async def change(self, key: UUID) -> Document:
        """Change the document and announce it, as a use case does: read, decide, write if nobody else has."""
        while True:
            before = await self.things.get(key)
            assert before is not None
            seq = before["outbox_seq"]
            update = combined({"$set": {"changed": seq}}, pushing([self.event(key, seq + 1)], after_seq=seq))
            after = await self.things.find_and_update({"_id": key, "outbox_seq": seq}, update)
            if after is not None:
                return after

    async def pending(self) -> int:
        """Return how many documents still wait."""
        return await self.things.count({"pending": True})

    def published(self) -> list[Event]:
        """Return everything on the log, partition after partition."""
        events = [event_from(record) for record in self.bus.records(REPORTS)]
        return [event for event in events if event is not None]

    def ids(self) -> list[UUID]:
        """Return the ids on the log, repetitions included."""
        return [event.event_id for event in self.published()]

    def metric(self, name: str, **labels: str) -> float:
        """Return a metric of the relay made last."""
        return self.registry.get_sample_value(name, labels) or 0.0


def ids_of(keys: Sequence[UUID], *, events: int) -> set[UUID]:
    """Return the ids of the first events about these things."""
    return {derived_id(key, str(number + 1)) for key in keys for number in range(events)}


def assert_first_occurrences_in_order(announcer: Announcer, key: UUID, *, events: int) -> None:
    """Check that what was said about one thing was first said in the order in which it happened."""
    seen = [event.event_id for event in announcer.published() if event.partition_key == str(key)]
    firsts = [seen.index(derived_id(key, str(number + 1))) for number in range(events)]
    assert all(one < other for one, other in pairwise(firsts))


class InterferingPublisher:
    """Does something else while the records are on their way."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher
        self.meanwhile: list[Any] = []

    async def publish(self, records: Sequence[OutgoingRecord]) -> None:
        """Publish, then interfere before the acknowledgement is passed on."""
        await self._publisher.publish(records)
        while self.meanwhile:
            await self.meanwhile.pop()
