import json
from email.message import EmailMessage
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook

from services.reporting.entrypoints.mail import mail_from
from tests.support.reporting import NOON, Reporting, running_reporting

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OTHER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
CHANNELS = {channel: {"gateway": SECRET} for channel in ("sms", "email", "voicemail")}
SMS = {"from": "07700 900123", "text": "Lads on bikes in the park again", "id": "ignored"}


async def hooked(reporting: Reporting, channel: str, body: bytes, **changes: Any) -> httpx.Response:
    """Send what a gateway would, signed by a library that nobody here wrote."""
    secret, identifier, at = changes.get("secret", SECRET), changes.get("identifier", "msg-1"), changes.get("at", NOON)
    headers = {
        "webhook-id": identifier,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign(identifier, at, body.decode("latin-1")),
        "content-type": "message/rfc822" if channel == "email" else "application/json",
    }
    return await reporting.http.post(f"/v1/channels/{channel}", content=body, headers=headers)


async def the_report(reporting: Reporting) -> dict[str, Any]:
    found = [document async for document in reporting.database.collection("reports").find({})]
    assert len(found) == 1
    return found[0]


def a_mail(text: str = "There is a knife on the path.", **headers: str) -> bytes:
    message = EmailMessage()
    given = {"From": "Ada Planted <ada@example.org>", "Subject": "The path", "Message-ID": "<1@example.org>"}
    for name, value in (given | {name.replace("_", "-"): value for name, value in headers.items()}).items():
        message[name] = value
    message.set_content(text)
    return message.as_bytes()


async def test_a_text_message_is_a_report_by_its_channel_and_answered_with_what_to_do() -> None:
    async with running_reporting(channels=CHANNELS) as reporting:
        answer = await hooked(reporting, "sms", json.dumps(SMS).encode())
        body, stored = answer.json(), await the_report(reporting)

        assert answer.status_code == 202
        assert body["reference"] in body["reply"]
        assert "999" in body["reply"]
        assert "follow_up_secret" not in body
        assert (stored["intake"]["channel"], stored["text"]) == ("sms", SMS["text"])
        assert stored["contact"]


async def test_a_voicemail_in_danger_is_urgent_like_any_report() -> None:
    async with running_reporting(channels=CHANNELS) as reporting:
        said = {"from": "07700 900123", "transcript": "he's outside my door with a knife", "confidence": 0.7}
        await hooked(reporting, "voicemail", json.dumps(said).encode())
        event = (await reporting.published("kith.reports.urgent.v1", 1))[0]

        assert event.model_dump()["intake"]["channel"] == "voicemail"


async def test_the_same_message_again_is_one_report() -> None:
    async with running_reporting(channels=CHANNELS) as reporting:
        first = await hooked(reporting, "sms", json.dumps(SMS).encode())
        again = await hooked(reporting, "sms", json.dumps(SMS).encode())
        other = await hooked(reporting, "sms", json.dumps(SMS | {"text": "other words"}).encode())

        assert again.json() == first.json()
        assert again.headers["idempotent-replayed"] == "true"
        assert other.status_code == 422
        await the_report(reporting)


@pytest.mark.parametrize("channel", ["sms", "email", "voicemail"])
@pytest.mark.parametrize(
    "changes",
    [
        {"secret": OTHER},
        {"at": NOON.replace(hour=11, minute=54)},
        {"at": NOON.replace(minute=6)},
        {"identifier": "x" * 256},
    ],
    ids=["another's secret", "too old", "too new", "an id without end"],
)
async def test_what_is_not_signed_freshly_by_a_known_gateway_is_refused(channel: str, changes: dict[str, Any]) -> None:
    async with running_reporting(channels=CHANNELS) as reporting:
        answer = await hooked(reporting, channel, b'{"text": "x", "transcript": "x"}', **changes)

        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/problem+json"
        assert await reporting.database.collection("reports").count({}) == 0


async def test_a_body_that_was_changed_on_the_way_is_refused() -> None:
    async with running_reporting(channels=CHANNELS) as reporting:
        headers = {
            "webhook-id": "msg-1",
            "webhook-timestamp": str(int(NOON.timestamp())),
            "webhook-signature": Webhook(SECRET).sign("msg-1", NOON, json.dumps(SMS)),
        }
        answer = await reporting.http.post("/v1/channels/sms", json=SMS | {"text": "forged"}, headers=headers)

        assert answer.status_code == 401


async def test_without_gateways_nobody_may_send() -> None:
    async with running_reporting() as reporting:
        assert (await hooked(reporting, "sms", json.dumps(SMS).encode())).status_code == 401


async def test_an_e_mail_is_read_without_what_it_quotes_and_its_signature() -> None:
    text = (
        "The lads are back by the bandstand.\n\n-- \nAda Planted\nChair\n\n"
        "On Mon, 16 Nov 2026 at 10:01, Council <team@example.org> wrote:\n> If someone has a knife call 999\n"
    )
    async with running_reporting(channels=CHANNELS) as reporting:
        answer = await hooked(reporting, "email", a_mail(text))
        stored = await the_report(reporting)

        assert answer.status_code == 202
        assert stored["text"] == "The path\n\nThe lads are back by the bandstand."
        assert stored["intake"]["channel"] == "email"
        assert stored["danger_signals"] == []


async def test_an_e_mail_in_html_alone_is_read_as_text_and_its_attachments_are_named_as_left_out() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "nobody at all", "Mess"
    page = "<p>Glass &amp; cans<br>on the slide</p><blockquote>old words</blockquote><script>x()</script>"
    message.set_content(page, subtype="html")
    message.add_attachment(b"\xff\xd8", maintype="image", subtype="jpeg", filename="a.jpg")
    async with running_reporting(channels=CHANNELS) as reporting:
        await hooked(reporting, "email", message.as_bytes())
        stored = await the_report(reporting)

        assert stored["text"].split() == [
            "Mess", "Glass", "&", "cans", "on", "the", "slide", "(1", "attachments", "were", "left", "out.)",
        ]  # fmt: skip
        assert "contact" not in stored


@pytest.mark.parametrize("header", [{"Auto_Submitted": "auto-replied"}, {"Return_Path": "<>"}, {"Precedence": "bulk"}])
async def test_what_a_machine_wrote_becomes_no_report_and_is_not_answered(header: dict[str, str]) -> None:
    async with running_reporting(channels=CHANNELS) as reporting:
        answer = await hooked(reporting, "email", a_mail(**header))

        assert answer.status_code == 202
        assert answer.json() == {"id": None, "reference": None, "reply": None, "advice": []}
        assert await reporting.database.collection("reports").count({}) == 0


@given(st.binary(max_size=400))
def test_whatever_arrives_as_an_e_mail_is_read_or_refused(raw: bytes) -> None:
    try:
        mail = mail_from(b"From: a@example.org\n" + raw)
    except ValueError:
        return
    mail.words.encode()
