"""The routes by which a reporter and the team write to each other, and a reporter says whether it is settled."""

from datetime import datetime
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Response
from pydantic import BaseModel, ConfigDict, Field

from services.reporting.application.personal_use_cases import PersonalUseCases
from services.reporting.application.write_message import Written
from services.reporting.domain.identifiers import kinds_of, marks_in
from services.reporting.domain.mailbox import Author, Message
from services.reporting.domain.personal import Part
from services.reporting.entrypoints.answers import Answers, warnings_of
from services.reporting.entrypoints.http_privacy import Staff, Why, reader_of, uncached
from services.reporting.entrypoints.views import AdviceOut, StatusOut
from shared.web.idempotency import key_value
from shared.web.identity import Principal, require

MOST_TEXT = 4_000

_Secret = Annotated[str, Header(alias="X-Follow-Up-Secret", max_length=200)]
_Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=257)]
_Writer = Annotated[Principal, Depends(require("officer", "supervisor"))]
_Text = Annotated[str, Field(min_length=1, max_length=MOST_TEXT, pattern=r"\S")]


class MessageIn(BaseModel):
    """Something to say about a report."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    text: _Text


class FeedbackIn(BaseModel):
    """Whether a closed concern is settled, and why not."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    settled: bool
    text: _Text | None = None


class MessageOut(BaseModel):
    """One message; `text` is null once it was kept long enough."""

    id: UUID
    at: datetime
    author: Author
    text: str | None


class WrittenOut(MessageOut):
    """A message that is stored, with advice where it tells of danger."""

    advice: list[AdviceOut]
    warnings: list[AdviceOut]


def follow_up_router(use_cases: PersonalUseCases, answers: Answers) -> APIRouter:
    """Return the routes of reporters; all of them take the report's secret."""
    router = APIRouter(tags=["reports"], dependencies=[Depends(uncached)])
    mine = "/v1/reports/{reference}"

    @router.post(f"{mine}/messages", status_code=HTTPStatus.CREATED, summary="Write to the team about a report")
    async def write(reference: str, said: MessageIn, secret: _Secret = "", key: _Key = None) -> WrittenOut:
        value = key_value(key) if key is not None else None
        return _written(await use_cases.write_message.by_reporter(reference, secret, said.text, value), answers)

    @router.get(f"{mine}/messages", summary="What was written about a report")
    async def mailbox(reference: str, secret: _Secret = "") -> list[MessageOut]:
        return [_message(message) for message in await use_cases.read_mailbox.by_reporter(reference, secret)]

    @router.post(
        f"{mine}/feedback",
        summary="Say whether a closed concern is settled; within 14 days `settled: false` takes it up again",
        response_class=Response,
        responses={200: {"model": StatusOut}},
    )
    async def feedback(reference: str, told: FeedbackIn, secret: _Secret = "") -> Response:
        status = await use_cases.tell_outcome(reference, secret, settled=told.settled)
        if told.text is not None:
            await use_cases.write_message.by_reporter(reference, secret, told.text, f"feedback:{told.text}")
        return answers.status(status)

    @router.delete(
        f"{mine}/contact", status_code=HTTPStatus.NO_CONTENT, summary="Forget the contact; nothing is sent any more"
    )
    async def forget_contact(reference: str, secret: _Secret = "") -> None:
        report = await use_cases.read_mailbox.read.report_of(reference, secret)
        await use_cases.erase_report(report.id, (Part.CONTACT,), by="reporter", reason="subject_request")

    return router


def team_router(use_cases: PersonalUseCases, answers: Answers) -> APIRouter:
    """Return the routes by which staff read and answer."""
    router = APIRouter(tags=["records"], dependencies=[Depends(uncached)])
    path = "/v1/records/{report_id}/messages"

    @router.post(
        path, status_code=HTTPStatus.CREATED, summary="Leave an answer that the reporter reads with the secret"
    )
    async def answer(report_id: UUID, said: MessageIn, _: _Writer, key: _Key = None) -> WrittenOut:
        value = key_value(key) if key is not None else None
        return _written(await use_cases.write_message.by_team(report_id, said.text, value), answers)

    @router.get(path, summary="What was written about a report; at level 4 officers say why they read it")
    async def mailbox(report_id: UUID, staff: Staff, why: Why = None) -> list[MessageOut]:
        return [
            _message(message) for message in await use_cases.read_mailbox.by_staff(report_id, reader_of(staff), why)
        ]

    return router


def _message(message: Message) -> MessageOut:
    return MessageOut(id=message.id, at=message.at, author=message.author, text=message.text)


def _written(written: Written, answers: Answers) -> WrittenOut:
    advice = [AdviceOut(id=one.id, text=one.text) for one in answers.texts_of(written.advice)]
    warnings = [AdviceOut(**told) for told in warnings_of(kinds_of(marks_in(written.message.text or "")))]
    return WrittenOut(**_message(written.message).model_dump(), advice=advice, warnings=warnings)
