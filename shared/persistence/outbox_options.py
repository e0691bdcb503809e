"""The measures of an outbox's relay."""

from dataclasses import dataclass

from shared.runtime.probe import Probe, unobserved


@dataclass(frozen=True, slots=True)
class OutboxOptions:
    """The relay's measures. A sweep waits at least `sweep_seconds` and `sweep_cost_factor` times its own cost.

    Rounds begin `round_seconds` apart unless a whole batch waits: a record costs five times as much among 8 as among
    64. Writers in bulk wait for room for at most `patience_seconds`, so that a broker that is out does not hold them.
    """

    batch: int = 500
    round_seconds: float = 0.02
    queue: int = 5_000
    patience_seconds: float = 5.0
    page: int = 1_000
    grace_seconds: float = 5.0
    sweep_seconds: float = 5.0
    sweep_cost_factor: float = 50.0
    retry_seconds: float = 0.1
    retry_most_seconds: float = 2.0
    probe: Probe = unobserved
