"""What has to hold before a case is closed (1.1), and speaking to the reporter in time."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from http import HTTPStatus

import pytest

from services.triage.domain.actions import Action, State
from services.triage.domain.case import Case, Progress
from services.triage.domain.errors import ExitNotMetError
from services.triage.domain.move import PLATFORM, Ending
from services.triage.domain.moves import moved
from services.triage.domain.timers import ripe
from shared.contracts.triage import CaseEscalated, CaseOverdue
from shared.messaging.codec import event_from_stored
from tests.support.cases import NOON, SUPERVISOR, a_case, a_move, timing
from tests.support.triage import Triage, triage
from tests.unit.triage import clients

DAY = timedelta(days=1)
SETTLED = Ending(problem_assessed=True, victim_told=True)
AGREED = Ending(held_by_agency=True, victim_consulted="unsafe")


def looked_at(case: Case, *days: int) -> Case:
    """The case after reviews on these days."""
    for day in days:
        case = moved(case, a_move(Action.REVIEW, at=NOON + day * DAY), timing)
    return case


def closing(case: Case, ending: Ending, *, ram: str | None = "standard", day: int = 60) -> Case:
    return moved(case, a_move(Action.CLOSE, ending=ending, ram_band=ram, at=NOON + day * DAY), timing)


def test_partnership_work_is_closed_once_all_of_it_is_done() -> None:
    assert closing(looked_at(a_case(level=3), 28, 56), SETTLED).state is State.CLOSED


@pytest.mark.parametrize(
    ("reviews", "ending", "ram", "lacking"),
    [
        ((28, 56), replace(SETTLED, problem_assessed=False), "standard", "problem_id"),
        ((28, 56), replace(SETTLED, victim_told=False), "standard", "victim_told"),
        ((28, 56), SETTLED, None, "ram_score"),
        ((28, 56), SETTLED, "medium", "ram_score"),
        ((28,), SETTLED, "standard", "two reviews"),
        ((1, 2, 29, 30), SETTLED, "standard", "two reviews"),
        ((28, 84), SETTLED, "standard", "two reviews"),
    ],
)
def test_what_partnership_work_lacks_is_named(
    reviews: tuple[int, ...], ending: Ending, ram: str | None, lacking: str
) -> None:
    with pytest.raises(ExitNotMetError) as refusal:
        closing(looked_at(a_case(level=3), *reviews), ending, ram=ram, day=90)

    assert [missing.partition(":")[0].partition(" in a row")[0] for missing in refusal.value.missing] == [lacking]


def test_quiet_reviews_count_from_the_last_linked_incident() -> None:
    disturbed = a_case(level=3, progress=Progress(incident_at=NOON + 20 * DAY))

    with pytest.raises(ExitNotMetError):
        closing(looked_at(disturbed, 28, 56), SETTLED)
    assert closing(looked_at(disturbed, 48, 76), SETTLED, day=77).state is State.CLOSED


@pytest.mark.parametrize(
    ("ending", "lacking"),
    [
        (replace(AGREED, held_by_agency=False), "a safety plan, or held_by_agency"),
        (replace(AGREED, victim_consulted=None), "victim_consulted"),
    ],
)
def test_what_a_case_at_high_risk_lacks_is_named_to_the_first_person_already(ending: Ending, lacking: str) -> None:
    with pytest.raises(ExitNotMetError) as refusal:
        closing(a_case(level=4), ending)

    assert [missing.partition(":")[0] for missing in refusal.value.missing] == [lacking]


def test_a_case_at_high_risk_with_a_safety_plan_is_closed_by_two_people() -> None:
    planned = moved(a_case(level=4), a_move(Action.SAFETY_PLAN), timing)
    close = a_move(Action.CLOSE, ending=Ending(victim_consulted="yes"))

    proposed = moved(planned, close, timing)

    assert moved(proposed, replace(close, actor=SUPERVISOR), timing).state is State.CLOSED


@pytest.mark.parametrize(("day", "closes"), [(27, False), (28, True)])
def test_at_level_2_nothing_linked_has_happened_for_28_days(day: int, *, closes: bool) -> None:
    case = a_case(level=2, progress=Progress(incident_at=NOON))

    if closes:
        assert closing(case, Ending(), ram=None, day=day).state is State.CLOSED
    else:
        with pytest.raises(ExitNotMetError, match="28 days"):
            closing(case, Ending(), ram=None, day=day)


@pytest.mark.parametrize("level", [1, 2])
def test_below_level_3_a_reason_is_enough(level: int) -> None:
    assert closing(a_case(level=level), Ending(), ram=None).state is State.CLOSED


@pytest.mark.parametrize(("band", "level"), [("standard", 2), ("medium", 3), ("high", 4)])
def test_a_score_that_a_person_gives_at_a_review_raises_and_never_lowers(band: str, level: int) -> None:
    for before in (2, 3, 4):
        after = moved(a_case(level=before), a_move(Action.REVIEW, ram_band=band), timing)
        assert after.standing.level == max(before, level)


def awaiting_contact(level: int) -> Case:
    grade = {2: "PLANNED", 3: "STANDARD", 4: "PRIORITY"}[level]
    due = timing.contact(level, grade, NOON)
    return a_case(level=level, state=State.IN_HAND, progress=Progress(contact_due_at=due))


def missed_contacts(case: Case, *, until: int = 20) -> list[Action]:
    done: list[Action] = []
    while (move := ripe(case, NOON + until * DAY, timing)) is not None and len(done) < 100:
        case = moved(case, move, timing)
        done += [move.action] if move.action is Action.CONTACT_OVERDUE else []
    return done


@pytest.mark.parametrize("level", [3, 4])
def test_a_contact_that_nobody_made_is_told_once(level: int) -> None:
    assert missed_contacts(awaiting_contact(level)) == [Action.CONTACT_OVERDUE]


def test_a_contact_that_was_made_stops_the_clock() -> None:
    made = moved(awaiting_contact(3), a_move(Action.CONTACT_MADE), timing)

    assert missed_contacts(made) == []


def test_at_level_2_a_missed_contact_brings_the_partnership_in_with_a_contact_clock_of_its_own() -> None:
    case = awaiting_contact(2)
    due = case.progress.contact_due_at
    assert due is not None

    raised = moved(case, a_move(Action.CONTACT_OVERDUE, PLATFORM, at=due), timing)

    assert raised.standing.level == 3
    assert raised.progress.contact_due_at == timing.contact(3, "STANDARD", due)
    assert missed_contacts(raised) == [Action.CONTACT_OVERDUE]


def test_a_case_that_rises_brings_the_contact_forward_and_never_back() -> None:
    for before in (2, 3):
        case = awaiting_contact(before)
        after = moved(case, a_move(Action.RAISE, level=4), timing)
        assert after.progress.contact_due_at == timing.contact(4, "PRIORITY", NOON)
        assert case.progress.contact_due_at is not None
        assert after.progress.contact_due_at < case.progress.contact_due_at


def test_a_case_taken_up_again_is_spoken_about_anew() -> None:
    made = moved(awaiting_contact(2), a_move(Action.CONTACT_MADE), timing)
    closed = moved(made, a_move(Action.CLOSE), timing)

    again = moved(closed, a_move(Action.REOPEN, at=NOON + 3 * DAY), timing)

    assert again.progress == Progress(contact_due_at=timing.contact(2, "PLANNED", NOON + 3 * DAY))


@pytest.fixture
async def service() -> AsyncIterator[Triage]:
    async with triage() as running:
        yield running


async def test_what_is_missing_is_a_409_that_names_it_and_the_moves_that_are_allowed(service: Triage) -> None:
    _, case_id = await clients.a_case_of(service, "he pulled a blade on me")

    answer = await clients.move(service, f"{case_id}/close", clients.SUPERVISOR, 1)
    agreed = await clients.move(
        service, f"{case_id}/close", clients.SUPERVISOR, 1, held_by_agency=True, victim_consulted="unsafe"
    )

    assert (answer.status_code, answer.json()["type"]) == (HTTPStatus.CONFLICT, "/problems/exit-not-met")
    assert [missing.split(":")[0] for missing in answer.json()["missing"]] == [
        "a safety plan, or held_by_agency",
        "victim_consulted",
    ]
    assert "safety-plan" in answer.json()["allowed"]
    assert agreed.json()["awaiting_second_authoriser"]


async def test_a_reporter_whom_nobody_spoke_to_in_time_is_announced_and_the_case_goes_up(service: Triage) -> None:
    _, case_id = await clients.a_case_of(service, "Cockerel at five every morning", has_contact=True)
    case = (await clients.read(service, case_id, clients.OFFICER)).json()
    taken = await clients.move(service, f"{case_id}/take", clients.OFFICER, 1)
    assert (case["level"], taken.status_code) == (2, HTTPStatus.OK)

    service.clock.time = datetime.fromisoformat(case["contact_due_at"])
    await service.parts.timers.tick()
    now = (await clients.read(service, case_id, clients.SUPERVISOR)).json()
    told = [
        event_from_stored(entry["event"])
        for document in service.database.collection("cases").everything()
        for entry in document["outbox"]
    ]

    assert now["level"] == 3
    assert [event.reason_code for event in told if isinstance(event, CaseEscalated)] == ["contact_overdue"]
    assert [event.missed for event in told if isinstance(event, CaseOverdue)] == ["contact"]


async def test_the_contact_that_was_made_is_shown(service: Triage) -> None:
    _, case_id = await clients.a_case_of(service, "Cockerel at five every morning")

    made = await clients.move(service, f"{case_id}/contact-made", clients.OFFICER, 1)

    assert made.json()["contact_made_at"] is not None
