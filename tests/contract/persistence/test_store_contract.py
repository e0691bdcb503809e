"""The store's promises, kept by each backend."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest

from shared.persistence.mongo import Driver, connect
from shared.persistence.store import Database
from tests.contract.persistence.store_contract import StoreContract, things
from tests.support.memory_store import MemoryDatabase
from tests.support.store_node import StoreNode

__all__ = ["things"]

DRIVERS = ["motor", "pymongo"]


class TestMemory(StoreContract):
    @pytest.fixture
    def database(self) -> Database:
        return MemoryDatabase()


@pytest.mark.integration
class TestLocalStore(StoreContract):
    @pytest.fixture(params=DRIVERS)
    async def database(self, request: pytest.FixtureRequest, store_node: StoreNode) -> AsyncIterator[Database]:
        database = connect(store_node.url, f"test_{uuid4().hex}", driver=request.param)
        yield database
        await database.close()


@pytest.mark.integration
class TestMongoDB(StoreContract):
    @pytest.fixture(params=DRIVERS)
    async def database(self, request: pytest.FixtureRequest, mongo_url: str) -> AsyncIterator[Database]:
        driver: Driver = request.param
        database = connect(mongo_url, f"test_{uuid4().hex}", driver=driver)
        yield database
        await database.close()
