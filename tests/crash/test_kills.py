"""R1, R2 and R21: services that are killed, or told to stop, while reports come in."""

import asyncio
import random
import re
import signal
from collections import Counter
from typing import Any
from uuid import UUID

import psutil
import pymongo
import pytest

from tests.crash.understudy import held
from tests.support.flood import Flood
from tests.support.oracle import watching
from tests.support.stack import RunningStack

pytestmark = [pytest.mark.crash, pytest.mark.timeout(900)]

SERVICES = ("reporting", "triage", "networks", "notify")


def flood_on(stack: RunningStack) -> Flood:
    return Flood(stack.url("reporting"), stack.api_key("web_client"))


@pytest.mark.parametrize(("rate", "count"), [pytest.param(500, 5_000, marks=pytest.mark.long)])
async def test_reporting_killed_under_load_has_announced_all_within_ten_seconds(
    stack: RunningStack, rate: float, count: int
) -> None:
    flood, oracle = flood_on(stack), await watching(stack)

    async with flood.at(rate):
        await flood.until(random.randrange(count // 4, count // 2))  # noqa: S311 - any moment will do
        await stack.restart("reporting")
        promised_by_then = set(flood.ids)
        loop = asyncio.get_running_loop()
        back = loop.time()
        while not promised_by_then <= oracle.announced.keys():
            await oracle.look()
            assert loop.time() - back < 60, len(promised_by_then - oracle.announced.keys())
        took = loop.time() - back
        await flood.until(count, within=300)
    await oracle.until_decided(flood.ids, within=300)

    assert took < 10
    oracle.assert_once(flood.ids)


@pytest.mark.parametrize(
    ("kills", "count"), [pytest.param(2, 300, id="short"), pytest.param(20, 10_000, id="full", marks=pytest.mark.long)]
)
async def test_triage_killed_in_the_middle_of_batches_decides_each_report_once(
    stack: RunningStack, kills: int, count: int
) -> None:
    flood, oracle = flood_on(stack), await watching(stack)

    async with held(stack, "triage"), flood.at(300):
        await flood.until(count // 2)
    async with flood.at(30):
        for _ in range(kills):
            before = len(oracle.decided)
            while len(oracle.decided) < before + random.randrange(1, count // (2 * kills)):  # noqa: S311 - as above
                await oracle.look()
            await stack.restart("triage", within=90)
        await flood.until(count, within=300)
    await oracle.until_decided(flood.ids, within=300)

    oracle.assert_once(flood.ids)
    stored = await cases_by_report(stack)
    assert {report: stored[report] for report in flood.ids} == dict.fromkeys(flood.ids, 1)


async def test_every_service_told_to_stop_under_load_ends_in_order_and_loses_nothing(stack: RunningStack) -> None:
    flood, oracle = flood_on(stack), await watching(stack)
    supervised = stack.folder / "supervisor.log"
    said_before = supervised.stat().st_size

    async with flood.at(80):
        await flood.until(100)
        old = {service: stack.kill(service, signal.SIGTERM) for service in SERVICES}
        told = asyncio.get_running_loop().time()
        while any(pid_lives(pid) for pid in old.values()):
            assert asyncio.get_running_loop().time() - told < 15
            await asyncio.sleep(0.02)
        await asyncio.gather(*(stack.new_life(service, pid, within=90) for service, pid in old.items()))
        await flood.until(len(flood.promised) + 50)
    await oracle.until_decided(flood.ids)

    said = supervised.read_text()[said_before:]
    assert sorted(re.findall(r"(\w+) +restarted after it ended with exit code 0", said)) == sorted(SERVICES)
    assert set(flood.answers) <= {202, 503}
    oracle.assert_once(flood.ids)


def pid_lives(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


async def cases_by_report(stack: RunningStack) -> Counter[UUID]:
    """Return how many decision documents each report has. The session's stack may hold tens of thousands."""

    def reports() -> list[UUID]:
        with pymongo.MongoClient[dict[str, Any]](str(stack.state["mongo"]), uuidRepresentation="standard") as client:
            return [case["report_id"] for case in client.triage.cases.find({}, {"report_id": True})]

    return Counter(await asyncio.to_thread(reports))
