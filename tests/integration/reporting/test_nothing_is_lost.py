"""Reporting's promises with a real broker and a real store, through the death of each of them."""

import asyncio
import itertools
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import pytest

from shared.contracts.reporting import REPORTS, URGENT_REPORTS
from shared.messaging.codec import event_from
from shared.messaging.kafka import KafkaReader
from tests.support.kafka_node import KafkaNode
from tests.support.reporting import REPORT
from tests.support.reporting_process import KEY, ReportingProcess
from tests.support.store_node import StoreNode

pytestmark = [pytest.mark.integration, pytest.mark.crash]


@dataclass
class Clients:
    """Clients that send reports one after another, each with a key, until told to stop; a refusal is sent again."""

    url: str
    accepted: dict[str, dict[str, str]] = field(default_factory=dict)
    refused: Counter[int] = field(default_factory=Counter)
    stopping: bool = False

    async def send(self, http: httpx.AsyncClient, names: "itertools.count[int]") -> None:
        while not self.stopping:
            key = f"report-{next(names)}"
            await self.insist(http, key)

    async def insist(self, http: httpx.AsyncClient, key: str) -> None:
        while key not in self.accepted:
            try:
                answer = await http.post("/v1/reports", json=REPORT, headers=KEY | {"idempotency-key": f'"{key}"'})
            except httpx.TransportError:
                if self.stopping:
                    return
                await asyncio.sleep(0.05)
                continue
            if answer.status_code == 202:
                self.accepted[key] = answer.json()
                return
            self.refused[answer.status_code] += 1
            assert answer.status_code == 503, answer.text
            assert "retry-after" in answer.headers
            if self.stopping:
                return
            await asyncio.sleep(0.05)

    @asynccontextmanager
    async def sending(self, together: int = 20) -> AsyncIterator[None]:
        names = itertools.count()
        async with httpx.AsyncClient(base_url=self.url, timeout=30) as http, asyncio.TaskGroup() as tasks:
            for _ in range(together):
                tasks.create_task(self.send(http, names))
            yield
            self.stopping = True

    async def until(self, count: int, within: float = 60) -> None:
        async with asyncio.timeout(within):
            while len(self.accepted) < count:
                await asyncio.sleep(0.01)


async def announced(kafka: KafkaNode, ids: set[str], within: float = 30) -> Counter[str]:
    """Return how many distinct events announce each of the reports, once all are announced or the time is up."""
    events: dict[str, set[str]] = {}
    reader = KafkaReader(kafka.servers)
    async with reader.reading():
        partitions = [*await reader.partitions(REPORTS), *await reader.partitions(URGENT_REPORTS)]
        reader.seek(await reader.beginnings(partitions))
        deadline = asyncio.get_running_loop().time() + within
        while not ids <= events.keys() and asyncio.get_running_loop().time() < deadline:
            for records in (await reader.fetch(max_records=5000, timeout_seconds=0.5)).values():
                for record in records:
                    event = event_from(record)
                    if event is not None and event.partition_key in ids:
                        events.setdefault(event.partition_key, set()).add(str(event.event_id))
    return Counter({concern: len(found) for concern, found in events.items()})


async def assert_all_there(reporting: ReportingProcess, kafka: KafkaNode, clients: Clients) -> None:
    """Every acknowledged report is readable and announced by exactly one event."""
    async with httpx.AsyncClient(base_url=reporting.url, timeout=30) as http:
        for accepted in clients.accepted.values():
            secret = {"x-follow-up-secret": accepted["follow_up_secret"]}
            answer = await http.get(f"/v1/reports/{accepted['reference']}", headers=secret)
            assert answer.status_code == 200, answer.text
    ids = {accepted["id"] for accepted in clients.accepted.values()}
    assert len(ids) == len(clients.accepted)
    assert await announced(kafka, ids) == dict.fromkeys(ids, 1)


async def test_a_killed_process_loses_nothing_that_it_acknowledged(
    reporting: ReportingProcess, kafka: KafkaNode
) -> None:
    clients = Clients(reporting.url)

    async with clients.sending():
        for _ in range(2):
            await clients.until(len(clients.accepted) + 150)
            reporting.kill()
            await asyncio.to_thread(reporting.start)
        await clients.until(len(clients.accepted) + 50)

    await assert_all_there(reporting, kafka, clients)


@pytest.mark.parametrize("point", ["before_insert", "after_insert", "after_publish", "after_ack", "after_mark"])
async def test_a_death_at_any_point_of_its_way_costs_no_report(
    reporting: ReportingProcess, kafka: KafkaNode, point: str
) -> None:
    reporting.kill()
    await asyncio.to_thread(reporting.start, die_at=point)
    clients = Clients(reporting.url)

    async with clients.sending(together=5):
        assert await asyncio.to_thread(reporting.ended) == 137
        await asyncio.to_thread(reporting.start)
        await clients.until(20)

    await assert_all_there(reporting, kafka, clients)


async def test_reports_are_taken_in_while_the_broker_is_dead(reporting: ReportingProcess, kafka: KafkaNode) -> None:
    clients = Clients(reporting.url)

    kafka.kill()
    try:
        async with clients.sending(together=5):
            await clients.until(100)
        danger = await asyncio.to_thread(
            httpx.post, f"{reporting.url}/v1/reports", json={"text": "the house is on fire"}, headers=KEY
        )
    finally:
        await asyncio.to_thread(kafka.start)

    assert clients.refused == {}
    assert danger.status_code == 202
    assert "999" in danger.json()["advice"][0]["text"]
    clients.accepted["danger"] = danger.json()
    await assert_all_there(reporting, kafka, clients)


async def test_a_start_does_not_wait_for_a_dead_broker(reporting: ReportingProcess, kafka: KafkaNode) -> None:
    clients = Clients(reporting.url)
    reporting.kill()

    kafka.kill()
    try:
        await asyncio.to_thread(reporting.start)
        async with clients.sending(together=2):
            await clients.until(10)
    finally:
        await asyncio.to_thread(kafka.start)

    await assert_all_there(reporting, kafka, clients)


async def test_nothing_is_acknowledged_while_the_store_is_dead(
    reporting: ReportingProcess, kafka: KafkaNode, own_store_node: StoreNode
) -> None:
    clients = Clients(reporting.url)

    async with clients.sending(together=10):
        await clients.until(100)
        own_store_node.kill()
        before = len(clients.accepted)
        async with asyncio.timeout(30):
            while not clients.refused:
                await asyncio.sleep(0.01)
        assert len(clients.accepted) - before <= 10
        await asyncio.to_thread(own_store_node.start)
        await clients.until(before + 100)

    await assert_all_there(reporting, kafka, clients)


async def test_a_term_signal_under_load_ends_in_order_and_loses_nothing(
    reporting: ReportingProcess, kafka: KafkaNode
) -> None:
    clients = Clients(reporting.url)

    async with clients.sending():
        await clients.until(200)
        reporting.terminate()
        status = await asyncio.to_thread(reporting.ended, 15)
        await asyncio.to_thread(reporting.start)
        await clients.until(len(clients.accepted) + 20)

    assert status == 0
    await assert_all_there(reporting, kafka, clients)
