"""Kafka from a benchmark's side: events written straight to a topic, and cases read from theirs."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from shared.contracts.intake import IntakeFields
from shared.contracts.reporting import REPORTS, ReportSubmitted
from shared.contracts.triage import ESCALATIONS
from shared.messaging.codec import record_of
from shared.runtime.ids import derived_id, new_id

_IN_FLIGHT = 2000


def routine_reports(count: int) -> Iterator[ReportSubmitted]:
    """Return reports such as reporting announces, without words."""
    intake = IntakeFields(category="env.litter", repeat_count=1, share_with_community="no")
    for _ in range(count):
        report_id, now = new_id(), datetime.now(UTC)  # noqa: TID251 - a benchmark has no clock to set
        yield ReportSubmitted(
            event_id=derived_id(report_id, "event"),
            occurred_at=now,
            correlation_id=report_id,
            concern_id=report_id,
            report_id=report_id,
            received_at=now,
            intake=intake,
            has_text=False,
        )


async def write(servers: str, count: int) -> None:
    """Put so many routine reports on their topic."""
    producer = AIOKafkaProducer(bootstrap_servers=servers, acks="all", linger_ms=10, max_batch_size=1 << 18)
    await producer.start()
    try:
        waiting: list[asyncio.Future[Any]] = []
        for report in routine_reports(count):
            record = record_of(report)
            waiting.append(
                await producer.send(REPORTS, value=record.value, key=record.key, headers=list(record.headers))
            )
            if len(waiting) >= _IN_FLIGHT:
                await asyncio.gather(*waiting)
                waiting.clear()
        await asyncio.gather(*waiting)
    finally:
        await producer.stop()


@asynccontextmanager
async def tail(servers: str, topic: str = ESCALATIONS) -> AsyncIterator[AIOKafkaConsumer]:
    """Read a topic from its end on."""
    consumer = AIOKafkaConsumer(bootstrap_servers=servers, auto_offset_reset="latest", fetch_max_wait_ms=5)
    await consumer.start()
    partitions = await _partitions(consumer, topic)
    consumer.assign(partitions)
    await consumer.seek_to_end(*partitions)
    for partition in partitions:
        await consumer.position(partition)
    try:
        yield consumer
    finally:
        await consumer.stop()


async def decided(consumer: AIOKafkaConsumer, count: int, seconds: float) -> dict[UUID, float]:
    """Return when so many cases were opened, by report; fewer where the seconds are over."""
    seen: dict[UUID, float] = {}
    until = time.monotonic() + seconds
    while len(seen) < count and time.monotonic() < until:
        for records in (await consumer.getmany(timeout_ms=20, max_records=2000)).values():
            now = time.perf_counter()
            for record in records:
                kinds = dict(record.headers)
                if kinds.get("ce_type") == b"kith.case.opened.v1":
                    seen.setdefault(UUID(kinds["ce_subject"].decode()), now)
    return seen


@asynccontextmanager
async def counter(servers: str, topic: str) -> AsyncIterator[Callable[[], Awaitable[int]]]:
    """Give a question that can be asked again: how many records has the topic had so far?"""
    consumer = AIOKafkaConsumer(bootstrap_servers=servers)
    await consumer.start()
    try:
        partitions = await _partitions(consumer, topic)
        consumer.assign(partitions)

        async def count() -> int:
            return sum((await consumer.end_offsets(partitions)).values())

        yield count
    finally:
        await consumer.stop()


async def _partitions(consumer: AIOKafkaConsumer, topic: str) -> list[TopicPartition]:
    everything = await consumer._client.fetch_all_metadata()
    return [TopicPartition(topic, number) for number in sorted(everything.partitions_for_topic(topic) or ())]


async def urgent_decided(consumer: AIOKafkaConsumer) -> float:
    """Return when the next emergency's case was opened."""
    while True:
        for records in (await consumer.getmany(timeout_ms=20, max_records=5000)).values():
            if any(b'"EMERGENCY"' in record.value for record in records):
                return time.perf_counter()
