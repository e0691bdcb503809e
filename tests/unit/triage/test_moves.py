"""How a case moves, and how it does not."""

import itertools
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.triage.domain.actions import (
    NEEDS_AN_OFFER,
    NEEDS_NO_OFFER,
    PEOPLES_MOVES,
    TRANSITIONS,
    Action,
    State,
)
from services.triage.domain.authority import AUTHORITY
from services.triage.domain.case import Case, Proposal, Task
from services.triage.domain.errors import MoveNotAllowedError, NotAuthorisedError, TriageError, UnreasonableMoveError
from services.triage.domain.move import PLATFORM, Actor, Grounds, Referral
from services.triage.domain.moves import moved
from shared.runtime.ids import new_id
from tests.support.cases import (
    AGREED,
    HOUSING,
    LOWERED,
    NOON,
    OFFICER,
    SECOND_SUPERVISOR,
    SUPERVISOR,
    TRAINED,
    a_case,
    a_handover,
    a_move,
    an_offer,
    timing,
)

WHAT_MOVES_NEED: dict[Action, dict[str, Any]] = {
    Action.ASSIGN: {"owner_role": "landlord"},
    Action.RAISE: {"level": 4},
    Action.LOWER: {"level": 1, "grounds": LOWERED},
    Action.OFFER_HANDOVER: {"offer": an_offer()},
    Action.ACCEPT_HANDOVER: {"actor": HOUSING},
    Action.DECLINE_HANDOVER: {"actor": HOUSING, "grounds": Grounds(reason_code="not_our_remit")},
    Action.REVIEW_DUE: {"review_day": 14},
    Action.RECORD_DASH: {"actor": TRAINED, "referral": Referral(new_id(), ("visible_high_risk",))},
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("offered", [False, True])
def test_the_table_alone_says_which_moves_a_state_allows(state: State, action: Action, *, offered: bool) -> None:
    level = {Action.SAFETY_PLAN: 4, Action.COMMUNITY_ACCEPTED: 2, Action.CLOSE: 2}.get(action, 3)
    tasks = (Task("marac_referral", NOON),) if action is Action.REFERRED else ()
    case = a_case(level=level, state=state, handover=a_handover() if offered else None, tasks=tasks)
    move = a_move(action, **{"actor": SUPERVISOR} | WHAT_MOVES_NEED.get(action, {}))

    if (state, action) in TRANSITIONS and action not in (NEEDS_NO_OFFER if offered else NEEDS_AN_OFFER):
        after = moved(case, move, timing)
        held = action is Action.WITHDRAWN  # at level 3 a withdrawal is a note
        expected = state if held else TRANSITIONS[state, action]
        rises = action in {Action.RAISE, Action.RECORD_DASH}  # to level 4, and nobody has taken it: it waits again
        assert after.state is (State.OPEN if rises else expected)
        assert after.version == case.version + 1
        assert after.history[-1].action == action.value
    else:
        with pytest.raises(MoveNotAllowedError) as refusal:
            moved(case, move, timing)
        assert refusal.value.allowed == case.allowed_moves


@pytest.mark.parametrize("action", PEOPLES_MOVES)
def test_a_person_without_the_role_is_refused(action: Action) -> None:
    state = State.CLOSED if action is Action.REOPEN else State.OPEN
    handover = a_handover() if action in NEEDS_AN_OFFER else None
    stranger = Actor("someone", frozenset({"coordinator"}), "housing")

    with pytest.raises(NotAuthorisedError):
        moved(
            a_case(state=state, handover=handover),
            replace(a_move(action, **WHAT_MOVES_NEED.get(action, {})), actor=stranger),
            timing,
        )


def test_no_role_of_the_platform_may_lower() -> None:
    assert not AUTHORITY[Action.LOWER] & PLATFORM.roles

    with pytest.raises(NotAuthorisedError):
        moved(a_case(level=3), a_move(Action.LOWER, PLATFORM, level=2), timing)


def test_lowering_from_level_4_waits_for_a_second_supervisor() -> None:
    case = a_case(level=4)
    lower = a_move(Action.LOWER, SUPERVISOR, level=3, grounds=LOWERED)

    proposed = moved(case, lower, timing)

    assert proposed.standing.level == 4
    assert isinstance(proposed.proposal, Proposal)
    with pytest.raises(NotAuthorisedError):
        moved(proposed, lower, timing)
    confirmed = moved(proposed, replace(lower, actor=SECOND_SUPERVISOR), timing)
    assert confirmed.standing.level == 3
    assert confirmed.proposal is None


def test_closing_at_level_4_takes_two_persons_and_below_one() -> None:
    close = a_move(Action.CLOSE, OFFICER, ending=AGREED)

    proposed = moved(a_case(level=4), close, timing)

    assert proposed.state is State.OPEN
    with pytest.raises(NotAuthorisedError):
        moved(proposed, close, timing)
    assert moved(proposed, replace(close, actor=SUPERVISOR), timing).state is State.CLOSED
    assert moved(a_case(level=2), close, timing).state is State.CLOSED


def test_a_proposal_to_close_does_not_confirm_a_lowering() -> None:
    proposed = moved(a_case(level=4), a_move(Action.CLOSE, SUPERVISOR, ending=AGREED), timing)

    after = moved(proposed, a_move(Action.LOWER, SECOND_SUPERVISOR, level=3, grounds=LOWERED), timing)

    assert after.standing.level == 4
    assert after.state is State.OPEN


def test_a_warning_ends_a_lowering_that_waits() -> None:
    proposed = moved(a_case(level=4), a_move(Action.LOWER, SUPERVISOR, level=3, grounds=LOWERED), timing)

    warned = moved(proposed, a_move(Action.FOUND_UNSAFE, PLATFORM, cause=new_id()), timing)

    assert warned.proposal is None


@pytest.mark.parametrize("level", [1, 2])
def test_level_4_never_falls_below_3_in_one_step(level: int) -> None:
    with pytest.raises(UnreasonableMoveError):
        moved(a_case(level=4), a_move(Action.LOWER, SUPERVISOR, level=level), timing)


@pytest.mark.parametrize(("action", "level"), [(Action.RAISE, 2), (Action.RAISE, 1), (Action.LOWER, 3)])
def test_a_move_that_contradicts_itself_is_refused(action: Action, level: int) -> None:
    with pytest.raises(UnreasonableMoveError):
        moved(a_case(level=2), a_move(action, SUPERVISOR, level=level), timing)


@pytest.mark.parametrize("action", [Action.RAISE, Action.LOWER, Action.ASSIGN])
def test_a_move_without_what_it_needs_is_refused_by_name(action: Action) -> None:
    with pytest.raises(UnreasonableMoveError, match=r"level|owner_role"):
        moved(a_case(level=3), a_move(action, SUPERVISOR), timing)


@pytest.mark.parametrize("missing", ["information_relied_on", "options_considered", "reason_code"])
def test_a_case_is_not_lowered_without_what_the_judgement_rests_on(missing: str) -> None:
    grounds = replace(LOWERED, **{missing: None})

    with pytest.raises(UnreasonableMoveError, match=missing):
        moved(a_case(level=3), a_move(Action.LOWER, SUPERVISOR, level=2, grounds=grounds), timing)


def test_what_a_lowering_rests_on_stays_in_the_history() -> None:
    after = moved(a_case(level=3), a_move(Action.LOWER, SUPERVISOR, level=2, grounds=LOWERED), timing)

    told = dict(after.history[-1].particulars)
    assert told["information_relied_on"] == LOWERED.information_relied_on
    assert told["roles"] == "supervisor"


def test_a_case_taken_up_again_has_the_time_of_a_new_one() -> None:
    later = NOON + timedelta(days=90)
    closed = a_case(level=3, state=State.CLOSED)

    reopened = moved(closed, a_move(Action.REOPEN, at=later), timing)
    unsafe = moved(closed, a_move(Action.FOUND_UNSAFE, PLATFORM, at=later, cause=new_id()), timing)

    assert reopened.standing.due_at > later
    assert unsafe.standing.due_at > later


def test_a_raised_case_gets_less_time_never_more_and_leaves_the_community() -> None:
    case = a_case(level=2)

    after = moved(case, a_move(Action.RAISE, level=4), timing)

    assert after.standing.level == 4
    assert after.standing.grade == "PRIORITY"
    assert after.standing.due_at <= case.standing.due_at
    assert not after.standing.community_allowed


def test_not_safe_brings_professionals_in_even_after_closing() -> None:
    case = a_case(level=1, state=State.CLOSED, outcome="resolved")

    after = moved(case, a_move(Action.FOUND_UNSAFE, PLATFORM, cause=new_id()), timing)

    assert after.standing.level == 3
    assert after.state is State.OPEN
    assert after.human_required


def test_a_withdrawal_does_not_close_what_professionals_hold() -> None:
    withdrawal = a_move(Action.WITHDRAWN, PLATFORM, cause=new_id())
    after = moved(a_case(level=4), withdrawal, timing)

    assert moved(a_case(human_required=True), withdrawal, timing).state is State.OPEN
    assert moved(a_case(blocking=["unclear_needs_contact"]), withdrawal, timing).state is State.OPEN
    assert after.state is State.OPEN
    assert after.outcome is None
    assert after.history[-1].action == "withdrawn"


def test_the_same_cause_moves_a_case_once() -> None:
    move = a_move(Action.FOUND_UNSAFE, PLATFORM, cause=new_id())

    once = moved(a_case(), move, timing)

    assert moved(once, move, timing) is once


_moves = st.builds(
    a_move,
    st.sampled_from(list(Action)),
    st.sampled_from([OFFICER, SUPERVISOR, SECOND_SUPERVISOR, PLATFORM]),
    level=st.sampled_from([None, 1, 2, 3, 4]),
    owner_role=st.sampled_from([None, "police", "landlord"]),
    grounds=st.sampled_from([Grounds(), LOWERED]),
    offer=st.sampled_from([None, an_offer()]),
    cause=st.sampled_from([None, new_id()]),
)


def _after_all(case: Case, moves: list[object]) -> list[Case]:
    course = [case]
    for move in moves:
        try:
            course.append(moved(course[-1], move, timing))  # type: ignore[arg-type] # hypothesis erases the type
        except TriageError:
            continue
    return course


@given(st.integers(1, 4), st.lists(_moves, max_size=20))
def test_whatever_happens_a_case_has_an_owner_and_only_a_supervisor_lowers_it(level: int, moves: list[object]) -> None:
    course = _after_all(a_case(level=level), moves)

    for before, after in itertools.pairwise(course):
        assert after.owner.role
        if after.standing.level < before.standing.level:
            assert after.history[-1].actor.startswith("supervisor")
            assert before.standing.level < 4 or after.standing.level == 3
        if after.standing.level > 2:
            assert not after.standing.community_allowed
    assert course[-1].opened_at == NOON
