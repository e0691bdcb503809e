"""A token bucket for each client, in bounded memory, with the headers that let clients pace themselves."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from shared.web.problem import ProblemError

_MOST_KEYS = 20_000
_PACE = "Too many requests; Retry-After says when the next one may come."


@dataclass(frozen=True, slots=True)
class RatePolicy:
    """`quota` requests in `window_seconds`, all at once or spread out."""

    name: str
    quota: int
    window_seconds: int


@dataclass(frozen=True, slots=True)
class Allowance:
    """Whether a request may pass, how many more may, and when the next one may if this one may not."""

    policy: RatePolicy
    allowed: bool
    remaining: int
    seconds_to_next: int

    @property
    def headers(self) -> Mapping[str, str]:
        """The RateLimit headers, and Retry-After for a refusal."""
        policy = self.policy
        told = {
            "RateLimit-Policy": f'"{policy.name}";q={policy.quota};w={policy.window_seconds}',
            "RateLimit": f'"{policy.name}";r={self.remaining};t={self.seconds_to_next}',
        }
        return told if self.allowed else told | {"Retry-After": str(self.seconds_to_next)}


class RateLimiter:
    """Keeps a bucket for each of the clients seen last; one that is forgotten starts again with a full bucket."""

    def __init__(
        self, policy: RatePolicy, *, most_keys: int = _MOST_KEYS, now: Callable[[], float] = time.monotonic
    ) -> None:
        """Take the policy, a bound on memory and a monotonic clock."""
        self._policy = policy
        self._per_second = policy.quota / policy.window_seconds
        self._most_keys = most_keys
        self._now = now
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    @property
    def remembered(self) -> int:
        """How many clients have a bucket."""
        return len(self._buckets)

    def take(self, key: str, *, cost: int = 1) -> Allowance:
        """Count `cost` requests of a client, all of them or none."""
        now = self._now()
        tokens, seen = self._buckets.pop(key, (float(self._policy.quota), now))
        tokens = min(float(self._policy.quota), tokens + (now - seen) * self._per_second)
        allowed = tokens >= cost
        if allowed:
            tokens -= cost
        self._buckets[key] = (tokens, now)
        if len(self._buckets) > self._most_keys:
            self._buckets.popitem(last=False)
        to_next = math.ceil(max(0.0, (1.0 if allowed else cost) - tokens) / self._per_second)
        return Allowance(self._policy, allowed, int(tokens), to_next)

    def check(self, key: str, *, cost: int = 1, detail: str = _PACE) -> Allowance:
        """Count `cost` requests of a client, or raise the 429."""
        allowance = self.take(key, cost=cost)
        if not allowance.allowed:
            raise ProblemError(
                HTTPStatus.TOO_MANY_REQUESTS,
                detail,
                type="https://iana.org/assignments/http-problem-types#quota-exceeded",
                headers=allowance.headers,
                extensions={"violated-policies": [self._policy.name]},
            )
        return allowance
