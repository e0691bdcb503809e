"""Assessing a network: both axes, each with its grounds, by somebody, until a day; for coordinators only."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from services.networks.domain.people import Group, GroupForm
from shared.runtime.ids import new_id
from tests.unit.networks.app import a_client, an_app
from tests.unit.networks.builders import WARD, SetClock
from tests.unit.networks.memory import Networks


def a_body(**changes: Any) -> dict[str, Any]:
    body: dict[str, Any] = {
        "context": "the park after dark",
        "protective": {"strength": "strong", "evidence": ["walks there most evenings, council log 12"]},
        "risky": {"strength": "some", "evidence": ["two complaints about fires, case file 7"]},
        "confidence": "medium",
        "review_on": "2026-12-01",
    }
    return body | changes


class World:
    def __init__(self) -> None:
        self.clock = SetClock()
        self.networks = Networks(self.clock)
        self.group = Group(new_id(), "Evening walkers", GroupForm.INFORMAL, "walking", (WARD,))
        self.networks.groups.stored[self.group.id] = self.group
        self.app = an_app(self.networks, self.clock)

    async def assessed(self, body: dict[str, Any], role: str = "coordinator", version: int = 1) -> httpx.Response:
        async with a_client(self.app, role) as client:
            headers = {"If-Match": f'"{version}"'}
            return await client.post(f"/v1/networks/{self.group.id}/assessments", json=body, headers=headers)

    async def shown(self) -> Any:
        async with a_client(self.app, "coordinator") as client:
            return (await client.get(f"/v1/networks/{self.group.id}")).json()


async def test_a_network_can_protect_and_put_at_risk_at_once() -> None:
    world = World()

    answer = await world.assessed(a_body())

    (shown,) = (await world.shown())["assessments"]
    assert answer.status_code == 201
    assert (shown["protective"]["strength"], shown["risky"]["strength"]) == ("strong", "some")
    assert (shown["author"], shown["at"], shown["is_current"]) == ("somebody", "2026-06-01T12:00:00Z", True)


@pytest.mark.parametrize(
    "changes",
    [
        {"risky": {"strength": "some", "evidence": []}},
        {"protective": {"strength": "none"}},
        {"protective": {"strength": "strong", "evidence": ["  "]}},
        {"context": " "},
        {"review_on": "2026-06-01"},
        {"review_on": "2027-06-03"},
        {"confidence": None},
        {"author": "somebody else"},
        {"risky": None},
    ],
)
async def test_an_assessment_that_nobody_could_check_is_refused(changes: dict[str, Any]) -> None:
    world = World()

    answer = await world.assessed(a_body(**changes))

    assert answer.status_code == 422
    assert (await world.shown())["assessments"] == []


async def test_what_is_not_known_needs_no_evidence() -> None:
    assert (await World().assessed(a_body(risky={"strength": "unknown"}))).status_code == 201


async def test_an_assessment_runs_out_and_stays_on_record() -> None:
    world = World()
    await world.assessed(a_body(review_on="2026-06-10"))
    world.clock.advance(timedelta(days=10))

    await world.assessed(a_body(), version=2)

    assert [held["is_current"] for held in (await world.shown())["assessments"]] == [False, True]


async def test_changing_a_networks_entry_leaves_its_assessments_alone() -> None:
    world = World()
    entered = await world.assessed(a_body())

    async with a_client(world.app, "coordinator") as client:
        path, patch = f"/v1/networks/{world.group.id}", {"purpose": "walking and talking"}
        await client.patch(path, json=patch, headers={"If-Match": entered.headers["ETag"]})
        refused = await client.patch(path, json={"assessments": []}, headers={"If-Match": '"3"'})

    assert refused.status_code == 422
    assert len((await world.shown())["assessments"]) == 1


@pytest.mark.parametrize("role", ["officer", "supervisor", "auditor", "partner", "service.notify"])
async def test_only_coordinators_assess(role: str) -> None:
    assert (await World().assessed(a_body(), role)).status_code == 403


async def test_an_assessment_of_an_older_state_is_refused() -> None:
    world = World()
    await world.assessed(a_body())

    assert (await world.assessed(a_body())).status_code == 412
