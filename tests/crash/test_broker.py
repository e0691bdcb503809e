"""R4, R5 and R14: a broker that is dead or frozen while reports come in, and records that nobody can read."""

import asyncio
import signal
from collections import Counter
from uuid import uuid4

import pytest
from prometheus_client import CollectorRegistry

from shared.contracts.reporting import REPORTS
from shared.contracts.triage import CaseOpened
from shared.messaging.kafka import KafkaPublisher
from shared.messaging.metrics import PublisherMetrics
from shared.messaging.record import OutgoingRecord
from tests.crash.understudy import held
from tests.support.flood import Flood
from tests.support.journey import eventually, platform_of
from tests.support.oracle import watching
from tests.support.stack import RunningStack

pytestmark = [pytest.mark.crash, pytest.mark.timeout(600)]


def flood_on(stack: RunningStack) -> Flood:
    return Flood(stack.url("reporting"), stack.api_key("web_client"))


@pytest.mark.parametrize(
    ("rate", "seconds"), [pytest.param(60, 5, id="short"), pytest.param(300, 60, id="full", marks=pytest.mark.long)]
)
async def test_a_dead_broker_is_not_felt_at_the_front_door(stack: RunningStack, rate: float, seconds: float) -> None:
    flood, oracle = flood_on(stack), await watching(stack)

    async with flood.at(rate):
        await flood.until(3 * int(rate))
        answered, ordinary = len(flood.waits), flood.slowest(0.99)
        async with held(stack, "kafka"):
            await asyncio.sleep(seconds)
            waiting, meanwhile = await outbox_age(stack), flood.slowest(0.99, answered)
        await flood.until(len(flood.promised) + int(rate))
    await oracle.until_decided(flood.ids, within=300)
    await eventually(lambda: outbox_is_younger(stack, 2.0), "the outbox to be empty")

    assert set(flood.answers) == {202}
    assert meanwhile < max(0.5, 3 * ordinary), (
        f"99 of 100 answers within {ordinary:.3f} s before, {meanwhile:.3f} s now"
    )
    assert waiting > seconds / 2
    oracle.assert_once(flood.ids)


@pytest.mark.parametrize("seconds", [pytest.param(8, id="short"), pytest.param(45, id="full", marks=pytest.mark.long)])
async def test_a_frozen_broker_loses_and_doubles_nothing(stack: RunningStack, seconds: float) -> None:
    flood, oracle = flood_on(stack), await watching(stack)

    async with flood.at(60):
        await flood.until(60)
        stack.kill("kafka", signal.SIGSTOP)
        try:
            await asyncio.sleep(seconds)
        finally:
            stack.kill("kafka", signal.SIGCONT)
        await flood.until(len(flood.promised) + 60)
    await oracle.until_decided(flood.ids, within=180)

    assert set(flood.answers) == {202}
    oracle.assert_once(flood.ids)


async def test_what_nobody_can_read_is_buried_and_holds_up_nobody(stack: RunningStack) -> None:
    oracle = await watching(stack)
    publisher = KafkaPublisher(str(stack.state["kafka"]), PublisherMetrics(CollectorRegistry()))
    concern = str(uuid4()).encode()
    headers = tuple(
        (name, value.encode())
        for name, value in {
            "ce_specversion": "1.0",
            "ce_id": str(uuid4()),
            "ce_type": "kith.report.submitted.v1",
            "ce_source": "/services/reporting",
            "ce_time": "2026-05-01T10:00:00.000Z",
            "ce_correlationid": str(uuid4()),
            "ce_partitionkey": concern.decode(),
            "content-type": "application/json",
        }.items()
    )
    async with publisher.running(), platform_of(stack) as platform:
        await publisher.publish([OutgoingRecord(REPORTS, concern, value, headers) for value in (b"{not json", b"[1]")])
        receipts = [await platform.report(text="Litter by the bench.", category="env.litter") for _ in range(24)]
        for receipt in receipts:
            await platform.case(receipt.report_id)

        async def buried() -> bool:
            await oracle.look()
            return len(oracle.buried) >= 4 and len(oracle.decided) == len(receipts)

        await eventually(buried, "the dead letters")

    letters = [dict(letter.headers) for letter in oracle.buried]
    assert Counter(letter["kith-dlq-group"] for letter in letters) == {b"triage": 2, b"notify.webhooks": 2}
    for letter in letters:
        assert letter["kith-dlq-topic"] == REPORTS.encode()
        assert letter["kith-dlq-reason"]
        assert {"kith-dlq-partition", "kith-dlq-offset", "kith-dlq-error"} <= letter.keys()
    opened = [event for event in oracle.told if isinstance(event, CaseOpened)]
    delays = [(event.occurred_at - event.received_at).total_seconds() for event in opened]
    assert len(delays) == len(receipts)
    assert max(delays) < 3, "two dozen reports, over all partitions, wait for nobody's rubbish"


async def outbox_age(stack: RunningStack) -> float:
    """Return how long reporting's oldest announcement has waited, in seconds, as its metrics say."""
    async with platform_of(stack) as platform:
        page = (await platform.asked("GET", f"{stack.url('reporting')}/metrics")).body
    (age,) = [
        float(line.split()[-1]) for line in page.splitlines() if line.startswith("kith_outbox_oldest_pending_seconds")
    ]
    return age


async def outbox_is_younger(stack: RunningStack, seconds: float) -> bool:
    return await outbox_age(stack) < seconds
