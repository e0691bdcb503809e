"""A case that rises waits for a person again, with a clock that runs."""

from datetime import timedelta

import pytest

from services.triage.domain.access import may_see
from services.triage.domain.actions import Action, State
from services.triage.domain.case import Case, Owner, Watch
from services.triage.domain.move import PLATFORM, Move
from services.triage.domain.moves import moved
from services.triage.domain.policy import assess
from services.triage.domain.timers import ripe
from shared.runtime.ids import new_id
from tests.support.cases import HOUSING, NOON, OFFICER, a_case, a_move, timing
from tests.support.reports import OCCASION, a_report, the_policy

LATE = NOON + timedelta(days=10)
HOLDER = Owner("council.community_safety", None, OFFICER.subject)
RAISE = a_move(Action.RAISE, HOUSING, level=4, at=LATE)
UNSAFE = a_move(Action.FOUND_UNSAFE, PLATFORM, cause=new_id(), at=LATE)


def missed(level: int) -> Case:
    """A case whose due time passed, which was announced."""
    case = a_case(level=level)
    return moved(case, a_move(Action.OVERDUE, PLATFORM, at=case.standing.due_at), timing)


def announced_overdue(case: Case) -> int:
    """Return how often a case is overdue in the ten days after it rose."""
    times = 0
    while (move := ripe(case, LATE + timedelta(days=10), timing)) is not None:
        case = moved(case, move, timing)
        times += move.action is Action.OVERDUE
    return times


@pytest.mark.parametrize("move", [RAISE, UNSAFE])
def test_a_case_that_rises_after_a_missed_due_time_has_a_new_one_that_is_missed_once(move: Move) -> None:
    risen = moved(missed(2), move, timing)

    assert risen.standing.due_at == timing(risen.standing.level, risen.standing.grade, LATE)[1]
    assert announced_overdue(risen) == 1


@pytest.mark.parametrize("move", [RAISE, UNSAFE])
def test_a_case_that_only_neighbours_had_waits_for_a_person_once_it_rises(move: Move) -> None:
    accepted = moved(a_case(level=2), a_move(Action.COMMUNITY_ACCEPTED, PLATFORM, cause=new_id()), timing)
    assert accepted.state is State.IN_HAND

    risen = moved(accepted, move, timing)

    assert risen.state is State.OPEN
    assert announced_overdue(risen) == 1


def test_a_case_that_a_person_took_stays_in_their_hands_when_it_rises() -> None:
    risen = moved(a_case(level=2, state=State.IN_HAND, owner=HOLDER), RAISE, timing)

    assert (risen.state, risen.owner) == (State.IN_HAND, HOLDER)


def test_a_case_that_rises_in_time_never_gets_more_of_it() -> None:
    case = a_case(level=2)

    risen = moved(case, a_move(Action.RAISE, HOUSING, level=3), timing)

    assert risen.standing.due_at <= case.standing.due_at


def test_a_closed_case_that_is_found_unsafe_forgets_what_it_missed() -> None:
    closed = moved(missed(2), a_move(Action.CLOSE, OFFICER, at=LATE), timing)

    assert announced_overdue(moved(closed, UNSAFE, timing)) == 1


@pytest.mark.parametrize("action", [Action.FOUND_UNSAFE, Action.RISK_ROSE])
def test_a_closed_case_that_is_taken_up_again_waits_for_whoever_is_on_duty(action: Action) -> None:
    grave = assess(a_report("he pulled a knife on me"), occasion=OCCASION, policy=the_policy())
    taken = moved(a_case(level=2), a_move(Action.TAKE, HOUSING), timing)
    closed = moved(taken, a_move(Action.CLOSE, OFFICER), timing)

    again = moved(closed, a_move(action, PLATFORM, decision=grave, cause=new_id(), at=LATE), timing)

    assert (again.state, again.owner) == (State.OPEN, Owner(again.standing.lead_role))
    assert may_see(again, OFFICER)


@pytest.mark.parametrize("level", [3, 4])
def test_above_level_2_neighbours_accepting_is_a_note(level: int) -> None:
    accepted = moved(a_case(level=level), a_move(Action.COMMUNITY_ACCEPTED, PLATFORM, cause=new_id()), timing)

    assert accepted.state is State.OPEN
    assert accepted.history[-1].action == "community_accepted"


def test_a_reopened_case_has_neither_its_old_owner_nor_its_old_safety_plan() -> None:
    watch = Watch(since=NOON, review_day=14, overdue_for=NOON, safety_plan=True)
    closed = a_case(level=4, state=State.CLOSED, owner=HOLDER, watch=watch)

    reopened = moved(closed, a_move(Action.REOPEN, at=LATE), timing)

    assert reopened.owner == Owner(closed.standing.lead_role)
    assert reopened.watch == Watch(since=LATE)
