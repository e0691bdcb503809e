"""R10: the store does what it is asked and its answer is lost; nobody may call that stored, nor store it twice."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from shared.persistence.mongo import MongoDatabase, connect
from tests.support.reporting import REPORT
from tests.support.reporting_process import KEY, ReportingProcess
from tests.support.store_node import StoreNode, own_store_node, store_classpath
from tests.support.toxiproxy import Proxy, proxy_to

__all__ = ["own_store_node", "store_classpath"]

pytestmark = [pytest.mark.crash, pytest.mark.timeout(300)]

NO_BROKER = "127.0.0.1:9"


@pytest.fixture
def proxy(own_store_node: StoreNode, tmp_path: Path) -> Iterator[Proxy]:
    own_store_node.start()
    with proxy_to(own_store_node.port, tmp_path / "toxiproxy.log") as proxy:
        yield proxy


@pytest.fixture
def reporting(proxy: Proxy, tmp_path: Path) -> Iterator[ReportingProcess]:
    """Reporting, which reaches its store through the proxy only, and no broker at all."""
    url = f"mongodb://127.0.0.1:{proxy.port}/?directConnection=true"
    process = ReportingProcess(NO_BROKER, url, tmp_path / "reporting.log")
    process.start()
    try:
        yield process
    finally:
        process.kill()


@pytest.fixture
async def behind(own_store_node: StoreNode, proxy: Proxy) -> AsyncIterator[MongoDatabase]:
    """The store itself, past the proxy."""
    database = connect(own_store_node.url, "reporting")
    yield database
    await database.close()


async def post(http: httpx.AsyncClient, key: str) -> httpx.Response:
    return await http.post("/v1/reports", json=REPORT, headers=KEY | {"idempotency-key": f'"{key}"'})


async def insisted(http: httpx.AsyncClient, key: str) -> str:
    async with asyncio.timeout(60):
        while (answer := await post(http, key)).status_code != 202:
            assert answer.status_code == 503, answer.text
            assert "retry-after" in answer.headers
            await asyncio.sleep(0.1)
    return str(answer.json()["id"])


async def test_an_insert_whose_answer_is_cut_off_is_not_acknowledged_and_its_repetition_finds_it(
    reporting: ReportingProcess, proxy: Proxy, behind: MongoDatabase
) -> None:
    async with httpx.AsyncClient(base_url=reporting.url, timeout=30) as http:
        await insisted(http, "the connection is open")
        proxy.add("limit_data", bytes=0)
        answer = await post(http, "cut off")
        stored_meanwhile = await behind.collection("reports").count({})
        proxy.heal()
        await insisted(http, "cut off")
        again = await post(http, "cut off")

    assert answer.status_code == 503
    assert answer.headers["content-type"] == "application/problem+json"
    assert stored_meanwhile == 2, "the insert itself took place"
    assert again.headers["idempotent-replayed"] == "true"
    assert await behind.collection("reports").count({}) == 2


async def test_a_storm_of_cut_and_reset_connections_stores_each_report_once(
    reporting: ReportingProcess, proxy: Proxy, behind: MongoDatabase
) -> None:
    storms = [("limit_data", {"bytes": size}) for size in (0, 40, 200, 1_000)]
    storms += [("reset_peer", {"timeout": pause}) for pause in (0, 5, 50)]
    keys = [f"storm-{number}" for number in range(120)]

    async with httpx.AsyncClient(base_url=reporting.url, timeout=30) as http, asyncio.TaskGroup() as tasks:
        sent = [tasks.create_task(later(http, key, 0.03 * number)) for number, key in enumerate(keys)]
        for kind, attributes in storms:
            await asyncio.sleep(0.2)
            await asyncio.to_thread(proxy.add, kind, **attributes)
            await asyncio.sleep(0.3)
            await asyncio.to_thread(proxy.heal)
    ids = {task.result() for task in sent}

    assert len(ids) == len(keys)
    stored = {str(document["_id"]) async for document in behind.collection("reports").find({})}
    assert stored == ids


async def later(http: httpx.AsyncClient, key: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return await insisted(http, key)
