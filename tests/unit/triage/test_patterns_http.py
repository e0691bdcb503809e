"""Patterns over HTTP: who may know what, runs and their progress."""

from datetime import timedelta
from typing import Any

from services.triage.adapters.pattern_runner import runner_on
from services.triage.application.pattern_events import new_hotspot, new_pattern
from services.triage.domain.patterns.pattern import Finding, Kind
from tests.support.cases import NOON
from tests.support.sightings import seen
from tests.support.triage import StoppedClock, Triage, triage

ASKED = {"from": "2025-12-01", "to": "2026-03-01", "methods": ["rates"]}


def as_(who: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {who}"}


async def get(service: Triage, path: str, who: str = "officer:anna") -> Any:
    answer = await service.client.get(path, headers=as_(who))
    return answer.json() | {"status_code": answer.status_code}


async def with_patterns(service: Triage) -> None:
    near = Finding(Kind.NEAR_REPEAT, seen(1), sure=True, because="nearby")
    elsewhere = Finding(Kind.NEAR_REPEAT, seen(1, area=None), sure=True, because="nearby")
    other = Finding(Kind.REPEAT_LOCATION, seen(1, area="E05016501"), sure=False, because="again")
    found = [new_pattern(one, NOON) for one in (near, other, elsewhere)]
    await service.parts.use_cases.ask_for_patterns.patterns.add([*found[:2], new_hotspot([seen(2)], NOON)])


async def test_staff_find_patterns_by_area_and_month() -> None:
    async with triage() as service:
        await with_patterns(service)

        everything = await get(service, "/v1/patterns")
        in_one = await get(service, "/v1/patterns?area=E02002320&kind=near_repeat")
        one = await get(service, f"/v1/patterns/{in_one['items'][0]['id']}")

    assert {item["kind"] for item in everything["items"]} == {"near_repeat", "repeat_location", "hotspot"}
    assert [(item["area"], item["period"], item["confidence"]) for item in in_one["items"]] == [
        ("E02002320", "2026-03", "probable")
    ]
    assert one["expires_at"].startswith((NOON + timedelta(days=13)).date().isoformat())
    assert set(one) - {"status_code"} == {
        "id", "kind", "category", "area", "period", "confidence", "found_at", "expires_at", "problems_url",
    }  # fmt: skip


async def test_those_who_do_not_know_cases_see_only_what_stands_for_many() -> None:
    async with triage() as service:
        await with_patterns(service)
        small = (await get(service, "/v1/patterns?kind=near_repeat"))["items"][0]["id"]

        listed = await get(service, "/v1/patterns", "coordinator:cleo")
        refused = await get(service, f"/v1/patterns/{small}", "coordinator:cleo")
        none = await get(service, "/v1/patterns?kind=near_repeat", "partner:amir@housing")

    assert [item["kind"] for item in listed["items"]] == ["hotspot"]
    assert refused["status_code"] == 404
    assert none["items"] == []


async def test_a_page_goes_on_where_the_one_before_ended() -> None:
    async with triage() as service:
        await with_patterns(service)

        first = await get(service, "/v1/patterns?limit=2")
        second = await get(service, f"/v1/patterns?limit=2&cursor={first['next']}")

    assert len({item["id"] for item in first["items"] + second["items"]}) == 3
    assert second["next"] is None


async def test_a_run_is_taken_on_and_tells_how_far_it_is() -> None:
    async with triage() as service:
        asked = await service.client.post("/v1/patterns", json=ASKED, headers=as_("supervisor:sue"))
        before = await get(service, asked.headers["Location"])
        await runner_on(service.database, StoppedClock())()
        after = await get(service, asked.headers["Location"])

    assert asked.status_code == 202
    assert (before["state"], before["progress"], before["from"]) == ("asked", 0, "2025-12-01")
    assert (after["state"], after["progress"]) == ("done", 1)
    assert after["results"]["rates:asb"] == {"found": {"areas": []}, "refused": None}


async def test_only_the_entitled_ask_for_a_run() -> None:
    async with triage() as service:
        answers = [
            (await service.client.post("/v1/patterns", json=ASKED, headers=as_(who))).status_code
            for who in ("officer:anna", "coordinator:cleo", "partner:amir@housing")
        ]
        nobody = await service.client.get("/v1/patterns")

    assert answers == [403, 403, 403]
    assert nobody.status_code == 401


async def test_a_run_that_makes_no_sense_is_refused_by_name() -> None:
    async with triage() as service:
        backwards = await service.client.post(
            "/v1/patterns", json=ASKED | {"to": "2025-01-01"}, headers=as_("supervisor:sue")
        )
        unknown = await service.client.post(
            "/v1/patterns", json=ASKED | {"methods": ["astrology"]}, headers=as_("supervisor:sue")
        )
        missing = await get(service, "/v1/patterns/runs/01936f0e-7c3a-7c55-8f10-0d9f7f4f2a11")

    assert backwards.status_code == 422
    assert "before it begins" in backwards.json()["detail"]
    assert unknown.status_code == 422
    assert "methods" in unknown.text
    assert missing["status_code"] == 404
