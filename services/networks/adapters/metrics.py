"""Networks' own counters."""

from collections.abc import Sequence

from prometheus_client import CollectorRegistry, Counter

from shared.contracts.event import Event
from shared.contracts.networks import EngagementEvent, MatchingEnded


class NetworksMetrics:
    """What becomes of offers, and why assets were not asked; counted as announced, so never twice for one change."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._engagements = Counter(
            "kith_engagements_total",
            "Offers by what happened: offered, accepted, declined, expired, recalled, completed, found_unsafe.",
            ["event", "offer_number"],
            registry=registry,
        )
        self._endings = Counter(
            "kith_matching_ended_total",
            "Searches for help that ended without it, by reason.",
            ["reason"],
            registry=registry,
        )
        self._refusals = Counter(
            "kith_matching_refusals_total",
            "Assets not asked when a search ended without a match, by the filter that refused them.",
            ["filter"],
            registry=registry,
        )

    def announced(self, events: Sequence[Event]) -> None:
        """Count what was stored and is being announced."""
        for event in events:
            if isinstance(event, EngagementEvent):
                self._engagements.labels(event.type.split(".")[2], str(event.offer_number)).inc()
            elif isinstance(event, MatchingEnded):
                self._endings.labels(event.reason).inc()
                for refusal in event.refusals:
                    name, _, count = refusal.partition(":")
                    self._refusals.labels(name).inc(int(count))
