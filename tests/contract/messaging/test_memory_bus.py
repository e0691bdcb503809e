"""The bus in memory keeps the broker's promises, and the runtime keeps its own on it."""

import pytest

from shared.messaging.ports import LogReader, RecordSource
from tests.contract.messaging.bus_contract import Broker, BrokerContract, RuntimeContract
from tests.support.memory_bus import MemoryBus


class MemoryBroker:
    """The in-memory bus, as the suite wants it."""

    def __init__(self) -> None:
        self.bus = MemoryBus()
        self.publisher = self.bus.publisher()

    async def topic(self, partitions: int = 1, *, dead_letters: bool = True) -> str:
        self.bus.create("t", partitions)
        if dead_letters:
            await self.add_dead_letters("t")
        return "t"

    async def add_dead_letters(self, topic: str) -> None:
        self.bus.create(f"{topic}.dlq")

    def source(self, group: str, topic: str) -> RecordSource:
        return self.bus.source(group, [topic])

    async def reader(self) -> LogReader:
        return self.bus.reader()

    async def committed(self, group: str, topic: str) -> dict[int, int]:
        return {p.number: offset for (g, p), offset in self.bus.committed.items() if g == group and p.topic == topic}


class _OnMemory:
    @pytest.fixture
    def broker(self) -> Broker:
        return MemoryBroker()


class TestMemoryBroker(_OnMemory, BrokerContract):
    """The ports, in memory."""


class TestRuntimeOnMemory(_OnMemory, RuntimeContract):
    """The consumer, in memory."""
