"""What happened to requests since: the widely used extension of GeoReport by updates, both ways."""

from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from services.reporting.application.public_ports import Period, PublicReport
from services.reporting.application.records import Key
from services.reporting.domain.errors import KeyUsedForAnotherReportError
from services.reporting.domain.public_words import joined_words
from services.reporting.entrypoints.open311.arguments import Arguments, form_of, query_of
from services.reporting.entrypoints.open311.desk import PATH, GeoReport
from services.reporting.entrypoints.open311.documentation import form_body, query, responses
from services.reporting.entrypoints.open311.errors import answered, not_found, refusal
from services.reporting.entrypoints.open311.forms import Form
from services.reporting.entrypoints.open311.intake import contact_in, description_in
from services.reporting.entrypoints.open311.selection import period_in, slice_in
from services.reporting.entrypoints.open311.views import update_of
from services.reporting.entrypoints.submissions import submission_of
from shared.web.idempotency import LONGEST, fingerprint_of

_NEEDED = ("service_request_id", "update_id", "status", "updated_datetime", "description")
_NINETY_DAYS = 90 * 86_400


def add_update_routes(router: APIRouter, geo: GeoReport, form: Form) -> None:
    """Add the routes in one form."""

    @router.get(
        f"{PATH}/servicerequestupdates.{form.ending}",
        summary="What happened to requests",
        responses=responses(form),
        openapi_extra=query("start_date", "end_date", "page", "page_size"),
    )
    async def updates(request: Request) -> Response:
        return await answered(form, _happened(geo, form, query_of(request)))

    @router.post(
        f"{PATH}/servicerequestupdates.{form.ending}",
        status_code=HTTPStatus.CREATED,
        summary="Tell something more of a request",
        responses=responses(form, 403, 429, success=201),
        openapi_extra=form_body(*_NEEDED),
    )
    async def update(request: Request) -> Response:
        return await answered(form, _told(geo, form, request))


async def _happened(geo: GeoReport, form: Form, arguments: Arguments) -> Response:
    geo.profile.check(arguments)
    now = int(geo.clock.now().timestamp())
    period = period_in(arguments, ("start_date", "end_date"), now) or Period(now - _NINETY_DAYS, now)
    found = await geo.requests.happened(period, slice_in(arguments, geo.cursors))
    return form.answer("service_request_updates", [update_of(one) for one in found])


async def _told(geo: GeoReport, form: Form, request: Request) -> Response:
    """Take an update in as a report that belongs to the request's concern, screened and weighed like any other.

    The sender's id of it, or the same again with other words, makes no second one.
    """
    arguments = await form_of(request)
    caller = geo.client_of(arguments, request.headers.get("x-api-key"))
    geo.profile.check(arguments)
    needed = {name: arguments.one(name) for name in _NEEDED}
    missing = [name for name, value in needed.items() if value is None]
    if missing:
        raise refusal(*(f"{name} was not provided" for name in missing))
    update_id, status = str(needed["update_id"]), str(needed["status"]).lower()
    if len(update_id) > LONGEST or status not in {"open", "closed"}:
        raise refusal("update_id is too long" if len(update_id) > LONGEST else "status has to be open or closed")
    arguments.moment("updated_datetime")
    about = await _request_in(geo, str(needed["service_request_id"]))
    words = joined_words(description_in(arguments) or "", None, None, [f"status: {status}"])
    body = {"channel": "open311", "category": about.standing.kind, "text": words, **contact_in(arguments)}
    scope = f"{caller.name} {PATH}/servicerequestupdates {about.id}"
    key = Key.of(scope, update_id, fingerprint_of(body))
    submission = replace(submission_of(body, client=caller.name, key=key), concern=about.id)
    with suppress(KeyUsedForAnotherReportError):  # it is the same update: its id says so
        await geo.desk.submit(submission)
    return form.answer("service_request_updates", [{"update_id": update_id}], HTTPStatus.CREATED)


async def _request_in(geo: GeoReport, number: str) -> PublicReport:
    """Return the request; one that is hidden by now hears its client all the same."""
    found = await geo.requests.with_number(number)
    if found is None:
        raise not_found("service_request_id does not exist")
    return found
