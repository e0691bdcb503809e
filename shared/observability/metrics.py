"""What the web layer counts, with its meaning; alerts and dashboards are written against these names.

Messaging and persistence keep their catalogues beside them, a service keeps its own in its adapters.
"""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

REQUEST_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class HttpMetrics:
    """What the web layer counts: rate, errors and duration of each route template."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.requests = Counter(
            "kith_http_requests_total",
            "Requests answered, by route template and status.",
            ["method", "route", "status"],
            registry=registry,
        )
        self.seconds = Histogram(
            "kith_http_request_seconds",
            "Time from a request's arrival to the start of its answer.",
            ["method", "route"],
            buckets=REQUEST_SECONDS,
            registry=registry,
        )
        self.in_progress = Gauge(
            "kith_http_requests_in_progress",
            "Requests whose answer is not complete, open streams included.",
            registry=registry,
        )
        self.refused = Counter(
            "kith_http_requests_refused_total",
            "Requests turned away before a route saw them, by reason.",
            ["reason"],
            registry=registry,
        )
