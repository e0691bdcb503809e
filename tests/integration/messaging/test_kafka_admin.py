"""Topics are made as declared, each topic's own answer is looked at, and a missing one stops the start."""

from uuid import uuid4

import pytest

from shared.messaging.kafka import KafkaReader, apply_topics, check_start
from shared.messaging.topics import Topic
from shared.runtime.errors import RefusedToStartError
from tests.support.kafka_node import KafkaNode

pytestmark = pytest.mark.integration


async def test_applying_creates_then_widens_then_leaves_alone(kafka: KafkaNode) -> None:
    name = f"a{uuid4().hex}"

    outcomes = [
        [outcome.outcome for outcome in await apply_topics(kafka.servers, [Topic(name=name, partitions=partitions)])]
        for partitions in (2, 3, 3, 1)
    ]

    assert outcomes == [["created"], ["widened"], ["unchanged"], ["unchanged"]]
    async with KafkaReader(kafka.servers).reading() as reader:
        assert len(await reader.partitions(name)) == 3


async def test_what_the_broker_refuses_is_said_with_the_topic(kafka: KafkaNode) -> None:
    name = f"a{uuid4().hex}"

    with pytest.raises(RefusedToStartError, match=name):
        await apply_topics(kafka.servers, [Topic(name=name, partitions=1, config={"retention.ms": "a week"})])


async def test_a_missing_topic_stops_the_start_by_name(kafka: KafkaNode) -> None:
    name = f"a{uuid4().hex}"
    await apply_topics(kafka.servers, [Topic(name=name, partitions=1)])

    await check_start(kafka.servers, [name])
    with pytest.raises(RefusedToStartError, match=f"{name}.dlq"):
        await check_start(kafka.servers, [name, f"{name}.dlq"])
