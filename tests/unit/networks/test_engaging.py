"""From a case event to offers and answers: the use cases on stores in memory."""

from datetime import timedelta
from typing import Any

import pytest

from services.networks.domain.asset import Reservation, TrustState
from services.networks.domain.engagement import Ending
from services.networks.domain.errors import ChangedMeanwhileError, MoveNotAllowedError, TrustMoveNotAllowedError
from services.networks.domain.offers import Move, OfferState
from shared.contracts.networks import EngagementExpired, EngagementOffered, MatchingEnded
from shared.contracts.triage import CaseOpened, CommunityDecision
from shared.runtime.ids import derived_id, new_id
from tests.unit.networks.builders import (
    WARD,
    SetClock,
    an_asset,
    case_closed,
    case_deescalated,
    case_escalated,
    case_opened,
    flagged,
)
from tests.unit.networks.memory import Networks


async def offered(networks: Networks, opened: CaseOpened | None = None) -> EngagementOffered:
    await networks.do.begin_matching([opened or case_opened()])
    return [event for event in networks.engagements.announced if isinstance(event, EngagementOffered)][-1]


def state_of(networks: Networks, opened: CaseOpened) -> list[OfferState]:
    return [offer.state for offer in networks.engagements.stored[opened.case_id].engagement.offers]


async def test_an_eligible_case_is_offered_to_one_asset() -> None:
    clock, asset, opened = SetClock(), an_asset(), case_opened()
    networks = Networks(clock, asset, an_asset(areas=("E05000001",)))

    event = await offered(networks, opened)

    assert networks.announced == ["EngagementOffered"]
    assert (event.asset_id, event.area, event.category, event.level) == (asset.id, WARD, "env.litter", 2)
    assert event.engagement_id == derived_id(opened.case_id, "offer", "1")
    assert event.expires_at == clock.now() + timedelta(hours=48)
    assert event.causation_id == opened.event_id
    assert networks.assets.stored[asset.id].open == 1


async def test_hearing_of_a_case_again_changes_nothing() -> None:
    networks, opened = Networks(SetClock(), an_asset(), an_asset()), case_opened()

    await networks.do.begin_matching([opened, opened])
    await networks.do.begin_matching([opened])

    assert networks.announced == ["EngagementOffered"]
    assert sum(asset.open for asset in networks.assets.stored.values()) == 1


async def test_a_case_that_triage_forbids_is_not_even_stored() -> None:
    networks = Networks(SetClock(), an_asset())

    await networks.do.begin_matching([case_opened(community=CommunityDecision(allowed=False, blockers=("C2",)))])

    assert networks.announced == []
    assert networks.engagements.stored == {}


FORBIDDEN: list[dict[str, Any]] = [
    {"level": 3},
    {"category": "crime.burglary"},
    {"flags": flagged("weapon")},
    {"flags": flagged("targeted", blocking=False)},
    {"human_required": True},
    {"community": CommunityDecision(allowed=True, conditions=("C6",))},
]


@pytest.mark.parametrize("changes", FORBIDDEN)
async def test_what_triage_allowed_by_mistake_is_refused_and_said(changes: dict[str, Any]) -> None:
    networks = Networks(SetClock(), an_asset(offers=("env.litter",)))

    await networks.do.begin_matching([case_opened(**changes)])

    (event,) = networks.engagements.announced
    assert isinstance(event, MatchingEnded)
    assert event.reason == "not_allowed"
    assert event.refusals


async def test_where_nobody_fits_the_reasons_are_announced() -> None:
    networks = Networks(SetClock(), an_asset(trust_state=TrustState.PROPOSED), an_asset(areas=("E05000001",)))

    await networks.do.begin_matching([case_opened()])

    (event,) = networks.engagements.announced
    assert isinstance(event, MatchingEnded)
    assert (event.reason, event.refusals) == ("no_asset_fits", ("area:1", "not_active:1"))


async def test_a_decline_goes_to_a_second_asset_and_then_back_to_the_officer() -> None:
    networks = Networks(SetClock(), an_asset(), an_asset(), an_asset())
    first = await offered(networks)

    await networks.do.answer_offer(first.engagement_id, Move.DECLINE)
    second = networks.engagements.announced[-1]
    assert isinstance(second, EngagementOffered)
    await networks.do.answer_offer(second.engagement_id, Move.DECLINE)

    assert networks.announced == [
        "EngagementOffered", "EngagementDeclined", "EngagementOffered", "EngagementDeclined", "MatchingEnded",
    ]  # fmt: skip
    assert second.asset_id != first.asset_id
    assert second.offer_number == 2
    assert sum(asset.open for asset in networks.assets.stored.values()) == 0
    assert networks.engagements.stored[first.case_id].engagement.ending is Ending.OFFERS_EXHAUSTED


async def test_done_gives_the_place_back_and_ends_the_search() -> None:
    networks, asset = Networks(SetClock()), an_asset()
    networks.assets.stored[asset.id] = asset
    event = await offered(networks)

    await networks.do.answer_offer(event.engagement_id, Move.ACCEPT)
    assert networks.assets.stored[asset.id].open == 1
    await networks.do.answer_offer(event.engagement_id, Move.COMPLETE)

    assert networks.announced == ["EngagementOffered", "EngagementAccepted", "EngagementCompleted"]
    assert networks.assets.stored[asset.id].open == 0


async def test_not_safe_escalates_and_asks_nobody_else() -> None:
    networks = Networks(SetClock(), an_asset(), an_asset())
    event = await offered(networks)

    await networks.do.answer_offer(event.engagement_id, Move.FIND_UNSAFE)

    assert networks.announced == ["EngagementOffered", "EngagementFoundUnsafe"]


async def test_an_answer_is_given_once() -> None:
    networks = Networks(SetClock(), an_asset())
    event = await offered(networks)
    await networks.do.answer_offer(event.engagement_id, Move.ACCEPT)

    with pytest.raises(MoveNotAllowedError):
        await networks.do.answer_offer(event.engagement_id, Move.ACCEPT)


async def test_an_escalation_recalls_an_accepted_offer_for_good() -> None:
    networks, opened = Networks(SetClock(), an_asset(), an_asset()), case_opened()
    event = await offered(networks, opened)
    await networks.do.answer_offer(event.engagement_id, Move.ACCEPT)

    await networks.do.recall_offers([case_escalated(opened)])
    await networks.do.recall_offers([case_escalated(opened)])
    await networks.do.begin_matching([opened])

    assert networks.announced[2:] == ["EngagementRecalled", "MatchingEnded"]
    assert state_of(networks, opened) == [OfferState.RECALLED]
    assert sum(asset.open for asset in networks.assets.stored.values()) == 0


async def test_a_closed_case_recalls_its_offer() -> None:
    networks, opened = Networks(SetClock(), an_asset()), case_opened()
    await offered(networks, opened)

    await networks.do.recall_offers([case_closed(opened)])

    assert state_of(networks, opened) == [OfferState.RECALLED]


async def test_a_case_that_was_lowered_and_stays_allowed_keeps_its_offer() -> None:
    networks, opened = Networks(SetClock(), an_asset()), case_opened()
    await offered(networks, opened)

    await networks.do.recall_offers([case_deescalated(opened, previous_level=2, level=1)])

    assert state_of(networks, opened) == [OfferState.OFFERED]


async def test_a_case_that_was_lowered_with_a_blocking_flag_loses_its_offer() -> None:
    networks, opened = Networks(SetClock(), an_asset()), case_opened()
    await offered(networks, opened)

    await networks.do.recall_offers([case_deescalated(opened, flags=flagged("hate"))])

    assert state_of(networks, opened) == [OfferState.RECALLED]


async def test_a_recall_heard_before_the_opening_is_remembered() -> None:
    networks, opened = Networks(SetClock(), an_asset()), case_opened()

    await networks.do.recall_offers([case_escalated(opened)])
    await networks.do.begin_matching([opened])

    assert networks.announced == []


async def test_after_48_hours_the_offer_expires_once_and_the_next_is_made() -> None:
    clock = SetClock()
    networks = Networks(clock, an_asset(), an_asset())
    other = Networks(clock, beside=networks)
    event = await offered(networks)
    assert not await networks.do.expire_offer(event.engagement_id)

    clock.advance(timedelta(hours=48))
    expired = [await networks.do.expire_offer(event.engagement_id), await other.do.expire_offer(event.engagement_id)]

    assert expired == [True, False]
    found = [event for event in networks.engagements.announced if isinstance(event, EngagementExpired)]
    assert [event.event_id for event in found] == [derived_id(event.engagement_id, "event", EngagementExpired.type, "")]
    assert networks.announced == ["EngagementOffered", "EngagementExpired", "EngagementOffered"]


async def test_an_orphan_place_is_given_back_after_its_grace_and_a_held_one_is_not() -> None:
    clock, asset = SetClock(), an_asset(max_open=3)
    networks = Networks(clock, asset)
    await offered(networks)
    await networks.assets.reserve(asset, Reservation(new_id(), new_id(), clock.now()))

    assert await networks.do.sweep_reservations() == 0
    clock.advance(timedelta(minutes=11))
    assert await networks.do.sweep_reservations() == 1

    assert networks.assets.stored[asset.id].open == 1


async def test_a_stale_copy_never_leads_to_an_offer() -> None:
    clock, asset = SetClock(), an_asset()
    networks = Networks(clock, asset)
    other = Networks(clock, beside=networks)
    await networks.do.begin_matching([case_opened(areas=())])
    await other.do.change_asset(asset.id, 1, lambda a: a.with_trust(TrustState.PAUSED))

    await networks.do.begin_matching([case_opened()])

    assert "EngagementOffered" not in networks.announced
    assert networks.assets.stored[asset.id].asked == ()


async def test_an_asset_that_is_paused_declines_what_it_holds() -> None:
    asset = an_asset()
    networks, opened = Networks(SetClock(), asset), case_opened()
    await offered(networks, opened)

    await networks.do.change_asset(asset.id, 1, lambda a: a.with_trust(TrustState.PAUSED))

    assert state_of(networks, opened) == [OfferState.DECLINED]


async def test_an_asset_is_entered_as_proposed_and_needs_verifying_to_become_active() -> None:
    networks = Networks(SetClock())
    asset = await networks.do.enter_asset(an_asset())

    assert asset.trust_state is TrustState.PROPOSED
    with pytest.raises(TrustMoveNotAllowedError):
        await networks.do.change_asset(asset.id, 1, lambda a: a.with_trust(TrustState.ACTIVE))
    await networks.do.change_asset(asset.id, 1, lambda a: a.with_trust(TrustState.VERIFIED))
    active = await networks.do.change_asset(asset.id, 2, lambda a: a.with_trust(TrustState.ACTIVE))

    assert active.trust_state is TrustState.ACTIVE
    with pytest.raises(ChangedMeanwhileError):
        await networks.do.change_asset(asset.id, 2, lambda a: a)


async def test_three_offers_in_a_month_give_an_asset_28_days_of_rest() -> None:
    clock, asset = SetClock(), an_asset(max_open=10)
    networks = Networks(clock, asset)
    for _ in range(3):
        await offered(networks)
        clock.advance(timedelta(days=1))

    await networks.do.begin_matching([case_opened()])
    assert networks.announced[-1] == "MatchingEnded"

    clock.advance(timedelta(days=28))
    await networks.do.begin_matching([case_opened()])
    assert networks.announced[-1] == "EngagementOffered"


async def test_why_the_others_were_not_asked_is_kept_when_somebody_is() -> None:
    networks = Networks(SetClock(), an_asset(), an_asset(offers=("env.graffiti",)), an_asset(areas=("E05000001",)))
    opened = case_opened()

    await networks.do.begin_matching([opened])
    await networks.do.recall_offers([case_escalated(opened)])

    assert networks.engagements.stored[opened.case_id].engagement.refusals == ("area:1", "category:1")
    ended = [event for event in networks.engagements.announced if isinstance(event, MatchingEnded)]
    assert [(event.reason, event.refusals) for event in ended] == [("recalled", ())]
