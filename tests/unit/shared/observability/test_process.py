"""A process describes itself."""

import asyncio

from prometheus_client import CollectorRegistry, generate_latest

from shared.observability.process import LoopLag, process_registry


def test_a_process_tells_its_build_and_its_memory() -> None:
    text = generate_latest(process_registry("triage")).decode()

    assert "kith_build_info{" in text
    assert 'service="triage"' in text
    assert "process_resident_memory_bytes" in text


async def test_a_loop_that_is_late_is_measured() -> None:
    registry = CollectorRegistry()
    lag = LoopLag(registry, every_seconds=0.005)
    running = asyncio.create_task(lag.run())

    while not registry.get_sample_value("kith_event_loop_delay_seconds_count"):
        await asyncio.sleep(0)
    await lag.stop()
    await running

    measured = registry.get_sample_value("kith_event_loop_lag_seconds")
    assert measured is not None
    assert measured >= 0
