"""From a form to the report that it makes, in the shape of `POST /v1/reports`."""

import re
from typing import Any

from services.reporting.domain.categories import KIND_OF, Kind
from services.reporting.domain.public_words import joined_words
from services.reporting.entrypoints.open311.arguments import Arguments
from services.reporting.entrypoints.open311.errors import not_found, refusal
from services.reporting.entrypoints.open311.questions import answers_in

LONGEST_DESCRIPTION = 4_000
_LONGEST_URL = 2_000
_DEGREES = re.compile(r"[+-]?\d{1,3}(\.\d{1,20})?", re.ASCII)
_LINK = re.compile(r"https?://[!-~]+", re.IGNORECASE)


def kind_in(arguments: Arguments) -> Kind:
    """Return the kind that a form names, or raise the 400 or 404."""
    code = arguments.one("service_code")
    if code is None:
        raise refusal("service_code was not provided")
    if code not in KIND_OF:
        raise not_found("service_code does not exist")
    return KIND_OF[code]


def body_of(arguments: Arguments, kind: Kind) -> dict[str, Any]:
    """Return the report that a form makes; GeoReportError names what is wrong with it."""
    place = arguments.one("address_string") or arguments.one("address_id")
    location = _location_in(arguments)
    if location is None and place is None:
        raise refusal("lat and long, address_string or address_id was not provided")
    fields, unasked = answers_in(kind.id, arguments.attributes())
    words = joined_words(description_in(arguments) or "", place, _picture_in(arguments), unasked)
    body: dict[str, Any] = {"channel": "open311", "category": kind.id, "text": words, **fields}
    return body | ({"location": location} if location else {}) | contact_in(arguments)


def description_in(arguments: Arguments) -> str | None:
    """Return the description, or raise the 400 where it is too long."""
    description = arguments.one("description")
    if description is not None and len(description) > LONGEST_DESCRIPTION:
        raise refusal(f"description is longer than {LONGEST_DESCRIPTION} characters")
    return description


def contact_in(arguments: Arguments) -> dict[str, Any]:
    """Return the contact, if one was given; `account_id` and `device_id` are not kept."""
    name = " ".join(filter(None, (arguments.one("first_name"), arguments.one("last_name"))))
    parts = {"name": name, "email": arguments.one("email"), "phone": arguments.one("phone")}
    given = {part: value for part, value in parts.items() if value}
    return {"contact": given} if given else {}


def _location_in(arguments: Arguments) -> dict[str, float] | None:
    lat, long = arguments.one("lat"), arguments.one("long")
    if lat is None and long is None:
        return None
    if lat is None or long is None:
        raise refusal("lat and long go together")
    if not _DEGREES.fullmatch(lat.strip()) or not _DEGREES.fullmatch(long.strip()):
        raise refusal("lat and long have to be degrees, with a point for decimals")
    return {"lat": float(lat), "lon": float(long)}


def _picture_in(arguments: Arguments) -> str | None:
    link = arguments.one("media_url")
    if link is not None and (len(link) > _LONGEST_URL or not _LINK.fullmatch(link.strip())):
        raise refusal("media_url has to be an http or https address")
    return link
