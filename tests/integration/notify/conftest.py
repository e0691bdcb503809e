"""Real Kafka, a real store, and notify as processes of their own."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from deploy.local.environment import inherited
from deploy.local.settings import REPOSITORY
from shared.messaging.kafka import apply_topics
from shared.messaging.topics import load_topics
from tests.integration.notify.world import World
from tests.support.kafka_node import KafkaNode, running_node, why_not
from tests.support.store_node import StoreNode, store_classpath, store_node

__all__ = ["store_classpath", "store_node"]


@pytest.fixture(scope="module")
def kafka(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KafkaNode]:
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with running_node(tmp_path_factory.mktemp("kafka")) as node:
        yield node


@pytest.fixture
async def world(kafka: KafkaNode, store_node: StoreNode, tmp_path: Path) -> AsyncIterator[World]:
    await apply_topics(kafka.servers, load_topics(REPOSITORY / "deploy/kafka/topics.yaml"))
    world = World(kafka.servers, store_node.url, tmp_path, inherited())
    async with world.running():
        yield world
