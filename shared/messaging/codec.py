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
from shared.messaging.tracing import is_traceparent, traceparent_of

#: What every CloudEvents intermediary has to forward; larger events are neither written nor read.
MAX_BYTES = 64 * 1024
SCHEMA_VERSION = "1.0"

_EVENTS = {type_.encode(): event for type_, event in EVENTS.items()}
_JSON_TYPES = (b"application/json", b"text/json")


def schema_url(type_: str) -> str:
    """Return the name of an event type's current schema, as `dataschema` carries it."""
    return f"https://kith.example/schemas/{type_}/{SCHEMA_VERSION}.json"


def stored(event: Event, *, traceparent: str | None = None) -> dict[str, Any]:
    """Return an event in the JSON-safe form in which an outbox keeps it until it is published."""
    data = event.__pydantic_serializer__.to_json(event, exclude=set(ENVELOPE_FIELDS)).decode()
    return {
        "id": str(event.event_id),
        "type": event.type,
        "topic": event.destination,
        "key": event.partition_key,
        "time": timestamp(event.occurred_at),
        "correlation": str(event.correlation_id),
        "causation": str(event.causation_id) if event.causation_id else None,
        "traceparent": traceparent or traceparent_of(event),
        "data": data,
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
    attributes = {
        "ce_id": document["id"],
        "ce_time": document["time"],
        "ce_correlationid": document["correlation"],
        "ce_causationid": document["causation"],
    }
    return _validated(EVENTS[document["type"]], from_json(document["data"]), attributes)


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
    headers: dict[str, Any] = dict(record.headers)
    if len(headers) != len(record.headers):
        _refuse_repeated(record.headers)
    content_type = headers.get("content-type") or _content_type(record.headers)
    if content_type[:23].lower() == b"application/cloudevents":
        headers, data = attributes_of_structured(content_type, value)
    else:
        data = _json_data(content_type, value)
    return _event(headers, data)


def traceparent_from(record: Record) -> str | None:
    """Return the trace context that a record carries, if it is well formed."""
    for name, value in record.headers:
        if name == "traceparent" and value is not None:
            text = value.decode("ascii", "replace")
            return text if is_traceparent(text) else None
    return None


def _event(headers: Mapping[str, bytes], data: Any) -> Event | None:
    if headers.get("ce_specversion") != b"1.0":
        raise PoisonMessageError("not a CloudEvent of version 1.0: ce_specversion")
    for name in ("ce_id", "ce_source", "ce_type"):
        if not headers.get(name):
            raise PoisonMessageError(f"not a CloudEvent: {name} is missing")
    event = _EVENTS.get(headers["ce_type"])
    if event is None:
        return None
    return _validated(event, data, headers)


def _validated(event: type[Event], data: Any, attributes: Mapping[str, Any]) -> Event:
    if not isinstance(data, dict):
        raise PoisonMessageError("the data is not a JSON object")
    data["event_id"] = _text(attributes.get("ce_id"))
    data["occurred_at"] = _text(attributes.get("ce_time"))
    data["correlation_id"] = _text(attributes.get("ce_correlationid"))
    data["causation_id"] = _text(attributes.get("ce_causationid"))
    try:
        return event.model_validate(data)
    except ValidationError as error:
        raise PoisonMessageError(f"not a {event.type}: {_faults(error)}") from None


def _json_data(content_type: bytes, value: bytes) -> Any:
    kind = content_type.partition(b";")[0].strip().lower()
    if kind and kind not in _JSON_TYPES and not kind.endswith(b"+json"):
        raise PoisonMessageError("the data is not JSON: content-type")
    try:
        return from_json(value, allow_inf_nan=False)
    except ValueError:
        raise PoisonMessageError("the data is not JSON") from None


def _text(value: bytes | str | None) -> str | None:
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            raise PoisonMessageError("a CloudEvents attribute is not UTF-8") from None
    return value


def _content_type(headers: Headers) -> bytes:
    return next((value for name, value in headers if value and name.lower() == "content-type"), b"")


def _refuse_repeated(headers: Headers) -> None:
    names = [name for name, _ in headers if name.startswith("ce_")]
    for name in names:
        if names.count(name) > 1:
            raise PoisonMessageError(f"a CloudEvents attribute is there twice: {name}")


def _faults(error: ValidationError) -> str:
    """Name the fields and what is wrong with them, without their values."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    return ", ".join(f"{'.'.join(map(str, fault['loc'])) or 'event'}: {fault['type']}" for fault in faults[:10])


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
