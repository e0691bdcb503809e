"""What triage does about what others announce."""

from uuid import UUID

import pytest

from services.triage.application.apply_once import ApplyOnce
from services.triage.application.follow_events import FollowEvents
from services.triage.domain.actions import State
from services.triage.domain.case import Case
from shared.contracts.networks import EngagementCompleted, EngagementEvent, EngagementFoundUnsafe
from shared.contracts.reporting import ReportDisputed, ReportWithdrawn
from shared.contracts.triage import CaseClosed, CaseEscalated, CaseReopened
from shared.runtime.ids import new_id
from tests.support.cases import NOON, InMemoryCases, a_case, timing


def holding(case: Case) -> tuple[InMemoryCases, FollowEvents]:
    cases = InMemoryCases({case.id: case})
    return cases, FollowEvents(ApplyOnce(cases, timing))


def withdrawal_of(case: Case) -> ReportWithdrawn:
    return ReportWithdrawn(
        event_id=new_id(),
        occurred_at=NOON,
        correlation_id=case.correlation_id,
        concern_id=case.concern_id,
        report_id=case.report_id,
    )


def answer_to(case: Case, answer: type[EngagementEvent], event_id: UUID | None = None) -> EngagementEvent:
    return answer(
        event_id=event_id or new_id(),
        occurred_at=NOON,
        correlation_id=case.correlation_id,
        concern_id=case.concern_id,
        engagement_id=new_id(),
        case_id=case.id,
        report_id=case.report_id,
        asset_id=new_id(),
        category=case.category,
        area="X01",
        offer_number=1,
    )


async def test_a_withdrawn_report_closes_its_case_and_says_so() -> None:
    case = a_case()
    cases, follow = holding(case)

    await follow.withdrawn([withdrawal_of(case)])

    assert cases.stored[case.id].state is State.CLOSED
    closed = cases.announced[0]
    assert isinstance(closed, CaseClosed)
    assert closed.outcome == "withdrawn"


async def test_a_withdrawal_redelivered_is_announced_once() -> None:
    case = a_case()
    cases, follow = holding(case)
    withdrawal = withdrawal_of(case)

    await follow.withdrawn([withdrawal, withdrawal])
    await follow.withdrawn([withdrawal])

    assert len(cases.announced) == 1


@pytest.mark.parametrize("level", [1, 2, 3, 4])
async def test_not_safe_escalates_at_once_at_every_level(level: int) -> None:
    case = a_case(level=level)
    cases, follow = holding(case)

    await follow.engaged([answer_to(case, EngagementFoundUnsafe)])

    escalated = cases.announced[0]
    assert isinstance(escalated, CaseEscalated)
    assert escalated.level == max(level, 3)
    assert not escalated.community.allowed


async def test_done_is_noted_and_left_for_a_person_to_close() -> None:
    case = a_case()
    cases, follow = holding(case)

    await follow.engaged([answer_to(case, EngagementCompleted)])

    assert cases.stored[case.id].state is State.OPEN
    assert cases.stored[case.id].history[-1].action == "community_completed"
    assert cases.announced == []


async def test_an_asset_warning_about_a_closed_case_takes_it_up_again() -> None:
    case = a_case(state=State.CLOSED, outcome="resolved")
    cases, follow = holding(case)

    await follow.engaged([answer_to(case, EngagementFoundUnsafe)])

    assert {type(event) for event in cases.announced} == {CaseEscalated, CaseReopened}


async def test_what_is_said_about_an_unknown_case_is_let_pass() -> None:
    cases, follow = holding(a_case())

    await follow.withdrawn([withdrawal_of(a_case())])

    assert cases.announced == []


async def test_a_concern_that_is_not_settled_is_taken_up_again_once_and_by_nobody_in_particular() -> None:
    closed = a_case(state=State.CLOSED, outcome="resolved")
    cases, follow = holding(closed)
    dispute = ReportDisputed(**withdrawal_of(closed).model_dump())

    await follow.disputed([dispute])
    await follow.disputed([dispute])

    after = await cases.get(closed.id)
    assert (after.state, after.outcome, after.owner.subject) == (State.OPEN, None, None)
    assert after.standing.level == closed.standing.level
    assert [type(event) for event in cases.announced].count(CaseReopened) == 1


async def test_a_dispute_about_an_open_case_changes_nothing() -> None:
    case = a_case()
    cases, follow = holding(case)

    await follow.disputed([ReportDisputed(**withdrawal_of(case).model_dump())])

    assert await cases.get(case.id) == case
