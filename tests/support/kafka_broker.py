"""A real Kafka node as the broker contract wants it: fresh topics, a running publisher, committed offsets."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from uuid import uuid4

from aiokafka.admin import AIOKafkaAdminClient
from prometheus_client import CollectorRegistry

from shared.messaging.kafka import ConsumerSettings, KafkaPublisher, KafkaReader, KafkaSource, apply_topics
from shared.messaging.metrics import PublisherMetrics
from shared.messaging.ports import LogReader, RecordSource
from shared.messaging.topics import Topic

QUICK = ConsumerSettings(session_timeout_ms=10_000, heartbeat_interval_ms=500)


class KafkaBroker:
    """Makes sources, readers and topics on one node."""

    def __init__(self, servers: str, publisher: KafkaPublisher, stack: AsyncExitStack) -> None:
        self.servers = servers
        self.publisher = publisher
        self._stack = stack

    async def topic(self, partitions: int = 1, *, dead_letters: bool = True) -> str:
        name = f"t{uuid4().hex}"
        await apply_topics(self.servers, [Topic(name=name, partitions=partitions)])
        if dead_letters:
            await self.add_dead_letters(name)
        return name

    async def add_dead_letters(self, topic: str) -> None:
        await apply_topics(self.servers, [Topic(name=f"{topic}.dlq", partitions=1)])

    def source(self, group: str, topic: str) -> RecordSource:
        return KafkaSource(self.servers, group, [topic], QUICK)

    async def reader(self) -> LogReader:
        return await self._stack.enter_async_context(KafkaReader(self.servers).reading())

    async def committed(self, group: str, topic: str) -> dict[int, int]:
        admin = AIOKafkaAdminClient(bootstrap_servers=self.servers)
        await admin.start()
        try:
            offsets = await admin.list_consumer_group_offsets(group)
        finally:
            await admin.close()
        return {tp.partition: at.offset for tp, at in offsets.items() if tp.topic == topic and at.offset >= 0}


@asynccontextmanager
async def kafka_broker(servers: str) -> AsyncIterator[KafkaBroker]:
    """Run a publisher and close every reader at the end."""
    publisher = KafkaPublisher(servers, PublisherMetrics(CollectorRegistry()))
    async with publisher.running(), AsyncExitStack() as stack:
        yield KafkaBroker(servers, publisher, stack)
