"""Reads the log from a moment on and says whether every promise was kept, once."""

import asyncio
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from shared.contracts.catalogue import EVENTS
from shared.contracts.event import Event
from shared.contracts.networks import ENGAGEMENTS
from shared.contracts.notify import NOTIFICATIONS
from shared.contracts.reporting import REPORTS, URGENT_REPORTS, ReportSubmitted
from shared.contracts.triage import ESCALATIONS, CaseOpened
from shared.messaging.codec import event_from
from shared.messaging.kafka import KafkaReader
from shared.messaging.record import Partition, Record
from shared.runtime.errors import TransientError
from tests.support.stack import RunningStack

E = TypeVar("E", bound=Event)

TOPICS = (REPORTS, URGENT_REPORTS, ESCALATIONS, ENGAGEMENTS, NOTIFICATIONS)
DEAD_LETTERS = tuple(f"{topic}.dlq" for topic in TOPICS)
PARTNERS = ("kith.partner.police.v1", "kith.partner.housing.v1")


@dataclass
class Oracle:
    """What stands on the log since the oracle began to look."""

    servers: str
    positions: dict[Partition, int]
    records: list[Record] = field(default_factory=list)

    @property
    def buried(self) -> list[Record]:
        """Return the dead letters."""
        return [record for record in self.records if record.topic in DEAD_LETTERS]

    @property
    def announced(self) -> set[UUID]:
        """Return the reports that are on the log."""
        return set(self.ids_by_report(ReportSubmitted))

    @property
    def decided(self) -> set[UUID]:
        """Return the reports whose case is on the log."""
        return set(self.ids_by_report(CaseOpened))

    def events(self, kind: type[E]) -> list[E]:
        """Return every event of a type, repetitions included."""
        wanted = kind.type.encode()
        mine = (record for record in self.records if ("ce_type", wanted) in record.headers)
        return [event for record in mine if isinstance(event := event_from(record), kind)]

    def ids_by_report(self, kind: type[ReportSubmitted] | type[CaseOpened]) -> Mapping[UUID, set[UUID]]:
        """Return the ids of the events of a type by the report they are about."""
        found: dict[UUID, set[UUID]] = defaultdict(set)
        for event in self.events(kind):
            found[event.report_id].add(event.event_id)
        return found

    async def look(self) -> None:
        """Read what is new."""
        reader = KafkaReader(self.servers)
        async with reader.reading():
            ends = await reader.ends(self.positions)
            reader.seek(self.positions)
            while any(self.positions[partition] < end for partition, end in ends.items()):
                batches = await reader.fetch(max_records=5_000, timeout_seconds=0.5)
                for partition, found in batches.items():
                    self.records += found
                    self.positions[partition] = found[-1].offset + 1

    async def until_decided(self, reports: Collection[UUID], *, within: float = 90.0) -> None:
        """Return when every one of these reports is announced and decided; AssertionError when one is missing."""
        deadline = asyncio.get_running_loop().time() + within
        while True:
            try:
                await self.look()
            except TransientError:
                await asyncio.sleep(0.5)
            missing = len(set(reports) - self.announced), len(set(reports) - self.decided)
            if missing == (0, 0):
                return
            assert asyncio.get_running_loop().time() < deadline, f"(not announced, not decided): {missing}"
            await asyncio.sleep(0.2)

    def assert_once(self, reports: Collection[UUID]) -> None:
        """Every report has one announcement and one decision, told again under the same id only; nothing is buried."""
        for kind in (ReportSubmitted, CaseOpened):
            ids = self.ids_by_report(kind)
            assert {report: len(ids.get(report, ())) for report in reports} == dict.fromkeys(reports, 1), kind.type
        assert len({event.case_id for event in self.events(CaseOpened) if event.report_id in reports}) == len(reports)
        assert self.buried == []
        self._assert_in_order(reports)

    def _assert_in_order(self, reports: Collection[UUID]) -> None:
        """No first telling of a concern's event stands before the first telling of an earlier one of its source."""
        firsts: dict[tuple[UUID, str], list[Event]] = defaultdict(list)
        seen: set[UUID] = set()
        for record in self.records:
            kind = dict(record.headers).get("ce_type", b"").decode()
            event = event_from(record) if kind in EVENTS and record.topic in TOPICS else None
            if event is not None and event.event_id not in seen:
                seen.add(event.event_id)
                firsts[UUID(event.partition_key), event.source].append(event)
        for report in reports:
            for source in ("/services/reporting", "/services/triage"):
                moments = [event.occurred_at for event in firsts[report, source]]
                assert moments == sorted(moments)


async def watching(stack: RunningStack, topics: Sequence[str] = (*TOPICS, *DEAD_LETTERS)) -> Oracle:
    """Return an oracle that looks from now on."""
    servers = str(stack.state["kafka"])
    reader = KafkaReader(servers)
    async with reader.reading():
        partitions = [partition for topic in topics for partition in await reader.partitions(topic)]
        positions = dict(await reader.ends(partitions))
    return Oracle(servers, positions)
