"""Hand-overs as agencies meet them."""

from collections.abc import AsyncIterator
from datetime import timedelta
from http import HTTPStatus

import pytest

from tests.support.triage import Triage, triage
from tests.unit.triage.clients import (
    FOUNDED,
    HOUSING,
    OFFICER,
    POLICE,
    REASON,
    SUPERVISOR,
    a_case_of,
    move,
    offer,
    read,
)

ROUTINE = "Cockerel at five every morning"


@pytest.fixture
async def service() -> AsyncIterator[Triage]:
    async with triage() as running:
        yield running


async def test_an_offer_is_seen_accepted_and_owned(service: Triage) -> None:
    _, case_id = await a_case_of(service, ROUTINE)

    offered = await offer(service, case_id, OFFICER, 1, agency="housing", owner_role="landlord")
    listed = (await service.client.get("/v1/cases", headers=HOUSING)).json()["items"]
    accepted = await move(service, f"{case_id}/handover/accept", HOUSING, 2)

    assert offered.json()["handover"]["basis"] == "public_task"
    assert offered.json()["owner"]["agency"] is None
    assert [case["id"] for case in listed] == [case_id]
    assert accepted.json()["owner"] == {"role": "landlord", "agency": "housing"}
    assert accepted.json()["handover"] is None


async def test_a_declined_case_stays_with_its_sender_and_out_of_sight(service: Triage) -> None:
    _, case_id = await a_case_of(service, ROUTINE)
    await offer(service, case_id, OFFICER, 1, agency="housing")

    unexplained = await move(service, f"{case_id}/handover/decline", HOUSING, 2)
    declined = await move(service, f"{case_id}/handover/decline", HOUSING, 2, reason_code="not_our_remit")

    assert unexplained.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert {"/reason_code"} == {error["pointer"] for error in unexplained.json()["errors"]}
    assert declined.json()["owner"]["agency"] is None
    assert (await read(service, case_id, HOUSING)).status_code == HTTPStatus.NOT_FOUND


async def test_no_other_agency_sees_or_answers_an_offer(service: Triage) -> None:
    _, case_id = await a_case_of(service, ROUTINE)
    await offer(service, case_id, OFFICER, 1, agency="housing")

    unseen = await move(service, f"{case_id}/handover/accept", POLICE, 2)
    refused = await move(service, f"{case_id}/handover/accept", SUPERVISOR, 2)

    assert unseen.status_code == HTTPStatus.NOT_FOUND
    assert refused.status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("body", [{"agency": "housing"}, {"agency": "housing", "basis": "because"}])
async def test_without_a_coded_basis_nothing_is_offered(service: Triage, body: dict[str, str]) -> None:
    _, case_id = await a_case_of(service, ROUTINE)

    answer = await move(service, f"{case_id}/handover", OFFICER, 1, **body)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "/basis" in {error["pointer"] for error in answer.json()["errors"]}


async def test_a_withdrawn_offer_can_no_longer_be_accepted(service: Triage) -> None:
    _, case_id = await a_case_of(service, ROUTINE)
    await offer(service, case_id, OFFICER, 1, agency="housing")

    withdrawn = await move(service, f"{case_id}/handover/withdraw", OFFICER, 2)
    late = await move(service, f"{case_id}/handover/accept", HOUSING, 3)

    assert withdrawn.status_code == HTTPStatus.OK
    assert late.status_code == HTTPStatus.NOT_FOUND


async def test_while_a_case_is_offered_it_changes_hands_only_by_the_answer(service: Triage) -> None:
    _, case_id = await a_case_of(service, ROUTINE)
    await offer(service, case_id, OFFICER, 1, agency="housing")

    taken = await move(service, f"{case_id}/take", OFFICER, 2)

    assert taken.status_code == HTTPStatus.CONFLICT
    assert "handover/withdraw" in taken.json()["allowed"]
    assert "take" not in taken.json()["allowed"]


async def test_an_offer_nobody_answers_expires_and_returns_the_case(service: Triage) -> None:
    _, case_id = await a_case_of(service, ROUTINE)
    await move(service, f"{case_id}/take", OFFICER, 1)
    await offer(service, case_id, OFFICER, 2, agency="housing")
    service.clock.advance(timedelta(days=10))

    await service.parts.timers.tick()
    case = (await read(service, case_id, OFFICER)).json()

    assert case["handover"] is None
    assert case["history"][-1]["action"] == "handover_expired"
    assert (await read(service, case_id, HOUSING)).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("version", ["1", None])
async def test_an_answer_names_the_version_that_was_seen(service: Triage, version: str | None) -> None:
    _, case_id = await a_case_of(service, ROUTINE)
    await offer(service, case_id, OFFICER, 1, agency="housing")
    headers = HOUSING | ({"If-Match": f'"{version}"'} if version else {})

    answer = await service.client.post(f"/v1/cases/{case_id}/handover/accept", headers=headers, json=REASON)

    expected = HTTPStatus.PRECONDITION_FAILED if version else HTTPStatus.PRECONDITION_REQUIRED
    assert answer.status_code == expected


@pytest.mark.parametrize("words", [ROUTINE, "he pulled a blade on me"])
@pytest.mark.parametrize("who", [OFFICER, SUPERVISOR])
async def test_nobody_opens_a_case_to_the_community_by_hand(service: Triage, words: str, who: dict[str, str]) -> None:
    _, case_id = await a_case_of(service, words)

    asked = await move(service, f"{case_id}/allow-community", who, 1)
    slipped_in = await move(service, f"{case_id}/lower", who, 1, level=1, community_allowed=True, **FOUNDED)

    assert asked.status_code == slipped_in.status_code == HTTPStatus.FORBIDDEN
    assert asked.json()["type"] == "/problems/community-override"
    assert (await read(service, case_id, SUPERVISOR)).json()["version"] == 1
