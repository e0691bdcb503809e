"""Which trace an event belongs to: it follows the cause, from record to record, without handlers knowing of it."""

import re
from collections.abc import Mapping
from contextvars import ContextVar
from uuid import UUID

from shared.contracts.event import Event
from shared.observability.correlation import current_traceparent

_TRACEPARENT = re.compile(r"00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")

#: The `traceparent` of each event that is being handled, by event id; set by the consumer for the batch in hand.
TRACES: ContextVar[Mapping[UUID, str]] = ContextVar("kith_traces")


def is_traceparent(value: str) -> bool:
    """Tell whether this is a W3C trace context of version 00."""
    return _TRACEPARENT.fullmatch(value) is not None


def traceparent_of(event: Event) -> str:
    """Return the trace context for an event.

    It continues the trace of its cause, or of the request being answered; else the correlation id names the trace. The
    span is named by the event, so that publishing again says the same.
    """
    parent = (TRACES.get({}).get(event.causation_id) if event.causation_id else None) or current_traceparent()
    trace, flags = (parent[3:35], parent[53:55]) if parent else (event.correlation_id.hex, "01")
    return f"00-{trace}-{event.event_id.hex[16:]}-{flags}"
