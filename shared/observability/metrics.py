"""The metrics that every service has, with their meaning; alerts and dashboards are written against these names."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

REQUEST_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
BATCH_SECONDS = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
AGE_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0, 120.0, 600.0, 3600.0)


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


class ConsumerMetrics:
    """What a consumer counts: rate, errors and duration of each event type, and how far behind it is."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.handled = Counter(
            "kith_events_handled_total",
            "Events finished, by outcome: done, dead_lettered, unknown_type.",
            ["group", "event", "outcome"],
            registry=registry,
        )
        self.retried = Counter(
            "kith_event_batches_retried_total",
            "Batches tried again because something did not answer.",
            ["group", "event"],
            registry=registry,
        )
        self.seconds = Histogram(
            "kith_event_batch_seconds",
            "Time to handle one batch of events of one type.",
            ["group", "event"],
            buckets=BATCH_SECONDS,
            registry=registry,
        )
        self.batch_size = Histogram(
            "kith_event_batch_events",
            "Events in one handled batch.",
            ["group"],
            buckets=(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000),
            registry=registry,
        )
        self.delay = Histogram(
            "kith_event_delay_seconds",
            "Age of an event when it was finished, from the moment it occurred.",
            ["group", "event"],
            buckets=AGE_SECONDS,
            registry=registry,
        )
        self.lag_messages = Gauge(
            "kith_consumer_lag_messages",
            "Messages of a partition that are not yet committed.",
            ["group", "topic", "partition"],
            registry=registry,
        )
        self.lag_seconds = Gauge(
            "kith_consumer_lag_seconds",
            "Age of the oldest message of a partition that is not yet finished.",
            ["group", "topic", "partition"],
            registry=registry,
        )
        self.bytes_held = Gauge(
            "kith_consumer_bytes_held",
            "Bytes fetched and not yet finished; fetching pauses at the limit.",
            ["group"],
            registry=registry,
        )
        self.dead_lettered = Counter(
            "kith_dead_letters_total",
            "Messages given up, by topic and reason.",
            ["group", "topic", "reason"],
            registry=registry,
        )
        self.duplicates = Counter(
            "kith_duplicates_suppressed_total",
            "Events that had already taken effect and were left alone.",
            ["event"],
            registry=registry,
        )
        self.rebalances = Counter(
            "kith_consumer_rebalances_total",
            "Times the group's partitions were dealt out again.",
            ["group"],
            registry=registry,
        )
        self.seconds_without_progress = Gauge(
            "kith_consumer_seconds_without_progress",
            "Time since a message was finished while some are waiting.",
            ["group"],
            registry=registry,
        )


class PublisherMetrics:
    """What a publisher counts."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.published = Counter(
            "kith_events_published_total", "Records acknowledged by all replicas.", ["topic"], registry=registry
        )
        self.failed = Counter(
            "kith_publish_failures_total",
            "Batches whose acknowledgement failed or is unknown, by error.",
            ["error"],
            registry=registry,
        )
        self.seconds = Histogram(
            "kith_publish_seconds",
            "Time from handing over a batch to its acknowledgement.",
            buckets=BATCH_SECONDS,
            registry=registry,
        )
        self.recreated = Counter(
            "kith_producer_recreated_total", "Producers closed and made anew after a failure.", registry=registry
        )


class OutboxMetrics:
    """What an outbox counts: whether what is stored is also announced, and how soon."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.pending = Gauge(
            "kith_outbox_pending",
            "Documents with announcements not yet sent, at the last sweep.",
            ["collection"],
            registry=registry,
        )
        self.age_seconds = Gauge(
            "kith_outbox_age_seconds", "Age of the oldest announcement not yet sent.", ["collection"], registry=registry
        )
        self.relayed = Counter(
            "kith_outbox_relayed_total",
            "Announcements sent, by what set them off: nudge, sweep or republish.",
            ["collection", "by"],
            registry=registry,
        )
        self.sweep_seconds = Histogram(
            "kith_outbox_sweep_seconds",
            "Time of one sweep of a collection.",
            ["collection"],
            buckets=BATCH_SECONDS,
            registry=registry,
        )
        self.failures = Counter(
            "kith_outbox_failures_total",
            "Relays that failed and will be tried again, by error.",
            ["error"],
            registry=registry,
        )
