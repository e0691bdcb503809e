"""A resident gets an answer: settled by neighbours, taken over by professionals, or urgent at once."""

from collections.abc import AsyncIterator

import pytest

from tests.support.journey import IN_THE_WARD, Platform, Receipt, eventually, platform_of
from tests.support.partner import Partner
from tests.support.stack import RunningStack

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]


@pytest.fixture
async def platform(stack: RunningStack) -> AsyncIterator[Platform]:
    async with platform_of(stack) as platform:
        await platform.know_the_place()
        yield platform


def a_concern(category: str, text: str, email: str) -> dict[str, object]:
    return {
        "category": category,
        "text": text,
        "where_kind": "street",
        "share_with_community": "yes",
        "location": IN_THE_WARD,
        "contact": {"name": "Ada Example", "email": email},
    }


async def test_a_report_is_settled_by_neighbours(platform: Platform) -> None:
    group = await platform.group("Sweepers of the Lane", "env.litter")
    police = Partner(platform, "partner_police")

    async with police.listening(), police.receiving(["escalations", "engagements"]):
        receipt = await platform.report(**a_concern("env.litter", "Litter all along the lane.", "litter@example.org"))
        case = await platform.case(receipt.report_id)
        link = await platform.offer_link(group)
        await platform.answer_offer(link, "accept")
        await eventually(lambda: has_status(platform, receipt, "with_community"), "the status to say with_community")
        await platform.answer_offer(link, "done")
        await eventually(lambda: told(police, receipt, "kith.engagement.completed.v1"), "the partner to hear of it")
        closed = await platform.move(receipt.report_id, "close")
        await eventually(lambda: has_status(platform, receipt, "resolved"), "the status to say resolved")
        await eventually(lambda: told(police, receipt, "kith.case.closed.v1"), "the partner to hear of the end")
        await eventually(lambda: hooked(police, receipt, "kith.case.closed.v1"), "the webhook of the end")
        mails = await eventually(lambda: at_least(3, platform, "litter@example.org"), "three mails to the reporter")

    assert (case["level"], case["state"], closed["outcome"]) == (1, "open", "resolved")
    assert police.types(receipt.report_id) == [
        "kith.report.submitted.v1",
        "kith.case.opened.v1",
        "kith.engagement.offered.v1",
        "kith.engagement.accepted.v1",
        "kith.engagement.completed.v1",
        "kith.case.closed.v1",
    ]
    assert len(mails) == 3
    assert receipt.secret not in str(mails)


async def test_a_group_that_finds_it_unsafe_hands_over_to_professionals(platform: Platform) -> None:
    group = await platform.group("Brushes and Paint", "env.graffiti")
    housing = Partner(platform, "partner_housing")

    async with housing.listening():
        receipt = await platform.report(**a_concern("env.graffiti", "Graffiti all over the arch.", "arch@example.org"))
        link = await platform.offer_link(group)
        await platform.answer_offer(link, "accept")
        await platform.answer_offer(link, "not-safe")
        await eventually(lambda: told(housing, receipt, "kith.case.escalated.v1"), "the partner to hear of it")
        await eventually(lambda: has_status(platform, receipt, "in_hand"), "the status to say in_hand")
        case = await platform.case(receipt.report_id)
        (offer,) = await platform.offers(case["id"])

    assert case["level"] >= 3
    assert case["human_required"]
    assert not case["community"]["allowed"]
    assert offer["state"] == "unsafe"


async def test_a_case_that_goes_up_takes_its_offer_back(platform: Platform) -> None:
    group = await platform.group("Wag and Walk", "env.dog_fouling")

    receipt = await platform.report(**a_concern("env.dog_fouling", "Dog mess by the steps.", "steps@example.org"))
    link = await platform.offer_link(group)
    raised = await platform.move(receipt.report_id, "raise", level=3)
    await eventually(lambda: is_recalled(platform, raised["id"]), "the offer to be recalled")
    mails = await eventually(lambda: at_least(2, platform, group), "the group to hear that it is no longer needed")
    late = await platform.asked("POST", f"{link}/accept", data={})

    assert late.status == 409
    assert len(mails) == 2
    assert "Dog mess" not in str(mails)
    assert await platform.status(receipt) == "in_hand"


async def test_danger_is_answered_at_once_and_reaches_those_who_may_know(platform: Platform) -> None:
    police, housing = Partner(platform, "partner_police"), Partner(platform, "partner_housing")

    async with police.listening(), housing.listening():
        receipt = await platform.report(text="He has a knife and is breaking the door down now, help", when="now")
        case = await platform.case(receipt.report_id)
        await eventually(lambda: told(police, receipt, "kith.case.opened.v1"), "the police to hear of it")
        duty = await eventually(lambda: duty_mail(platform, case["id"]), "the duty desk's mail")
        ordinary = await platform.report(text="A bench is broken.", category="env.overgrown_untidy")
        await eventually(lambda: told(housing, ordinary, "kith.case.opened.v1"), "housing to hear of the next")

    assert any("999" in line for line in receipt.advice)
    assert (case["level"], case["grade"]) == (4, "EMERGENCY")
    (seen,) = [event for event in police.events if event["data"].get("case_id") == case["id"]]
    assert set(seen["data"]) <= {"concern_id", "report_id", "case_id", "level", "grade", "areas"}
    assert housing.types(receipt.report_id) == []
    assert "knife" not in str(duty)
    assert await platform.offers(case["id"]) == []


async def has_status(platform: Platform, receipt: Receipt, status: str) -> bool:
    return await platform.status(receipt) == status


async def told(partner: Partner, receipt: Receipt, kind: str) -> bool:
    return kind in partner.types(receipt.report_id)


async def hooked(partner: Partner, receipt: Receipt, kind: str) -> bool:
    mine = [event for event in partner.hooked if event["data"].get("report_id") == str(receipt.report_id)]
    return kind in [event["type"] for event in mine]


async def at_least(count: int, platform: Platform, to: str) -> list[dict[str, object]] | None:
    mails = await platform.mails(to)
    return mails if len(mails) >= count else None


async def is_recalled(platform: Platform, case_id: str) -> bool:
    return [offer["state"] for offer in await platform.offers(case_id)] == ["recalled"]


async def duty_mail(platform: Platform, case_id: str) -> dict[str, object] | None:
    mails = await platform.mails("duty-desk@kith.example")
    return next((mail for mail in mails if case_id in mail["text"]), None)
