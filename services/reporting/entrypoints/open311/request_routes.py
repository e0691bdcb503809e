"""Requests: sent, listed, and looked up by number or token."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from services.reporting.application.records import Accepted
from services.reporting.domain.categories import Kind
from services.reporting.domain.exposure import Exposure
from services.reporting.domain.guidance import DANGER_NOW, TEXTS
from services.reporting.entrypoints.open311.arguments import Arguments, form_of, query_of
from services.reporting.entrypoints.open311.desk import PATH, GeoReport
from services.reporting.entrypoints.open311.documentation import form_body, query, responses
from services.reporting.entrypoints.open311.errors import answered, not_found, refusal
from services.reporting.entrypoints.open311.forms import FORMS, Form
from services.reporting.entrypoints.open311.intake import body_of, kind_in
from services.reporting.entrypoints.open311.selection import MOST, slice_in, wanted_in
from services.reporting.entrypoints.open311.views import request_of
from shared.web.direct_route import DirectRoute

_NOTICE = f"Thank you. Somebody will look at this. {TEXTS[DANGER_NOW]}"
_FILTERS = (
    "service_request_id", "service_code", "status", "start_date", "end_date", "updated_after", "updated_before",
    "page", "page_size", "cursor", "extensions",
)  # fmt: skip


def sending_router(geo: GeoReport) -> APIRouter:
    """Return the hot routes, by which requests are sent."""
    router = APIRouter(tags=["open311"], route_class=DirectRoute)
    for form in FORMS:
        _add_sending(router, geo, form)
    return router


def _add_sending(router: APIRouter, geo: GeoReport, form: Form) -> None:
    @router.post(
        f"{PATH}/requests.{form.ending}",
        status_code=HTTPStatus.CREATED,
        summary="Send a request",
        response_class=Response,
        responses=responses(form, 403, 429, success=201),
        openapi_extra=form_body("service_code"),
    )
    async def requests(request: Request) -> Response:
        return await answered(form, _taken_in(geo, form, request))


def add_request_routes(router: APIRouter, geo: GeoReport, form: Form) -> None:
    """Add the routes for reading in one form."""

    @router.get(
        f"{PATH}/requests.{form.ending}",
        summary="The requests that anybody may see",
        responses=responses(form),
        openapi_extra=query(*_FILTERS),
    )
    async def requests(request: Request) -> Response:
        return await answered(form, _listed(geo, form, query_of(request)))

    @router.get(
        f"{PATH}/requests/{{service_request_id}}.{form.ending}",
        summary="One request",
        responses=responses(form),
        openapi_extra=query("extensions"),
    )
    async def one(service_request_id: str, request: Request) -> Response:
        return await answered(form, _one(geo, form, service_request_id, query_of(request)))

    @router.get(
        f"{PATH}/tokens/{{token}}.{form.ending}",
        summary="The number of a request that had to be weighed first",
        responses=responses(form),
        openapi_extra=query(),
    )
    async def token(token: str, request: Request) -> Response:
        return await answered(form, _by_token(geo, form, token, query_of(request)))


async def _taken_in(geo: GeoReport, form: Form, request: Request) -> Response:
    arguments = await form_of(request)
    caller = geo.client_of(arguments, request.headers.get("x-api-key"))
    geo.profile.check(arguments)
    kind = kind_in(arguments)
    body = body_of(arguments, kind)
    accepted = await geo.desk.take_in(body, caller, request.headers.get("idempotency-key"), route=f"{PATH}/requests")
    replayed = {"Idempotent-Replayed": "true"} if accepted.replayed else {}
    return form.answer("service_requests", [_receipt(accepted, kind)], HTTPStatus.CREATED, {**caller.pace, **replayed})


def _receipt(accepted: Accepted, kind: Kind) -> dict[str, Any]:
    """Return what was stored; a private kind gets no number: GeoReport shows by number, and these are never shown."""
    handles: dict[str, dict[str, Any]] = {
        "realtime": {"service_request_id": accepted.reference},
        "batch": {"token": str(accepted.id)},
        "blackbox": {},
    }
    return {**handles[kind.service_type], "service_notice": _NOTICE, "account_id": None}


async def _listed(geo: GeoReport, form: Form, arguments: Arguments) -> Response:
    geo.profile.check(arguments)
    extended = arguments.one("extensions") == "true"
    numbers = arguments.one("service_request_id")
    if numbers is not None:
        asked = [number for number in numbers.split(",") if number.strip()]
        if len(asked) > MOST:
            raise refusal(f"service_request_id names more than {MOST} requests")
        shown = await geo.requests.numbered(asked)
        return form.answer("service_requests", [request_of(one, geo.centre, extended=extended) for one in shown])
    part = slice_in(arguments, geo.cursors)
    found = await geo.requests.listed(wanted_in(arguments, int(geo.clock.now().timestamp())), part)
    headers: dict[str, str] = {}
    if found.last is not None:
        cursor = geo.cursors.encode(found.last.second, found.last.name)
        kept = {name: value for name in _FILTERS if name != "page" and (value := arguments.one(name))}
        again = urlencode(kept | {"cursor": cursor, "page_size": str(part.take)})
        headers["Link"] = f'<{geo.profile.url}{PATH}/requests.{form.ending}?{again}>; rel="next"'
    requests = [request_of(one, geo.centre, extended=extended) for one in found.requests]
    return form.answer("service_requests", requests, headers=headers)


async def _one(geo: GeoReport, form: Form, number: str, arguments: Arguments) -> Response:
    geo.profile.check(arguments)
    shown = await geo.requests.numbered([number])
    if not shown:
        raise not_found("service_request_id does not exist")
    extended = arguments.one("extensions") == "true"
    return form.answer("service_requests", [request_of(shown[0], geo.centre, extended=extended)])


async def _by_token(geo: GeoReport, form: Form, token: str, arguments: Arguments) -> Response:
    geo.profile.check(arguments)
    try:
        report = await geo.requests.with_token(UUID(token))
    except ValueError:
        report = None
    if report is None:
        raise not_found("token does not exist")
    listed = report.standing.exposure is Exposure.LISTED
    number = {"service_request_id": report.reference} if listed else {}
    return form.answer("service_requests", [{**number, "token": str(report.id)}])
