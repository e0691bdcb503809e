"""Is the consumer moving? Pure bookkeeping over moments that are passed in."""

from dataclasses import dataclass


@dataclass(slots=True)
class ProgressWatch:
    """Says that a consumer is stuck when there is work and nothing was tried for too long.

    Waiting for a store that is out counts as trying; a broker that cannot say how much work there is leaves the
    question open, since a restart would not help. A rebalance that never ends, while the broker answers, is being stuck
    as well.
    """

    stuck_seconds: float
    last_sign: float = 0.0
    behind: int = 0
    rebalancing_since: float | None = None
    broker_silent_since: float | None = None

    def alive(self, now: float) -> None:
        """Note that something was handled, or at least tried."""
        self.last_sign = now

    def rebalancing(self, now: float) -> None:
        """Note that the partitions are being dealt out."""
        self.rebalancing_since = now

    def assigned(self, now: float) -> None:
        """Note that the partitions are dealt out."""
        self.rebalancing_since = None
        self.last_sign = now

    def broker_answered(self, behind: int, now: float) -> None:
        """Note how many records are not handled yet, as the broker says."""
        self.broker_silent_since = None
        if behind == 0 or self.behind == 0:
            self.last_sign = now
        self.behind = behind

    def broker_silent(self, now: float) -> None:
        """Note that the broker did not say."""
        if self.broker_silent_since is None:
            self.broker_silent_since = now

    def progressing(self, now: float) -> bool:
        """Tell whether the consumer moves, has nothing to do, or cannot be blamed."""
        if self.broker_silent_since is not None:
            return True
        if self.rebalancing_since is not None:
            return now - self.rebalancing_since < self.stuck_seconds
        return self.behind == 0 or now - self.last_sign < self.stuck_seconds

    def silent_too_long(self, now: float) -> bool:
        """Tell whether the connection should be made anew."""
        return self.broker_silent_since is not None and now - self.broker_silent_since >= self.stuck_seconds
