"""What consumers and publishers count; alerts are written against these names. Children are looked up once."""

from functools import lru_cache

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_RECORDS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


class ConsumerMetrics:
    """What every consumer of one process counts; `group` tells them apart."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.registry = registry
        self._handled = Counter(
            "kith_events_handled_total",
            "Records finished with, by outcome: handled, skipped (unknown type or not subscribed), dead_lettered.",
            ["group", "event", "outcome"],
            registry=registry,
        )
        self._seconds = Histogram(
            "kith_events_handling_seconds",
            "Time of one handler call.",
            ["group", "event"],
            buckets=_SECONDS,
            registry=registry,
        )
        self._batch = Histogram(
            "kith_events_batch_records",
            "Events given to one handler call.",
            ["group", "event"],
            buckets=_RECORDS,
            registry=registry,
        )
        self._retries = Counter(
            "kith_events_retried_total",
            "Handler calls that ended in a transient error and were made again.",
            ["group", "event"],
            registry=registry,
        )
        self._dead = Counter(
            "kith_dead_letters_total",
            "Records moved to a dead-letter topic, by original topic and error class.",
            ["group", "topic", "error"],
            registry=registry,
        )
        self.dead_letter_failures = Counter(
            "kith_dead_letter_failures_total",
            "Dead letters that could not be written; their partition waits until they can.",
            ["group"],
            registry=registry,
        )
        self.lag_messages = Gauge(
            "kith_consumer_lag_messages", "Records not yet handled.", ["group", "topic"], registry=registry
        )
        self.lag_seconds = Gauge(
            "kith_consumer_lag_seconds", "Age of the oldest record not yet handled.", ["group"], registry=registry
        )
        self.bytes_in_flight = Gauge(
            "kith_consumer_in_flight_bytes", "Fetched and not yet handled.", ["group"], registry=registry
        )
        self.partitions_paused = Gauge(
            "kith_consumer_partitions_paused", "Partitions held back until there is room.", ["group"], registry=registry
        )
        self.partitions_assigned = Gauge(
            "kith_consumer_partitions_assigned", "Partitions this member has.", ["group"], registry=registry
        )
        self.rebalances = Counter(
            "kith_consumer_rebalances_total", "Assignments received.", ["group"], registry=registry
        )
        self.commits = Counter(
            "kith_consumer_commits_total",
            "Offset commits, by outcome: stored, refused (another member has the partition), failed.",
            ["group", "outcome"],
            registry=registry,
        )
        self.restarts = Counter(
            "kith_consumer_restarts_total",
            "Times the source was closed and opened again.",
            ["group"],
            registry=registry,
        )
        self.progressing = Gauge(
            "kith_consumer_progressing",
            "1 while the consumer moves or has nothing to do.",
            ["group"],
            registry=registry,
        )
        self.handled = lru_cache(maxsize=1024)(self._handled.labels)
        self.handling_seconds = lru_cache(maxsize=1024)(self._seconds.labels)
        self.batch_records = lru_cache(maxsize=1024)(self._batch.labels)
        self.retried = lru_cache(maxsize=1024)(self._retries.labels)
        self.dead_lettered = lru_cache(maxsize=1024)(self._dead.labels)


class PublisherMetrics:
    """What the one publisher of a process counts."""

    def __init__(self, registry: CollectorRegistry) -> None:
        published = Counter(
            "kith_records_published_total", "Records acknowledged by the broker.", ["topic"], registry=registry
        )
        self.published = lru_cache(maxsize=256)(published.labels)
        self.recreated = Counter(
            "kith_producer_recreated_total",
            "Times the producer was thrown away after a failure and made anew.",
            registry=registry,
        )
        self.failures = Counter(
            "kith_publish_failures_total", "Publish calls that ended in a transient error.", registry=registry
        )
        self.in_flight = Gauge(
            "kith_publish_in_flight_records", "Records sent and not yet acknowledged.", registry=registry
        )
        self.seconds = Histogram(
            "kith_publish_seconds", "From the publish call to the acknowledgement.", buckets=_SECONDS, registry=registry
        )
