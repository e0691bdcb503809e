"""The two forms of every answer: XML, and JSON by the Spark convention (no root, lists as arrays)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Literal

import orjson
from lxml import etree
from starlette.responses import Response

Ending = Literal["json", "xml"]
Headers = Mapping[str, str]

#: What the members of a list are called in XML.
_MEMBERS: Mapping[str, str] = {
    "services": "service",
    "service_requests": "request",
    "service_request_updates": "request_update",
    "attributes": "attribute",
    "values": "value",
    "endpoints": "endpoint",
    "formats": "format",
    "notes": "note",
    "errors": "error",
}
_DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'
#: What XML 1.0 has no way to hold.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Pages of other cities may read this.
_OPEN: Headers = {"Access-Control-Allow-Origin": "*"}


@dataclass(frozen=True, slots=True)
class Form:
    """How answers are written."""

    ending: Ending
    media_type: str

    def answer(self, root: str, body: object, status: int = HTTPStatus.OK, headers: Headers | None = None) -> Response:
        """Return the answer; `root` is its name in XML, and tells what its members are called."""
        content = orjson.dumps(body) if self.ending == "json" else _DECLARATION + _xml(root, body)
        return Response(content, status, {**_OPEN, **(headers or {})}, self.media_type)


JSON = Form("json", "application/json; charset=utf-8")
XML = Form("xml", "text/xml; charset=utf-8")
FORMS: Sequence[Form] = (JSON, XML)


def _xml(name: str, value: object) -> bytes:
    written: bytes = etree.tostring(_element(name, value), encoding="utf-8")
    return written


def _element(name: str, value: object) -> Any:
    element = etree.Element(name)
    match value:
        case dict():
            element.extend([_element(key, member) for key, member in value.items()])
        case list():
            element.extend([_element(_MEMBERS[name], member) for member in value])
        case None:
            pass
        case bool():
            element.text = "true" if value else "false"
        case _:
            element.text = _UNWRITABLE.sub("\ufffd", str(value))
    return element
