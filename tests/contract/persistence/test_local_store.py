"""What the local store promises beside the protocol: durable before it answers, and clear when it cannot start."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from shared.persistence.checks import check_store
from shared.persistence.errors import DuplicateKeyError, StoreUnavailableError
from shared.persistence.mongo import connect
from shared.persistence.store import Collection
from shared.runtime.errors import RefusedToStartError
from shared.runtime.ids import new_id
from tests.support.store_node import StoreNode

pytestmark = pytest.mark.integration

PATIENT = "&serverSelectionTimeoutMS=20000&connectTimeoutMS=20000"
IMPATIENT = "&serverSelectionTimeoutMS=300&connectTimeoutMS=300"


@asynccontextmanager
async def things_of(node: StoreNode, options: str = PATIENT) -> AsyncIterator[Collection]:
    database = connect(node.url + options, "durability", driver="motor")
    try:
        yield database.collection("things")
    finally:
        await database.close()


@dataclass(slots=True)
class Writers:
    """Eight writers at once, who remember what was acknowledged, until the store dies."""

    versions: dict[object, int] = field(default_factory=dict)

    async def write_until_killed(self, node: StoreNode, *, after: int) -> None:
        node.start()
        enough = asyncio.Event()
        async with things_of(node, "&serverSelectionTimeoutMS=5000") as things, asyncio.TaskGroup() as group:
            for _ in range(8):
                group.create_task(self._write(things, enough, len(self.versions) + after))
            await enough.wait()
            node.kill()

    async def _write(self, things: Collection, enough: asyncio.Event, target: int) -> None:
        with suppress(StoreUnavailableError):
            while True:
                identifier = new_id()
                await things.insert({"_id": identifier, "version": 0, "text": "x" * 300})
                self.versions[identifier] = 0
                await things.update_one({"_id": identifier}, {"$inc": {"version": 1}})
                self.versions[identifier] = 1
                if len(self.versions) >= target:
                    enough.set()


@pytest.mark.crash
async def test_nothing_acknowledged_is_lost_when_the_store_is_killed(own_store_node: StoreNode) -> None:
    writers = Writers()

    for _ in range(3):
        await writers.write_until_killed(own_store_node, after=200)

    own_store_node.start()
    async with things_of(own_store_node) as things:
        stored = {document["_id"]: document["version"] async for document in things.find({})}
    lost = {each for each, version in writers.versions.items() if stored.get(each, -1) < version}
    assert lost == set()


@pytest.mark.crash
async def test_what_can_be_found_can_be_found_by_its_id(own_store_node: StoreNode) -> None:
    await Writers().write_until_killed(own_store_node, after=300)

    own_store_node.start()
    async with things_of(own_store_node) as things:
        stored = [document["_id"] async for document in things.find({})]
        by_id = await things.get_many(stored)

    assert set(by_id) == set(stored)


async def test_stopping_is_clean(own_store_node: StoreNode) -> None:
    own_store_node.start()
    async with things_of(own_store_node) as things:
        await things.insert({"_id": 1})

        status = own_store_node.stop()

    assert status in {0, 128 + signal.SIGTERM}
    own_store_node.start()
    async with things_of(own_store_node) as things:
        assert await things.get(1) == {"_id": 1}


async def test_everything_is_the_same_after_a_restart(own_store_node: StoreNode) -> None:
    document = {
        "_id": uuid4(),
        "at": datetime(2026, 5, 4, 12, 0, 0, 123_000, tzinfo=UTC),
        "values": [1, 2**40, 1.5, "ü", True, None, b"\x00", uuid4(), {"deep": [{}]}],
    }
    own_store_node.start()
    async with things_of(own_store_node) as things:
        await things.ensure_index([("values.deep", 1), ("at", 1)], unique=True)
        await things.insert(document)
        own_store_node.kill()

    own_store_node.start()
    async with things_of(own_store_node) as things:
        assert await things.get(document["_id"]) == document
        with pytest.raises(DuplicateKeyError) as caught:
            await things.insert(document | {"_id": uuid4()})

    assert caught.value.fields == ("values.deep", "at")


async def test_a_store_that_is_out_is_unavailable(own_store_node: StoreNode) -> None:
    async with things_of(own_store_node, IMPATIENT) as things:
        with pytest.raises(StoreUnavailableError):
            await things.insert({"_id": 1})
        with pytest.raises(StoreUnavailableError):
            await things.insert_each([{"_id": 1}])
        with pytest.raises(StoreUnavailableError):
            await things.get(1)
        with pytest.raises(StoreUnavailableError):
            [document async for document in things.find({})]


async def test_a_service_for_production_refuses_a_single_server(store_node: StoreNode) -> None:
    database = connect(store_node.url, "check", driver="pymongo")

    await check_store(database, require_replica_set=False)
    with pytest.raises(RefusedToStartError, match="replica set"):
        await check_store(database, require_replica_set=True)

    await database.close()


def test_a_half_written_data_file_is_one_clear_line(own_store_node: StoreNode) -> None:
    own_store_node.file.write_bytes(b"H:2,block:3,blockSize:1000,chunk:8" + b"\xff" * 9_000)

    own_store_node.launched()
    status, said = own_store_node.ended()

    assert status == 2
    assert said.startswith("store: cannot open the data file")
    assert len(said.strip().splitlines()) == 1


def test_a_port_in_use_is_one_clear_line(own_store_node: StoreNode) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", own_store_node.port))
        taken.listen()
        own_store_node.launched()
        status, said = own_store_node.ended()

    assert status == 2
    assert said.startswith("store: cannot listen on")
    assert len(said.strip().splitlines()) == 1


def test_a_data_file_in_use_is_one_clear_line(own_store_node: StoreNode, store_node: StoreNode) -> None:
    own_store_node.file = store_node.file

    own_store_node.launched()
    status, said = own_store_node.ended()

    assert status == 2
    assert len(said.strip().splitlines()) == 1
