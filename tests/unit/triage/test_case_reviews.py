"""ASB case reviews: what counts, who decides, by when, and what is published."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.triage.domain.case_review import TRANSITIONS, Asked, CaseReview, Stage, Step, due_at, stepped
from services.triage.domain.errors import MoveNotAllowedError
from services.triage.domain.qualifying import Complaint, Threshold, eligibility, last_day, qualifies
from shared.runtime.ids import new_id
from tests.support.cases import NOON, OFFICER
from tests.support.triage import Triage, triage
from tests.unit.triage import clients

APPLIED = date(2026, 6, 1)


def a_complaint(
    number: int = 1,
    *,
    agency: str = "police",
    incident: date = date(2026, 5, 1),
    reported: date | None = None,
    **more: Any,
) -> Complaint:
    return Complaint(f"c{number}", f"i{number}", agency, incident, reported or incident, **more)


@pytest.mark.parametrize(
    ("incident", "reported", "counts"),
    [
        (date(2026, 3, 5), date(2026, 4, 4), True),
        (date(2026, 3, 5), date(2026, 4, 5), False),
        (date(2026, 1, 31), date(2026, 2, 28), True),
        (date(2026, 1, 31), date(2026, 3, 1), False),
        (date(2026, 3, 5), date(2026, 3, 4), False),
    ],
)
def test_a_complaint_is_made_within_a_month_beginning_with_the_incident(
    incident: date, reported: date, counts: object
) -> None:
    assert qualifies(a_complaint(incident=incident, reported=reported), APPLIED) is counts


@pytest.mark.parametrize(("applied", "counts"), [(date(2026, 9, 9), True), (date(2026, 9, 10), False)])
def test_an_application_follows_within_six_months_beginning_with_the_complaint(applied: date, counts: object) -> None:
    assert qualifies(a_complaint(incident=date(2026, 3, 10)), applied) is counts


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 12))
def test_a_month_counts_its_first_day_and_no_day_twice(day: date, months: int) -> None:
    last = last_day(day, months)

    assert day <= last
    assert last_day(last + timedelta(days=1), months) > last


@pytest.mark.parametrize("day", [date.max, date(9999, 11, 30), date(9999, 6, 2)])
def test_the_last_day_of_months_at_the_end_of_the_calendar_is_its_last(day: date) -> None:
    assert last_day(day, 6) == date.max


def test_two_to_the_police_and_one_to_the_landlord_are_three() -> None:
    complaints = [a_complaint(1), a_complaint(2), a_complaint(3, agency="housing")]

    assert eligibility(complaints, APPLIED, Threshold()).must_be_met


def test_one_incident_told_to_three_agencies_is_one() -> None:
    told = [
        Complaint(f"c{agency}", "the night of 1 May", agency, date(2026, 5, 1), date(2026, 5, 2))
        for agency in ("police", "housing", "council")
    ]

    assert eligibility(told, APPLIED, Threshold()).qualifying == 1


def test_one_complaint_that_lists_many_incidents_is_one() -> None:
    listing = [Complaint("c1", f"i{n}", "police", date(2026, 5, n), date(2026, 5, 5)) for n in (1, 2, 3)]

    assert eligibility(listing, APPLIED, Threshold()).qualifying == 1


@given(st.permutations([("a", "1"), ("b", "1"), ("b", "2"), ("c", "3"), ("d", "4")]))
def test_the_count_does_not_depend_on_the_order(links: list[tuple[str, str]]) -> None:
    complaints = [Complaint(c, i, "police", date(2026, 5, 1), date(2026, 5, 1)) for c, i in links]

    assert eligibility(complaints, APPLIED, Threshold()).qualifying == 3


def test_what_the_partnership_may_switch_on() -> None:
    two = [a_complaint(1, hate=True), a_complaint(2)]

    assert not eligibility(two, APPLIED, Threshold()).must_be_met
    assert eligibility(two, APPLIED, Threshold(hate_single_complaint=True)).met_by == ("hate",)
    assert eligibility(two, APPLIED, Threshold(linked_location_reports=5), people=5).met_by == ("location",)
    with pytest.raises(ValueError, match="3"):
        Threshold(complaints=4)


def a_review(*complaints: Complaint, stage: Stage = Stage.APPLIED) -> CaseReview:
    return CaseReview(new_id(), NOON, "individual", on_behalf=False, complaints=complaints, stage=stage)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("step", Step)
def test_the_table_says_which_steps_a_stage_allows(stage: Stage, step: Step) -> None:
    asked = Asked(step, OFFICER, "because", NOON, harm_considered="weighed")
    review = a_review(stage=stage)

    if (stage, step) in TRANSITIONS:
        assert stepped(review, asked, Threshold()).stage is TRANSITIONS[stage, step]
    else:
        with pytest.raises(MoveNotAllowedError) as refusal:
            stepped(review, asked, Threshold())
        assert refusal.value.allowed == review.allowed_steps


def test_clocks_run_in_working_days_and_reviews_from_the_threshold() -> None:
    holidays = frozenset({date(2026, 4, 3), date(2026, 4, 6)})
    friday = datetime(2026, 3, 27, 12, tzinfo=UTC)

    assert due_at(a_review(), holidays) == datetime(2026, 3, 9, 17, tzinfo=UTC)
    acknowledged = CaseReview(
        new_id(), friday, "individual", on_behalf=False, complaints=(), stage=Stage.ACKNOWLEDGED, entered_at=friday
    )
    assert due_at(acknowledged, holidays) == datetime(2026, 4, 14, 16, tzinfo=UTC)


@pytest.fixture
async def service() -> AsyncIterator[Triage]:
    async with triage() as running:
        yield running


def given_as(*complaints: Complaint) -> list[dict[str, object]]:
    return [
        {
            "complaint_id": one.complaint_id,
            "incident_id": one.incident_id,
            "agency": one.agency,
            "incident_on": one.incident_on.isoformat(),
            "reported_on": one.reported_on.isoformat(),
            "hate": one.hate,
        }
        for one in complaints
    ]


async def applied(
    service: Triage, *complaints: Complaint, headers: clients.Headers = clients.OFFICER, **more: object
) -> httpx.Response:
    body = {"applicant_kind": "individual", "complaints": given_as(*complaints)} | more
    return await service.client.post("/v1/case-reviews", headers=headers, json=body)


async def take(service: Triage, review: dict[str, Any], step: str, **more: object) -> httpx.Response:
    return await service.client.post(
        f"/v1/case-reviews/{review['id']}/{step}",
        headers=clients.OFFICER | {"If-Match": f'"{review["version"]}"'},
        json=clients.REASON | more,
    )


def in_february(number: int) -> Complaint:
    return a_complaint(number, incident=date(2026, 2, number))


async def test_an_application_is_never_refused_and_tells_of_the_right(service: Triage) -> None:
    answer = await applied(service)

    assert answer.status_code == HTTPStatus.CREATED
    assert answer.json()["eligibility"]["guidance_id"] == "case-review"
    assert not answer.json()["eligibility"]["must_be_met"]


async def test_below_the_threshold_a_person_decides_on_harm(service: Triage) -> None:
    review = (await take(service, (await applied(service)).json(), "acknowledge")).json()

    thoughtless = await take(service, review, "threshold-not-met")
    met = await take(service, review, "threshold-met", harm_considered="afraid at home")

    assert thoughtless.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert met.json()["stage"] == "threshold_met"


async def test_three_qualifying_complaints_cannot_be_found_too_few(service: Triage) -> None:
    review = (await applied(service, *map(in_february, (10, 11, 12)))).json()
    review = (await take(service, review, "acknowledge")).json()

    refused = await take(service, review, "threshold-not-met", harm_considered="not so bad")

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert (await take(service, review, "threshold-met")).json()["stage"] == "threshold_met"


async def test_a_review_goes_its_whole_way_and_is_counted(service: Triage) -> None:
    review = (await applied(service, *map(in_february, (10, 11, 12)))).json()
    for step in ("acknowledge", "threshold-met", "request-information", "panel"):
        review = (await take(service, review, step)).json()
    review = (await take(service, review, "recommendations", recommendations=["support_for_applicant"])).json()
    for step in ("outcome", "action-review", "close"):
        review = (await take(service, review, step)).json()
    turned_down = (await take(service, (await applied(service)).json(), "acknowledge")).json()
    turned_down = (await take(service, turned_down, "threshold-not-met", harm_considered="none stated")).json()
    assert (await take(service, turned_down, "appeal")).json()["stage"] == "appealed"

    figures = (await service.client.get("/v1/case-reviews/figures", params={"year": 2026})).json()

    assert figures == {
        "year": 2026,
        "applications": 2,
        "threshold_not_met": 1,
        "reviews_carried_out": 1,
        "reviews_with_recommendations": 1,
    }
    assert (await service.client.get("/v1/case-reviews/figures", params={"year": 2025})).json()["applications"] == 0


async def test_a_letter_holds_no_word_that_anybody_typed(service: Triage) -> None:
    review = (await take(service, (await applied(service)).json(), "acknowledge")).json()
    secret = "Group A lives at the corner house"
    review = (await take(service, review, "threshold-not-met", reason=secret, harm_considered=secret)).json()

    letter = await service.client.get(f"/v1/case-reviews/{review['id']}/letter", headers=clients.OFFICER)

    assert letter.json()["may_appeal"]
    assert "Group A" not in letter.text
    assert "reason" not in letter.text


async def test_somebody_else_applies_with_consent_only(service: Triage) -> None:
    assert (await applied(service, on_behalf=True)).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert (await applied(service, on_behalf=True, consent=True)).status_code == HTTPStatus.CREATED


async def test_a_step_out_of_order_names_those_that_are_allowed(service: Triage) -> None:
    review = (await applied(service)).json()

    answer = await take(service, review, "close")

    assert answer.status_code == HTTPStatus.CONFLICT
    assert answer.json()["allowed"] == ["acknowledge", "withdraw"]


async def test_anybody_may_ask_what_would_count(service: Triage) -> None:
    body = {"complaints": given_as(in_february(10))}

    answer = await service.client.post("/v1/case-reviews/eligibility", json=body)

    assert answer.json()["qualifying"] == 1
    assert answer.json()["guidance_id"] == "case-review"


@pytest.mark.parametrize("path", ["", "/eligibility"])
@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"incident_on": "9999-12-31"}, "/complaints/0/incident_on"),
        ({"reported_on": "2026-03-05"}, "/complaints/0/reported_on"),
        ({"incident_on": "2014-10-19"}, "/complaints/0/incident_on"),
    ],
)
async def test_a_day_that_cannot_be_is_refused_by_name(
    service: Triage, path: str, days: dict[str, str], field: str
) -> None:
    application = {} if path else {"applicant_kind": "individual"}
    complaint = given_as(in_february(10))[0] | days

    answer = await service.client.post(
        f"/v1/case-reviews{path}", headers=clients.OFFICER, json={"complaints": [complaint], **application}
    )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert [one["pointer"] for one in answer.json()["errors"]] == [field]


async def test_a_retried_application_counts_once(service: Triage) -> None:
    async def apply(who: clients.Headers, key: str, **more: object) -> httpx.Response:
        return await applied(service, headers=who | {"Idempotency-Key": key}, **more)

    first = (await apply(clients.OFFICER, "one")).json()
    moved_on = (await take(service, first, "acknowledge")).json()
    answers = [
        await apply(clients.OFFICER, "one"),
        await apply(clients.OFFICER, "two"),
        await apply(clients.SECOND_OFFICER, "one"),
    ]
    figures = (await service.client.get("/v1/case-reviews/figures", params={"year": 2026})).json()

    assert answers[0].json() == moved_on
    assert len({answer.json()["id"] for answer in answers}) == 3
    assert figures["applications"] == 3


async def test_a_key_that_came_with_another_application_is_refused(service: Triage) -> None:
    headers = clients.OFFICER | {"Idempotency-Key": "one"}
    await applied(service, headers=headers)

    answer = await applied(service, in_february(10), headers=headers)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.json()["type"] == "/problems/idempotency-key-reused"


@pytest.mark.parametrize("path", ["/v1/case-reviews", "/v1/problems"])
async def test_the_key_of_a_retry_is_documented_and_a_malformed_one_named(service: Triage, path: str) -> None:
    described = (await service.client.get("/openapi.json")).json()["paths"][path]["post"]["parameters"]

    answer = await service.client.post(path, headers=clients.OFFICER | {"Idempotency-Key": '"'}, json={})

    assert [one["name"] for one in described] == ["Idempotency-Key"]
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert [one["pointer"] for one in answer.json()["errors"]] == ["/header/Idempotency-Key"]


async def test_today_is_todays_date_in_london(service: Triage) -> None:
    service.clock.advance(datetime(2026, 6, 1, 23, 30, tzinfo=UTC) - service.clock.now())
    body = {"complaints": given_as(a_complaint(incident=date(2026, 6, 2)))}

    answer = await service.client.post("/v1/case-reviews/eligibility", json=body)

    assert answer.json()["qualifying"] == 1
