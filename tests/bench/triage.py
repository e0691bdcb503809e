"""Events a second through triage against a bare loop that reads, writes and publishes the same events."""

import asyncio
import itertools
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

import orjson

from deploy.demo.reports import the_day
from services.reporting.domain.danger import Signs, danger_signals
from shared.contracts.reporting import REPORTS
from shared.contracts.triage import ESCALATIONS
from tests.bench import log
from tests.bench.load import Target, post_all
from tests.bench.processes import busy_seconds, frozen
from tests.bench.result import Row
from tests.support.stack import RunningStack

EVENTS = 20_000
EVENTS_WITH_WORDS = 5_000
FIRST_EVENTS = 100
ROUNDS = 3
AIM = 0.6
CONNECTIONS = 32
_NEIGHBOURS = ("networks", "notify")
_QUIET_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Rate:
    """Events a second, and the processor's microseconds for each."""

    per_second: float
    busy_us: float

    def __str__(self) -> str:
        return f"{self.per_second:,.0f}/s ({self.busy_us:.0f} us of processor)"


def throughput(stack: RunningStack) -> list[Row]:
    """Let the bare loop and triage handle the same events in turns, the neighbours stopped."""
    with frozen(stack, *_NEIGHBOURS):
        return [
            _compared("triage, events/s", [_round(stack, _written, "reporting") for _ in range(ROUNDS)]),
            _compared("triage with words, events/s", [_round(stack, _posted) for _ in range(ROUNDS)]),
        ]


def _compared(what: str, rounds: list[tuple[Rate, Rate]]) -> Row:
    """Take the round with the median ratio."""
    ratios = {ours.per_second / bare.per_second: (ours, bare) for ours, bare in rounds}
    ratio = statistics.median_low(ratios)
    ours, bare = ratios[ratio]
    return Row(what, str(ours), f"a bare loop: {bare}, ratio {ratio:.2f}", f"ratio {AIM}", ratio >= AIM)


def _round(stack: RunningStack, produce: Callable[[RunningStack], int], *idle: str) -> tuple[Rate, Rate]:
    """Make events while triage is stopped; then triage handles them, then the bare loop, each with what it needs.

    Triage is stopped for long only while the bare loop runs, and may then lose its membership. So it gets a few events
    before it is stopped and measured again; the bare loop reads these as well.
    """
    asyncio.run(_joined(stack.state["kafka"]))
    with frozen(stack, "triage"):
        count = produce(stack)
    with frozen(stack, *idle):
        ours = _triage(stack, count)
    with frozen(stack, "triage", "reporting"):
        return ours, _bare(stack, count + FIRST_EVENTS)


async def _joined(servers: str) -> None:
    """Return when triage handles events."""
    async with log.counter(servers, ESCALATIONS) as cases:
        wanted = await cases() + FIRST_EVENTS
        await log.write(servers, FIRST_EVENTS)
        await _reached(cases, wanted)


async def _reached(count: Callable[[], Awaitable[int]], wanted: int) -> None:
    async with asyncio.timeout(_QUIET_SECONDS):
        while await count() < wanted:
            await asyncio.sleep(0.1)


def _written(stack: RunningStack) -> int:
    asyncio.run(log.write(stack.state["kafka"], EVENTS))
    return EVENTS


def _posted(stack: RunningStack) -> int:
    port = int(stack.url("reporting").rsplit(":", 1)[1])
    target = Target(port, "/v1/reports", (("X-API-Key", stack.api_key("web_client")),))

    async def posted() -> None:
        async with log.counter(stack.state["kafka"], REPORTS) as reports:
            wanted = await reports() + EVENTS_WITH_WORDS
            done = await post_all(target, _bodies(EVENTS_WITH_WORDS), connections=CONNECTIONS)
            if done.refused:
                raise RuntimeError(f"{done.refused} posts were refused")
            await _reached(reports, wanted)

    asyncio.run(posted())
    return EVENTS_WITH_WORDS


def _bodies(count: int) -> Iterator[bytes]:
    """Reports of the demo's day in their own words, without those that the intake screen sends ahead as urgent."""
    day = [
        report.body | {"contact": None}
        for report in the_day()
        if not danger_signals(
            Signs(report.text, report.category, report.when, report.ongoing, report.weapon, report.injured)
        )
    ]
    for number, body in enumerate(itertools.islice(itertools.cycle(day), count)):
        yield orjson.dumps(body | {"text": f"{body['text']} ({number})"})


def _bare(stack: RunningStack, count: int) -> Rate:
    command = [sys.executable, "-m", "tests.bench.bare_loop", stack.state["kafka"], stack.state["mongo"], str(count)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    took, busy = map(float, answer.split())
    return Rate(count / took, busy / count * 1e6)


def _triage(stack: RunningStack, count: int) -> Rate:
    before = busy_seconds(stack, "triage")
    per_second = asyncio.run(_until_decided(stack.state["kafka"], count))
    return Rate(per_second, (busy_seconds(stack, "triage") - before) / count * 1e6)


async def _until_decided(servers: str, count: int) -> float:
    """Return cases a second, from the first that are announced to the last."""
    async with log.counter(servers, ESCALATIONS) as cases:
        last, since = await cases(), time.perf_counter()
        wanted = last + count
        first: tuple[int, float] | None = None
        while last < wanted:
            await asyncio.sleep(0.05)
            now, at = await cases(), time.perf_counter()
            if now > last:
                last, since = now, at
                first = first or (now, at)
            if at - since > _QUIET_SECONDS:
                raise RuntimeError(f"{wanted - last} of {count} events have no case")
    return (last - first[0]) / (since - first[1]) if first else 0.0
