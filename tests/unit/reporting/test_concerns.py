"""What is reported already: found nearby, joined, and told of again."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.reporting.domain.categories import KINDS
from services.reporting.domain.nearness import LARGEST, metres_between, radius_of
from shared.contracts.reporting import ReportSubmitted, ReportSupported
from shared.contracts.triage import CaseClosed
from tests.support.case_events import case_event, heard, opened
from tests.support.reporting import REPORT, Reporting, running_reporting

PARK = {"lat": 53.6458, "lon": -1.7850}
KIND = "nui.rowdy_gathering"


async def listed(reporting: Reporting, **changes: Any) -> dict[str, Any]:
    """Post a report in the park that is then opened at level 2."""
    accepted: dict[str, Any] = (await reporting.post(REPORT | {"location": PARK} | changes)).json()
    await heard(reporting, opened(accepted["id"], category=changes.get("category", KIND)))
    return accepted


async def nearby(reporting: Reporting, **query: Any) -> list[dict[str, Any]]:
    answer = await reporting.http.get("/v1/reports:nearby", params={"category": KIND, **PARK, **query})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["reports"]
    return found


async def support(reporting: Reporting, reference: str, key: str) -> httpx.Response:
    return await reporting.http.post(f"/v1/reports/{reference}/support", headers={"idempotency-key": key})


async def test_an_open_report_of_the_same_kind_nearby_is_offered_without_words_or_place() -> None:
    async with running_reporting() as reporting:
        accepted = await listed(reporting, text="planted words", contact={"name": "Planted"})
        answer = await reporting.http.get("/v1/reports:nearby", params={"category": KIND, **PARK})
        found = answer.json()["reports"]

        assert [one["reference"] for one in found] == [accepted["reference"]]
        assert found[0]["support_url"].endswith(f"/v1/reports/{accepted['reference']}/support")
        assert "lanted" not in answer.text
        assert not [word for word in ("53.6", "-1.7", accepted["id"]) if word in answer.text]


@pytest.mark.parametrize(
    "query", [{"category": "nui.parking"}, {"lat": 53.66}, {"lon": -1.75}, {"category": "saf.child"}]
)
async def test_other_kinds_and_other_places_are_not_offered(query: dict[str, Any]) -> None:
    async with running_reporting() as reporting:
        await listed(reporting)

        assert await nearby(reporting, **query) == []


async def test_what_nobody_weighed_is_sensitive_or_closed_is_not_offered() -> None:
    async with running_reporting() as reporting:
        await reporting.post(REPORT | {"location": PARK})
        await listed(reporting, share_with_community="no")
        grave = (await reporting.post(REPORT | {"location": PARK})).json()
        await heard(reporting, opened(grave["id"], category=KIND, level=3))
        closed = await listed(reporting)
        await heard(reporting, case_event(CaseClosed, closed["id"], 5, outcome="resolved"))

        assert await nearby(reporting) == []


async def test_of_many_the_last_few_are_kept_and_a_handful_offered() -> None:
    async with running_reporting(limits={"public_reports": 1000}) as reporting:
        for _ in range(30):
            await listed(reporting)
        places = [document async for document in reporting.database.collection("public_places").find({})]

        assert len(await nearby(reporting)) == 5
        assert [len(document["open"]) for document in places] == [8]


@given(lat=st.floats(49, 61), lon=st.floats(-8, 2), dlat=st.floats(-0.002, 0.002), dlon=st.floats(-0.003, 0.003))
def test_distance_is_symmetrical_and_about_right(lat: float, lon: float, dlat: float, dlon: float) -> None:
    one, other = (lat, lon), (lat + dlat, lon + dlon)

    assert metres_between(one, other) == pytest.approx(metres_between(other, one))
    assert abs(dlat) * 110_000 <= metres_between(one, other) + 0.01 <= (abs(dlat) + abs(dlon)) * 112_000 + 0.02


def test_every_public_kind_has_a_radius_that_the_cells_reach() -> None:
    assert {radius_of(kind.id) for kind in KINDS if not kind.is_private} <= set(range(50, LARGEST + 1))


async def test_joining_adds_a_supporter_once_and_never_a_report() -> None:
    async with running_reporting() as reporting:
        accepted = await listed(reporting)
        keys = [f"a-key-of-somebody-{number % 6}" for number in range(12)]
        answers = await asyncio.gather(*(support(reporting, accepted["reference"], key) for key in keys))
        assert {answer.status_code for answer in answers} <= {200, 409}
        for key in keys:
            assert (await support(reporting, accepted["reference"], key)).json()["supporters"] in {None, 5, 6}
        events = [
            event for event in await reporting.published("kith.reports.v1", 7) if isinstance(event, ReportSupported)
        ]

        assert (await nearby(reporting))[0]["supporters"] == 6
        assert sorted(event.supporters for event in events) == [1, 2, 3, 4, 5, 6]
        assert {event.concern_id for event in events} == {UUID(accepted["id"])}
        assert await reporting.database.collection("reports").count({}) == 1


async def test_few_supporters_are_not_told() -> None:
    async with running_reporting() as reporting:
        accepted = await listed(reporting)
        answer = await support(reporting, accepted["reference"], "a-key-of-my-own-x")

        assert answer.json() == {"reference": accepted["reference"], "supporters": None}


async def test_what_may_not_be_seen_may_not_be_joined() -> None:
    async with running_reporting() as reporting:
        unweighed = (await reporting.post(REPORT)).json()
        statuses = [
            (await support(reporting, reference, "a-key-of-my-own-x")).status_code
            for reference in (unweighed["reference"], "KTH-0000-0000", "nonsense")
        ]
        keyless = await reporting.http.post(f"/v1/reports/{unweighed['reference']}/support")

        assert statuses == [404, 404, 404]
        assert keyless.status_code == 422


async def test_another_occurrence_belongs_to_the_concern_with_its_own_date() -> None:
    async with running_reporting() as reporting:
        first = await listed(reporting)
        url = f"/v1/reports/{first['reference']}/occurrences"
        again = {"text": "They were back, louder.", "when": "last_night", "happened_on": "2026-11-19"}
        answers = [
            await reporting.http.post(url, json=again, headers={"idempotency-key": "again-and-again-1"}) for _ in "ab"
        ]
        event = (await reporting.published("kith.reports.v1", 2))[1]

        assert [answer.status_code for answer in answers] == [202, 202]
        assert answers[0].json()["id"] == answers[1].json()["id"] != first["id"]
        assert isinstance(event, ReportSubmitted)
        assert (event.concern_id, event.partition_key) == (UUID(first["id"]), first["id"])
        assert (event.happened_on and event.happened_on.isoformat(), event.intake.category) == ("2026-11-19", KIND)
        assert event.cell
        assert [one["reference"] for one in await nearby(reporting)] == [first["reference"]]


async def test_an_occurrence_of_a_private_concern_takes_its_secret() -> None:
    async with running_reporting() as reporting:
        first = (await reporting.post({"category": "per.harassment", "text": "He follows me"})).json()
        url = f"/v1/reports/{first['reference']}/occurrences"
        answers = [
            await reporting.http.post(url, json={"text": "Again"}, headers=headers)
            for headers in ({}, {"x-follow-up-secret": "wrong"}, {"x-follow-up-secret": first["follow_up_secret"]})
        ]

        assert [answer.status_code for answer in answers] == [404, 404, 202]


@pytest.mark.parametrize("day", ["2026-11-21", "yesterday", 7, "2026-02-30"])
async def test_a_day_that_is_none_or_still_to_come_is_named(day: object) -> None:
    async with running_reporting() as reporting:
        first = await listed(reporting)
        url = f"/v1/reports/{first['reference']}/occurrences"
        answer = await reporting.http.post(url, json={"text": "Again", "happened_on": day})

        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == "/happened_on"
