"""What notify counts beside what every service counts; dashboards and alerts use these names."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge


class NotifyMetrics:
    """The catalogue. Labels have few values: templates, outcomes, streams and reasons."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._mail = Counter(
            "kith_mail_total", "Messages to people, by outcome of a try.", ["template", "outcome"], registry=registry
        )
        self._attempts = Counter(
            "kith_webhook_attempts_total", "Tries to deliver to a webhook, by outcome.", ["outcome"], registry=registry
        )
        self._disabled = Counter(
            "kith_webhooks_disabled_total", "Webhooks switched off because their owner is gone.", registry=registry
        )
        self._waiting = Gauge(
            "kith_dispatch_jobs", "Messages and deliveries in memory, waiting or running.", ["kind"], registry=registry
        )
        self._clients = Gauge("kith_stream_clients", "Streams open now.", registry=registry)
        self._opened = Counter("kith_stream_connections_total", "Streams opened.", ["stream"], registry=registry)
        self._ended = Counter("kith_stream_endings_total", "Streams ended, by reason.", ["reason"], registry=registry)
        self._said = Counter("kith_stream_events_total", "Events sent on streams.", registry=registry)
        self._gaps = Counter(
            "kith_stream_gaps_total", "Gaps told to readers, by reason.", ["reason"], registry=registry
        )

    def mail(self, template: str, outcome: str) -> None:
        """Count a message by what became of it."""
        self._mail.labels(template, outcome).inc()

    def attempt(self, outcome: str) -> None:
        """Count one try at a webhook."""
        self._attempts.labels(outcome).inc()

    def disabled(self) -> None:
        """Count a webhook that was switched off."""
        self._disabled.inc()

    def watch(self, kind: str, size: Callable[[], int]) -> None:
        """Show how much one dispatcher holds."""
        self._waiting.labels(kind).set_function(size)

    def stream_opened(self, streams: tuple[str, ...]) -> None:
        """Count a stream that opens."""
        self._clients.inc()
        for stream in streams:
            self._opened.labels(stream).inc()

    def stream_ended(self, reason: str) -> None:
        """Count a stream that ends."""
        self._clients.dec()
        self._ended.labels(reason).inc()

    def events_said(self, number: int) -> None:
        """Count events sent."""
        self._said.inc(number)

    def gap_told(self, reason: str) -> None:
        """Count a gap."""
        self._gaps.labels(reason).inc()
