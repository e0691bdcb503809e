"""Urgent reports behind a backlog, and memory under one."""

import asyncio
import time

from aiokafka import AIOKafkaConsumer

from shared.contracts.triage import ESCALATIONS
from tests.bench import log
from tests.bench.load import Connection, Target
from tests.bench.processes import frozen, megabytes
from tests.bench.result import Row
from tests.support.stack import RunningStack

BACKLOG = 100_000
URGENT_REPORTS = 5
LONG_BACKLOG = 1_000_000
DRAINED_SECONDS = 60.0
MOST_MEGABYTES = 200
SERVICES = ("reporting", "triage", "networks", "notify")
URGENT = (
    b'{"category": "crime.robbery", "when": "now", "ongoing": true, "text": "he has got a knife, he is in the house"}'
)


def urgent(stack: RunningStack) -> list[Row]:
    """Send urgent reports, one after another, while a hundred thousand routine ones wait for triage."""
    with frozen(stack, "triage", "networks", "notify"):
        asyncio.run(log.write(stack.state["kafka"], BACKLOG))
    took, waiting = asyncio.run(_urgent_behind_routine(stack))
    measured = f"{max(took):.2f} s, the slowest of {len(took)}"
    what = f"urgent report, {BACKLOG:,} routine ones waiting"
    return [Row(what, measured, f"{waiting:,} still waiting after the last", "under 1 s", max(took) < 1.0)]


async def _urgent_behind_routine(stack: RunningStack) -> tuple[list[float], int]:
    port = int(stack.url("reporting").rsplit(":", 1)[1])
    target = Target(port, "/v1/reports", (("X-API-Key", stack.api_key("web_client")),))
    connection = await Connection.to(target.port)
    async with log.counter(stack.state["kafka"], ESCALATIONS) as opened:
        already = await opened()
        while await opened() == already:
            await asyncio.sleep(0.05)
        async with log.tail(stack.state["kafka"]) as cases:
            took = [await _one(connection, target, cases) for _ in range(URGENT_REPORTS)]
        return took, BACKLOG - (await opened() - already)


async def _one(connection: Connection, target: Target, cases: AIOKafkaConsumer) -> float:
    waiting = asyncio.create_task(log.urgent_decided(cases))
    begun = time.perf_counter()
    if await connection.send(target.request(URGENT)) != 202:
        raise RuntimeError("the urgent report was refused")
    return await asyncio.wait_for(waiting, 60) - begun


def memory(stack: RunningStack) -> list[Row]:
    """Watch the services idle, and while triage works off a million events."""
    idle = {name: megabytes(stack, name) for name in SERVICES}
    with frozen(stack, "triage"):
        asyncio.run(log.write(stack.state["kafka"], LONG_BACKLOG))
    most = dict(idle)
    until = time.monotonic() + DRAINED_SECONDS
    while time.monotonic() < until:
        most = {name: max(most[name], megabytes(stack, name)) for name in SERVICES}
        time.sleep(0.5)
    return [
        Row(f"memory of {name}", f"{idle[name]} MB idle", f"{most[name]} MB in a {LONG_BACKLOG:,}-event backlog",
            f"under {MOST_MEGABYTES} MB idle, bounded", idle[name] < MOST_MEGABYTES and most[name] < 2 * MOST_MEGABYTES)
        for name in SERVICES
    ]  # fmt: skip
