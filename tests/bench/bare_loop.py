"""The loop that triage is measured against: `python -m tests.bench.bare_loop KAFKA STORE COUNT`.

It reads, validates, writes in bulk, publishes and commits. It decides nothing, keeps no outbox, counts nothing and
would lose events at a crash; it prints the seconds that it took and those of its processor. Each run goes on where the
one before has stopped, so that it reads the very events that triage reads.
"""

import asyncio
import sys
import time
from typing import Any

import uvloop
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.structs import ConsumerRecord

from shared.contracts.reporting import REPORTS, ReportSubmitted
from shared.messaging.codec import event_from
from shared.messaging.record import Record
from shared.persistence.mongo import connect
from shared.persistence.store import Collection
from shared.runtime.ids import new_id

_OUT = "kith.partner.police.v1"
"""A topic that nobody reads during a benchmark."""


async def loop(servers: str, store: str, count: int) -> tuple[float, float]:
    """Handle so many events; return the seconds from the first, and those of the processor."""
    collection = connect(store, f"bench_{new_id().hex[-8:]}").collection("cases")
    consumer = AIOKafkaConsumer(
        REPORTS, bootstrap_servers=servers, group_id="bench", auto_offset_reset="earliest",
        enable_auto_commit=False,
    )  # fmt: skip
    producer = AIOKafkaProducer(
        bootstrap_servers=servers, acks="all", enable_idempotence=True, compression_type="lz4", linger_ms=5
    )
    await consumer.start()
    await producer.start()
    done, begun, busy = 0, 0.0, 0.0
    while done < count:
        batches = await consumer.getmany(timeout_ms=50, max_records=2000)
        if not batches:
            continue
        begun, busy = begun or time.perf_counter(), busy or time.process_time()
        for partition, records in batches.items():
            done += await _handle(partition, records, (collection, producer, consumer))
    took = time.perf_counter() - begun, time.process_time() - busy
    await consumer.stop()
    await producer.stop()
    return took


async def _handle(partition: TopicPartition, records: list[ConsumerRecord], to: tuple[Collection, Any, Any]) -> int:
    collection, producer, consumer = to
    events = [_validated(record) for record in records]
    await collection.insert_absent([{"_id": event.report_id, "event": event.model_dump()} for event in events])
    sent = [await producer.send(_OUT, value=record.value, key=record.key) for record in records]
    await asyncio.gather(*sent)
    await consumer.commit({partition: records[-1].offset + 1})
    return len(records)


def _validated(record: ConsumerRecord) -> ReportSubmitted:
    event = event_from(
        Record(
            record.topic,
            record.partition,
            record.offset,
            record.timestamp,
            record.key,
            record.value,
            tuple(record.headers),
        )
    )
    if not isinstance(event, ReportSubmitted):
        raise TypeError("not a report")
    return event


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        print(*runner.run(loop(sys.argv[1], sys.argv[2], int(sys.argv[3]))))  # noqa: T201 - its answer
