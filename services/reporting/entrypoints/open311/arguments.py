"""What a request says: arguments of a form or a query, each understood in one way or refused."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from urllib.parse import parse_qsl

from starlette.requests import Request

from services.reporting.entrypoints.open311.errors import refusal
from shared.web.strict_json import read_json

_MOST_FIELDS = 200
_ATTRIBUTE = re.compile(r"attribute\[([^\[\]]{1,100})\](?:\[\])?")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,18})?)?)([Zz]|[+ -]\d{2}:?\d{2})", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)


class Arguments:
    """Arguments by name; an empty one counts as absent."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Take the pairs in the order in which they were sent."""
        said: dict[str, list[str]] = defaultdict(list)
        for name, value in pairs:
            if value.strip():
                said[name].append(value)
        self._said: Mapping[str, Sequence[str]] = said

    def one(self, name: str) -> str | None:
        """Return an argument, or None; given twice it could mean either, and is refused."""
        values = self._said.get(name, ())
        if len(values) > 1:
            raise refusal(f"{name} was given more than once")
        return values[0] if values else None

    def several(self, name: str) -> frozenset[str] | None:
        """Return the members of a list with commas, or None where it was not given."""
        value = self.one(name)
        return None if value is None else frozenset(part.strip() for part in value.split(",") if part.strip())

    def moment(self, name: str) -> int | None:
        """Return a W3C date and time as a second; one without its zone is refused."""
        value = self.one(name)
        if value is None:
            return None
        found = _MOMENT.fullmatch(value.strip())
        if found is None:
            raise refusal(f"{name} has to be a date and time with its zone, such as 2026-11-20T09:30:00Z")
        moment, zone = found.groups()
        zone = zone.upper().replace(" ", "+")  # a plus sign that was not escaped arrives as a space
        try:
            return int(datetime.fromisoformat(moment + zone).timestamp())
        except (ValueError, OverflowError):
            raise refusal(f"{name} is not a date and time that exists") from None

    def whole(self, name: str, *, least: int, most: int) -> int | None:
        """Return a number, or None where it was not given."""
        value = self.one(name)
        if value is None:
            return None
        if not _WHOLE.fullmatch(value.strip()) or not least <= int(value) <= most:
            raise refusal(f"{name} has to be a number from {least} to {most}")
        return int(value)

    def attributes(self) -> Mapping[str, Sequence[str]]:
        """Return the answers to a service's own questions by code, whichever way they are bracketed."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, values in self._said.items():
            bracketed = _ATTRIBUTE.fullmatch(name)
            if bracketed:
                found[bracketed.group(1)].extend(values)
        return found


def query_of(request: Request) -> Arguments:
    """Return the arguments of a query; unknown ones do no harm."""
    return Arguments(request.query_params.multi_items())


async def form_of(request: Request) -> Arguments:
    """Return the arguments of a form, or of a JSON object in its place."""
    body = await request.body()
    if "json" in request.headers.get("content-type", ""):
        pairs = list(_pairs_in(read_json(body)))
    else:
        try:
            pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
        except (UnicodeDecodeError, ValueError):
            raise refusal("the body is not a form in UTF-8") from None
    pairs += [(name, value) for name, value in request.query_params.multi_items() if name == "jurisdiction_id"]
    return Arguments(pairs)


def _pairs_in(decoded: object) -> Iterable[tuple[str, str]]:
    if not isinstance(decoded, dict):
        raise refusal("the body has to be an object of arguments")
    for name, value in decoded.items():
        for one in value if isinstance(value, list) else [value]:
            yield str(name), "" if one is None else str(one)
