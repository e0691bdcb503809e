"""The catalogue of metrics keeps Prometheus' rules, and a process describes itself."""

import asyncio
import re

import pytest
from prometheus_client import CollectorRegistry, generate_latest

from shared.observability.metrics import ConsumerMetrics, HttpMetrics, OutboxMetrics, PublisherMetrics
from shared.observability.process import LoopLag, process_registry

CATALOGUE = (HttpMetrics, ConsumerMetrics, PublisherMetrics, OutboxMetrics)


@pytest.fixture
def registry() -> CollectorRegistry:
    registry = CollectorRegistry()
    for catalogue in CATALOGUE:
        catalogue(registry)
    return registry


def test_every_metric_is_named_and_explained(registry: CollectorRegistry) -> None:
    for metric in registry.collect():
        assert re.fullmatch(r"kith_[a-z_]+", metric.name), metric.name
        assert metric.documentation.endswith("."), metric.name


def test_times_are_in_seconds(registry: CollectorRegistry) -> None:
    names = {metric.name for metric in registry.collect()}

    assert not {name for name in names if re.search(r"_(ms|milliseconds|minutes|micros)$", name)}
    assert {metric.name for metric in registry.collect() if metric.type == "histogram"} <= {
        name for name in names if name.endswith(("_seconds", "_events"))
    }


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
