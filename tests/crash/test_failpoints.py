"""R3: a process that ends anywhere on the way from a request to a committed offset loses and doubles nothing.

Reporting's own points from the request to the mark are tested beside it, in tests/integration/reporting.
"""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.crash.failing_service import KILLED
from tests.crash.understudy import Understudy, held
from tests.support.flood import Flood
from tests.support.oracle import Oracle, watching
from tests.support.stack import RunningStack

pytestmark = [pytest.mark.crash, pytest.mark.timeout(400)]

POINTS = ("before_insert", "after_insert", "after_publish", "after_ack", "after_mark", "after_effect", "after_commit")


async def test_triage_may_die_at_each_of_its_points(stack: RunningStack) -> None:
    flood, oracle = Flood(stack.url("reporting"), stack.api_key("web_client")), await watching(stack)
    triage = Understudy(stack, "triage")

    async with held(stack, "triage"):
        deaths = await _dying_at(POINTS, triage, lambda: _send(flood, 6))
        await triage.start()
        await _until_decided(oracle, flood, triage)

    assert deaths == dict.fromkeys(POINTS, KILLED)
    oracle.assert_once(flood.ids)


async def test_reporting_may_die_where_it_follows_cases(stack: RunningStack) -> None:
    flood, oracle = Flood(stack.url("reporting"), stack.api_key("web_client")), await watching(stack)
    reporting = Understudy(stack, "reporting")
    await _send(flood, 5)
    await oracle.until_decided(flood.ids)

    async with held(stack, "reporting"):
        points = ("after_effect", "after_commit")
        deaths = await _dying_at(points, reporting, lambda: _send_while_it_lives(flood, reporting))
        await reporting.start()
        await _until_decided(oracle, flood, reporting)

    assert deaths == dict.fromkeys(points, KILLED)
    oracle.assert_once(flood.ids)


async def _dying_at(
    points: tuple[str, ...], service: Understudy, work: Callable[[], Awaitable[None]]
) -> dict[str, int]:
    """Let a service die at one point after the other, with new work for each of its lives."""
    deaths = {}
    for point in points:
        await service.start(die_at=point)
        await work()
        deaths[point] = await service.ended()
    return deaths


async def _send(flood: Flood, count: int) -> None:
    async with flood.at(50):
        await flood.until(len(flood.promised) + count)


async def _send_while_it_lives(flood: Flood, reporting: Understudy) -> None:
    sending = asyncio.create_task(_send(flood, 1_000))
    await reporting.ended()
    sending.cancel()
    await asyncio.wait([sending])


async def _until_decided(oracle: Oracle, flood: Flood, service: Understudy) -> None:
    try:
        await service.ready()
        await oracle.until_decided(flood.ids)
    finally:
        service.kill()
