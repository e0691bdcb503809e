"""The routes of reporters and of sibling services."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Header
from starlette.requests import Request
from starlette.responses import Response

from services.reporting.application.ports import Counts
from services.reporting.application.records import Accepted, Key, Submission
from services.reporting.application.use_cases import UseCases
from services.reporting.entrypoints.answers import Answers
from services.reporting.entrypoints.front_door import Caller, FrontDoor
from services.reporting.entrypoints.http_privacy import reader_of
from services.reporting.entrypoints.submissions import submission_of
from services.reporting.entrypoints.views import (
    AcceptedOut,
    ContactOut,
    NarrativesIn,
    NarrativesOut,
    ReportIn,
    StatusOut,
    inline_schema,
)
from shared.web.direct_route import DirectRoute
from shared.web.idempotency import fingerprint_of, key_value
from shared.web.identity import Principal, require
from shared.web.strict_json import read_json

REPORTS_PATH = "/v1/reports"

_SUBMIT_DOCUMENTATION: dict[str, Any] = {
    "requestBody": {"required": True, "content": {"application/json": {"schema": inline_schema(ReportIn)}}},
    "parameters": [
        {
            "name": "Idempotency-Key",
            "in": "header",
            "required": False,
            "description": "Send the same key when you send the same report again; kept as long as the report.",
            "schema": {"type": "string", "maxLength": 257},
        }
    ],
    "security": [{}, {"APIKeyHeader": []}, {"HTTPBearer": []}],
}
_Secret = Annotated[str, Header(alias="X-Follow-Up-Secret", max_length=200)]
_Triage = Annotated[Principal, Depends(require("service.triage"))]
_Notify = Annotated[Principal, Depends(require("service.notify"))]


@dataclass(frozen=True, slots=True)
class Desk:
    """What the routes work with."""

    use_cases: UseCases
    front_door: FrontDoor
    answers: Answers
    counts: Counts

    async def take_in(
        self, body: object, caller: Caller, key_header: str | None, *, route: str = REPORTS_PATH
    ) -> Accepted:
        """Take in one report, whatever route it came by, and count it; a key belongs to its caller and route."""
        caller.require_key(key_header)
        key = None
        if key_header is not None:
            value = key_value(key_header)
            key = Key.of(f"{caller.key_scope(value)} {route}", value, fingerprint_of(body))
        return await self.submit(submission_of(body, client=caller.name, key=key))

    async def submit(self, submission: Submission) -> Accepted:
        """Take in what was found in order, and count it."""
        accepted = await self.use_cases.submit_report(submission)
        self.count(accepted, submission.intake.channel)
        return accepted

    def count(self, accepted: Accepted, channel: str) -> None:
        """Count what was taken in."""
        if accepted.replayed:
            self.counts.answer_replayed()
        else:
            self.counts.report_accepted(channel, urgent=accepted.urgent)


def intake_router(desk: Desk) -> APIRouter:
    """Return the hot route, by which residents, clients, staff and partners report."""
    router = APIRouter(tags=["reports"], route_class=DirectRoute)

    @router.post(
        REPORTS_PATH,
        status_code=HTTPStatus.ACCEPTED,
        summary="Tell us of a concern",
        response_class=Response,
        responses={202: {"model": AcceptedOut, "description": "Stored for good."}},
        openapi_extra=_SUBMIT_DOCUMENTATION,
    )
    async def submit(request: Request) -> Response:
        caller = await desk.front_door.caller_of(request)
        body = read_json(await request.body())
        accepted = await desk.take_in(body, caller, request.headers.get("idempotency-key"))
        return desk.answers.accepted(accepted, caller.pace)

    return router


def reporters_router(desk: Desk) -> APIRouter:
    """Return the routes by which a report is followed and taken back."""
    router = APIRouter(tags=["reports"])

    @router.get(
        f"{REPORTS_PATH}/{{reference}}",
        summary="What became of a report",
        response_class=Response,
        responses={200: {"model": StatusOut}},
    )
    async def status(reference: str, secret: _Secret = "") -> Response:
        return desk.answers.status(await desk.use_cases.read_status(reference, secret))

    @router.post(
        f"{REPORTS_PATH}/{{reference}}/withdraw",
        summary="Take a report back; repeating it changes nothing",
        response_class=Response,
        responses={200: {"model": StatusOut}},
    )
    async def withdraw(reference: str, secret: _Secret = "") -> Response:
        return desk.answers.status(await desk.use_cases.withdraw_report(reference, secret))

    return router


def siblings_router(desk: Desk) -> APIRouter:
    """Return the routes that triage and notify use, each with its own token."""
    router = APIRouter(tags=["for sibling services"])

    @router.post(
        "/v1/narratives:fetch",
        summary="The words of reports, for triage",
        response_class=Response,
        responses={200: {"model": NarrativesOut}},
    )
    async def narratives(asked: NarrativesIn, _: _Triage) -> Response:
        return desk.answers.narratives(await desk.use_cases.personal.fetch_texts(asked.report_ids))

    @router.get("/v1/contacts/{report_id}", summary="A reporter's contact, at the moment of sending, for notify")
    async def contact(report_id: UUID, reader: _Notify, response: Response) -> ContactOut:
        response.headers["Cache-Control"] = "no-store"
        card = await desk.use_cases.personal.fetch_contact(report_id, reader=reader_of(reader))
        return ContactOut.model_validate(
            {
                "reference": card.reference,
                "name": card.contact.name,
                "email": card.contact.email,
                "phone": card.contact.phone,
                "language": card.contact.language,
                "safe_contact": card.safe_contact,
                "status_url": desk.answers.status_url(card.reference),
            }
        )

    return router
