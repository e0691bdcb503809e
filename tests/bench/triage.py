"""Events a second through triage against a bare loop, urgent reports behind a backlog, and memory under one."""

import asyncio
import os
import signal
import statistics
import subprocess
import sys
import time

import psutil

from shared.contracts.triage import ESCALATIONS
from tests.bench import log
from tests.bench.load import Connection, Target
from tests.bench.result import Row
from tests.support.stack import RunningStack

EVENTS = 20_000
ROUNDS = 3
BACKLOG = 100_000
LONG_BACKLOG = 1_000_000
DRAINED_SECONDS = 60.0
MOST_MEGABYTES = 200
SERVICES = ("reporting", "triage", "networks", "notify")
URGENT = (
    b'{"category": "crime.robbery", "when": "now", "ongoing": true, "text": "he has got a knife, he is in the house"}'
)


def throughput(stack: RunningStack) -> list[Row]:
    """Let the bare loop and triage handle the same events in turns, the neighbours stopped."""
    ratios, rates, bare_rates = [], [], []
    for _ in range(ROUNDS):
        with _frozen(stack, "triage", "networks", "notify", "reporting"):
            asyncio.run(log.write(stack.state["kafka"], EVENTS))
            bare = float(_bare(stack, asyncio.run(log.end_of(stack.state["kafka"], "kith.reports.v1"))))
        ours = _triage_alone(stack)
        bare_rates.append(bare)
        rates.append(ours)
        ratios.append(ours / bare)
    ratio = statistics.median(ratios)
    measured = f"{statistics.median(rates):,.0f}/s"
    against = f"a bare loop: {statistics.median(bare_rates):,.0f}/s, ratio {ratio:.2f}"
    return [Row("triage, events/s", measured, against, "ratio 0.6", ratio >= 0.6)]


def _bare(stack: RunningStack, count: int) -> float:
    """Return the bare loop's events a second over the whole topic."""
    command = [sys.executable, "-m", "tests.bench.bare_loop", stack.state["kafka"], stack.state["mongo"], str(count)]
    return count / float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603


def _triage_alone(stack: RunningStack) -> float:
    with _frozen(stack, "networks", "notify", "reporting"):
        return asyncio.run(_until_decided(stack.state["kafka"], EVENTS))


async def _until_decided(servers: str, count: int) -> float:
    """Return cases a second, from the first announced to the last, over the middle of the run."""
    begun, already = time.perf_counter(), await log.end_of(servers, ESCALATIONS)
    last, since = already, begun
    first: tuple[int, float] | None = None
    while True:
        await asyncio.sleep(0.05)
        now, at = await log.end_of(servers, ESCALATIONS), time.perf_counter()
        if now > last:
            last, since = now, at
            first = first or (now, at)
        if first and (at - since > 2.0 or last - already >= count):
            return (last - first[0]) / max(since - first[1], 1e-9)


def urgent(stack: RunningStack) -> list[Row]:
    """Send one urgent report while a hundred thousand routine ones wait for triage."""
    with _frozen(stack, "triage", "networks", "notify"):
        asyncio.run(log.write(stack.state["kafka"], BACKLOG))
    took = asyncio.run(_urgent_behind_routine(stack))
    return [Row(f"urgent report, {BACKLOG:,} routine ones waiting", f"{took:.2f} s", "", "under 1 s", took < 1.0)]


async def _urgent_behind_routine(stack: RunningStack) -> float:
    target = Target(int(stack.url("reporting").rsplit(":", 1)[1]), "/v1/reports")
    connection = await Connection.to(target.port)
    async with log.tail(stack.state["kafka"]) as cases:
        waiting = asyncio.create_task(log.urgent_decided(cases))
        await asyncio.sleep(0.5)
        begun = time.perf_counter()
        if await connection.send(target.request(URGENT)) != 202:
            raise RuntimeError("the urgent report was refused")
        return await asyncio.wait_for(waiting, 60) - begun


def memory(stack: RunningStack) -> list[Row]:
    """Watch the services idle, and while triage works off a million events."""
    idle = {name: _megabytes(stack, name) for name in SERVICES}
    with _frozen(stack, "triage"):
        asyncio.run(log.write(stack.state["kafka"], LONG_BACKLOG))
    most = dict(idle)
    until = time.monotonic() + DRAINED_SECONDS
    while time.monotonic() < until:
        most = {name: max(most[name], _megabytes(stack, name)) for name in SERVICES}
        time.sleep(0.5)
    return [
        Row(f"memory of {name}", f"{idle[name]} MB idle", f"{most[name]} MB in a {LONG_BACKLOG:,}-event backlog",
            f"under {MOST_MEGABYTES} MB idle, bounded", idle[name] < MOST_MEGABYTES and most[name] < 2 * MOST_MEGABYTES)
        for name in SERVICES
    ]  # fmt: skip


def _megabytes(stack: RunningStack, name: str) -> int:
    return int(psutil.Process(stack.pid(name)).memory_info().rss >> 20)


class _frozen:  # noqa: N801 - reads as what it does
    """Keeps services from running for the length of a block."""

    def __init__(self, stack: RunningStack, *names: str) -> None:
        self._pids = [stack.pid(name) for name in names]

    def __enter__(self) -> None:
        for pid in self._pids:
            os.kill(pid, signal.SIGSTOP)

    def __exit__(self, *_: object) -> None:
        for pid in self._pids:
            os.kill(pid, signal.SIGCONT)
