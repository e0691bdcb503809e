"""The ids that follow a request through services, logs and Kafka: request, correlation and W3C trace."""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from shared.runtime.ids import new_id

_TRACEPARENT = re.compile(r"^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$")
_FORBIDDEN_VERSION = "ff"
_CURRENT_VERSION = "00"
_SAMPLED = 0x01


@dataclass(frozen=True, slots=True)
class Trace:
    """One hop of a W3C trace: `trace_id` stays the same along the way, `span_id` names this hop."""

    trace_id: str
    span_id: str
    sampled: bool = False

    @property
    def traceparent(self) -> str:
        """The header that hands this hop on to the next one."""
        return f"00-{self.trace_id}-{self.span_id}-{'01' if self.sampled else '00'}"

    def hop(self) -> "Trace":
        """Return the next hop of the same trace."""
        return Trace(self.trace_id, secrets.token_hex(8), self.sampled)


@dataclass(frozen=True, slots=True)
class Correlation:
    """What belongs together: this very request or message, the train of events it belongs to, and its trace."""

    request_id: str
    correlation_id: UUID
    trace: Trace


_current: ContextVar[Correlation | None] = ContextVar("kith_correlation", default=None)


def new_trace() -> Trace:
    """Return the first hop of a new trace."""
    return Trace(secrets.token_hex(16), secrets.token_hex(8))


def trace_from(traceparent: str | None) -> Trace | None:
    """Return the trace that a `traceparent` names, or None when it is absent or breaks the W3C rules."""
    found = _TRACEPARENT.fullmatch(traceparent) if traceparent else None
    if found is None:
        return None
    version, trace_id, span_id, flags, rest = found.groups()
    if version == _FORBIDDEN_VERSION or (version == _CURRENT_VERSION and rest):
        return None
    if not int(trace_id, 16) or not int(span_id, 16):
        return None
    return Trace(trace_id, span_id, bool(int(flags, 16) & _SAMPLED))


def correlation_of(traceparent: str | None, correlation_id: str | None, request_id: str | None = None) -> Correlation:
    """Return the correlation that the given headers ask for; what is missing or malformed is made anew."""
    arrived = trace_from(traceparent)
    chosen = _uuid(correlation_id) or new_id()
    return Correlation(request_id or str(chosen), chosen, arrived.hop() if arrived else new_trace())


@contextmanager
def correlated(correlation: Correlation) -> Iterator[Correlation]:
    """Make a correlation the current one inside a block of a task."""
    token = _current.set(correlation)
    try:
        yield correlation
    finally:
        _current.reset(token)


def current() -> Correlation | None:
    """Return the correlation of the request or message being worked on, if any."""
    return _current.get()


def current_correlation_id() -> UUID:
    """Return the current correlation id, or a new one outside any request."""
    correlation = _current.get()
    return correlation.correlation_id if correlation else new_id()


def current_traceparent() -> str | None:
    """Return the `traceparent` to send with whatever is sent now."""
    correlation = _current.get()
    return correlation.trace.traceparent if correlation else None


def _uuid(text: str | None) -> UUID | None:
    if text is None or len(text) > len("urn:uuid:") + 38:
        return None
    try:
        return UUID(text)
    except ValueError:
        return None
