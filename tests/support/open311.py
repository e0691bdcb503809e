"""A GeoReport client for tests: reads both forms strictly, and holds each answer to the published schemas."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft7Validator, FormatChecker
from lxml import etree
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from tests.support.reporting import WEB_KEY, Reporting

SCHEMAS = Path(__file__).parents[3] / "shared/data/conformance/open311-georeport-v2"
FORM = {"api_key": WEB_KEY.text, "service_code": "env.litter", "lat": "53.6", "long": "-1.7", "description": "Bags"}
BASE = "/open311/v2"

_LISTS = frozenset(
    {"services", "service_requests", "attributes", "values", "endpoints", "formats", "notes", "errors"}
    | {"service_request_updates"}
)
_BOOLEANS = frozenset({"metadata", "variable", "required"})
_NUMBERS = frozenset({"lat", "long", "order", "code"})

needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the published schemas are not beside the project")


def decoded(answer: httpx.Response) -> Any:
    """Return what an answer says, in either form, by the Spark convention; anything irregular fails."""
    assert answer.headers["access-control-allow-origin"] == "*"
    if str(answer.request.url.path).endswith(".json"):
        assert answer.headers["content-type"] == "application/json; charset=utf-8"
        return json.loads(answer.content)
    assert answer.headers["content-type"] == "text/xml; charset=utf-8"
    assert answer.content.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    strict = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    return _read(etree.fromstring(answer.content, strict), in_list=False)


def _read(element: Any, *, in_list: bool) -> Any:
    assert element.prefix is None
    if element.tag in _LISTS:
        assert len({child.tag for child in element}) <= 1
        return [_read(child, in_list=True) for child in element]
    if len(element) or (in_list and not element.text):
        assert len({child.tag for child in element}) == len(element)
        return {child.tag: _read(child, in_list=False) for child in element}
    return _typed(element.tag, element.text)


def _typed(tag: str, text: str | None) -> Any:
    if text is None:
        return None
    if tag in _BOOLEANS:
        assert text in {"true", "false"}
        return text == "true"
    if tag in _NUMBERS and text.replace(".", "").lstrip("-").isdigit():
        return float(text) if "." in text else int(text)
    return text


def check(name: str, instance: Any) -> None:
    """Hold an instance to a published schema, dates included."""
    contents = {path.name: json.loads(path.read_text()) for path in SCHEMAS.glob("*.json")}
    registry: Registry[Any] = Registry().with_resources(
        [(file, Resource.from_contents(content, default_specification=DRAFT7)) for file, content in contents.items()]
    )
    Draft7Validator(contents[name], registry=registry, format_checker=FormatChecker()).validate(instance)


async def sent(reporting: Reporting, ending: str = "json", **changes: str) -> tuple[int, Any]:
    """Post a request and return its status and what was answered."""
    answer = await reporting.http.post(f"{BASE}/requests.{ending}", data=FORM | changes)
    return answer.status_code, decoded(answer)


async def got(reporting: Reporting, path: str, **query: str) -> tuple[int, Any]:
    """Read a resource; `path` begins below the version."""
    answer = await reporting.http.get(f"{BASE}/{path}", params=query)
    return answer.status_code, decoded(answer)


async def report_id(reporting: Reporting, reference: str) -> str:
    """Return the id behind a number."""
    found = await reporting.database.collection("reports").find_one({"reference": reference})
    assert found is not None
    return str(found["_id"])
