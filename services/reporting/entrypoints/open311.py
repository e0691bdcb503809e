"""A thin Open311 GeoReport v2 intake: other tools' reports come in through the same use case."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

import orjson
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from services.reporting.domain.categories import KINDS, Kind
from services.reporting.domain.errors import ReportingError
from services.reporting.domain.guidance import DANGER_NOW, TEXTS
from services.reporting.entrypoints.http import Desk
from services.reporting.entrypoints.problems import PROBLEMS
from shared.runtime.errors import TransientError
from shared.web.problem import Problem, ProblemError
from shared.web.strict_json import read_json

OPEN311_PATH = "/open311/"
FORM = "application/x-www-form-urlencoded"
_LONGEST_DESCRIPTION = 4_000
_MOST_FIELDS = 100
_DEGREES = re.compile(r"-?\d{1,3}(\.\d{1,15})?")
_BY_CODE = {kind.id: kind for kind in KINDS}
_NOTICE = "Thank you. Somebody will look at this. "


class _Open311Error(Exception):
    """An error in GeoReport's own form."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code = code


def open311_router(desk: Desk) -> APIRouter:
    """Return the routes of GeoReport v2 that take reports in."""
    router = APIRouter(tags=["open311"])

    @router.get("/open311/v2/services.json", summary="The kinds of request", response_class=Response)
    async def services() -> Response:
        return _answer([_service_of(kind) for kind in KINDS])

    @router.post(
        "/open311/v2/requests.json",
        status_code=HTTPStatus.CREATED,
        summary="Send a request",
        response_class=Response,
        openapi_extra={"requestBody": {"required": True, "content": {FORM: {"schema": {"type": "object"}}}}},
    )
    async def requests(request: Request) -> Response:
        try:
            return await _take_in(desk, request)
        except _Open311Error as error:
            return _error(error.code, str(error))
        except ProblemError as problem:
            return _error(problem.status, _told(problem), dict(problem.headers))
        except (ReportingError, TransientError) as error:
            return _error_of(error)

    return router


async def _take_in(desk: Desk, request: Request) -> Response:
    arguments = _arguments_of(request, await request.body())
    api_key = arguments.get("api_key") or request.headers.get("x-api-key")
    if not api_key:
        raise _Open311Error(HTTPStatus.FORBIDDEN, "api_key was not provided")
    try:
        caller = desk.front_door.client_of(api_key)
    except ProblemError:
        raise _Open311Error(HTTPStatus.FORBIDDEN, "api_key is not valid") from None
    kind = _kind_of(arguments)
    body = _body_of(arguments, kind)
    accepted = await desk.take_in(body, caller, request.headers.get("idempotency-key"), route=request.url.path)
    notice = _NOTICE + TEXTS[DANGER_NOW]
    # A private kind gets no number: GeoReport shows requests by number, and these are never shown.
    number = {} if kind.is_private else {"service_request_id": accepted.reference}
    replayed = {"Idempotent-Replayed": "true"} if accepted.replayed else {}
    return _answer([{**number, "service_notice": notice, "account_id": None}], HTTPStatus.CREATED, replayed)


def _arguments_of(request: Request, body: bytes) -> dict[str, str]:
    """Return the arguments that say something; an empty one counts as absent."""
    if "json" in request.headers.get("content-type", ""):
        decoded = read_json(body)
        if not isinstance(decoded, dict):
            raise _Open311Error(HTTPStatus.BAD_REQUEST, "the body has to be an object of arguments")
        pairs = [(str(name), "" if value is None else str(value)) for name, value in decoded.items()]
    else:
        try:
            pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
        except (UnicodeDecodeError, ValueError):
            raise _Open311Error(HTTPStatus.BAD_REQUEST, "the body is not a form in UTF-8") from None
    pairs += [(name, value) for name, value in request.query_params.items() if name == "jurisdiction_id"]
    return {name: value for name, value in pairs if value.strip()}


def _kind_of(arguments: Mapping[str, str]) -> Kind:
    code = arguments.get("service_code")
    if code is None:
        raise _Open311Error(HTTPStatus.BAD_REQUEST, "service_code was not provided")
    kind = _BY_CODE.get(code)
    if kind is None:
        raise _Open311Error(HTTPStatus.NOT_FOUND, "service_code does not exist")
    return kind


def _body_of(arguments: Mapping[str, str], kind: Kind) -> dict[str, Any]:
    """Return the report that the arguments make, in the form of `POST /v1/reports`."""
    description = arguments.get("description", "")
    if len(description) > _LONGEST_DESCRIPTION:
        raise _Open311Error(HTTPStatus.BAD_REQUEST, f"description is longer than {_LONGEST_DESCRIPTION} characters")
    address = arguments.get("address_string") or arguments.get("address_id")
    words = [description, f"Where: {address[:500]}" if address else ""]
    body: dict[str, Any] = {"channel": "open311", "category": kind.id, "text": "\n\n".join(filter(None, words))}
    location = _location_of(arguments)
    if location is None and address is None:
        raise _Open311Error(HTTPStatus.BAD_REQUEST, "lat and long, address_string or address_id is needed")
    if location is not None:
        body["location"] = location
    name = " ".join(filter(None, (arguments.get("first_name"), arguments.get("last_name"))))
    contact = {"name": name, "email": arguments.get("email"), "phone": arguments.get("phone")}
    if any(contact.values()):
        body["contact"] = {part: value for part, value in contact.items() if value}
    return body


def _location_of(arguments: Mapping[str, str]) -> dict[str, float] | None:
    given = [arguments.get("lat"), arguments.get("long")]
    if given == [None, None]:
        return None
    lat, lon = (value if value and _DEGREES.fullmatch(value) else None for value in given)
    if lat is None or lon is None:
        raise _Open311Error(HTTPStatus.BAD_REQUEST, "lat and long have to be degrees, both of them")
    return {"lat": float(lat), "lon": float(lon)}


def _service_of(kind: Kind) -> dict[str, object]:
    return {
        "service_code": kind.id,
        "service_name": kind.name,
        "description": kind.name,
        "metadata": False,
        "type": "blackbox" if kind.is_private else "realtime",
        "keywords": "private" if kind.is_private else "",
        "group": kind.group,
    }


def _told(problem: ProblemError) -> str:
    said = "; ".join(f"{error['pointer']} {error['detail']}" for error in problem.errors)
    return said or problem.detail or "the request cannot be taken"


def _error_of(error: Exception) -> Response:
    found = next(PROBLEMS[family] for family in type(error).__mro__ if family in PROBLEMS)
    problem: Problem = {"status": found} if isinstance(found, HTTPStatus) else found
    status = problem.get("status", HTTPStatus.BAD_REQUEST)
    return _error(status, problem.get("detail") or str(error), dict(problem.get("headers", {})))


def _error(code: int, description: str, headers: dict[str, str] | None = None) -> Response:
    """Answer in GeoReport's form: what does not exist is 404, a key 403, too much 429, anything else 400.

    What may succeed when it is sent again, an outage or the same request still being worked on, is 503: a client that
    reads 400 gives up.
    """
    kept = {HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS}
    again = code == HTTPStatus.CONFLICT or code >= HTTPStatus.INTERNAL_SERVER_ERROR
    status = HTTPStatus.SERVICE_UNAVAILABLE if again else code if code in kept else HTTPStatus.BAD_REQUEST
    return _answer([{"code": int(status), "description": description}], status, headers)


def _answer(body: object, status: int = HTTPStatus.OK, headers: dict[str, str] | None = None) -> Response:
    return Response(orjson.dumps(body), status, headers, "application/json; charset=utf-8")
