"""What time does to a case, and that it does it once."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client import CollectorRegistry

from services.triage.adapters.metrics import TriageMetrics
from services.triage.adapters.mongo_cases import MongoCases
from services.triage.adapters.policy_in_force import bank_holidays
from services.triage.application.ports import OpenedCase
from services.triage.application.wake_cases import WakeCases
from services.triage.domain.actions import Action, State
from services.triage.domain.case import Case, Standing, Watch
from services.triage.domain.clock_rules import deadlines
from services.triage.domain.grades import Grade
from services.triage.domain.move import PLATFORM
from services.triage.domain.moves import moved
from services.triage.domain.reviews import next_review
from services.triage.domain.timers import ripe, wake_at
from services.triage.domain.timing import Timing
from services.triage.entrypoints.timers import CaseTimers
from shared.contracts.event import Event
from shared.contracts.triage import CaseEscalated, CaseOverdue, CaseReviewDue
from shared.messaging.codec import event_from_stored
from shared.persistence.errors import StoreUnavailableError
from shared.persistence.metrics import OutboxMetrics
from shared.persistence.outbox import Outbox
from tests.contract.triage.cases_contract import opening
from tests.support.cases import NOON, OFFICER, a_case, a_move, an_offer, timing
from tests.support.memory_bus import MemoryBus
from tests.support.memory_store import MemoryDatabase

ENGLAND = Timing(bank_holidays(range(2025, 2029)))


@dataclass(slots=True)
class SetClock:
    """A clock that the test sets."""

    time: datetime = NOON

    def now(self) -> datetime:
        return self.time

    def advance(self, by: timedelta) -> None:
        self.time += by


@dataclass(slots=True)
class Replicas:
    """Two processes with timers over one store."""

    clock: SetClock = field(default_factory=SetClock)
    database: MemoryDatabase = field(default_factory=MemoryDatabase)
    registries: list[CollectorRegistry] = field(default_factory=list)

    def homes(self) -> list[MongoCases]:
        collection = self.database.collection("cases")
        publisher = MemoryBus({"kith.escalations.v1": 1}).publisher()
        return [
            MongoCases(
                collection,
                Outbox(publisher, OutboxMetrics(CollectorRegistry()), self.clock, collections=[collection]),
            )
            for _ in range(2)
        ]

    def timers(self, *, sweep_seconds: float = 30) -> list[CaseTimers]:
        return [
            CaseTimers(WakeCases(cases, timing, self.clock), self.clock, self._metrics(), sweep_seconds)
            for cases in self.homes()
        ]

    def _metrics(self) -> TriageMetrics:
        self.registries.append(CollectorRegistry())
        return TriageMetrics(self.registries[-1])

    async def hold(self, *cases: Case) -> None:
        await self.homes()[0].add([OpenedCase(case, {}, opening(case).announcing) for case in cases])

    async def announced(self, kind: type[Event]) -> list[Event]:
        found = self.database.collection("cases").find({})
        events = [event_from_stored(entry["event"]) async for document in found for entry in document["outbox"]]
        return [event for event in events if isinstance(event, kind)]


async def test_a_case_nobody_looked_at_is_overdue_exactly_once_on_two_replicas() -> None:
    world = Replicas()
    cases = [a_case(level=level) for level in (1, 2, 3, 4)]
    await world.hold(*cases)
    one, other = world.timers()
    world.clock.advance(timedelta(days=5))

    await asyncio.gather(one.tick(), other.tick())
    await asyncio.gather(one.tick(), other.tick())

    overdue = await world.announced(CaseOverdue)
    assert sorted(str(event.model_dump()["case_id"]) for event in overdue) == sorted(str(case.id) for case in cases)


async def test_a_case_that_was_taken_is_not_overdue() -> None:
    world = Replicas()
    case = a_case(level=3)
    await world.hold(case)
    await world.homes()[0].save(moved(case, a_move(Action.TAKE, OFFICER), timing), announcing=[])
    world.clock.advance(timedelta(days=5))

    assert await world.timers()[0].tick() == ()
    assert await world.announced(CaseOverdue) == []


async def test_a_restarted_process_finds_what_ran_out_while_it_was_down() -> None:
    world = Replicas()
    case = a_case(level=3, state=State.IN_HAND)
    await world.hold(case)
    offered = moved(case, a_move(Action.OFFER_HANDOVER, OFFICER, offer=an_offer()), timing)
    await world.homes()[0].save(offered, announcing=[])
    await world.timers()[0].tick()
    world.clock.advance(timedelta(days=3))

    assert await world.timers()[1].tick() == (Action.HANDOVER_EXPIRED,)
    assert (await world.homes()[0].get(case.id)).handover is None


async def test_between_sweeps_only_what_is_due_is_read() -> None:
    world = Replicas()
    await world.hold(*(a_case(level=1) for _ in range(20)))
    timers = world.timers(sweep_seconds=3600)[0]
    await timers.tick()
    world.database.faults.down = True
    world.clock.advance(timedelta(minutes=30))

    assert await timers.tick() == ()


async def test_a_clock_that_runs_out_between_two_sweeps_is_met_at_its_moment() -> None:
    world = Replicas()
    case = a_case(level=1)
    await world.hold(case)
    world.clock.time = case.standing.due_at - timedelta(minutes=10)
    timers = world.timers(sweep_seconds=3600)[0]
    assert await timers.tick() == ()

    world.clock.advance(timedelta(minutes=10))

    assert await timers.tick() == (Action.OVERDUE,)
    assert world.registries[0].get_sample_value("kith_case_timers_fired_total", {"action": "overdue"}) == 1


async def test_an_outage_is_raised_by_a_tick_and_survived_by_the_run() -> None:
    world = Replicas()
    timers = world.timers()[0]
    world.database.faults.down = True
    with pytest.raises(StoreUnavailableError):
        await timers.tick()

    await timers.start()
    running = asyncio.create_task(timers.run())
    await asyncio.sleep(0)
    await timers.stop()

    await asyncio.wait_for(running, 5)


async def test_the_age_of_the_oldest_unanswered_offer_is_measured() -> None:
    world = Replicas()
    case = a_case(level=3)
    await world.hold(case)
    await world.homes()[0].save(
        moved(case, a_move(Action.OFFER_HANDOVER, OFFICER, offer=an_offer()), timing), announcing=[]
    )
    world.clock.advance(timedelta(hours=2))

    await world.timers()[0].tick()

    assert world.registries[0].get_sample_value("kith_handover_oldest_unanswered_seconds") == 7200


def days_of_reviews(case: Case, days: int) -> list[tuple[int, int]]:
    """Return the days on which reviews are called for, as (real day, its number)."""
    found = []
    for day in range(days + 1):
        now = case.opened_at + timedelta(days=day, hours=12)
        while (move := ripe(case, now, timing)) is not None:
            case = moved(case, move, timing)
            if move.action is Action.REVIEW_DUE:
                found.append((day, move.review_day or 0))
    return found


def test_each_level_is_reviewed_in_its_own_rhythm() -> None:
    taken = {"state": State.IN_HAND}

    assert days_of_reviews(a_case(level=1, **taken), 90) == []
    assert [number for _, number in days_of_reviews(a_case(level=3, **taken), 120)] == [28, 56, 84, 112]
    assert [number for _, number in days_of_reviews(a_case(level=4, **taken), 10)] == list(range(1, 11))


def test_with_a_safety_plan_a_case_at_level_4_is_reviewed_every_14_days() -> None:
    case = moved(a_case(level=4, state=State.IN_HAND), a_move(Action.SAFETY_PLAN, OFFICER), timing)

    assert [number for _, number in days_of_reviews(case, 60)] == [14, 28, 42, 56]


def test_a_case_still_open_at_level_2_on_day_28_goes_to_the_partnership() -> None:
    case = a_case(level=2, state=State.IN_HAND)
    reviews = days_of_reviews(case, 28)
    late = ripe(case, case.opened_at + timedelta(days=28, hours=12), timing)
    assert late is not None

    after = moved(case, late, timing)

    assert [number for _, number in reviews][:2] == [14, 28]
    assert after.standing.level == 3
    assert late.actor is PLATFORM


async def test_day_28_is_announced_as_a_review_and_as_an_escalation() -> None:
    world = Replicas()
    case = a_case(level=2, state=State.IN_HAND)
    await world.hold(case)
    world.clock.advance(timedelta(days=29))

    await world.timers()[0].tick()

    assert len(await world.announced(CaseEscalated)) == 1
    assert [event.model_dump()["review_day"] for event in await world.announced(CaseReviewDue)] == [28]


def test_an_outage_of_months_calls_for_one_review_and_a_supervisor() -> None:
    case = a_case(level=3, state=State.IN_HAND)

    move = ripe(case, case.opened_at + timedelta(days=100), timing)

    assert move is not None
    assert move.review_day == 84


@pytest.mark.parametrize(
    ("opened", "day", "expected"),
    [
        (datetime(2026, 3, 20, 9, tzinfo=UTC), 14, datetime(2026, 4, 7, 16, tzinfo=UTC)),  # Good Friday: after Easter
        (datetime(2026, 10, 14, 9, tzinfo=UTC), 14, datetime(2026, 10, 28, 17, tzinfo=UTC)),  # over the October change
        (datetime(2026, 3, 16, 9, tzinfo=UTC), 14, datetime(2026, 3, 30, 16, tzinfo=UTC)),  # over the March change
    ],
)
def test_reviews_fall_on_working_days_and_keep_london_time(opened: datetime, day: int, expected: datetime) -> None:
    review = next_review(a_case(level=2, opened_at=opened, watch=Watch()), ENGLAND)

    assert review is not None
    assert (review.day, review.at) == (day, expected)


def test_at_level_4_a_day_is_a_day_also_over_christmas_and_the_clock_change() -> None:
    christmas = a_case(level=4, opened_at=datetime(2026, 12, 24, 15, 30, tzinfo=UTC))
    october = a_case(level=4, opened_at=datetime(2026, 10, 24, 9, 0, tzinfo=UTC))

    first, second = next_review(christmas, ENGLAND), next_review(october, ENGLAND)

    assert first is not None
    assert first.at == datetime(2026, 12, 25, 15, 30, tzinfo=UTC)
    assert second is not None
    assert second.at == datetime(2026, 10, 25, 10, 0, tzinfo=UTC)


@given(
    st.integers(0, 700 * 24 * 60).map(lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)),
    st.sampled_from(list(Grade)),
    st.sampled_from([1, 2, 3, 4]),
)
def test_a_new_case_wakes_first_at_its_due_time(opened: datetime, grade: Grade, level: int) -> None:
    allowed, due_at = ENGLAND(level, grade.name, opened)
    standing = Standing(level, allowed, "lead", due_at, community_allowed=False)

    woken = wake_at(a_case(level=level, opened_at=opened, standing=standing), ENGLAND)

    assert woken == due_at == deadlines(opened, Grade[allowed], level, ENGLAND.holidays).review
