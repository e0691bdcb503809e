"""An offer's states: the whole table, and the promises of a case's engagement."""

from datetime import timedelta
from itertools import product
from uuid import UUID

import pytest

from services.networks.domain.engagement import Ending, Engagement
from services.networks.domain.errors import EngagementNotFoundError, MoveNotAllowedError, OfferExpiredError
from services.networks.domain.offers import MOVES, OPEN_STATES, TIME_TO_ANSWER, Move, Offer, OfferState
from shared.runtime.ids import new_id
from tests.unit.networks.builders import NOW, WARD, a_concern

ALLOWED = {
    OfferState.OFFERED: {
        Move.ACCEPT: OfferState.ACCEPTED,
        Move.DECLINE: OfferState.DECLINED,
        Move.EXPIRE: OfferState.EXPIRED,
        Move.RECALL: OfferState.RECALLED,
        Move.FIND_UNSAFE: OfferState.UNSAFE,
    },
    OfferState.ACCEPTED: {
        Move.DECLINE: OfferState.DECLINED,
        Move.RECALL: OfferState.RECALLED,
        Move.COMPLETE: OfferState.COMPLETED,
        Move.FIND_UNSAFE: OfferState.UNSAFE,
    },
    OfferState.DECLINED: {Move.FIND_UNSAFE: OfferState.UNSAFE},
    OfferState.EXPIRED: {Move.FIND_UNSAFE: OfferState.UNSAFE},
    OfferState.COMPLETED: {Move.FIND_UNSAFE: OfferState.UNSAFE},
    OfferState.RECALLED: {},
    OfferState.UNSAFE: {},
}


def an_offer(number: int = 1, state: OfferState = OfferState.OFFERED, asset_id: UUID | None = None) -> Offer:
    return Offer(new_id(), 1 if number == 1 else 2, asset_id or new_id(), WARD, NOW, NOW + TIME_TO_ANSWER, state)


@pytest.mark.parametrize(("state", "move"), list(product(OfferState, Move)))
def test_every_move_from_every_state_is_as_the_table_says(state: OfferState, move: Move) -> None:
    offer = an_offer(state=state)
    expected = ALLOWED[state].get(move)

    if expected is None:
        with pytest.raises(MoveNotAllowedError):
            offer.moved(move, NOW)
    else:
        assert offer.moved(move, NOW).state is expected
        assert offer.moved(move, NOW).changed_at == NOW


def test_the_table_holds_nothing_else() -> None:
    assert {(state, move) for state, moves in ALLOWED.items() for move in moves} == set(MOVES)
    assert {OfferState.OFFERED, OfferState.ACCEPTED} == OPEN_STATES


def test_an_offer_cannot_be_accepted_after_48_hours() -> None:
    offer = an_offer()

    assert offer.moved(Move.ACCEPT, NOW + timedelta(hours=47, minutes=59)).state is OfferState.ACCEPTED
    with pytest.raises(OfferExpiredError):
        offer.moved(Move.ACCEPT, NOW + timedelta(hours=48))


def test_a_second_offer_waits_for_the_first() -> None:
    engagement = Engagement(a_concern()).offering(an_offer())

    with pytest.raises(MoveNotAllowedError):
        engagement.offering(an_offer(2))


def test_there_is_never_a_third_offer() -> None:
    engagement = Engagement(a_concern())
    for number in (1, 2):
        offer = an_offer(number)
        engagement = engagement.offering(offer).moved(offer.id, Move.DECLINE, NOW)

    assert not engagement.may_offer
    with pytest.raises(MoveNotAllowedError):
        engagement.offering(an_offer(2))


def test_no_asset_is_asked_twice_about_one_case() -> None:
    offer = an_offer()
    declined = Engagement(a_concern()).offering(offer).moved(offer.id, Move.DECLINE, NOW)

    with pytest.raises(MoveNotAllowedError):
        declined.offering(an_offer(2, asset_id=offer.asset_id))


def test_no_offer_is_made_above_level_two() -> None:
    with pytest.raises(MoveNotAllowedError):
        Engagement(a_concern(level=3)).offering(an_offer())


def test_a_recall_takes_back_an_accepted_offer_and_bars_the_case() -> None:
    offer = an_offer()
    engagement = Engagement(a_concern()).offering(offer).moved(offer.id, Move.ACCEPT, NOW).recalled(NOW)

    assert engagement.offers[0].state is OfferState.RECALLED
    assert engagement.ending is Ending.RECALLED
    assert not engagement.may_offer
    assert engagement.recalled(NOW) == engagement


def test_a_warning_about_one_offer_takes_back_the_other() -> None:
    first, second = an_offer(1), an_offer(2)
    engagement = Engagement(a_concern()).offering(first).moved(first.id, Move.DECLINE, NOW).offering(second)

    warned = engagement.moved(first.id, Move.FIND_UNSAFE, NOW)

    assert [offer.state for offer in warned.offers] == [OfferState.UNSAFE, OfferState.RECALLED]
    assert warned.ending is Ending.UNSAFE


def test_an_unknown_offer_is_said_to_be_unknown() -> None:
    with pytest.raises(EngagementNotFoundError):
        Engagement(a_concern()).offer(new_id())
