"""What the events of a stream look like, as JSON Schema made from the contracts and the allow-list."""

from typing import Any

from services.notify.domain.disclosure import PUBLIC_FIELDS
from services.notify.domain.streams import Stream
from shared.contracts.catalogue import EVENTS

_TEXT = {"type": "string"}


def types_on(stream: Stream) -> list[str]:
    """Return the types of event that a stream carries."""
    return [name for name in PUBLIC_FIELDS if EVENTS[name].topic in stream.topics]


def schema_of(stream: Stream) -> dict[str, Any]:
    """Return the schema of a stream's events. No field is required: an agreement may withhold any."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"An event on the stream {stream.name}",
        "description": stream.description,
        "oneOf": [_event_schema(name) for name in types_on(stream)],
    }


def _event_schema(name: str) -> dict[str, Any]:
    event = EVENTS[name]
    return {
        "title": name,
        "description": (event.__doc__ or "").strip().partition("\n")[0],
        "type": "object",
        "required": ["specversion", "id", "source", "type", "time", "data"],
        "properties": {
            "specversion": {"const": "1.0"},
            "id": {"type": "string", "format": "uuid"},
            "source": {"const": event.source},
            "type": {"const": name},
            "subject": _TEXT,
            "time": {"type": "string", "format": "date-time"},
            "datacontenttype": {"const": "application/json"},
            "data": _data_schema(name),
        },
    }


def _data_schema(name: str) -> dict[str, Any]:
    properties = EVENTS[name].model_json_schema()["properties"]
    shown = {field: properties.get(field, _TEXT) for field in sorted(PUBLIC_FIELDS[name])}
    return {"type": "object", "properties": shown, "additionalProperties": False}
