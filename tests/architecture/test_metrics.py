"""Every catalogue of metrics keeps Prometheus' rules, and no two of them clash in one process."""

import re
from importlib import import_module

import pytest
from prometheus_client import CollectorRegistry
from prometheus_client.metrics_core import Metric

from tests.architecture.sources import SERVICES, sources

SHARED = ("shared.observability.metrics", "shared.messaging.metrics", "shared.persistence.metrics")


def _metrics_of(service: str) -> list[Metric]:
    """Build every catalogue that a process of this service may hold, on one registry."""
    registry = CollectorRegistry()
    own = [
        source.path.removesuffix(".py").replace("/", ".")
        for source in sources()
        if source.path == f"services/{service}/adapters/metrics.py"
    ]
    for name in (*SHARED, *own):
        module = import_module(name)
        for held in vars(module).values():
            if isinstance(held, type) and held.__module__ == name and held.__name__.endswith("Metrics"):
                held(registry)
    return list(registry.collect())


NOT_BASE_UNITS = re.compile(r"_(ms|millis|milliseconds|minutes|hours|kb|mb|count|sum|bucket)$")


@pytest.mark.parametrize("service", SERVICES)
def test_every_metric_is_named_explained_and_in_base_units(service: str) -> None:
    for metric in _metrics_of(service):
        assert re.fullmatch(r"kith_[a-z0-9_]+", metric.name), metric.name
        assert not NOT_BASE_UNITS.search(metric.name), metric.name
        assert metric.documentation.endswith("."), metric.name
