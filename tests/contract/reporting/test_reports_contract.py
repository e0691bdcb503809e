"""One suite for reports on a store in memory and on the local store, with both drivers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest
from prometheus_client import CollectorRegistry

from services.reporting.adapters.mongo_reports import MongoReports
from services.reporting.bootstrap import World, reports_of
from shared.persistence.mongo import connect
from shared.persistence.store import Database
from tests.contract.reporting.reports_contract import ReportsContract
from tests.support.memory_bus import MemoryBus
from tests.support.memory_store import MemoryDatabase
from tests.support.reporting import TOPICS, SetClock, Tokens, settings
from tests.support.store_node import StoreNode


@asynccontextmanager
async def running_on(database: Database) -> AsyncIterator[MongoReports]:
    world = World(database, MemoryBus(TOPICS).publisher(), Tokens(), CollectorRegistry(), SetClock())
    reports = reports_of(settings(), world)
    await reports.make_indexes()
    commits = asyncio.create_task(reports.commits.run())
    yield reports
    await reports.commits.stop()
    await commits


class TestInMemory(ReportsContract):
    @pytest.fixture
    async def reports(self) -> AsyncIterator[MongoReports]:
        async with running_on(MemoryDatabase()) as reports:
            yield reports


@pytest.mark.integration
class TestOnTheLocalStore(ReportsContract):
    @pytest.fixture(params=["motor", "pymongo"])
    async def reports(self, request: pytest.FixtureRequest, store_node: StoreNode) -> AsyncIterator[MongoReports]:
        database = connect(store_node.url, f"reporting_{uuid4().hex[:12]}", driver=request.param)
        async with running_on(database) as reports:
            yield reports
        await database.close()
