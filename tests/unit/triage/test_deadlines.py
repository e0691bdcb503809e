"""Deadlines of case reviews and looks back at problems: due and overdue, each said once."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from services.triage.domain.case_review import CaseReview, Stage
from services.triage.domain.deadlines import follow_up_deadlines, reminders, stage_deadlines
from services.triage.domain.problem import FollowUp, Problem
from services.triage.domain.review_terms import REVIEW_TERMS
from services.triage.entrypoints.deadlines import Deadlines
from shared.contracts.deadlines import FollowUpDue, ReviewStageDue, ReviewStageOverdue
from shared.contracts.event import Event
from shared.messaging.codec import event_from_stored
from shared.persistence.errors import StoreUnavailableError
from shared.runtime.ids import new_id
from tests.support.cases import NOON
from tests.support.memory_store import Fault
from tests.support.triage import Triage, triage

NOBODY_OFF: frozenset[date] = frozenset()
DUE, OVERDUE = "kith.case_review.due.v1", "kith.case_review.overdue.v1"


class Uncounted:
    """A tally that counts nothing."""

    def fired(self, action: str, late_seconds: float) -> None:
        """Count nothing."""

    def swept(self, waiting: int, oldest_offer_seconds: float) -> None:
        """Count nothing."""


def a_review(stage: Stage = Stage.APPLIED, **changes: object) -> CaseReview:
    review = CaseReview(new_id(), NOON, "individual", on_behalf=False, complaints=(), stage=stage, entered_at=NOON)
    return replace(review, **changes)  # type: ignore[arg-type]  # whatever a test is about


def a_problem() -> Problem:
    return Problem(new_id(), NOON, follow_ups=(FollowUp(3, date(2026, 6, 6)), FollowUp(6, date(2026, 9, 3))))


@pytest.fixture
async def service() -> AsyncIterator[Triage]:
    async with triage() as running:
        yield running


def replicas(service: Triage) -> list[Deadlines]:
    tell = service.parts.use_cases.casework.tell_deadlines
    return [Deadlines(tell, service.clock, Uncounted(), 30) for _ in range(2)]


def told(service: Triage, collection: str) -> list[Event]:
    documents = service.database.collection(collection).everything()
    return [event_from_stored(entry["event"]) for document in documents for entry in document["outbox"]]


def test_a_stage_is_due_on_the_morning_of_its_last_day_and_late_at_its_close() -> None:
    (deadline,) = stage_deadlines(a_review(), NOBODY_OFF, REVIEW_TERMS)

    assert deadline.due_from == datetime(2026, 3, 9, 9, tzinfo=UTC)
    assert deadline.ends_at == datetime(2026, 3, 9, 17, tzinfo=UTC)


def test_the_three_stages_of_reviewing_have_one_deadline() -> None:
    stages = (Stage.THRESHOLD_MET, Stage.INFORMATION_REQUESTED, Stage.PANEL)

    found = {next(stage_deadlines(a_review(one, review_started_at=NOON), NOBODY_OFF, REVIEW_TERMS)) for one in stages}

    assert len(found) == 1


def test_nobody_is_late_for_the_window_to_appeal_in() -> None:
    said = reminders(stage_deadlines(a_review(Stage.NOT_MET), NOBODY_OFF, REVIEW_TERMS), ())

    assert [(one.overdue, one.at) for one in said] == [(False, datetime(2026, 4, 1, 8, tzinfo=UTC))]


def test_a_look_back_falls_on_a_day_when_offices_are_open_by_the_clocks_of_that_day() -> None:
    saturday, later = follow_up_deadlines(a_problem(), frozenset({date(2026, 6, 8)}))

    assert saturday.due_from == datetime(2026, 6, 9, 8, tzinfo=UTC)
    assert later.ends_at == datetime(2026, 9, 3, 16, tzinfo=UTC)


async def test_due_and_overdue_are_said_once_whichever_replica_is_first_and_however_often(service: Triage) -> None:
    review = a_review()
    await service.parts.use_cases.casework.case_reviews.store.add(review)
    said: list[str] = []

    for hours in (0, 116, 117, 124, 125, 200, 300):
        service.clock.time = NOON + timedelta(hours=hours)
        for replica in replicas(service):
            said += await replica.tick()

    events = told(service, "case_reviews")
    assert said == [event.type for event in events] == [DUE, OVERDUE]
    assert [event.occurred_at for event in events] == [NOON + timedelta(hours=117), NOON + timedelta(hours=125)]
    assert isinstance(events[0], ReviewStageDue)
    assert (events[0].review_id, events[0].stage) == (review.id, "applied")


async def test_after_an_outage_both_are_said_and_a_stage_that_ended_is_not(service: Triage) -> None:
    store = service.parts.use_cases.casework.case_reviews.store
    waiting, ended = a_review(), a_review(Stage.CLOSED)
    for review in (waiting, ended):
        await store.add(review)
    service.clock.advance(timedelta(days=30))
    service.database.faults.plan(Fault("update_one", collection="case_reviews"))
    first, second = replicas(service)

    with pytest.raises(StoreUnavailableError):
        await first.tick()
    await second.tick()
    await first.tick()

    assert [type(event) for event in told(service, "case_reviews")] == [ReviewStageDue, ReviewStageOverdue]


async def test_a_look_back_that_was_made_in_time_is_never_late(service: Triage) -> None:
    store = service.parts.use_cases.casework.problems.store
    problem = a_problem()
    await store.add(problem)
    service.clock.time = datetime(2026, 6, 8, 9, tzinfo=UTC)
    await replicas(service)[0].tick()

    held = await store.get(problem.id)
    made = replace(held, follow_ups=(replace(held.follow_ups[0], found="quiet"), held.follow_ups[1]))
    await store.save(replace(made, version=made.version + 1))
    service.clock.time = datetime(2026, 6, 20, 9, tzinfo=UTC)
    await replicas(service)[0].tick()

    (event,) = told(service, "problems")
    assert isinstance(event, FollowUpDue)
    assert (event.problem_id, event.months) == (problem.id, 3)
