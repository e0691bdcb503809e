"""What reporting counts beyond what every service does."""

from prometheus_client import CollectorRegistry, Counter, Gauge


class ReportingMetrics:
    """Reporting's own numbers; alerts and dashboards are written against these names."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.accepted = Counter(
            "kith_reports_accepted_total",
            "Reports stored and acknowledged, by channel and urgency.",
            ["channel", "urgent"],
            registry=registry,
        )
        self.replayed = Counter(
            "kith_reports_replayed_total", "Requests answered with an earlier report's answer.", registry=registry
        )
        self.limited = Counter(
            "kith_reports_limited_total", "Requests turned away because reports came too fast.", registry=registry
        )
        self.areas = Gauge(
            "kith_areas_loaded",
            "Areas in memory, by kind; none means that no report is placed.",
            ["kind"],
            registry=registry,
        )

    def report_accepted(self, channel: str, *, urgent: bool) -> None:
        """Count a report that was stored and acknowledged."""
        self.accepted.labels(channel, "yes" if urgent else "no").inc()

    def answer_replayed(self) -> None:
        """Count a request that got an earlier report's answer."""
        self.replayed.inc()

    def request_limited(self) -> None:
        """Count a request that was turned away because too many came."""
        self.limited.inc()
