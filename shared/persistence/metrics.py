"""What the relay of an outbox counts: whether all that is stored is announced, and how soon."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

_SWEEP_SECONDS = (0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0)


class OutboxMetrics:
    """Alerts are written against these names; `oldest_pending_seconds` is the one that pages."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.oldest_pending_seconds = Gauge(
            "kith_outbox_oldest_pending_seconds",
            "Age of the oldest event that this process knows to be stored and not yet published.",
            registry=registry,
        )
        self.pending = Gauge(
            "kith_outbox_pending",
            "Documents that this process knows to hold events not yet published.",
            registry=registry,
        )
        self.unpublishable = Gauge(
            "kith_outbox_unpublishable",
            "Documents set aside because an event in them cannot be made into a record.",
            registry=registry,
        )
        self._published = Counter(
            "kith_outbox_published_total",
            "Events that the broker acknowledged, by what brought them up: nudge, sweep or republish.",
            ["by"],
            registry=registry,
        )
        self.failures = Counter(
            "kith_outbox_failures_total",
            "Attempts to read, publish or mark that failed and are made again, by step.",
            ["step"],
            registry=registry,
        )
        self.overflows = Counter(
            "kith_outbox_overflows_total",
            "Times more was announced than may wait in memory, so that the store had to be swept for it.",
            registry=registry,
        )
        self.sweep_seconds = Histogram(
            "kith_outbox_sweep_seconds",
            "Time to ask the collections for what is still pending.",
            buckets=_SWEEP_SECONDS,
            registry=registry,
        )
        self.by_nudge = self._published.labels("nudge")
        self.by_sweep = self._published.labels("sweep")
        self.by_republish = self._published.labels("republish")
