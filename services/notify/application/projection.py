"""The one way an event leaves the house: as the CloudEvent, or the webhook body, that an agreement allows."""

import orjson

from services.notify.domain.agreement import Agreement
from services.notify.domain.disclosure import Fact, disclosed
from services.notify.domain.webhook import Payload
from shared.contracts.event import timestamp


def cloudevent_of(fact: Fact, agreement: Agreement) -> dict[str, object] | None:
    """Return the structured CloudEvent that an agreement lets its holder see, or None."""
    seen = disclosed(fact, agreement)
    return None if seen is None else structured(fact, seen)


def structured(fact: Fact, data: dict[str, object]) -> dict[str, object]:
    """Return a CloudEvent with the given data in structured JSON form."""
    return {
        "specversion": "1.0",
        "id": str(fact.id),
        "source": fact.source,
        "type": fact.type,
        "subject": fact.subject,
        "time": timestamp(fact.at),
        "datacontenttype": "application/json",
        "data": data,
    }


def body_of(fact: Fact, agreement: Agreement, payload: Payload) -> str | None:
    """Return a webhook's body in the form its owner chose, or None where the owner may not know of the event."""
    event = cloudevent_of(fact, agreement)
    if event is None:
        return None
    if payload is Payload.STANDARD:
        event = {"type": event["type"], "timestamp": event["time"], "data": event["data"]}
    return orjson.dumps(event).decode()


class Shown:
    """One event of the log with what each agreement lets see of it, worked out once however many are reading."""

    __slots__ = ("_fact", "_views")

    def __init__(self, fact: Fact | None) -> None:
        self._fact = fact
        self._views: dict[str, bytes | None] = {}

    def to(self, agreement: Agreement) -> bytes | None:
        """Return the CloudEvent as JSON, or None where it may not be seen."""
        if self._fact is None:
            return None
        if agreement.id not in self._views:
            event = cloudevent_of(self._fact, agreement)
            self._views[agreement.id] = None if event is None else orjson.dumps(event)
        return self._views[agreement.id]
