"""Real Kafka keeps the broker's promises, and the runtime keeps its own on it."""

from collections.abc import AsyncIterator

import pytest

from tests.contract.messaging.bus_contract import Broker, BrokerContract, RuntimeContract
from tests.support.kafka_broker import kafka_broker
from tests.support.kafka_node import KafkaNode

pytestmark = pytest.mark.integration


class _OnKafka:
    @pytest.fixture
    async def broker(self, kafka: KafkaNode) -> AsyncIterator[Broker]:
        async with kafka_broker(kafka.servers) as broker:
            yield broker


class TestKafkaBroker(_OnKafka, BrokerContract):
    """The ports, on Kafka."""


class TestRuntimeOnKafka(_OnKafka, RuntimeContract):
    """The consumer, on Kafka."""
