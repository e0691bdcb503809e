"""One Kafka node for all tests of this folder, where its jars are at hand."""

from collections.abc import Iterator

import pytest

from tests.support.kafka_node import KafkaNode, running_node, why_not


@pytest.fixture(scope="session")
def kafka(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KafkaNode]:
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with running_node(tmp_path_factory.mktemp("kafka")) as node:
        yield node
