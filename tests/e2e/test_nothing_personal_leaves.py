"""What a reporter writes and who they are stays in reporting's store: a search of everything else finds nothing.

Planted are a name, a telephone number, an address and a sentence, in reports of every kind and in requests that are
refused; then topics, logs, metrics, streams and the other services' stores are read from their beginnings.
"""

import base64
import json
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest

from tests.support import everything
from tests.support.journey import IN_THE_WARD, Platform, Receipt, eventually, platform_of
from tests.support.partner import Partner
from tests.support.stack import RunningStack

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(400)]

NAME = "Zebedee Quillfeather"
PHONE = "07700 900461"
EMAIL = "z.quillfeather@planted-example.org"
SENTENCE = "the wicker pelican under the seventh lamppost"
WORDS = ("quillfeather", "zebedee", "900461", "planted-example", "wicker pelican", "wicker_pelican", "seventh lamppost")
READERS = ("partner_police", "partner_housing", "officer", "supervisor", "auditor")
CONTACT = {"name": NAME, "phone": PHONE, "email": EMAIL}


@pytest.fixture
async def platform(stack: RunningStack) -> AsyncIterator[Platform]:
    async with platform_of(stack) as platform:
        await platform.know_the_place()
        yield platform


async def test_nothing_planted_is_found_outside_reporting(platform: Platform) -> None:
    group = await platform.group("Growers of the Corner", "env.overgrown_untidy")
    police = Partner(platform, "partner_police")

    async with police.receiving(["reports", "escalations", "engagements"]):
        reports = await reports_of_every_kind(platform)
        await all_the_way(platform, reports, group)
        await refused_requests(platform)
        last = await platform.report(text="A bench is broken.", category="env.overgrown_untidy")
        streams = [await everything_streamed_to(platform, reader, last) for reader in READERS]
        await eventually(lambda: _is(len(police.hooked) >= len(reports)), "the webhooks")

    found = [place async for place, content in everywhere(platform) if is_planted(content)]
    found += [f"stream of {partner.name}" for partner in (*streams, police) if is_planted(bytes(partner.raw))]
    assert found == []


async def test_contacts_lie_sealed_and_only_the_reporter_reads_their_name(platform: Platform) -> None:
    receipt = await platform.report(text=SENTENCE, category="env.litter", contact=CONTACT)
    await platform.case(receipt.report_id)
    mails = await eventually(lambda: platform.mails(EMAIL), "the reporter's mail")

    lying = everything.documents(platform.stack, "reporting")
    stored = [content async for place, content in lying if str(receipt.report_id) in place]
    everybody_s = (await platform.asked("GET", f"{platform.stack.state['mail']['http']}/messages")).body["messages"]
    others = [mail for mail in everybody_s if EMAIL not in mail["to"]]
    assert len(stored) == 1
    assert SENTENCE.encode() in stored[0]
    assert not [word for word in (b"quillfeather", b"900461", b"planted-example") if word in stored[0].lower()]
    assert not [mail for mail in everybody_s if is_planted(mail["subject"].encode())]
    assert not [mail for mail in mails if "pelican" in str(mail)]
    assert others
    for mail in others:
        whole = await platform.asked("GET", f"{platform.stack.state['mail']['http']}/messages/{mail['id']}")
        assert not is_planted(json.dumps(whole.body).encode())


async def reports_of_every_kind(platform: Platform) -> dict[str, Receipt]:
    """Send the planted words by every way in, in reports that go every way through the platform."""
    mine: dict[str, Any] = {"contact": CONTACT, "location": IN_THE_WARD}
    shared = mine | {"share_with_community": "yes", "where_kind": "street"}
    text = f"{SENTENCE}. Ask {NAME}, {PHONE} or {EMAIL}."
    reports = {
        "plain": await platform.report(text=text, category="env.noise_domestic", **mine),
        "urgent": await platform.report(text=f"He has a knife, come now! {text}", when="now", **mine),
        "no category": await platform.report(text=text),
        "unsafe to contact": await platform.report(
            text=f"My husband hits me and reads my phone, do not ring. {text}", safe_contact="none", **mine
        ),
        "shared": await platform.report(
            text=f"Overgrown corner by {SENTENCE}", category="env.overgrown_untidy", **shared
        ),
        "withdrawn": await platform.report(text=text, category="nui.parking", **mine),
    }
    await platform.withdraw(reports["withdrawn"])
    form = {
        "api_key": platform.stack.api_key("open311"),
        "service_code": "env.litter",
        "description": text,
        "address_string": SENTENCE,
        "first_name": NAME.split(maxsplit=1)[0],
        "last_name": NAME.split()[1],
        "email": EMAIL,
        "phone": PHONE,
    }
    requests = f"{platform.stack.url('reporting')}/open311/v2/requests.json"
    answer = await platform.asked("POST", requests, data=form)
    assert answer.status == 201, answer.body
    return reports


async def all_the_way(platform: Platform, reports: dict[str, Receipt], group: str) -> None:
    for receipt in reports.values():
        await platform.case(receipt.report_id, who="supervisor")
    link = await platform.offer_link(group)
    await platform.answer_offer(link, "accept")
    await platform.answer_offer(link, "not-safe")
    await platform.move(reports["plain"].report_id, "assign", owner_role="housing_lead", agency="housing")
    await platform.move(reports["plain"].report_id, "close")


async def refused_requests(platform: Platform) -> None:
    """Send the planted words where none belong: in faulty bodies, unknown fields, headers, paths and queries."""
    key = {"X-API-Key": platform.stack.api_key("web_client")}
    reports = f"{platform.stack.url('reporting')}/v1/reports"
    faulty: list[Any] = [
        {"text": {SENTENCE: NAME}},
        {"text": [SENTENCE, NAME, PHONE, EMAIL]},
        {"text": SENTENCE, NAME: PHONE},
        {"text": SENTENCE, "contact": {"email": NAME, "phone": [PHONE], "name": {EMAIL: SENTENCE}}},
        {"text": SENTENCE, "category": SENTENCE, "channel": NAME, "when": PHONE},
        {"text": SENTENCE, "location": {"lat": NAME, "lon": PHONE}},
        {"text": SENTENCE * 1_000, "contact": CONTACT},
        SENTENCE,
        [NAME, PHONE],
    ]
    bodies = [json.dumps(body).encode() for body in faulty]
    bodies += [f'{{"text": "{SENTENCE}", "text": "{NAME}"}}'.encode(), f'{{"text": "{SENTENCE}'.encode()]
    bodies += [f'{{"text": "{NAME} '.encode() + b"\xff\xfe" + SENTENCE.encode() + b'"}']
    for body in bodies:
        answer = await platform.asked("POST", reports, data=body, headers=key | {"Content-Type": "application/json"})
        assert 400 <= answer.status < 500, answer.body
    await _faulty_addresses(platform, key)


async def _faulty_addresses(platform: Platform, key: dict[str, str]) -> None:
    says = {
        "User-Agent": f"{NAME} {EMAIL}",
        "X-Request-Id": f"{EMAIL}",
        "X-Correlation-Id": NAME,
        "traceparent": SENTENCE,
        "baggage": f"name={EMAIL}",
        "Referer": f"https://x.example/{EMAIL}",
    }
    for service in everything.SERVICES:
        for path in (f"/v1/reports/{NAME}", f"/v1/{SENTENCE}", f"/v1/cases/{EMAIL}", f"/offers/{NAME}"):
            for method in ("GET", "POST"):
                url = f"{platform.stack.url(service)}{path}?name={NAME}&q={SENTENCE}"
                answer = await platform.asked(method, url, headers=says, json={"text": SENTENCE})
                assert 400 <= answer.status < 500, (answer.status, url)
    reports, triage = f"{platform.stack.url('reporting')}/v1/reports", platform.stack.url("triage")
    for headers in (key | {"Idempotency-Key": f'"{EMAIL}{uuid4()}"'}, {"X-API-Key": f"kith_{NAME}.x"}):
        await platform.asked("POST", reports, headers=says | headers, json={"text": SENTENCE})
    await platform.asked("POST", reports, headers={"Authorization": f"Bearer {EMAIL}"}, json={"text": SENTENCE})
    assessed = await platform.asked("POST", f"{triage}/v1/assessments", json={"text": f"{SENTENCE} {NAME} {PHONE}"})
    assert assessed.status == 200, assessed.body
    assert not is_planted(json.dumps(assessed.body).encode())
    cursor = base64.urlsafe_b64encode(SENTENCE.encode()).decode()
    notify = platform.stack.url("notify")
    await platform.asked("GET", f"{notify}/v1/streams/reports", who="officer", params={"last_event_id": NAME + cursor})


async def everything_streamed_to(platform: Platform, reader: str, last: Receipt) -> Partner:
    """Read all streams from their beginnings until a report that was sent after all others has come."""
    partner = Partner(platform, reader)
    async with partner.listening(since="earliest"):
        await eventually(lambda: _is(bool(partner.types(last.report_id))), f"the last report to reach {reader}")
    return partner


async def everywhere(platform: Platform) -> AsyncIterator[tuple[str, bytes]]:
    async for record in everything.records(platform.stack):
        for part in everything.parts_of(record):
            yield part
    for log in everything.log_files(platform.stack):
        yield log
    async for page in everything.metrics(platform):
        yield page
    for service in ("triage", "networks", "notify"):
        async for document in everything.documents(platform.stack, service):
            yield document


def is_planted(content: bytes) -> bool:
    """Tell whether any planted word is there, in whatever case, plainly or as Base64 of the whole."""
    lowered = content.lower()
    encoded = [base64.b64encode(word.encode())[:16] for word in (NAME, PHONE, EMAIL, SENTENCE)]
    return any(word.encode() in lowered for word in WORDS) or any(word in content for word in encoded)


async def _is(holds: bool) -> bool:  # noqa: FBT001 - what is polled for
    return holds


async def test_the_search_finds_what_is_there(platform: Platform) -> None:
    """Without this a search that reads nothing would pass."""
    receipt = await platform.report(text="A bench is broken.", category="env.litter")
    case = await platform.case(receipt.report_id)
    wanted = str(case["id"]).encode()

    places = [place async for place, content in everywhere(platform) if wanted in content]

    assert any(place.startswith("kith.escalations.v1") for place in places)
    assert any(place.startswith("triage.cases") for place in places)
    assert is_planted(f"... {NAME.upper()} ...".encode())
    assert is_planted(base64.b64encode(EMAIL.encode()))
