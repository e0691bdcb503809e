"""Dry runs as clients meet them: what cannot be assessed, and how many may be asked for."""

from http import HTTPStatus

import pytest

from services.triage.settings import LimitsSettings
from tests.support.triage import triage

ASKED = {"text": "my husband hits me. also the streetlight outside is out"}


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/text"),
        ({"text": ""}, "/text"),
        ({"text": " \n\t "}, "/text"),
        ({"text": None, "category": None}, "/text"),
        ({"text": "x" * 10_001}, "/text"),
        ({"category": "env.unknown"}, "/category"),
        ({"text": "x", "repeat_count": -1}, "/repeat_count"),
        ({"text": "x", "previous_reports": 10**12}, "/previous_reports"),
        ({"text": "x", "people_involved": 1.5}, "/people_involved"),
        ({"text": "x", "impact": "terrible"}, "/impact"),
        ({"text": "x", "vulnerability": ["ethnicity"]}, "/vulnerability/0"),
    ],
)
async def test_a_refusal_names_the_field_and_no_other(body: object, pointer: str) -> None:
    async with triage() as service:
        answer = await service.client.post("/v1/assessments", json=body)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_the_answer_is_the_whole_record_with_its_further_concerns() -> None:
    async with triage() as service:
        record = (await service.client.post("/v1/assessments", json=ASKED)).json()

    assert record["level"] == 4
    assert [item["category"] for item in record["items"]] == ["env.street_lighting"]
    assert record["thrive"]["intervention"]["value"] == "level 4"


async def test_who_asks_too_often_is_told_when_to_ask_again() -> None:
    async with triage(limits=LimitsSettings(assessments=2, assessments_window_seconds=3600)) as service:
        answers = [await service.client.post("/v1/assessments", json=ASKED) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert "r=1" in answers[0].headers["RateLimit"]
    assert "q=2;w=3600" in answers[0].headers["RateLimit-Policy"]
    assert int(answers[2].headers["Retry-After"]) > 0
    assert answers[2].headers["content-type"] == "application/problem+json"


async def test_what_is_refused_by_field_costs_nothing() -> None:
    async with triage(limits=LimitsSettings(assessments=1, assessments_window_seconds=3600)) as service:
        await service.client.post("/v1/assessments", json={})

        assert (await service.client.post("/v1/assessments", json=ASKED)).status_code == HTTPStatus.OK
