"""One suite for every home of networks' data: in memory, and MongoDB's adapters on both stores."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from prometheus_client import CollectorRegistry

from services.networks.adapters.metrics import NetworksMetrics
from services.networks.bootstrap import NetworksStore
from shared.persistence.metrics import OutboxMetrics
from shared.persistence.mongo import connect
from shared.persistence.outbox import Outbox
from shared.persistence.store import Database
from tests.contract.networks.ports_contract import Backend, PortsContract
from tests.support.memory_bus import MemoryBus
from tests.support.memory_store import MemoryDatabase
from tests.support.store_node import StoreNode
from tests.unit.networks import memory
from tests.unit.networks.app import InMemoryAreaCounts
from tests.unit.networks.builders import SetClock


def on(database: Database) -> NetworksStore:
    metrics = OutboxMetrics(CollectorRegistry())
    outbox = Outbox(MemoryBus().publisher(), metrics, SetClock(), collections=[database.collection("engagements")])
    return NetworksStore.of(database, outbox, NetworksMetrics(CollectorRegistry()))


def backend_of(store: NetworksStore) -> Backend:
    return Backend(store.engagements, store.assets, store.people, store.groups, store.area_counts)


class TestInMemory(PortsContract):
    @pytest.fixture
    def backend(self) -> Backend:
        engagements, assets = memory.InMemoryEngagements(), memory.InMemoryAssets()
        return Backend(engagements, assets, memory.people(), memory.groups(), InMemoryAreaCounts())


class TestMongoAdaptersInMemory(PortsContract):
    @pytest.fixture
    def backend(self) -> Backend:
        return backend_of(on(MemoryDatabase()))


@pytest.mark.integration
class TestMongoAdaptersOnTheLocalStore(PortsContract):
    @pytest.fixture(params=["motor", "pymongo"])
    async def backend(self, request: pytest.FixtureRequest, store_node: StoreNode) -> AsyncIterator[Backend]:
        database = connect(store_node.url, f"networks_{uuid4().hex[:12]}", driver=request.param)
        store = on(database)
        await store.prepare()
        yield backend_of(store)
        await database.close()
