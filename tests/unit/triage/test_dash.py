"""DASH and MARAC: any one criterion refers, none takes a referral away, and no answer leaves its store."""

from collections.abc import AsyncIterator
from http import HTTPStatus
from itertools import product
from uuid import UUID

import httpx
import pytest

from services.triage.domain.dash import Dash, MaracPolicy, marac_criteria
from shared.messaging.codec import event_from_stored
from tests.support.memory_store import Fault
from tests.support.triage import Triage, triage
from tests.unit.triage.clients import FOUNDED, OFFICER, REASON, SECOND_SUPERVISOR, SUPERVISOR, a_case_of, move

TRAINED = {"Authorization": "Bearer officer+dash_trained:dee"}


def a_dash(ticks: int, *, judgement: bool = False, events: int = 0, repeat: bool = False) -> Dash:
    answers = tuple(number < ticks for number in range(24))
    return Dash("safelives_dash", answers, judgement, events, repeat)


@pytest.mark.parametrize(
    ("dash", "refers"),
    [
        (a_dash(13, judgement=True), True),
        (a_dash(14, judgement=False), True),
        (a_dash(13, events=3), True),
        (a_dash(13, events=2), False),
        (a_dash(0, repeat=True), True),
        (a_dash(13), False),
    ],
)
def test_the_referral_rule(dash: Dash, refers: object) -> None:
    assert bool(marac_criteria(dash, MaracPolicy())) is refers


def test_no_factor_ever_takes_a_referral_away() -> None:
    for ticks, judgement, events, repeat in product((0, 13, 14, 24), (False, True), (0, 3), (False, True)):
        fewer = set(marac_criteria(a_dash(ticks), MaracPolicy()))
        more = set(marac_criteria(a_dash(ticks, judgement=judgement, events=events, repeat=repeat), MaracPolicy()))
        assert fewer <= more


@pytest.mark.parametrize(
    ("ticks", "band"), [(1, "standard"), (9, "standard"), (10, "medium"), (13, "medium"), (14, "high")]
)
def test_the_suggested_bands(ticks: int, band: str) -> None:
    assert a_dash(ticks).band == band


def test_the_number_of_events_is_the_partnerships_to_set() -> None:
    assert marac_criteria(a_dash(0, events=3), MaracPolicy(escalation_events=5)) == ()


@pytest.fixture
async def service() -> AsyncIterator[Triage]:
    async with triage() as running:
        yield running


async def recorded(
    service: Triage, case_id: str, ticks: int, who: dict[str, str], *, version: int = 1, **changes: object
) -> httpx.Response:
    body = {
        "tool": "safelives_dash",
        "answers": [number < ticks for number in range(24)],
        "professional_judgement": False,
        "da_events_12m": 0,
        "repeat_marac": False,
    } | changes
    return await service.client.post(f"/v1/cases/{case_id}/dash", headers=who | {"If-Match": f'"{version}"'}, json=body)


async def test_a_case_at_high_risk_gets_a_referral_task_and_goes_to_level_4(service: Triage) -> None:
    _, case_id = await a_case_of(service, "Cockerel at five every morning")

    case = (await recorded(service, case_id, 14, TRAINED)).json()
    done = await move(service, f"{case_id}/referred", SUPERVISOR, 2)

    assert [(task["kind"], task["because"]) for task in case["tasks"]] == [("marac_referral", ["visible_high_risk"])]
    assert case["level"] == 4
    assert done.json()["tasks"] == []


async def test_a_low_score_takes_nothing_down(service: Triage) -> None:
    _, case_id = await a_case_of(service, "he pulled a blade on me")

    case = (await recorded(service, case_id, 1, TRAINED)).json()

    assert case["level"] == 4
    assert case["tasks"] == []


async def test_a_second_dash_brings_a_lowered_case_back_to_level_4_and_joins_the_task(service: Triage) -> None:
    _, case_id = await a_case_of(service, "Cockerel at five every morning")
    await recorded(service, case_id, 14, TRAINED)
    await move(service, f"{case_id}/lower", SUPERVISOR, 2, level=3, **FOUNDED)
    lowered = await move(service, f"{case_id}/lower", SECOND_SUPERVISOR, 3, level=3, **FOUNDED)
    assert lowered.json()["level"] == 3

    case = (await recorded(service, case_id, 3, TRAINED, version=4, repeat_marac=True)).json()

    assert case["level"] == 4
    assert [task["because"] for task in case["tasks"]] == [["visible_high_risk", "repeat_marac"]]
    assert case["tasks"][0]["due_at"] == lowered.json()["tasks"][0]["due_at"]


@pytest.mark.parametrize(("version", "refusal"), [(7, HTTPStatus.PRECONDITION_FAILED), (2, HTTPStatus.CONFLICT)])
async def test_answers_that_the_case_refuses_are_not_kept(service: Triage, version: int, refusal: HTTPStatus) -> None:
    _, case_id = await a_case_of(service, "Cockerel at five every morning")
    assert (await move(service, f"{case_id}/close", OFFICER, 1)).json()["state"] == "closed"

    answer = await recorded(service, case_id, 14, TRAINED, version=version)

    assert answer.status_code == refusal
    assert service.database.collection("dash_answers").everything() == []


async def test_what_is_kept_is_what_the_case_was_told_also_where_the_store_failed_in_between(service: Triage) -> None:
    _, case_id = await a_case_of(service, "Cockerel at five every morning")
    service.database.faults.plan(Fault("update_one", collection="cases"))
    assert (await recorded(service, case_id, 14, TRAINED)).status_code == HTTPStatus.SERVICE_UNAVAILABLE

    case = (await recorded(service, case_id, 3, TRAINED)).json()

    named = UUID(case["history"][-1]["particulars"]["dash_id"])
    kept = {one["_id"]: sum(one["answers"]) for one in service.database.collection("dash_answers").everything()}
    assert kept[named] == 3
    assert case["tasks"] == []


async def test_only_trained_people_record_one(service: Triage) -> None:
    _, case_id = await a_case_of(service, "he pulled a blade on me")

    for untrained in (OFFICER, SUPERVISOR):
        assert (await recorded(service, case_id, 14, untrained)).status_code == HTTPStatus.FORBIDDEN


async def test_an_assessment_with_questions_missing_is_refused(service: Triage) -> None:
    _, case_id = await a_case_of(service, "he pulled a blade on me")

    answer = await recorded(service, case_id, 14, TRAINED, tool="police_dash_2009")

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert REASON["reason"] not in answer.text


async def test_answers_and_ticks_are_in_their_own_store_and_nowhere_else(service: Triage) -> None:
    _, case_id = await a_case_of(service, "Cockerel at five every morning")

    answer = await recorded(service, case_id, 17, TRAINED)
    documents = service.database.collection("cases").everything()
    events = [event_from_stored(entry["event"]) for document in documents for entry in document["outbox"]]

    assert len(service.database.collection("dash_answers").everything()) == 1
    assert "answers" not in answer.text
    assert "ticks" not in answer.text
    assert "answers" not in repr(documents)
    assert all("dash" not in event.model_dump_json() and "marac" not in event.model_dump_json() for event in events)
