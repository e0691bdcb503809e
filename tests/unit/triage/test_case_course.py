"""Whatever happens to a case over months: it has an owner, its history rebuilds it, and the store gives back both."""

from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from services.triage.adapters.documents import case_from, document_of
from services.triage.domain.actions import PEOPLES_MOVES, Action, State
from services.triage.domain.case import Case
from services.triage.domain.errors import TriageError
from services.triage.domain.handovers import DECLINE_REASONS, LAWFUL_BASES
from services.triage.domain.history import rebuilt
from services.triage.domain.level_moves import LOWERING_REASONS
from services.triage.domain.move import HOME_AGENCY, PLATFORM, Actor, Grounds, Move, Offer
from services.triage.domain.moves import moved
from services.triage.domain.timers import ripe, wake_at
from shared.runtime.ids import new_id
from tests.support.cases import (
    HOUSING,
    NOON,
    OFFICER,
    POLICE,
    SECOND_SUPERVISOR,
    SUPERVISOR,
    a_case,
    timing,
)
from tests.support.memory_documents import as_stored

PEOPLE = st.sampled_from([OFFICER, SUPERVISOR, SECOND_SUPERVISOR, HOUSING, POLICE])
CAUSES = st.sampled_from([new_id() for _ in range(3)])
HEARD = st.sampled_from([Action.WITHDRAWN, Action.FOUND_UNSAFE, Action.COMMUNITY_ACCEPTED, Action.COMMUNITY_COMPLETED])
GROUNDS = st.builds(
    Grounds,
    st.sampled_from([None, "What the visit showed."]),
    st.sampled_from([None, "To wait."]),
    st.sampled_from([None, *LOWERING_REASONS, *DECLINE_REASONS]),
    st.just("triage-policy 1.0.0"),
)
OFFERS = st.builds(
    Offer,
    st.just(new_id()),
    st.sampled_from(["housing", "police", HOME_AGENCY]),
    st.just("landlord"),
    st.sampled_from(["hearsay", *LAWFUL_BASES]),
)
DETAILS = st.fixed_dictionaries(
    {
        "level": st.sampled_from([None, 1, 2, 3, 4]),
        "owner_role": st.sampled_from([None, "landlord"]),
        "agency": st.sampled_from([None, "housing"]),
        "grounds": GROUNDS,
        "offer": st.one_of(st.none(), OFFERS),
    }
)


class CourseOfACase(RuleBasedStateMachine):
    """People move a case, others announce things about it, and time passes, in any order."""

    @initialize(level=st.sampled_from([1, 2, 3, 4]))
    def opened(self, level: int) -> None:
        self.opening = self.case = a_case(level=level)
        self.now = NOON

    @rule(action=st.sampled_from(PEOPLES_MOVES), actor=PEOPLE, details=DETAILS)
    def somebody_moves_it(self, action: Action, actor: Actor, details: dict[str, Any]) -> None:
        before = self.case
        if self._try(Move(action, actor, "because", self.now, **details)):
            self._check_responsibility(before, action, actor)

    @rule(action=HEARD, cause=CAUSES)
    def something_is_announced(self, action: Action, cause: Any) -> None:
        self._try(Move(action, PLATFORM, "announced", self.now, cause=cause))

    @rule(hours=st.sampled_from([1, 24, 14 * 24, 30 * 24]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        for _ in range(10):
            move = ripe(self.case, self.now, timing)
            if move is None:
                break
            level = self.case.standing.level
            assert self._try(move), f"{move.action} was ripe and refused"
            assert self.case.standing.level >= level
        assert ripe(self.case, self.now, timing) is None

    @invariant()
    def it_has_an_owner(self) -> None:
        assert self.case.owner.role

    @invariant()
    def its_history_rebuilds_it(self) -> None:
        assert rebuilt(self.opening, self.case.history) == self.case

    @invariant()
    def the_store_gives_it_back(self) -> None:
        stored = case_from(as_stored(document_of(self.case)))
        assert stored == self.case
        assert rebuilt(self.opening, stored.history) == stored

    @invariant()
    def its_clock_is_the_next_that_runs_out(self) -> None:
        assert self.case.wake_at == wake_at(self.case, timing)
        assert self.case.state is not State.CLOSED or self.case.wake_at is None

    @invariant()
    def above_level_2_it_is_no_neighbours_matter(self) -> None:
        assert self.case.standing.level <= 2 or not self.case.standing.community_allowed

    def _try(self, move: Move) -> bool:
        try:
            after = moved(self.case, move, timing)
        except TriageError:
            return False
        if after is not self.case:
            assert after.version == self.case.version + 1 == len(after.history) + 1
        self.case = after
        return True

    def _check_responsibility(self, before: Case, action: Action, actor: Actor) -> None:
        """Only these change who answers for a case, and accepting is the receiver's."""
        if action not in {Action.TAKE, Action.ASSIGN, Action.ACCEPT_HANDOVER, Action.REOPEN}:
            assert self.case.owner == before.owner
        if action is Action.ACCEPT_HANDOVER:
            assert before.handover is not None
            assert self.case.owner.agency == before.handover.to_agency == actor.home
        if self.case.standing.level < before.standing.level:
            assert "supervisor" in actor.roles


TestCourseOfACase = CourseOfACase.TestCase
TestCourseOfACase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
