"""Which trace an event belongs to: it follows the cause, from record to record, without handlers knowing of it."""

import re
from collections.abc import Sequence
from contextvars import ContextVar
from uuid import UUID

from shared.contracts.event import Event
from shared.messaging.record import Record
from shared.observability.correlation import current_traceparent

_TRACEPARENT = re.compile(rb"00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")


class Traces:
    """The `traceparent` of each event in hand; looked up only when something follows from one of them."""

    def __init__(self, records: Sequence[Record], events: Sequence[Event]) -> None:
        self.records = records
        self.events = events
        self._by_event: dict[UUID, Record] | None = None

    @classmethod
    def together(cls, several: Sequence["Traces"]) -> "Traces":
        """Return those of events that are handled in one."""
        records = [record for traces in several for record in traces.records]
        return cls(records, [event for traces in several for event in traces.events])

    def of(self, event_id: UUID) -> str | None:
        """Return the trace context that came with an event, if it is one of these and well formed."""
        if self._by_event is None:
            self._by_event = {event.event_id: record for event, record in zip(self.events, self.records, strict=True)}
        record = self._by_event.get(event_id)
        return None if record is None else traceparent_from(record)


#: Set by the consumer for the batch that a handler is given, and inherited by what the handler awaits.
TRACES: ContextVar[Traces | None] = ContextVar("kith_traces", default=None)


def traceparent_from(record: Record) -> str | None:
    """Return the trace context that a record carries, if it is well formed."""
    for name, value in record.headers:
        if name == "traceparent" and value is not None:
            return value.decode() if _TRACEPARENT.fullmatch(value) else None
    return None


def traceparent_of(event: Event) -> str:
    """Return the trace context for an event.

    It continues the trace of its cause, or of the request being answered; else the correlation id names the trace. The
    span is named by the event, so that publishing again says the same.
    """
    traces = TRACES.get()
    cause = traces.of(event.causation_id) if traces is not None and event.causation_id is not None else None
    parent = cause or current_traceparent()
    trace, flags = (parent[3:35], parent[53:55]) if parent else (event.correlation_id.hex, "01")
    return f"00-{trace}-{event.event_id.hex[16:]}-{flags}"
