"""Bodies that no service should take, and the routes to send them to."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

JSON = "application/json"
_DEPTH = 100_000


_PARAMETER = re.compile(r"\{[^}]+\}")


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its declared type; `pointer` is the place that the refusal has to name, where it can be known."""

    name: str
    content: bytes
    kind: str | None = JSON
    pointer: str | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """An operation of an interface, with made-up values in its path."""

    method: str
    path: str
    schema: Mapping[str, Any]

    def wrongly_typed(self) -> Iterator[Body]:
        """Yield, for every field of the body, one in which this field has a type that it cannot have."""
        for name, field in self.schema.get("properties", {}).items():
            kinds = {one.get("type") for one in (field, *field.get("anyOf", ()))}
            value = {"no": "list"} if "array" in kinds else [{"no": "such"}]
            yield Body(f"wrong type of {name}", json.dumps({name: value}).encode(), JSON, f"/{name}")


def malformed() -> Iterator[Body]:
    """Yield what is no JSON, or JSON that two readers could understand differently."""
    yield Body("not JSON", b"text=hello", pointer="")
    yield Body("half an object", b'{"text": "hel', pointer="/text")
    yield Body("not UTF-8", b'{"text": "\xff\xfe"}')
    yield Body("UTF-16", '{"text": "hello"}'.encode("utf-16"), pointer="")
    yield Body("byte order mark", b'\xef\xbb\xbf{"text": "hello"}', pointer="")
    yield Body("a key twice", b'{"text": "a", "text": "b"}', pointer="/text")
    yield Body("a key twice, deep", b'{"contact": {"name": "a", "name": "b"}}', pointer="/contact/name")
    yield Body("NaN", b'{"location": {"lat": NaN, "lon": 1}}', pointer="/location/lat")
    yield Body("infinity", b'{"location": {"lat": 1, "lon": -Infinity}}', pointer="/location/lon")
    yield Body("a huge number", b'{"repeat_count": ' + b"9" * 5_000 + b"}", pointer="/repeat_count")
    yield Body("a huge exponent", b'{"repeat_count": 1e999999}', pointer="/repeat_count")
    yield Body("half a surrogate", rb'{"text": "\ud800"}', pointer="/text")
    yield Body("two values", b'{"text": "a"} {"text": "b"}', pointer="")
    yield Body("deep objects", b'{"a":' * 10_000 + b"1" + b"}" * 10_000)


def unfit() -> Iterator[Body]:
    """Yield what is too large, of another type, or JSON but not an object."""
    yield Body("a megabyte", json.dumps({"text": "a" * 1_000_000}).encode())
    yield Body("deep lists, large", b"[" * _DEPTH + b"]" * _DEPTH)
    yield Body("a megabyte of nothing", b" " * 1_000_000)
    for kind in (
        "text/plain",
        "application/xml",
        "multipart/form-data; boundary=x",
        "application/json; charset=latin-1",
    ):
        yield Body(f"as {kind}", b'{"text": "hello"}', kind)
    yield Body("as nothing", b'{"text": "hello"}', None)
    yield Body("nothing", b"")
    for value in (None, [], "text", 5, True, [{"text": "hello"}]):
        yield Body(f"only {value!r}", json.dumps(value).encode())
    yield Body("an unknown field", b'{"no_such_field_anywhere": 1}')
    yield Body("wrong everywhere", json.dumps({name: {"a": [None]} for name in _NAMES}).encode())


_NAMES = ("text", "category", "location", "contact", "reason", "level", "url", "streams", "name", "areas", "since")


def routes(interface: Mapping[str, Any]) -> list[Route]:
    """Return every operation that takes a body, of an OpenAPI document."""
    return [
        Route(method.upper(), _filled(path), _schema_of(operation, interface))
        for path, operations in interface["paths"].items()
        for method, operation in operations.items()
        if method in {"post", "put", "patch"}
    ]


def _filled(path: str) -> str:
    return _PARAMETER.sub(lambda found: "decline" if found.group() == "{answer}" else str(uuid4()), path)


def _schema_of(operation: Mapping[str, Any], interface: Mapping[str, Any]) -> Mapping[str, Any]:
    content = operation.get("requestBody", {}).get("content", {})
    schema = content.get(JSON, {}).get("schema", {})
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    found: Mapping[str, Any] = interface["components"]["schemas"][name] if name else schema
    return found
