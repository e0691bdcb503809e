"""A real broker, a real store and reporting as a real process between them."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.messaging.kafka import apply_topics
from shared.messaging.topics import load_topics
from tests.support.kafka_node import KafkaNode, running_node, why_not
from tests.support.reporting_process import ReportingProcess
from tests.support.store_node import StoreNode, own_store_node, store_classpath

__all__ = ["own_store_node", "store_classpath"]

_TOPICS = Path(__file__).parents[3] / "deploy/kafka/topics.yaml"


@pytest.fixture(scope="session")
def kafka(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KafkaNode]:
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with running_node(tmp_path_factory.mktemp("kafka")) as node:
        asyncio.run(apply_topics(node.servers, load_topics(_TOPICS), replication=1))
        yield node


@pytest.fixture
def reporting(kafka: KafkaNode, own_store_node: StoreNode, tmp_path: Path) -> Iterator[ReportingProcess]:
    """Reporting on a store of its own, started."""
    own_store_node.start()
    process = ReportingProcess(kafka.servers, own_store_node.url, tmp_path / "reporting.log")
    process.start()
    try:
        yield process
    finally:
        process.kill()
