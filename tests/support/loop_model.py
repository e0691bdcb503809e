"""The loop in small, on memory: reports are accepted, relayed, read, given an effect, and what follows is relayed.

Two services with a store and an outbox each, joined by the bus. Any part may crash at any moment and come back.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from prometheus_client import CollectorRegistry

from shared.contracts.reporting import REPORTS, ReportSubmitted, ReportWithdrawn
from shared.contracts.triage import ESCALATIONS, CaseClosed
from shared.messaging.consumer import Consumer
from shared.messaging.dead_letters import DeadLetters
from shared.messaging.metrics import ConsumerMetrics
from shared.messaging.subscription import Subscription
from shared.persistence.errors import StoreUnavailableError
from shared.persistence.metrics import OutboxMetrics
from shared.persistence.outbox import Outbox, combined, pushing, with_outbox
from shared.persistence.store import Collection
from shared.runtime.ids import derived_id
from tests.support.events import a_report, a_withdrawal
from tests.support.memory_bus import MemoryBus, MemorySource
from tests.support.memory_store import MemoryDatabase

GROUP = "triage"


@dataclass
class LoopClock:
    """The loop's own time, as a moment."""

    def now(self) -> datetime:
        return datetime(2026, 11, 22, tzinfo=UTC) + timedelta(seconds=asyncio.get_running_loop().time())


@dataclass
class Process:
    """Tasks that live and die together."""

    tasks: list["asyncio.Task[None]"] = field(default_factory=list)
    source: MemorySource | None = None

    async def kill(self) -> None:
        """End it as SIGKILL does: what it had not stored or published by now, it never will."""
        if self.source is not None:
            await self.source.crash()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


class LoopModel:
    """Holds what outlives a crash: the two stores, the bus, and what the outside world was promised."""

    def __init__(self, partitions: int = 3) -> None:
        self.bus = MemoryBus({REPORTS: partitions, ESCALATIONS: partitions, f"{REPORTS}.dlq": 1}, now_ms=lambda: 0)
        self.reporting = MemoryDatabase("reporting")
        self.triage = MemoryDatabase("triage")
        self.promised: dict[int, ReportSubmitted] = {}
        self.withdrawn: set[int] = set()
        self.out_of_order: list[UUID] = []
        self.clock = LoopClock()

    @property
    def reports(self) -> Collection:
        return self.reporting.collection("reports")

    @property
    def cases(self) -> Collection:
        return self.triage.collection("cases")

    async def accept(self, number: int, outbox: Outbox | None) -> None:
        """Take a report in; it is promised when, and only when, the store has answered."""
        report = a_report(number).model_copy(update={"occurred_at": self.clock.now()})
        document = with_outbox({"_id": report.report_id}, [report])
        try:
            await self.reports.insert_absent([document])
        except StoreUnavailableError:
            return
        self.promised.setdefault(number, report)
        if outbox is not None:
            outbox.announced(self.reports, document)

    async def withdraw(self, number: int, outbox: Outbox | None) -> None:
        """Take a report back; promised as above."""
        report = a_report(number)
        gone = a_withdrawal(report).model_copy(update={"occurred_at": self.clock.now()})
        change = combined({"$set": {"withdrawn": True}}, pushing([gone], after_seq=1))
        try:
            changed = await self.reports.update_one({"_id": report.report_id, "outbox_seq": 1}, change)
        except StoreUnavailableError:
            return
        if changed:
            self.withdrawn.add(number)
            if outbox is not None:
                outbox.announced(self.reports, {"_id": report.report_id})

    def relay(self, collection: Collection) -> tuple[Outbox, Process]:
        """Start a relay."""
        outbox = Outbox(self.bus.publisher(), OutboxMetrics(CollectorRegistry()), self.clock, collections=[collection])
        return outbox, Process([_task(outbox.run())])

    def consumer(self, announce: Callable[[], Outbox | None]) -> Process:
        """Start a member of the group that opens cases."""
        source = self.bus.source(GROUP, [REPORTS])

        async def open_cases(events: Sequence[ReportSubmitted]) -> None:
            documents = [with_outbox({"_id": case_of(event)}, [follow_up(event)]) for event in events]
            unique = {document["_id"]: document for document in documents}
            inserted = await self.cases.insert_absent(list(unique.values()))
            outbox = announce()
            for identifier in inserted:
                if outbox is not None:
                    outbox.announced(self.cases, unique[UUID(str(identifier))])

        async def close_cases(events: Sequence[ReportWithdrawn]) -> None:
            for event in events:
                if not await self.cases.update_one({"_id": case_of(event)}, {"$set": {"closed": True}}):
                    self.out_of_order.append(event.report_id)

        consumer = Consumer(
            source=source,
            subscriptions=(Subscription(ReportSubmitted, open_cases), Subscription(ReportWithdrawn, close_cases)),
            dead_letters=DeadLetters(self.bus.publisher(), self.clock),
            metrics=ConsumerMetrics(CollectorRegistry()),
            clock=self.clock,
        )
        return Process([_task(consumer.run())], source)


def case_of(event: ReportSubmitted | ReportWithdrawn) -> UUID:
    """Return the id of a report's one case."""
    return derived_id(event.report_id, "case")


def follow_up(event: ReportSubmitted) -> CaseClosed:
    """Return what is announced with a new case."""
    return CaseClosed(
        event_id=derived_id(event.event_id, "event", "kith.case.closed.v1"),
        occurred_at=event.occurred_at,
        correlation_id=event.correlation_id,
        causation_id=event.event_id,
        concern_id=event.concern_id,
        case_id=case_of(event),
        report_id=event.report_id,
        level=1,
        category="nui.rowdy_gathering",
        outcome="resolved",
    )


def _task(work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
    return asyncio.get_running_loop().create_task(work)
