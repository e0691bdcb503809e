"""Timers: offers expire at their moment, a store that is out is waited for, and what is in memory is rebuilt."""

import asyncio
from datetime import timedelta

import pytest

from services.networks.entrypoints.timers import Timers
from shared.persistence.errors import StoreUnavailableError
from tests.unit.networks.builders import SetClock, an_asset, case_opened
from tests.unit.networks.replicas import Cluster


async def test_an_offer_expires_at_its_moment_even_between_sweeps() -> None:
    clock = SetClock()
    cluster = Cluster(clock)
    await cluster.enter([an_asset()])
    replica = cluster.replicas[0]
    timers = Timers(replica.store.engagements, replica.do, clock, sweep_seconds=3600)
    await replica.do.begin_matching([case_opened()])
    clock.advance(timedelta(hours=47, minutes=30))
    assert not await timers.tick()

    clock.advance(timedelta(minutes=30))

    assert len(await timers.tick()) == 1
    assert not await timers.tick()


async def test_a_restarted_process_finds_what_is_due() -> None:
    clock = SetClock()
    cluster = Cluster(clock)
    await cluster.enter([an_asset()])
    await cluster.replicas[0].do.begin_matching([case_opened()])
    clock.advance(timedelta(days=3))

    assert len(await cluster.replicas[1].timers.tick()) == 1


async def test_an_outage_is_raised_by_a_tick_and_survived_by_the_run() -> None:
    clock = SetClock()
    cluster = Cluster(clock)
    timers = cluster.replicas[0].timers
    cluster.database.faults.down = True
    with pytest.raises(StoreUnavailableError):
        await timers.tick()

    await timers.start()
    running = asyncio.create_task(timers.run())
    await asyncio.sleep(0)
    await timers.stop()

    await asyncio.wait_for(running, 5)
