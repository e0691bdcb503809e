"""Reads the log from a moment on and says whether every promise was kept, once."""

import asyncio
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from shared.contracts.event import Event
from shared.contracts.networks import ENGAGEMENTS
from shared.contracts.notify import NOTIFICATIONS
from shared.contracts.reporting import REPORTS, URGENT_REPORTS, ReportSubmitted
from shared.contracts.triage import ESCALATIONS, CaseOpened
from shared.messaging.codec import event_from
from shared.messaging.errors import PoisonMessageError
from shared.messaging.kafka import KafkaReader
from shared.messaging.record import Partition, Record
from shared.runtime.errors import TransientError
from tests.support.stack import RunningStack

TOPICS = (REPORTS, URGENT_REPORTS, ESCALATIONS, ENGAGEMENTS, NOTIFICATIONS)
DEAD_LETTERS = tuple(f"{topic}.dlq" for topic in TOPICS)
PARTNERS = ("kith.partner.police.v1", "kith.partner.housing.v1")


@dataclass
class Oracle:
    """What stands on the log since the oracle began to look."""

    servers: str
    positions: dict[Partition, int]
    buried: list[Record] = field(default_factory=list)
    """Dead letters."""
    told: list[Event] = field(default_factory=list)
    """Every event, repetitions included, in the order of each partition."""
    announced: dict[UUID, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    """By report, the ids of the events that announce it."""
    decided: dict[UUID, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    """By report, the ids of the events that say its case was opened."""

    async def look(self) -> None:
        """Read what is new."""
        reader = KafkaReader(self.servers)
        async with reader.reading():
            ends = await reader.ends(self.positions)
            reader.seek(self.positions)
            while any(self.positions[partition] < end for partition, end in ends.items()):
                batches = await reader.fetch(max_records=5_000, timeout_seconds=0.5)
                for partition, found in batches.items():
                    self._take(found)
                    self.positions[partition] = found[-1].offset + 1

    async def until_decided(self, reports: Collection[UUID], *, within: float = 90.0) -> None:
        """Return when every one of these reports is announced and decided; AssertionError when one is missing."""
        deadline = asyncio.get_running_loop().time() + within
        while True:
            try:
                await self.look()
            except TransientError:
                await asyncio.sleep(0.5)
            missing = len(set(reports) - self.announced.keys()), len(set(reports) - self.decided.keys())
            if missing == (0, 0):
                return
            assert asyncio.get_running_loop().time() < deadline, f"(not announced, not decided): {missing}"
            await asyncio.sleep(0.2)

    def assert_once(self, reports: Collection[UUID]) -> None:
        """Every report has one announcement and one decision, told again under the same id only; nothing is buried."""
        for ids in (self.announced, self.decided):
            assert {report: len(ids.get(report, ())) for report in reports} == dict.fromkeys(reports, 1)
        cases = {event.case_id for event in self.told if isinstance(event, CaseOpened) and event.report_id in reports}
        assert len(cases) == len(reports)
        assert self.buried == []
        self._assert_in_order(reports)

    def _take(self, records: Sequence[Record]) -> None:
        for record in records:
            if record.topic in DEAD_LETTERS:
                self.buried.append(record)
                continue
            try:
                event = event_from(record)
            except PoisonMessageError:
                continue  # a test put it there
            if event is None:
                continue
            self.told.append(event)
            if isinstance(event, ReportSubmitted):
                self.announced[event.report_id].add(event.event_id)
            if isinstance(event, CaseOpened):
                self.decided[event.report_id].add(event.event_id)

    def _assert_in_order(self, reports: Collection[UUID]) -> None:
        """No first telling of a concern's event stands before the first telling of an earlier one of its source."""
        firsts: dict[UUID, Event] = {}
        for event in self.told:
            firsts.setdefault(event.event_id, event)
        moments: dict[tuple[str, str], list[datetime]] = defaultdict(list)
        for event in firsts.values():
            moments[event.partition_key, event.source].append(event.occurred_at)
        for report in reports:
            for source in ("/services/reporting", "/services/triage"):
                assert moments[str(report), source] == sorted(moments[str(report), source])


async def watching(stack: RunningStack, topics: Sequence[str] = (*TOPICS, *DEAD_LETTERS)) -> Oracle:
    """Return an oracle that looks from now on."""
    servers = str(stack.state["kafka"])
    reader = KafkaReader(servers)
    async with reader.reading():
        partitions = [partition for topic in topics for partition in await reader.partitions(topic)]
        positions = dict(await reader.ends(partitions))
    return Oracle(servers, positions)
