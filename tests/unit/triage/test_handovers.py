"""Hand-over between agencies: asked for, answered, and never a case that nobody answers for."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.triage.application.announcements import announcements_of
from services.triage.domain.actions import Action, State
from services.triage.domain.case import Owner
from services.triage.domain.errors import MoveNotAllowedError, NotAuthorisedError, UnreasonableMoveError
from services.triage.domain.handovers import DECLINE_REASONS, LAWFUL_BASES
from services.triage.domain.move import PLATFORM, Grounds, Offer
from services.triage.domain.moves import moved
from services.triage.domain.timers import ripe
from shared.contracts import triage
from shared.runtime.ids import new_id
from tests.support.cases import HOUSING, NOON, OFFICER, POLICE, SUPERVISOR, a_case, a_move, an_offer, timing

OFFER = a_move(Action.OFFER_HANDOVER, OFFICER, offer=an_offer())
ACCEPT = a_move(Action.ACCEPT_HANDOVER, HOUSING)
DECLINE = a_move(Action.DECLINE_HANDOVER, HOUSING, grounds=Grounds(reason_code="no_capacity"))


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_the_sender_stays_responsible_until_the_offer_is_accepted(level: int) -> None:
    case = a_case(level=level)

    offered = moved(case, OFFER, timing)
    accepted = moved(offered, ACCEPT, timing)

    assert offered.owner == case.owner
    assert accepted.owner == Owner("landlord", "housing", HOUSING.subject)
    assert accepted.state is State.IN_HAND
    assert accepted.handover is None


@pytest.mark.parametrize(
    "end", [DECLINE, a_move(Action.WITHDRAW_HANDOVER, OFFICER), a_move(Action.HANDOVER_EXPIRED, PLATFORM)]
)
def test_every_other_end_leaves_the_case_with_its_sender(end: object) -> None:
    case = a_case(level=3)

    after = moved(moved(case, OFFER, timing), end, timing)  # type: ignore[arg-type] # parametrize erases the type

    assert after.owner == case.owner
    assert after.handover is None
    assert after.state is State.OPEN


@pytest.mark.parametrize("basis", ["", "because it helps", "legitimate_interests"])
def test_nothing_travels_without_consent_or_a_coded_basis(basis: str) -> None:
    with pytest.raises(UnreasonableMoveError, match="basis"):
        moved(a_case(), a_move(Action.OFFER_HANDOVER, OFFICER, offer=an_offer(basis=basis)), timing)


def test_the_lists_that_travel_are_the_lists_of_the_contract() -> None:
    assert set(LAWFUL_BASES) == set(triage.LawfulBasis.__args__)  # type: ignore[attr-defined] # a Literal's own
    assert set(DECLINE_REASONS) == set(triage.DeclineReason.__args__)  # type: ignore[attr-defined] # as above


def test_only_the_agency_that_is_asked_answers() -> None:
    offered = moved(a_case(), OFFER, timing)

    for stranger in (POLICE, OFFICER, SUPERVISOR):
        with pytest.raises(NotAuthorisedError):
            moved(offered, replace(ACCEPT, actor=stranger), timing)


def test_only_the_agency_that_answers_for_a_case_offers_it_on() -> None:
    theirs = moved(moved(a_case(), OFFER, timing), ACCEPT, timing)
    onwards = Offer(new_id(), "police", "police", "consent")

    passed_on = moved(theirs, a_move(Action.OFFER_HANDOVER, HOUSING, offer=onwards), timing)

    assert passed_on.handover is not None
    assert passed_on.handover.from_agency == "housing"
    with pytest.raises(NotAuthorisedError):
        moved(theirs, a_move(Action.OFFER_HANDOVER, OFFICER, offer=onwards), timing)


@pytest.mark.parametrize("action", [Action.TAKE, Action.ASSIGN, Action.CLOSE, Action.OFFER_HANDOVER])
def test_what_was_offered_does_not_change_hands_meanwhile(action: Action) -> None:
    offered = moved(a_case(), OFFER, timing)

    with pytest.raises(MoveNotAllowedError) as refusal:
        moved(offered, a_move(action, OFFICER, owner_role="landlord", offer=an_offer()), timing)

    assert "handover/withdraw" in refusal.value.allowed
    assert action.value not in refusal.value.allowed


def test_a_declining_agency_says_why_under_a_code() -> None:
    with pytest.raises(UnreasonableMoveError, match="reason_code"):
        moved(moved(a_case(), OFFER, timing), a_move(Action.DECLINE_HANDOVER, HOUSING), timing)


def test_an_offer_to_the_agency_that_has_the_case_is_refused() -> None:
    with pytest.raises(UnreasonableMoveError):
        moved(a_case(), a_move(Action.OFFER_HANDOVER, OFFICER, offer=an_offer(to="council")), timing)


def test_a_withdrawn_report_takes_its_offer_with_it() -> None:
    offered = moved(a_case(level=2), OFFER, timing)

    after = moved(offered, a_move(Action.WITHDRAWN, PLATFORM, cause=new_id()), timing)

    assert after.state is State.CLOSED
    assert after.handover is None


@pytest.mark.parametrize(("level", "within"), [(4, timedelta(hours=1)), (3, timedelta(days=2))])
def test_an_offer_runs_out_on_the_clock_of_its_grade(level: int, within: timedelta) -> None:
    offered = moved(a_case(level=level, state=State.IN_HAND), OFFER, timing)
    assert offered.handover is not None

    assert ripe(offered, NOON, timing) is None
    expiry = ripe(offered, NOON + within, timing)

    assert offered.handover.expires_at <= NOON + within
    assert expiry is not None
    assert expiry.action is Action.HANDOVER_EXPIRED


def test_each_step_is_announced_with_the_basis_and_no_words() -> None:
    case = a_case(level=3)
    offered = moved(case, OFFER, timing)
    accepted = moved(offered, ACCEPT, timing)
    declined = moved(offered, DECLINE, timing)

    offer = announcements_of(case, offered, OFFER)[0]
    acceptance = announcements_of(offered, accepted, ACCEPT)
    refusal = announcements_of(offered, declined, DECLINE)[0]

    assert isinstance(offer, triage.HandoverOffered)
    assert (offer.from_agency, offer.to_agency, offer.basis) == ("council", "housing", "public_task")
    assert [type(event) for event in acceptance] == [triage.HandoverAccepted, triage.CaseAssigned]
    assert isinstance(refusal, triage.HandoverDeclined)
    assert refusal.decline_code == "no_capacity"
    assert "because the test says so" not in offer.model_dump_json() + refusal.model_dump_json()
