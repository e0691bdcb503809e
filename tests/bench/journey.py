"""From a post to its case on the topic, at 200 posts a second that do not wait for each other: the shipped day's mix.

The broker and the local store compile what they run while it runs, so the first posts are not counted.
"""

import asyncio
import json
import time
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

import aiohttp
from aiokafka import AIOKafkaConsumer

from deploy.demo.reports import the_day, varied
from tests.bench import log
from tests.bench.processes import frozen
from tests.bench.result import Row, quantile
from tests.support.stack import RunningStack

RATE = 200
WARM_SECONDS = 30
SECONDS = 20
SETTLED_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Sent:
    """A report that was acknowledged, and when it was sent."""

    report_id: UUID
    at: float


def measure(stack: RunningStack) -> list[Row]:
    """Measure with nothing waiting, and with the neighbours stopped that have no part in it."""
    with frozen(stack, "networks", "notify"):
        took = asyncio.run(_times(stack))
    p50, p99 = quantile(took, 0.5), quantile(took, 0.99)
    measured = f"p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms"
    return [Row(f"post to case opened, {RATE}/s", measured, f"{len(took)} reports", "p99 under 250 ms", p99 < 0.25)]


async def _times(stack: RunningStack) -> list[float]:
    async with log.tail(stack.state["kafka"]) as cases:
        await _sent_and_decided(stack, cases, WARM_SECONDS)
        sent, seen = await _sent_and_decided(stack, cases, SECONDS)
    missing = [one for one in sent if one.report_id not in seen]
    if missing:
        raise RuntimeError(f"{len(missing)} of {len(sent)} acknowledged reports have no case yet")
    return [seen[one.report_id] - one.at for one in sent]


async def _sent_and_decided(
    stack: RunningStack, cases: AIOKafkaConsumer, seconds: int
) -> tuple[list[Sent], dict[UUID, float]]:
    reading = asyncio.create_task(log.decided(cases, RATE * seconds, seconds + SETTLED_SECONDS))
    return await _open_loop(stack, seconds), await reading


async def _open_loop(stack: RunningStack, seconds: int) -> list[Sent]:
    url = f"{stack.url('reporting')}/v1/reports"
    headers = {"X-API-Key": stack.api_key("web_client"), "Content-Type": "application/json"}
    async with aiohttp.ClientSession(headers=headers, connector=aiohttp.TCPConnector(limit=0)) as session:

        async def one(body: bytes) -> Sent:
            at = time.perf_counter()
            async with session.post(url, data=body) as answer:
                answer.raise_for_status()
                return Sent(UUID(json.loads(await answer.read())["id"]), at)

        mix = islice(varied(the_day(), seconds), RATE * seconds)
        bodies = [json.dumps(report.body | {"channel": "web"}).encode() for report in mix]
        begun, tasks = time.perf_counter(), []
        for number, body in enumerate(bodies):
            await asyncio.sleep(max(0.0, begun + number / RATE - time.perf_counter()))
            tasks.append(asyncio.create_task(one(body)))
        return await asyncio.gather(*tasks)
