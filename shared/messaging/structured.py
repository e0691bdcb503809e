"""CloudEvents in structured mode, as others may send them: attributes and data in one JSON object."""

import base64
import binascii
from typing import Any

from pydantic_core import from_json, to_json

from shared.messaging.errors import PoisonMessageError

_JSON_FORMAT = b"application/cloudevents+json"


def attributes_of_structured(content_type: bytes, value: bytes) -> tuple[dict[str, bytes], bytes]:
    """Return the attributes as binary mode would carry them in headers, and the data as JSON.

    Raises `PoisonMessageError` for another format (Avro, batches) and for what is not a CloudEvent.
    """
    if content_type.partition(b";")[0].strip().lower() != _JSON_FORMAT:
        raise PoisonMessageError("a structured CloudEvent that is not JSON: content-type")
    try:
        event = from_json(value, allow_inf_nan=False)
    except ValueError:
        raise PoisonMessageError("a structured CloudEvent that is not JSON") from None
    if not isinstance(event, dict):
        raise PoisonMessageError("a structured CloudEvent that is not a JSON object")
    data = _data(event)
    attributes = {f"ce_{name}": _canonical(value) for name, value in event.items() if value is not None}
    return attributes, to_json(data)


def _data(event: dict[str, Any]) -> Any:
    encoded = event.pop("data_base64", None)
    plain = event.pop("data", None)
    if encoded is None:
        return plain
    if plain is not None:
        raise PoisonMessageError("a structured CloudEvent has both data and data_base64")
    try:
        return from_json(base64.b64decode(encoded, validate=True))
    except (ValueError, TypeError, binascii.Error):
        raise PoisonMessageError("data_base64 is not base64 of JSON") from None


def _canonical(value: object) -> bytes:
    if isinstance(value, bool):
        return b"true" if value else b"false"
    if isinstance(value, int | str):
        return str(value).encode()
    raise PoisonMessageError("a CloudEvents attribute is neither text, number nor boolean")
