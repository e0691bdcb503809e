"""The routes by which people find what is reported already, join it, and tell that it has happened again."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, Header, Query
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from services.reporting.application.find_nearby import FindNearby
from services.reporting.application.join_concern import ReportOccurrence, SupportReport, supporter_of
from services.reporting.application.public_ports import PublicReport, Supports
from services.reporting.application.records import Key
from services.reporting.domain.categories import KIND_OF
from services.reporting.domain.nearness import radius_of
from services.reporting.domain.public_status import NOTES
from services.reporting.entrypoints.http import REPORTS_PATH, Desk
from services.reporting.entrypoints.submissions import submission_of
from services.reporting.entrypoints.views import AcceptedOut, ReportIn, inline_schema
from shared.contracts.vocabulary import Category
from shared.runtime.clock import Clock
from shared.web.idempotency import fingerprint_of, key_value
from shared.web.problem import ProblemError
from shared.web.strict_json import read_json

#: Fewer supporters than this are not told, so that nobody can be made out among them.
FEWEST_TOLD = 5

_Secret = Annotated[str | None, Header(alias="X-Follow-Up-Secret", max_length=200)]
_Key = Annotated[str, Header(alias="Idempotency-Key", min_length=1, max_length=257)]
_MaybeKey = Annotated[str | None, Header(alias="Idempotency-Key", max_length=257)]
_Lat = Annotated[float, Query(ge=-90, le=90, allow_inf_nan=False)]
_Lon = Annotated[float, Query(ge=-180, le=180, allow_inf_nan=False)]


class NearbyOut(BaseModel):
    """An open report of the same kind nearby: never its words, nor where exactly it is."""

    reference: str
    category: str
    status: Literal["open"] = "open"
    status_notes: str
    reported_on: date
    last_change_at: datetime
    supporters: int | None = Field(description="How many others joined it; null below five.")
    support_url: str
    occurrences_url: str


class NearbyListOut(BaseModel):
    """What may be reported already."""

    within_metres: int
    reports: list[NearbyOut]


class SupportedOut(BaseModel):
    """Thanks for joining."""

    reference: str
    supporters: int | None = Field(description="How many joined it; null below five.")


@dataclass(frozen=True, slots=True)
class ConcernsDesk:
    """What these routes work with."""

    desk: Desk
    nearby: FindNearby
    support: SupportReport
    occurrence: ReportOccurrence
    clock: Clock

    @classmethod
    def on(cls, desk: Desk, nearby: FindNearby, supports: Supports, clock: Clock) -> "ConcernsDesk":
        """Return these routes' desk beside the one at which every report is taken in."""
        do, public = desk.use_cases, nearby.reports
        occurrence = ReportOccurrence(do.submit_report, do.read_status, public)
        return cls(desk, nearby, SupportReport(supports, public, clock), occurrence, clock)


def concerns_router(at: ConcernsDesk) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["reports"])
    _add_nearby(router, at)
    _add_support(router, at)
    _add_occurrences(router, at)
    return router


def _add_nearby(router: APIRouter, at: ConcernsDesk) -> None:
    @router.get("/v1/reports:nearby", summary="What may be reported already")
    async def nearby(request: Request, category: Category, lat: _Lat, lon: _Lon, response: Response) -> NearbyListOut:
        caller = await at.desk.front_door.caller_of(request)
        response.headers.update(caller.pace)
        kind = KIND_OF[category]
        if kind.is_private:
            return NearbyListOut(within_metres=0, reports=[])
        found = await at.nearby(category, lat, lon)
        return NearbyListOut(within_metres=radius_of(category), reports=[_nearby(one, at.desk) for one in found])


def _add_support(router: APIRouter, at: ConcernsDesk) -> None:
    @router.post(f"{REPORTS_PATH}/{{reference}}/support", summary="Say that a listed concern is yours too")
    async def support(request: Request, reference: str, key: _Key, response: Response) -> SupportedOut:
        caller = await at.desk.front_door.caller_of(request)
        response.headers.update(caller.pace)
        value = key_value(key)
        supporters = await at.support(reference, supporter_of(caller.key_scope(value), value))
        return SupportedOut(reference=reference, supporters=_told(supporters))


def _add_occurrences(router: APIRouter, at: ConcernsDesk) -> None:
    schema = inline_schema(ReportIn)
    schema["properties"] = {**schema["properties"], "happened_on": {"type": "string", "format": "date"}}

    @router.post(
        f"{REPORTS_PATH}/{{reference}}/occurrences",
        status_code=HTTPStatus.ACCEPTED,
        summary="Tell that it has happened again",
        response_class=Response,
        responses={202: {"model": AcceptedOut, "description": "Stored for good."}},
        openapi_extra={"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}},
    )
    async def occurrence(request: Request, reference: str, secret: _Secret = None, key: _MaybeKey = None) -> Response:
        caller = await at.desk.front_door.caller_of(request)
        caller.require_key(key)
        body, happened_on = _dated(read_json(await request.body()), at.clock.now().date())
        concern = await at.occurrence.concern_of(reference, secret)
        if isinstance(body, dict):
            body = {"category": concern.standing.kind, **body}
        once = None
        if key is not None:
            value = key_value(key)
            scope = f"{caller.key_scope(value)} {concern.id} occurrences"
            once = Key.of(scope, value, fingerprint_of([body, str(happened_on)]))
        submission = replace(submission_of(body, client=caller.name, key=once), happened_on=happened_on)
        accepted = await at.occurrence(concern, submission)
        at.desk.count(accepted, submission.intake.channel)
        return at.desk.answers.accepted(accepted, caller.pace)


def _dated(body: object, today: date) -> tuple[object, date | None]:
    """Return a body without its `happened_on`, and that day; the 422 where it is none, or still to come."""
    if not isinstance(body, dict) or body.get("happened_on") is None:
        return body, None
    given = body["happened_on"]
    try:
        day = date.fromisoformat(given) if isinstance(given, str) else None
    except ValueError:
        day = None
    if day is None or day > today:
        raise ProblemError(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "What was sent does not have the form that is asked for.",
            type="/problems/validation",
            errors=[{"pointer": "/happened_on", "detail": "has to be a day such as 2026-11-20, and not to come"}],
        )
    return {name: value for name, value in body.items() if name != "happened_on"}, day


def _nearby(report: PublicReport, desk: Desk) -> NearbyOut:
    url = desk.answers.status_url(report.reference)
    return NearbyOut(
        reference=report.reference,
        category=report.standing.kind or "",
        status_notes=NOTES[report.progress.status],
        reported_on=report.received_at.date(),
        last_change_at=report.progress.timeline[-1].at,
        supporters=_told(report.supporters),
        support_url=f"{url}/support",
        occurrences_url=f"{url}/occurrences",
    )


def _told(supporters: int) -> int | None:
    return supporters if supporters >= FEWEST_TOLD else None
