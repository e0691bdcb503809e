"""When to try again: the ladders, the jitter, and what an endpoint's answer means."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType

_SECOND = timedelta(seconds=1)

WEBHOOK_LADDER = tuple(n * _SECOND for n in (0, 5, 300, 1800, 7200, 18_000, 36_000, 36_000))
MAIL_LADDER = tuple(n * _SECOND for n in (0, 5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800))
JITTER = 0.2
#: After an endpoint asked for patience, or did not answer in time, nothing is sent to it for at least this long.
PATIENCE = timedelta(seconds=60)


class Verdict(StrEnum):
    """What became of one attempt."""

    DELIVERED = "delivered"
    FAILED = "failed"
    SLOW_DOWN = "slow_down"
    GONE = "gone"
    REFUSED = "refused"


_STATUS = MappingProxyType({410: Verdict.GONE, 429: Verdict.SLOW_DOWN, 502: Verdict.SLOW_DOWN, 504: Verdict.SLOW_DOWN})
_SUCCESS = range(200, 300)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an endpoint said: a status, or none with the reason why there is none."""

    status: int | None
    retry_after: float | None = None
    excerpt: str = ""
    error: str | None = None

    @property
    def verdict(self) -> Verdict:
        """What the answer means. A redirection is a failure: it is never followed."""
        if self.error == "address_refused":
            return Verdict.REFUSED
        if self.status is None:
            return Verdict.SLOW_DOWN if self.error == "timeout" else Verdict.FAILED
        if self.status in _SUCCESS:
            return Verdict.DELIVERED
        return _STATUS.get(self.status, Verdict.FAILED)


def delay_after(
    attempts: int, ladder: tuple[timedelta, ...], chance: float, answer: Answer | None = None
) -> timedelta | None:
    """Return how long to wait after so many attempts, or None where the ladder has ended.

    `chance`, between 0 and 1, spreads the wait over 80 to 120 per cent of its rung. Where the endpoint asked for
    patience the wait is what it asked for, though no less than the rung (at least a minute) and no more than twice it.
    """
    if attempts >= len(ladder):
        return None
    rung = ladder[attempts]
    if answer is not None and answer.verdict is Verdict.SLOW_DOWN:
        rung = max(rung, PATIENCE)
        if answer.retry_after is not None:
            asked = timedelta(seconds=min(answer.retry_after, 2 * rung.total_seconds()))
            return min(max(asked, rung), 2 * rung)
    return rung * (1 - JITTER + 2 * JITTER * chance)
