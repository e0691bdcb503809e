"""P8: the same reports under the same policy give the same decisions, byte for byte, also read from a topic again."""

import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest

from services.triage.adapters.policy_in_force import policy_in_force
from tests.contract.messaging.bus_contract import Broker, read_all
from tests.contract.messaging.test_memory_bus import MemoryBroker
from tests.support.deciding import decisions_of, labelled_reports
from tests.support.events import on
from tests.support.kafka_broker import kafka_broker
from tests.support.kafka_node import KafkaNode, running_node, why_not

_ROOT = Path(__file__).parents[3]


class ReplayContract(ABC):
    """What holds whatever the topic lies on."""

    @abstractmethod
    @pytest.fixture
    def broker(self) -> Broker: ...

    async def test_a_topic_read_again_gives_the_same_decisions_byte_for_byte(self, broker: Broker) -> None:
        given = labelled_reports()
        words = {report_id: text for report_id, (_, text) in given.items()}
        topic = await broker.topic(partitions=3)
        await broker.publisher.publish([on(topic, report) for report, _ in given.values()])

        first = decisions_of(await read_all(broker, topic), words, policy_in_force())
        again = decisions_of(await read_all(broker, topic), words, policy_in_force())

        assert first == again
        assert first.keys() == given.keys()
        assert _digest(first) == _by_another_process()


class TestReplayInMemory(ReplayContract):
    @pytest.fixture
    def broker(self) -> Broker:
        return MemoryBroker()


@pytest.mark.integration
class TestReplayOnKafka(ReplayContract):
    @pytest.fixture
    def kafka(self, tmp_path: Path) -> Iterator[KafkaNode]:
        reason = why_not()
        if reason:
            pytest.skip(reason)
        with running_node(tmp_path) as node:
            yield node

    @pytest.fixture
    async def broker(self, kafka: KafkaNode) -> AsyncIterator[Broker]:
        async with kafka_broker(kafka.servers) as broker:
            yield broker


def _digest(decisions: Mapping[UUID, bytes]) -> str:
    return sha256(b"".join(decisions[report_id] for report_id in sorted(decisions))).hexdigest()


def _by_another_process() -> str:
    """Decide the same in a process whose sets and dictionaries are ordered otherwise."""
    command = [sys.executable, "-m", "tests.support.deciding"]
    seeded = {"PYTHONHASHSEED": "4711"}
    return subprocess.run(  # noqa: S603 - this interpreter on a module of these tests
        command, cwd=_ROOT, env=seeded, check=True, capture_output=True, text=True
    ).stdout
