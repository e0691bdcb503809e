"""Problems (SARA): no stage is left without what it is for, and no change is claimed on a few events."""

from collections.abc import AsyncIterator
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx
import pytest

from services.triage.adapters.analytics.rate_ratio import rate_ratio
from services.triage.application.pattern_ports import NewPattern
from services.triage.domain.impact import Counts, displacement_quotient, percentage_of
from services.triage.domain.patterns.pattern import Key, Kind, Pattern
from services.triage.domain.problem_gates import CHEERS, PAT_BOXES, QUESTIONS, missing, names_somebody
from shared.runtime.ids import new_id
from tests.support.cases import NOON
from tests.support.triage import Triage, triage
from tests.unit.triage import clients

SCANNING: dict[str, Any] = {
    "statement": "Noise and litter at the bandstand on weekend evenings",
    "report_ids": [str(new_id()), str(new_id())],
    "place": "X01",
    "period_from": "2026-01-01",
    "period_to": "2026-02-28",
    "affected": "people who live around the park",
    "cheers": dict.fromkeys(CHEERS, "answered"),
    "lead_role": "council community safety",
    "lead_accepted": True,
    "victims_contacted": True,
    "immediate_risks_handled": True,
}
ANALYSIS: dict[str, Any] = {
    "five_w_one_h": dict.fromkeys(QUESTIONS, "answered"),
    "pat": dict.fromkeys(PAT_BOXES, "answered"),
    "chosen_sides": ["place"],
    "tried_before": "patrols, for a month",
    "sources": [{"kind": "peoples_account", "name": "doorstep talks"}, {"kind": "reports", "name": "reports"}],
    "community_insight": "there is nowhere else to go after dark",
    "hypotheses": [{"id": "h1", "side": "place", "statement": "the lights are off after nine", "testable": True}],
    "baseline_weeks": 8,
    "comparison_area": "X02",
}
RESPONSE: dict[str, Any] = {
    "actions": [
        {
            "what": "keep the lights on",
            "side": "place",
            "owner_role": "parks",
            "due_on": "2026-04-01",
            "hypothesis_id": "h1",
        }
    ],
    "equality_screen": True,
}
ASSESSMENT: dict[str, Any] = {
    "process": "done as planned",
    "counts": {
        "weeks_before": 8, "weeks_after": 8, "before": 40, "after": 20, "comparison_before": 40, "comparison_after": 40,
    },
    "displacement_check": "none seen",
    "victim_feedback": "better",
    "community_feedback": "better",
    "judgement": "reduced",
    "lessons": "light helps",
}  # fmt: skip
WHOLE = {"scanning": SCANNING, "analysis": ANALYSIS, "response": RESPONSE, "assessment": ASSESSMENT}


@pytest.mark.parametrize("stage", WHOLE)
def test_every_gate_opens_for_what_the_stage_is_for_and_for_nothing_less(stage: str) -> None:
    assert missing(stage, WHOLE) == ()
    assert len(missing(stage, {})) >= 5 or stage == "response"
    for name in WHOLE[stage]:
        without = {key: value for key, value in WHOLE[stage].items() if key != name}
        assert missing(stage, WHOLE | {stage: without}), name


@pytest.mark.parametrize(
    ("stage", "change", "lacking"),
    [
        ("scanning", {"report_ids": ["one"]}, "report_ids"),
        ("analysis", {"sources": [{"kind": "reports", "name": "a"}, {"kind": "police", "name": "b"}]}, "sources"),
        ("analysis", {"chosen_sides": ["place", "target"]}, "hypotheses"),
        ("analysis", {"baseline_weeks": 7}, "baseline_weeks"),
        ("response", {"actions": [RESPONSE["actions"][0] | {"enforcement": True}]}, "not enforcement"),
        ("response", {"actions": [RESPONSE["actions"][0] | {"asset_role": "host"}]}, "risk review"),
        ("response", {"actions": [RESPONSE["actions"][0] | {"hypothesis_id": "h2"}]}, "each for a hypothesis"),
        ("assessment", {"counts": ASSESSMENT["counts"] | {"weeks_after": 4}}, "same length"),
    ],
)
def test_each_missing_thing_is_named(stage: str, change: dict[str, Any], lacking: str) -> None:
    assert any(lacking in name for name in missing(stage, WHOLE | {stage: WHOLE[stage] | change}))


def test_one_referral_of_level_4_is_enough() -> None:
    assert missing("scanning", {"scanning": SCANNING | {"report_ids": [], "level_4_referral": str(new_id())}}) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Smith at the flat", True),
        ("MRS EXAMPLE", True),
        ("the house, 12 Example Street", True),
        ("near ZZ1 2AB", True),
        ("DOB 01/02/1990", True),
        ("born on 1 May 1990", True),
        ("group A at Beaumont Park", False),
        ("the 24 hour shop on Example Street", False),
        ("h1 2nd visit, from 9am to 2pm", False),
        (str(new_id()), False),
    ],
)
def test_a_named_person_is_noticed(text: str, names: object) -> None:
    assert names_somebody({"pat": {"offender": text}}) is names


def test_the_rate_ratio_is_told_with_its_interval() -> None:
    found = rate_ratio(Counts(40, 20, 40, 40))

    assert found.ratio == pytest.approx(0.5, abs=0.02)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 0.5 < found.high


def test_twice_the_events_everywhere_leave_the_ratio_and_narrow_the_interval() -> None:
    once, twice = rate_ratio(Counts(40, 20, 40, 40)), rate_ratio(Counts(80, 40, 80, 80))

    assert twice.ratio == pytest.approx(once.ratio, abs=0.01)
    assert (twice.high or 0) - (twice.low or 0) < (once.high or 0) - (once.low or 0)


def test_many_events_are_told_with_the_log_normal_interval() -> None:
    exact, many = rate_ratio(Counts(250, 200, 250, 250)), rate_ratio(Counts(300, 240, 300, 300))

    assert many.ratio == 0.8
    assert many.ratio == pytest.approx(exact.ratio, abs=0.01)
    assert many.low == pytest.approx(exact.low, abs=0.03)
    assert many.high == pytest.approx(exact.high, abs=0.05)
    assert rate_ratio(Counts(1_000_000, 0, 1_000_000, 1_000_000)).high is not None


def test_nothing_is_claimed_where_there_was_nothing() -> None:
    assert rate_ratio(Counts(0, 0, 5, 5)).ratio is None


@pytest.mark.parametrize(("before", "told"), [(19, None), (20, -50.0)])
def test_no_percentage_on_fewer_than_20_events(before: int, told: float | None) -> None:
    assert percentage_of(Counts(before, before // 2, 9, 9)) == told


def test_displacement_is_negative_and_diffusion_positive() -> None:
    assert displacement_quotient(Counts(40, 20, 40, 40, 10, 20)) == -0.5
    assert displacement_quotient(Counts(40, 20, 40, 40, 20, 10)) == 0.5
    assert displacement_quotient(Counts(40, 20, 40, 40)) is None


@pytest.fixture
async def service() -> AsyncIterator[Triage]:
    async with triage() as running:
        yield running


async def opened(service: Triage, scanning: dict[str, Any]) -> dict[str, Any]:
    answer = await service.client.post("/v1/problems", headers=clients.OFFICER, json=scanning)
    assert answer.status_code == HTTPStatus.CREATED, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def ask(service: Triage, method: str, problem: dict[str, Any], step: str, body: dict[str, Any]) -> httpx.Response:
    return await service.client.request(
        method,
        f"/v1/problems/{problem['id']}/{step}",
        headers=clients.OFFICER | {"If-Match": f'"{problem["version"]}"'},
        json=body,
    )


async def closed(service: Triage, **assessment: object) -> httpx.Response:
    problem = await opened(service, SCANNING)
    for stage in ("analysis", "response", "assessment"):
        problem = (await ask(service, "POST", problem, "advance", clients.REASON)).json()
        held = WHOLE[stage] | (assessment if stage == "assessment" else {})
        problem = (await ask(service, "PUT", problem, stage, held)).json()
    return await ask(service, "POST", problem, "advance", clients.REASON)


async def test_a_stage_is_not_left_without_what_it_needs(service: Triage) -> None:
    problem = await opened(service, SCANNING | {"report_ids": [], "victims_contacted": False})

    refused = await ask(service, "POST", problem, "advance", clients.REASON)

    assert refused.status_code == HTTPStatus.CONFLICT
    assert refused.json()["missing"] == problem["missing"]
    assert len(refused.json()["missing"]) == 2


async def test_a_whole_problem_is_closed_and_followed_up(service: Triage) -> None:
    answer = await closed(service)
    problem = answer.json()
    assert problem["stage"] == "closed"
    assert problem["impact"]["rate_ratio"]["low"] < 0.5 < problem["impact"]["rate_ratio"]["high"]
    assert [one["months"] for one in problem["follow_ups"]] == [3, 6]

    service.clock.advance(timedelta(days=100))
    due = (await service.client.get("/v1/problems?follow_up_due=true", headers=clients.OFFICER)).json()["items"]
    after = (await ask(service, "POST", problem, "follow-up", clients.REASON | {"months": 3})).json()
    left = (await service.client.get("/v1/problems?follow_up_due=true", headers=clients.OFFICER)).json()["items"]

    assert [one["id"] for one in due] == [problem["id"]]
    assert after["follow_ups"][0]["found"] == clients.REASON["reason"]
    assert left == []


async def test_what_stayed_unchanged_goes_back_to_analysis(service: Triage) -> None:
    refused = await closed(service, judgement="unchanged")
    assert refused.status_code == HTTPStatus.CONFLICT

    problem = (await service.client.get("/v1/problems", headers=clients.OFFICER)).json()["items"][0]
    back = (await ask(service, "POST", problem, "back", clients.REASON | {"to": "analysis"})).json()

    assert back["stage"] == "analysis"
    assert back["data"]["assessment"]["lessons"] == "light helps"


async def test_a_file_that_names_somebody_is_refused(service: Triage) -> None:
    problem = await opened(service, SCANNING)

    answer = await ask(service, "PUT", problem, "scanning", SCANNING | {"affected": "Mrs Example and others"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Example" not in answer.text


async def test_a_problem_that_has_moved_on_is_not_overwritten(service: Triage) -> None:
    problem = await opened(service, SCANNING)
    await ask(service, "PUT", problem, "scanning", SCANNING)

    stale = await ask(service, "PUT", problem, "scanning", SCANNING)

    assert stale.status_code == HTTPStatus.PRECONDITION_FAILED


async def test_a_problem_that_is_opened_again_under_its_key_is_the_same_one(service: Triage) -> None:
    keyed = clients.OFFICER | {"Idempotency-Key": "one"}

    first, again, other = [
        await service.client.post("/v1/problems", headers=keyed, json=body)
        for body in (SCANNING, SCANNING, SCANNING | {"place": "E02002282"})
    ]
    listed = (await service.client.get("/v1/problems", headers=clients.OFFICER)).json()["items"]

    assert again.json() == first.json()
    assert other.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert len(listed) == 1


async def test_a_pattern_leads_to_the_problems_that_began_with_it(service: Triage) -> None:
    pattern = Pattern(
        new_id(), Key(Kind.HOTSPOT, "asb", "891ed3b1d23ffff", "2026-03"), "E02002280", NOON, None, sure=False
    )
    await service.parts.use_cases.ask_for_patterns.patterns.add([NewPattern(pattern, ())])
    mine = await opened(service, SCANNING | {"pattern_ids": [str(pattern.id)]})
    await opened(service, SCANNING)

    shown = (await service.client.get(f"/v1/patterns/{pattern.id}", headers=clients.OFFICER)).json()
    found = (await service.client.get(shown["problems_url"], headers=clients.OFFICER)).json()["items"]

    assert [problem["id"] for problem in found] == [mine["id"]]


async def test_community_coordinators_read_and_do_not_write(service: Triage) -> None:
    answer = await service.client.post("/v1/problems", headers=clients.COORDINATOR, json=SCANNING)

    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert (await service.client.get("/v1/problems", headers=clients.COORDINATOR)).status_code == HTTPStatus.OK


async def test_the_ratio_is_told_once_when_the_counts_are_recorded(service: Triage) -> None:
    problem = (await closed(service)).json()
    stored = await service.database.collection("problems").get(UUID(problem["id"]))

    assert stored is not None
    assert stored["rate_ratio"] == problem["impact"]["rate_ratio"]


async def test_reports_and_referrals_are_counted_for_those_who_may_not_see_every_case(service: Triage) -> None:
    referral = str(new_id())
    problem = await opened(service, SCANNING | {"level_4_referral": referral})
    unsent = {name: value for name, value in SCANNING.items() if name != "report_ids"}
    await ask(service, "PUT", problem, "scanning", unsent)

    for headers in (clients.OFFICER, clients.COORDINATOR, clients.HOUSING):
        seen = await service.client.get(f"/v1/problems/{problem['id']}", headers=headers)
        listed = await service.client.get("/v1/problems", headers=headers)
        assert not any(one in seen.text + listed.text for one in (referral, *SCANNING["report_ids"]))
        assert (
            seen.json()["data"]["scanning"] | {"reports": 2, "level_4_referrals": 1} == seen.json()["data"]["scanning"]
        )
    whole = await service.client.get(f"/v1/problems/{problem['id']}", headers=clients.SUPERVISOR)
    assert whole.json()["data"]["scanning"]["report_ids"] == SCANNING["report_ids"]
    assert whole.json()["data"]["scanning"]["level_4_referral"] == referral


@pytest.mark.parametrize(
    ("step", "more"), [("advance", {}), ("back", {"to": "scanning"}), ("follow-up", {"months": 3})]
)
async def test_no_steps_reason_names_somebody(service: Triage, step: str, more: dict[str, object]) -> None:
    problem = (await closed(service)).json() if step != "advance" else await opened(service, SCANNING)

    answer = await ask(service, "POST", problem, step, {"reason": "Mrs Example asked for it"} | more)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Example" not in answer.text
