"""Cases at level 4 as clients meet them: seen by those entitled, and never without an entry."""

import base64
from collections.abc import AsyncIterator
from http import HTTPStatus

import pytest

from shared.persistence.errors import StoreUnavailableError
from tests.support.memory_store import Fault
from tests.support.triage import Triage, triage
from tests.unit.triage.clients import (
    AUDITOR,
    COORDINATOR,
    HOUSING,
    OFFICER,
    SECOND_OFFICER,
    SUPERVISOR,
    a_case_of,
    move,
    offer,
    read,
)

URGENCY = {"id", "version", "state", "level", "grade", "opened_at", "due_at", "category", "reduced"}
GRAVE = "he pulled a blade on me"


@pytest.fixture
async def service() -> AsyncIterator[Triage]:
    async with triage() as running:
        yield running


async def accesses(service: Triage, case_id: str) -> list[dict[str, object]]:
    answer = await service.client.get(f"/v1/cases/{case_id}/accesses", headers=AUDITOR)
    assert answer.status_code == HTTPStatus.OK
    found: list[dict[str, object]] = answer.json()["items"]
    return found


async def test_before_anybody_took_it_every_officer_sees_it_and_afterwards_its_own(service: Triage) -> None:
    _, case_id = await a_case_of(service, GRAVE)

    assert (await read(service, case_id, SECOND_OFFICER)).status_code == HTTPStatus.OK
    await move(service, f"{case_id}/take", OFFICER, 1)

    for entitled in (OFFICER, SUPERVISOR, AUDITOR):
        assert (await read(service, case_id, entitled)).status_code == HTTPStatus.OK
    for stranger in (SECOND_OFFICER, COORDINATOR, HOUSING):
        assert (await read(service, case_id, stranger)).status_code == HTTPStatus.NOT_FOUND


async def test_the_agency_that_is_asked_sees_it(service: Triage) -> None:
    _, case_id = await a_case_of(service, GRAVE)

    await offer(service, case_id, OFFICER, 1, agency="housing")

    assert (await read(service, case_id, HOUSING)).status_code == HTTPStatus.OK


async def test_once_it_is_assigned_to_an_agency_it_is_that_agencys_alone(service: Triage) -> None:
    _, case_id = await a_case_of(service, GRAVE)

    await move(service, f"{case_id}/assign", SUPERVISOR, 1, owner_role="landlord", agency="housing")

    assert (await read(service, case_id, HOUSING)).status_code == HTTPStatus.OK
    for stranger in (OFFICER, SECOND_OFFICER):
        assert (await read(service, case_id, stranger)).status_code == HTTPStatus.NOT_FOUND


async def test_what_is_assigned_to_the_home_agency_its_officers_see(service: Triage) -> None:
    _, case_id = await a_case_of(service, GRAVE)

    await move(service, f"{case_id}/assign", SUPERVISOR, 1, owner_role="council.community_safety", agency="council")

    assert (await read(service, case_id, OFFICER)).status_code == HTTPStatus.OK
    assert (await read(service, case_id, HOUSING)).status_code == HTTPStatus.NOT_FOUND


async def test_every_view_and_move_leaves_an_entry_with_who_when_and_why(service: Triage) -> None:
    _, case_id = await a_case_of(service, GRAVE)
    before = len(await accesses(service, case_id))

    await read(service, case_id, SUPERVISOR | {"X-Access-Reason": "weekly supervision"})
    await move(service, f"{case_id}/take", OFFICER, 1)
    seen = (await accesses(service, case_id))[before:]

    assert [(entry["what"], entry["subject"], entry["why"]) for entry in seen] == [
        ("read", "bea", "weekly supervision"),
        ("take", "anna", None),
    ]


async def test_a_case_below_level_4_leaves_none(service: Triage) -> None:
    _, case_id = await a_case_of(service, "Cockerel at five every morning")

    await read(service, case_id, OFFICER)

    assert await accesses(service, case_id) == []


async def test_nothing_is_shown_while_the_entry_cannot_be_kept(service: Triage) -> None:
    _, case_id = await a_case_of(service, GRAVE)
    service.database.faults.plan(Fault("apply", collection="accesses"))

    refused = await read(service, case_id, OFFICER)

    assert refused.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert "level" not in refused.json()
    assert StoreUnavailableError.__name__ not in refused.text


async def test_a_raise_to_level_4_seals_the_case_and_is_the_first_entry(service: Triage) -> None:
    _, case_id = await a_case_of(service, "Cockerel at five every morning")

    await move(service, f"{case_id}/raise", OFFICER, 1, level=4)

    assert [entry["what"] for entry in await accesses(service, case_id)] == ["raise"]


async def test_a_list_tells_of_a_sealed_case_only_that_there_is_one(service: Triage) -> None:
    _, case_id = await a_case_of(service, GRAVE)
    before = len(await accesses(service, case_id))

    listed = (await service.client.get("/v1/cases", headers=OFFICER)).json()["items"][0]

    assert (listed["id"], listed["category"]) == (case_id, "sealed")
    assert listed.keys() == URGENCY
    assert len(await accesses(service, case_id)) == before


async def test_a_page_is_full_of_visible_cases_and_its_cursor_names_one_of_them(service: Triage) -> None:
    visible = [(await a_case_of(service, "Cockerel at five every morning"))[1] for _ in range(3)]
    for _ in range(3):
        _, taken = await a_case_of(service, GRAVE)
        await move(service, f"{taken}/take", OFFICER, 1)
    visible.append((await a_case_of(service, "Cockerel at five every morning"))[1])
    found: list[str] = []
    cursor: dict[str, str] = {}

    for _ in range(2):
        page = (await service.client.get("/v1/cases", params={"limit": "2"} | cursor, headers=SECOND_OFFICER)).json()
        found += [row["id"] for row in page["items"]]
        cursor = {"cursor": page["next"]}
        assert page["items"][-1]["id"] in base64.urlsafe_b64decode(page["next"] + "==").decode(errors="replace")

    assert found == sorted(visible, reverse=True)


async def test_at_level_4_a_case_goes_to_a_role_of_a_named_agency_only(service: Triage) -> None:
    _, case_id = await a_case_of(service, GRAVE)

    nowhere = await move(service, f"{case_id}/assign", SUPERVISOR, 1, owner_role="council.community_safety")

    assert nowhere.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "'agency'" in nowhere.json()["detail"]
    assert (await read(service, case_id, OFFICER)).status_code == HTTPStatus.OK


async def test_only_auditors_read_who_saw_a_case(service: Triage) -> None:
    _, case_id = await a_case_of(service, GRAVE)

    answer = await service.client.get(f"/v1/cases/{case_id}/accesses", headers=SUPERVISOR)

    assert answer.status_code == HTTPStatus.FORBIDDEN


async def test_a_subjects_export_lists_the_views_and_holds_nobodys_words_or_names(service: Triage) -> None:
    report, case_id = await a_case_of(service, GRAVE)
    await move(service, f"{case_id}/take", OFFICER, 1, reason="Mrs Example told us about Planted Person")
    await read(service, case_id, SUPERVISOR | {"X-Access-Reason": "asked by Planted Person"})

    theirs = await service.client.get(f"/v1/cases/{case_id}/subject-access?party=reporter", headers=AUDITOR)
    others = await service.client.get(f"/v1/cases/{case_id}/subject-access?party=complained_about", headers=AUDITOR)

    assert {view["what"] for view in theirs.json()["views"]} >= {"read", "take", "subject-access"}
    for hidden in ("Planted", "Example", "anna", "bea", "blade", "weapon", str(report.report_id)):
        assert hidden not in theirs.text
    assert others.json()["views"] == others.json()["steps"] == []
    assert others.json()["opened_at"] is None


async def test_only_auditors_export(service: Triage) -> None:
    _, case_id = await a_case_of(service, GRAVE)

    answer = await service.client.get(f"/v1/cases/{case_id}/subject-access?party=reporter", headers=OFFICER)

    assert answer.status_code == HTTPStatus.FORBIDDEN
