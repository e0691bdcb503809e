"""The publisher and the consumer through a broker that is killed, gone too long, or frozen."""

import asyncio
from collections.abc import Iterator

import pytest
from prometheus_client import CollectorRegistry

from shared.messaging.errors import PublishFailedError
from shared.messaging.kafka import KafkaPublisher, KafkaSource, ProducerSettings, apply_topics
from shared.messaging.metrics import PublisherMetrics
from shared.messaging.topics import Topic
from shared.runtime.ids import derived_id
from tests.support.consuming import Collected, a_consumer, running, until
from tests.support.events import a_report, on
from tests.support.kafka_broker import QUICK
from tests.support.kafka_node import KafkaNode, running_node, why_not

pytestmark = [pytest.mark.integration, pytest.mark.crash]


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KafkaNode]:
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with running_node(tmp_path_factory.mktemp("outage")) as node:
        yield node


async def test_a_publisher_outlives_an_outage_longer_than_its_timeout(node: KafkaNode) -> None:
    registry = CollectorRegistry()
    publisher = KafkaPublisher(
        node.servers, PublisherMetrics(registry), settings=ProducerSettings(request_timeout_ms=1500)
    )
    await apply_topics(node.servers, [Topic(name="long", partitions=2), Topic(name="long.dlq", partitions=1)])
    handled = Collected()
    sent = [on("long", a_report(number)) for number in range(40)]
    source = KafkaSource(node.servers, "long", ["long"], QUICK)

    async with publisher.running(), running(a_consumer(source, publisher, handled)):
        await publisher.publish(sent[:10])
        await asyncio.to_thread(node.kill)
        failures = 0
        while failures < 3:
            with pytest.raises(PublishFailedError):
                await asyncio.wait_for(publisher.publish(sent[10:20]), 60)
            failures += 1
        await asyncio.to_thread(node.start)
        for batch in (sent[10:20], sent[20:30], sent[30:40]):
            await _publish_until_known(publisher, batch)
        await until(lambda: len({event.event_id for event in handled.events}) == 40, 60)

    assert (registry.get_sample_value("kith_producer_recreated_total") or 0) >= 1
    assert {event.event_id for event in handled.events} == {a_report(n).event_id for n in range(40)}
    for report in (a_report(n) for n in range(40)):
        assert derived_id(report.report_id, "event") == report.event_id


async def test_a_frozen_broker_loses_nothing(node: KafkaNode) -> None:
    publisher = KafkaPublisher(node.servers, PublisherMetrics(CollectorRegistry()))
    await apply_topics(node.servers, [Topic(name="frozen", partitions=2), Topic(name="frozen.dlq", partitions=1)])
    handled = Collected()
    source = KafkaSource(node.servers, "frozen", ["frozen"], QUICK)

    async with publisher.running(), running(a_consumer(source, publisher, handled)):
        await publisher.publish([on("frozen", a_report(1))])
        node.freeze()
        waiting = asyncio.create_task(_publish_until_known(publisher, [on("frozen", a_report(2))]))
        done, _ = await asyncio.wait([waiting], timeout=3)
        node.thaw()
        await asyncio.wait_for(waiting, 60)
        await until(lambda: len({event.event_id for event in handled.events}) == 2, 60)

    assert not done


async def _publish_until_known(publisher: KafkaPublisher, batch: list) -> None:  # type: ignore[type-arg]
    async with asyncio.timeout(90):
        while True:
            try:
                return await publisher.publish(batch)
            except PublishFailedError:
                await asyncio.sleep(0.05)
