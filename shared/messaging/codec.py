"""Event ⇄ Kafka record: CloudEvents 1.0 in binary mode; structured JSON is accepted too (decision on CloudEvents)."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from pydantic_core import from_json

from shared.contracts.catalogue import EVENTS
from shared.contracts.event import ENVELOPE_FIELDS, Event, timestamp
from shared.messaging.errors import EventTooLargeError, PoisonMessageError
from shared.messaging.record import Headers, OutgoingRecord, Record
from shared.messaging.structured import attributes_of_structured
from shared.messaging.tracing import traceparent_of

#: What every CloudEvents intermediary has to forward; larger events are neither written nor read.
MAX_BYTES = 64 * 1024
SCHEMA_VERSION = "1.0"

_NOT_IN_DATA = set(ENVELOPE_FIELDS)
_EVENTS = {type_.encode(): event for type_, event in EVENTS.items()}
_JSON_TYPES = (b"application/json", b"text/json")


def schema_url(type_: str) -> str:
    """Return the name of an event type's current schema, as `dataschema` carries it."""
    return f"https://kith.example/schemas/{type_}/{SCHEMA_VERSION}.json"


def stored(event: Event, *, traceparent: str | None = None) -> dict[str, Any]:
    """Return an event in the JSON-safe form in which an outbox keeps it until it is published.

    What could never be published is refused here: `EventTooLargeError` over 64 KiB, `LookupError` for an unknown type.
    """
    _constant_headers(event.type)
    data = event.__pydantic_serializer__.to_json(event, exclude=_NOT_IN_DATA)
    if len(data) > MAX_BYTES:
        raise EventTooLargeError(f"{event.type} {event.event_id} has {len(data)} bytes, over {MAX_BYTES}")
    return {
        "id": str(event.event_id),
        "type": event.type,
        "topic": event.destination,
        "key": event.partition_key,
        "time": timestamp(event.occurred_at),
        "correlation": str(event.correlation_id),
        "causation": str(event.causation_id) if event.causation_id else None,
        "traceparent": traceparent or traceparent_of(event),
        "data": data.decode(),
    }


def outgoing_from_stored(document: Mapping[str, Any]) -> OutgoingRecord:
    """Return the record for a stored event. Nothing is validated again: it was when the event was made."""
    key: bytes = document["key"].encode()
    trace: bytes = document["traceparent"].encode()
    headers = (
        *_constant_headers(document["type"]),
        ("ce_id", document["id"].encode()),
        ("ce_time", document["time"].encode()),
        ("ce_subject", key),
        ("ce_partitionkey", key),
        ("ce_correlationid", document["correlation"].encode()),
        ("ce_traceparent", trace),
        ("traceparent", trace),
    )
    if document["causation"]:
        headers = (*headers, ("ce_causationid", document["causation"].encode()))
    value: bytes = document["data"].encode()
    if len(value) > MAX_BYTES:
        raise EventTooLargeError(f"{document['type']} {document['id']} has {len(value)} bytes, over {MAX_BYTES}")
    return OutgoingRecord(document["topic"], key, value, headers)


def event_from_stored(document: Mapping[str, Any]) -> Event:
    """Return the event that was stored."""
    causation = document["causation"]
    attributes = {
        "ce_id": document["id"].encode(),
        "ce_time": document["time"].encode(),
        "ce_correlationid": document["correlation"].encode(),
        **({"ce_causationid": causation.encode()} if causation else {}),
    }
    return _validated(EVENTS[document["type"]], document["data"].encode(), attributes)


def record_of(event: Event, *, traceparent: str | None = None) -> OutgoingRecord:
    """Return the record that carries an event; raises `EventTooLargeError` over 64 KiB."""
    return outgoing_from_stored(stored(event, traceparent=traceparent))


def event_from(record: Record) -> Event | None:
    """Return the event that a record carries, or None for a type that this release does not know.

    Raises `PoisonMessageError` for what is not a CloudEvent, or not one of this type.
    """
    value = record.value
    if value is None:
        raise PoisonMessageError("a tombstone: the record has no value")
    if len(value) > MAX_BYTES:
        raise PoisonMessageError(f"the value has {len(value)} bytes, over {MAX_BYTES}")
    headers = dict(record.headers)
    if len(headers) != len(record.headers):
        _refuse_repeated(record.headers)
    content_type = headers.get("content-type") or _content_type(record.headers)
    if content_type != b"application/json":
        if content_type[:23].lower() == b"application/cloudevents":
            headers, value = attributes_of_structured(content_type, value)
        else:
            _refuse_other_than_json(content_type)
    return _event(headers, value)


def _event(headers: Mapping[str, bytes], data: bytes) -> Event | None:
    if headers.get("ce_specversion") != b"1.0":
        raise PoisonMessageError("not a CloudEvent of version 1.0: ce_specversion")
    for name in ("ce_id", "ce_source", "ce_type"):
        if not headers.get(name):
            raise PoisonMessageError(f"not a CloudEvent: {name} is missing")
    event = _EVENTS.get(headers["ce_type"])
    return None if event is None else _validated(event, data, headers)


def _validated(event: type[Event], data: bytes, attributes: Mapping[str, bytes]) -> Event:
    """Validate data and attributes in one pass, by writing the attributes into the end of the JSON object."""
    body = data.strip()
    if not (body.startswith(b"{") and body.endswith(b"}")):
        raise PoisonMessageError("the data is not a JSON object" if _is_json(body) else "the data is not JSON")
    opened = body[:-1].rstrip()
    comma = b"" if opened == b"{" else b","
    try:
        return event.model_validate_json(b"%b%b%b}" % (opened, comma, _envelope(attributes)))
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        if faults[0]["type"] == "json_invalid":
            raise PoisonMessageError("the data is not JSON") from None
        named = ", ".join(f"{'.'.join(map(str, fault['loc'])) or 'event'}: {fault['type']}" for fault in faults[:10])
        raise PoisonMessageError(f"not a {event.type}: {named}") from None


def _envelope(attributes: Mapping[str, bytes]) -> bytes:
    try:
        id_, time, correlation = attributes["ce_id"], attributes["ce_time"], attributes["ce_correlationid"]
        fields = (id_, time, correlation, attributes.get("ce_causationid") or b"")
        together = b"".join(fields)
    except (KeyError, TypeError):
        raise PoisonMessageError("ce_id, ce_time or ce_correlationid is missing") from None
    if b'"' in together or b"\\" in together:
        raise PoisonMessageError("a CloudEvents attribute holds quotes or backslashes")
    known = b'"event_id":"%b","occurred_at":"%b","correlation_id":"%b"' % fields[:3]
    return b'%b,"causation_id":"%b"' % (known, fields[3]) if fields[3] else known + b',"causation_id":null'


def _is_json(body: bytes) -> bool:
    try:
        from_json(body)
    except ValueError:
        return False
    return True


def _refuse_other_than_json(content_type: bytes) -> None:
    kind = content_type.partition(b";")[0].strip().lower()
    if kind and kind not in _JSON_TYPES and not kind.endswith(b"+json"):
        raise PoisonMessageError("the data is not JSON: content-type")


def _content_type(headers: Headers) -> bytes:
    return next((value for name, value in headers if value and name.lower() == "content-type"), b"")


def _refuse_repeated(headers: Headers) -> None:
    names = [name for name, _ in headers if name.startswith("ce_")]
    for name in names:
        if names.count(name) > 1:
            raise PoisonMessageError(f"a CloudEvents attribute is there twice: {name}")


@lru_cache(maxsize=256)
def _constant_headers(type_: str) -> Headers:
    return (
        ("ce_specversion", b"1.0"),
        ("ce_type", type_.encode()),
        ("ce_source", EVENTS[type_].source.encode()),
        ("ce_dataschema", schema_url(type_).encode()),
        ("content-type", b"application/json"),
    )


def event_id_of(document: Mapping[str, Any]) -> UUID:
    """Return the id of a stored event."""
    return UUID(document["id"])
