"""Triage as clients meet it."""

from collections.abc import AsyncIterator
from http import HTTPStatus
from uuid import UUID

import pytest

from services.triage.domain.errors import TriageError
from services.triage.entrypoints.problems import PROBLEMS
from shared.runtime.ids import new_id
from tests.support.triage import Triage, triage
from tests.unit.triage.clients import (
    COORDINATOR,
    FOUNDED,
    HOUSING,
    OFFICER,
    REASON,
    SECOND_SUPERVISOR,
    SUPERVISOR,
    a_case_of,
    move,
)


@pytest.fixture
async def service() -> AsyncIterator[Triage]:
    async with triage() as running:
        yield running


async def test_a_dry_run_explains_itself_and_stores_nothing(service: Triage) -> None:
    answer = await service.client.post("/v1/assessments", json={"text": "he pulled a blade on me"})

    assert answer.status_code == HTTPStatus.OK
    record = answer.json()
    assert record["level"] == 4
    assert "H02" in {rule["id"] for rule in record["rules_fired"]}
    assert (await service.client.get("/v1/cases", headers=OFFICER)).json()["items"] == []


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"category": "env.unknown"}, "/category"),
        ({"text": "x", "repeat_count": 10**9}, "/repeat_count"),
        ({"text": "x", "shoe_size": 9}, "/shoe_size"),
        ({"text": ["x"]}, "/text"),
    ],
)
async def test_what_cannot_be_assessed_is_refused_by_field(service: Triage, body: object, pointer: str) -> None:
    answer = await service.client.post("/v1/assessments", json=body)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.headers["content-type"] == "application/problem+json"
    assert pointer in {error["pointer"] for error in answer.json()["errors"]}


@pytest.mark.parametrize("body", [{}, {"text": "   "}, {"targeted": "yes"}])
async def test_a_report_of_nothing_is_refused(service: Triage, body: object) -> None:
    answer = await service.client.post("/v1/assessments", json=body)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


async def test_a_case_is_read_with_its_decision_and_etag(service: Triage) -> None:
    report, case_id = await a_case_of(service, "Cockerel at five every morning")

    answer = await service.client.get(f"/v1/cases/{case_id}", headers=OFFICER)

    assert answer.headers["etag"] == '"1"'
    assert answer.json()["decision"]["report_id"] == str(report.report_id)
    assert answer.json()["owner"]["role"]


async def test_moves_ask_for_the_version_that_was_seen(service: Triage) -> None:
    _, case_id = await a_case_of(service, "Cockerel at five every morning")

    missing = await service.client.post(f"/v1/cases/{case_id}/take", headers=OFFICER, json=REASON)
    taken = await move(service, f"{case_id}/take", OFFICER, 1)
    stale = await move(service, f"{case_id}/close", OFFICER, 1)

    assert missing.status_code == HTTPStatus.PRECONDITION_REQUIRED
    assert taken.status_code == HTTPStatus.OK
    assert taken.headers["etag"] == '"2"'
    assert stale.status_code == HTTPStatus.PRECONDITION_FAILED


async def test_a_forbidden_move_names_the_allowed_ones(service: Triage) -> None:
    _, case_id = await a_case_of(service, "Cockerel at five every morning")

    answer = await move(service, f"{case_id}/reopen", OFFICER, 1)

    assert answer.status_code == HTTPStatus.CONFLICT
    assert "close" in answer.json()["allowed"]


async def test_two_supervisors_step_a_case_down_from_level_4(service: Triage) -> None:
    _, case_id = await a_case_of(service, "he pulled a blade on me")

    refused = await move(service, f"{case_id}/lower", OFFICER, 1, level=3)
    unfounded = await move(service, f"{case_id}/lower", SUPERVISOR, 1, level=3)
    proposed = await move(service, f"{case_id}/lower", SUPERVISOR, 1, level=3, **FOUNDED)
    alone = await move(service, f"{case_id}/lower", SUPERVISOR, 2, level=3, **FOUNDED)
    confirmed = await move(service, f"{case_id}/lower", SECOND_SUPERVISOR, 2, level=3, **FOUNDED)

    assert refused.status_code == alone.status_code == HTTPStatus.FORBIDDEN
    assert unfounded.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert proposed.json()["level"] == 4
    assert proposed.json()["awaiting_second_authoriser"]
    assert confirmed.json()["level"] == 3


async def test_a_partner_sees_what_was_given_to_it_and_nothing_else(service: Triage) -> None:
    _, case_id = await a_case_of(service, "he pulled a blade on me")

    before = await service.client.get(f"/v1/cases/{case_id}", headers=HOUSING)
    await move(service, f"{case_id}/assign", OFFICER, 1, owner_role="landlord", agency="housing")
    after = await service.client.get(f"/v1/cases/{case_id}", headers=HOUSING)
    coordinator = await service.client.get(f"/v1/cases/{case_id}", headers=COORDINATOR)

    assert before.status_code == coordinator.status_code == HTTPStatus.NOT_FOUND
    assert after.status_code == HTTPStatus.OK


async def test_pages_go_through_every_case_once(service: Triage) -> None:
    ids = {(await a_case_of(service, "Cockerel at five"))[1] for _ in range(5)}
    seen: list[str] = []

    query: dict[str, str] = {"limit": "2"}
    while True:
        page = (await service.client.get("/v1/cases", params=query, headers=OFFICER)).json()
        seen += [case["id"] for case in page["items"]]
        if page["next"] is None:
            break
        query["cursor"] = page["next"]

    assert sorted(seen) == sorted(ids)


async def test_a_case_that_is_not_there_is_a_404(service: Triage) -> None:
    answer = await service.client.get(f"/v1/cases/{new_id()}", headers=OFFICER)
    none = await service.client.get("/v1/cases", params={"report_id": str(UUID(int=1))}, headers=OFFICER)

    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert none.json()["items"] == []


async def test_nobody_reads_cases_without_a_token(service: Triage) -> None:
    answer = await service.client.get("/v1/cases")

    assert answer.status_code == HTTPStatus.UNAUTHORIZED


async def test_the_policy_can_be_read_by_anybody(service: Triage) -> None:
    policy = (await service.client.get("/v1/policy")).json()

    assert policy["version"] == "triage-policy 1.0.0"
    assert {"H01", "H22", "V1"} <= {rule["id"] for rule in policy["rules"]}
    assert len(policy["categories"]) == 57


def test_every_error_has_a_status() -> None:
    def family(error: type[Exception]) -> set[type[Exception]]:
        return {error}.union(*(family(child) for child in error.__subclasses__()))

    assert set(PROBLEMS) == family(TriageError) - {TriageError}


async def test_what_a_person_types_as_a_role_is_not_published(service: Triage) -> None:
    _, case_id = await a_case_of(service, "Cockerel at five every morning")

    unknown = await move(service, f"{case_id}/assign", OFFICER, 1, owner_role="landlord", agency="Zebulon's lot")
    await move(service, f"{case_id}/assign", OFFICER, 1, owner_role="Zebulon Quillfeather, 01632 960123")

    assert unknown.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    document = await service.database.collection("cases").get(UUID(case_id))
    assert document is not None
    assert "Zebulon" not in str([entry["event"] for entry in document["outbox"]])
    assert "named professional" in str([entry["event"] for entry in document["outbox"]])
