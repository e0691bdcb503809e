"""The outbox's promises, kept on each store."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest

from shared.persistence.mongo import connect
from shared.persistence.store import Database
from tests.contract.persistence.outbox_contract import OutboxContract, announcer
from tests.support.memory_store import MemoryDatabase
from tests.support.store_node import StoreNode

__all__ = ["announcer"]


class TestInMemory(OutboxContract):
    @pytest.fixture
    def database(self) -> Database:
        return MemoryDatabase()


@pytest.mark.integration
class TestOnTheLocalStore(OutboxContract):
    @pytest.fixture
    async def database(self, store_node: StoreNode) -> AsyncIterator[Database]:
        database = connect(store_node.url, f"test_{uuid4().hex}")
        yield database
        await database.close()


@pytest.mark.integration
class TestOnMongoDB(OutboxContract):
    @pytest.fixture
    async def database(self, mongo_url: str) -> AsyncIterator[Database]:
        database = connect(mongo_url, f"test_{uuid4().hex}")
        yield database
        await database.close()
