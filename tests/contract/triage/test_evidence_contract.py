"""The suite for evidence, in memory and on the local store."""

from collections.abc import AsyncIterator

import pytest
from prometheus_client import CollectorRegistry

from services.triage.adapters.mongo_cases import MongoCases
from services.triage.adapters.mongo_evidence import MongoEvidence
from shared.persistence.metrics import OutboxMetrics
from shared.persistence.mongo import connect
from shared.persistence.outbox import Outbox
from shared.persistence.store import Database
from shared.runtime.clock import SystemClock
from shared.runtime.ids import new_id
from tests.contract.triage.evidence_contract import EvidenceContract
from tests.support.memory_bus import MemoryBus
from tests.support.memory_store import MemoryDatabase
from tests.support.store_node import StoreNode


class OnADatabase(EvidenceContract):
    database: Database

    async def homes(self) -> tuple[MongoCases, MongoEvidence]:
        collection = self.database.collection(f"cases_{new_id().hex}")
        publisher = MemoryBus({"kith.escalations.v1": 1}).publisher()
        outbox = Outbox(publisher, OutboxMetrics(CollectorRegistry()), SystemClock(), collections=[collection])
        cases, evidence = MongoCases(collection, outbox), MongoEvidence(collection, outbox)
        await cases.prepare()
        await evidence.prepare()
        return cases, evidence


class TestEvidenceInMemory(OnADatabase):
    @pytest.fixture(autouse=True)
    def _database(self) -> None:
        self.database = MemoryDatabase()


@pytest.mark.integration
class TestEvidenceOnTheLocalStore(OnADatabase):
    @pytest.fixture(autouse=True)
    async def _database(self, store_node: StoreNode) -> AsyncIterator[None]:
        self.database = connect(store_node.url, "triage_evidence")
        yield
        await self.database.close()
