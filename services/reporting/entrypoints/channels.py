"""Gateways that bring in what people text, write and say: signed hooks in front of the one intake."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from services.reporting.application.records import Key
from services.reporting.entrypoints.http import Desk
from services.reporting.entrypoints.mail import mail_from
from services.reporting.entrypoints.submissions import submission_of, validated
from services.reporting.entrypoints.views import MOST_TEXT, AdviceOut, ContactIn, inline_schema
from shared.contracts.vocabulary import Channel
from shared.web.direct_route import DirectRoute
from shared.web.idempotency import fingerprint_of
from shared.web.problem import ProblemError
from shared.web.signed_requests import SignedSenders
from shared.web.strict_json import read_json

CHANNELS_PATH = "/v1/channels/"
EMAIL_PATH = f"{CHANNELS_PATH}email"
MAIL = "message/rfc822"
MOST_MAIL_BYTES = 25 * 1024 * 1024
_CUT = " […]"
_NUMBER = Annotated[str, Field(max_length=40, pattern=r"^[^\x00-\x1f\x7f]*$")]


class TextIn(BaseModel):
    """A text message, as any gateway can tell of it; further members are ignored."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    sender: _NUMBER | None = Field(default=None, alias="from")
    text: Annotated[str, Field(min_length=1, max_length=MOST_TEXT)]
    medium: Literal["sms", "whatsapp"] = "sms"


class VoicemailIn(BaseModel):
    """What somebody said to an answering machine, written down by a machine or a person."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    sender: _NUMBER | None = Field(default=None, alias="from")
    transcript: Annotated[str, Field(min_length=1, max_length=MOST_TEXT)]


class ReceivedOut(BaseModel):
    """What became of a message. `reply` is for its writer; a machine's message becomes no report and has none."""

    id: UUID | None
    reference: str | None
    reply: str | None
    advice: list[AdviceOut]


@dataclass(frozen=True, slots=True)
class Hook:
    """One kind of gateway: who may send, what it sends, and the report that this makes, or None for none."""

    name: str
    senders: SignedSenders
    media_type: str
    schema: Mapping[str, Any]
    report_of: Callable[[bytes], dict[str, Any] | None]


def channels_router(desk: Desk, senders: Mapping[str, SignedSenders]) -> APIRouter:
    """Return a route for each kind of gateway."""
    router = APIRouter(tags=["channels"], route_class=DirectRoute)
    for hook in (
        Hook("sms", senders["sms"], "application/json", inline_schema(TextIn), _of_text),
        Hook("voicemail", senders["voicemail"], "application/json", inline_schema(VoicemailIn), _of_voicemail),
        Hook("email", senders["email"], MAIL, {"type": "string", "format": "binary"}, _of_mail),
    ):
        _add(router, desk, hook)
    return router


def _add(router: APIRouter, desk: Desk, hook: Hook) -> None:
    @router.post(
        CHANNELS_PATH + hook.name,
        status_code=HTTPStatus.ACCEPTED,
        summary=f"Bring in what came by {hook.name}; signed as Standard Webhooks has it",
        response_class=Response,
        responses={202: {"model": ReceivedOut, "description": "Stored for good."}},
        openapi_extra=_documentation(hook),
    )
    async def received(request: Request) -> Response:
        body = await request.body()
        sender, identifier = hook.senders.sender_of(request, body)
        report = hook.report_of(body)
        if report is None:
            return desk.answers.received(None, {})
        caller = desk.front_door.known(f"{hook.name}:{sender}")
        key = Key.of(f"{caller.name} {CHANNELS_PATH}", identifier, fingerprint_of(report))
        accepted = await desk.submit(submission_of(report, client=caller.name, key=key))
        return desk.answers.received(accepted, caller.pace)


def _of_text(body: bytes) -> dict[str, Any]:
    text = validated(TextIn, read_json(body))
    return _report(text.medium, text.text, phone=text.sender)


def _of_voicemail(body: bytes) -> dict[str, Any]:
    said = validated(VoicemailIn, read_json(body))
    return _report("voicemail", said.transcript, phone=said.sender)


def _of_mail(body: bytes) -> dict[str, Any] | None:
    try:
        mail = mail_from(body)
    except ValueError:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "The body is not an e-mail that can be read.") from None
    if mail.automatic:
        return None
    left_out = f"({mail.attachments} attachments were left out.)" if mail.attachments else ""
    words = "\n\n".join(filter(None, (mail.subject, mail.words, left_out)))
    return _report("email", words or "(An e-mail without words.)", name=mail.name, email=mail.address)


def _report(channel: Channel, words: str, **contact: str | None) -> dict[str, Any]:
    given = {part: value for part, value in contact.items() if value and _is_usable(part, value)}
    text = words if len(words) <= MOST_TEXT else words[: MOST_TEXT - len(_CUT)] + _CUT
    return {"channel": channel, "text": text} | ({"contact": given} if given else {})


def _is_usable(part: str, value: str) -> bool:
    """Tell whether a contact can be kept; nobody's words are refused because of how their address is written."""
    try:
        ContactIn.model_validate({part: value})
    except ValidationError:
        return False
    return True


def _documentation(hook: Hook) -> dict[str, Any]:
    headers = [
        {"name": name, "in": "header", "required": True, "schema": {"type": "string", "minLength": 1}}
        for name in ("webhook-id", "webhook-timestamp", "webhook-signature")
    ]
    body = {"required": True, "content": {hook.media_type: {"schema": hook.schema}}}
    return {"requestBody": body, "parameters": headers}
