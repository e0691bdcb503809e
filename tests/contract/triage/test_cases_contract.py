"""The suite for cases, in memory and on the stores that Kith runs on."""

from collections.abc import AsyncIterator

import pytest
from prometheus_client import CollectorRegistry

from services.triage.adapters.mongo_cases import MongoCases
from services.triage.application.ports import Cases
from shared.contracts.event import Event
from shared.messaging.codec import event_from_stored
from shared.persistence.metrics import OutboxMetrics
from shared.persistence.mongo import connect
from shared.persistence.outbox import Outbox
from shared.persistence.store import Database
from shared.runtime.clock import SystemClock
from shared.runtime.ids import new_id
from tests.contract.triage.cases_contract import CasesContract
from tests.support.cases import InMemoryCases
from tests.support.memory_bus import MemoryBus
from tests.support.memory_store import MemoryDatabase
from tests.support.store_node import StoreNode


class TestCasesInADictionary(CasesContract):
    async def home(self) -> Cases:
        return InMemoryCases()

    async def announced(self, cases: Cases) -> list[Event]:
        assert isinstance(cases, InMemoryCases)
        return cases.announced


class OnADatabase(CasesContract):
    database: Database

    async def home(self) -> Cases:
        collection = self.database.collection(f"cases_{new_id().hex}")
        bus = MemoryBus({"kith.escalations.v1": 1})
        outbox = Outbox(bus.publisher(), OutboxMetrics(CollectorRegistry()), SystemClock(), collections=[collection])
        cases = MongoCases(collection, outbox)
        await cases.prepare()
        self.collection = collection
        return cases

    async def announced(self, cases: Cases) -> list[Event]:
        return [
            event_from_stored(entry["event"])
            async for document in self.collection.find({})
            for entry in document["outbox"]
        ]


class TestCasesInMemory(OnADatabase):
    @pytest.fixture(autouse=True)
    def _database(self) -> None:
        self.database = MemoryDatabase()


@pytest.mark.integration
class TestCasesOnTheLocalStore(OnADatabase):
    @pytest.fixture(autouse=True)
    async def _database(self, store_node: StoreNode) -> AsyncIterator[None]:
        self.database = connect(store_node.url, "triage_contract")
        yield
        await self.database.close()
