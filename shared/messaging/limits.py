"""How far a consumer goes before it slows, stops or says that it is stuck. Plain numbers, with their reasons."""

import random
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BackOff:
    """Exponential waits with full jitter, so that many partitions do not come back at one instant."""

    first_seconds: float = 0.1
    cap_seconds: float = 10.0

    def waits(self) -> Iterator[float]:
        """Yield the waits before the second, third, … attempt, for ever."""
        ceiling = self.first_seconds
        while True:
            yield ceiling * random.uniform(0.5, 1.0)  # noqa: S311 - spreads load, guards nothing
            ceiling = min(ceiling * 2, self.cap_seconds)


@dataclass(frozen=True, slots=True)
class DeadLetterLimits:
    """Beyond these the release is at fault and not the data.

    More than `ratio` of the last `window` records, once `minimum` were seen, or `consecutive` in a row.
    """

    ratio: float = 0.5
    window: int = 1000
    minimum: int = 100
    consecutive: int = 100


@dataclass(frozen=True, slots=True)
class ConsumerLimits:
    """What one consumer takes on at a time.

    `batch_records` bounds the time of one handler call and so how long a rebalance waits; `bytes_in_flight` bounds
    memory; `drain_seconds` stays under the 60 s that a rebalance allows, `stop_seconds` under what a stopping process
    gets; `stuck_seconds` fails the liveness probe.
    """

    batch_records: int = 500
    bytes_in_flight: int = 16 * 1024 * 1024
    commit_every_seconds: float = 1.0
    drain_seconds: float = 20.0
    stop_seconds: float = 8.0
    attempts: int = 3
    back_off: BackOff = BackOff()
    stuck_seconds: float = 90.0
    watch_every_seconds: float = 5.0
