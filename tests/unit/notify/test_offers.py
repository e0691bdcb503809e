"""What a community group hears, and the third check that nothing reaches one that is not for it."""

from datetime import timedelta
from typing import Any

import pytest

from services.notify.application.ports import Asset
from shared.contracts.networks import EngagementOffered, EngagementRecalled
from shared.contracts.triage import (
    CaseAssigned,
    CaseClosed,
    CaseDeescalated,
    CaseEscalated,
    CaseEvent,
    CaseReopened,
    CommunityDecision,
    FlagRaised,
)
from tests.support.notify import NOON, Notify, a_case, an_engagement, opened, running_notify

LINK = "https://networks.test/offers/abc"
BLOCKING = FlagRaised(flag="intimidation_reprisal", confidence="possible", blocking=True)
HARMLESS = FlagRaised(flag="hearsay", confidence="possible", blocking=False)
NOT_ALLOWED = CommunityDecision(allowed=False)


def _with_asset(notify: Notify, offer: EngagementOffered) -> None:
    notify.people.assets[offer.asset_id] = Asset("Greenhead Friends", "friends@asset.example")
    notify.people.links[offer.engagement_id] = LINK


async def _states(notify: Notify) -> dict[str, tuple[str, str | None]]:
    return {document["template"]: (document["state"], document["reason"]) for document in await notify.notifications()}


async def _offered(notify: Notify, offer: EngagementOffered, *cases: CaseEvent) -> tuple[str, str | None]:
    """Return what became of an offer after these events about its case."""
    _with_asset(notify, offer)
    await notify.hear(*cases, offer)
    await notify.send_mail()
    return (await _states(notify))["offer"]


async def test_an_asset_is_asked_with_kind_and_area_and_its_own_link_only() -> None:
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered)
        _with_asset(notify, offer)
        await notify.hear(opened(offer.report_id), offer)
        await notify.send_mail()

        (letter,) = [letter for _, address, letter in notify.postbox.sent if address == "friends@asset.example"]
        assert LINK in letter.text
        assert "Greenhead" in letter.text
        assert "a neighbourhood nuisance" in letter.text
        assert str(offer.report_id) not in letter.text + letter.html


@pytest.mark.parametrize("level", [3, 4])
async def test_no_offer_goes_out_for_a_case_that_has_gone_above_level_two(level: int) -> None:
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered)
        _with_asset(notify, offer)
        up = a_case(
            CaseEscalated, offer.report_id, level=level, occurred_at=opened().occurred_at + timedelta(seconds=1)
        )
        await notify.hear(opened(offer.report_id), up, offer)
        await notify.send_mail()

        assert (await _states(notify))["offer"] == ("suppressed", "level_too_high")


async def test_replaying_an_old_event_does_not_bring_a_case_down_again() -> None:
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered)
        _with_asset(notify, offer)
        first = opened(offer.report_id)
        up = a_case(CaseEscalated, offer.report_id, level=4, occurred_at=first.occurred_at + timedelta(seconds=1))
        await notify.hear(first, up, first, offer)
        await notify.send_mail()

        assert (await _states(notify))["offer"][0] == "suppressed"


async def test_a_case_that_a_person_brought_down_may_be_offered_again() -> None:
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered)
        _with_asset(notify, offer)
        later = opened().occurred_at
        up = a_case(CaseEscalated, offer.report_id, level=3, occurred_at=later + timedelta(seconds=1))
        down = a_case(CaseDeescalated, offer.report_id, level=2, occurred_at=later + timedelta(seconds=2))
        await notify.hear(opened(offer.report_id), up, down, offer)
        await notify.send_mail()

        assert (await _states(notify))["offer"] == ("sent", None)


@pytest.mark.parametrize("against", [{"community": NOT_ALLOWED}, {"flags": (BLOCKING,)}], ids=["decision", "flag"])
@pytest.mark.parametrize("kind", [None, CaseEscalated, CaseDeescalated], ids=["opened", "escalated", "deescalated"])
async def test_no_offer_goes_out_against_the_latest_decision_or_a_blocking_flag(
    kind: type[CaseEscalated | CaseDeescalated] | None, against: dict[str, Any]
) -> None:
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered)
        cases: list[CaseEvent] = [opened(offer.report_id, **({} if kind else against))]
        if kind is not None:
            cases.append(a_case(kind, offer.report_id, occurred_at=NOON + timedelta(seconds=1), **against))

        assert await _offered(notify, offer, *cases) == ("suppressed", "not_for_community")
        assert notify.postbox.sent == []


async def test_a_flag_that_does_not_block_is_nothing_against_an_offer() -> None:
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered)

        assert await _offered(notify, offer, opened(offer.report_id, flags=(HARMLESS,))) == ("sent", None)


async def test_what_was_said_of_the_community_holds_through_events_that_do_not_speak_of_it() -> None:
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered)
        later = a_case(CaseAssigned, offer.report_id, occurred_at=NOON + timedelta(seconds=9))
        first = opened(offer.report_id)
        blocked = a_case(CaseEscalated, offer.report_id, occurred_at=NOON + timedelta(seconds=5), flags=(BLOCKING,))

        outcome = await _offered(notify, offer, first, later, blocked, later, first)

        assert outcome == ("suppressed", "not_for_community")


async def test_no_offer_goes_out_for_a_closed_case_until_it_is_taken_up_again() -> None:
    report = an_engagement(EngagementOffered).report_id
    closed = a_case(CaseClosed, report, occurred_at=NOON + timedelta(seconds=1))
    again = a_case(CaseReopened, report, occurred_at=NOON + timedelta(seconds=2))
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered, report)
        assert await _offered(notify, offer, opened(report), closed) == ("suppressed", "case_is_closed")
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered, report)
        assert await _offered(notify, offer, opened(report), closed, again, closed) == ("sent", None)


async def test_an_offer_whose_case_is_not_known_yet_waits_for_it() -> None:
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered)
        assert await _offered(notify, offer) == ("pending", None)

        await notify.hear(opened(offer.report_id))
        notify.clock.forward(seconds=10)
        await notify.send_mail()

        assert (await _states(notify))["offer"] == ("sent", None)


@pytest.mark.parametrize("heard", [[], [CaseAssigned]], ids=["nothing", "no decision"])
async def test_an_offer_whose_case_stays_unknown_is_withheld_in_the_end(heard: list[type[CaseEvent]]) -> None:
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered)
        cases = [a_case(kind, offer.report_id) for kind in heard]
        assert await _offered(notify, offer, *cases) == ("pending", None)

        for _ in range(8):
            notify.clock.forward(minutes=20)
            await notify.send_mail()

        assert (await _states(notify))["offer"] == ("suppressed", "standing_unknown")
        assert notify.postbox.sent == []


async def test_a_recall_is_told_without_a_reason_to_whoever_was_asked() -> None:
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered)
        _with_asset(notify, offer)
        await notify.hear(opened(offer.report_id), offer)
        await notify.send_mail()
        await notify.hear(an_engagement(EngagementRecalled, offer.report_id))
        await notify.send_mail()

        *_, (_, address, letter) = notify.postbox.sent
        assert address == "friends@asset.example"
        assert "no longer needed" in letter.text
        assert "because" not in letter.text


async def test_an_offer_recalled_before_it_went_out_is_never_heard_of() -> None:
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered)
        _with_asset(notify, offer)
        await notify.hear(opened(offer.report_id), offer, an_engagement(EngagementRecalled, offer.report_id))
        await notify.send_mail()

        states = await _states(notify)
        assert states["offer"] == ("suppressed", "no_longer_offered")
        assert states["offer_recalled"] == ("suppressed", "never_asked")


async def test_an_offer_that_has_expired_is_not_sent() -> None:
    async with running_notify() as notify:
        offer = an_engagement(EngagementOffered)
        _with_asset(notify, offer)
        await notify.hear(opened(offer.report_id), offer)
        notify.clock.forward(days=3)
        await notify.send_mail()

        assert (await _states(notify))["offer"] == ("suppressed", "no_longer_offered")
