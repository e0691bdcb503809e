"""A week and four weeks after somebody took a matter on, both sides are asked; a concern goes up at once."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from services.networks.domain.offers import Move, OfferState
from shared.runtime.ids import derived_id
from tests.unit.networks.app import a_client, an_app
from tests.unit.networks.builders import SetClock, an_asset, case_escalated, case_opened
from tests.unit.networks.memory import Networks


class World:
    def __init__(self) -> None:
        self.clock = SetClock()
        self.asset = an_asset()
        self.networks = Networks(self.clock, self.asset)
        self.app = an_app(self.networks, self.clock)
        self.opened = case_opened()
        self.offer_id: UUID = derived_id(self.opened.case_id, "offer", "1")

    async def taken_on(self, *moves: Move) -> None:
        await self.networks.do.begin_matching([self.opened])
        for move in (Move.ACCEPT, *moves):
            await self.networks.do.answer_offer(self.offer_id, move)

    async def due(self) -> list[int]:
        async with a_client(self.app, "officer") as client:
            return [item["day"] for item in (await client.get("/v1/engagements/checks")).json()["items"]]

    async def noted(self, day: int = 7, *, role: str = "officer", **said: str) -> httpx.Response:
        body: dict[str, Any] = {"reporter": "well", "asset": "well"} | said
        async with a_client(self.app, role) as client:
            return await client.post(f"/v1/engagements/{self.offer_id}/checks/{day}", json=body)


async def test_checks_fall_due_after_a_week_and_after_four() -> None:
    world = World()
    await world.taken_on(Move.COMPLETE)

    seen = [await world.due()]
    for days in (7, 21):
        world.clock.advance(timedelta(days=days))
        seen.append(await world.due())

    assert seen == [[], [7], [7, 28]]


async def test_a_check_with_both_sides_is_done_and_announces_nothing() -> None:
    world = World()
    await world.taken_on()
    world.clock.advance(timedelta(days=7))
    announced = len(world.networks.announced)

    answer = await world.noted()

    (shown,) = answer.json()["checks"]
    assert (shown["day"], shown["reporter"], shown["asset"]) == (7, "well", "well")
    assert (answer.status_code, await world.due(), len(world.networks.announced)) == (200, [], announced)


async def test_whoever_was_not_reached_is_asked_again() -> None:
    world = World()
    await world.taken_on()
    world.clock.advance(timedelta(days=7))

    await world.noted(reporter="not_reached")
    assert await world.due() == [7]

    await world.noted()
    assert await world.due() == []


@pytest.mark.parametrize("side", ["reporter", "asset"])
@pytest.mark.parametrize("moves", [(), (Move.COMPLETE,)])
async def test_a_concern_of_either_side_goes_to_professionals_at_once(side: str, moves: tuple[Move, ...]) -> None:
    world = World()
    await world.taken_on(*moves)
    world.clock.advance(timedelta(days=7))

    answer = await world.noted(7, **{side: "concern"})
    again = await world.noted(7, **{side: "concern"})

    assert [answer.json()["state"], again.status_code] == [OfferState.UNSAFE, 200]
    assert world.networks.announced.count("EngagementFoundUnsafe") == 1
    assert world.networks.assets.stored[world.asset.id].reservations == ()
    assert await world.due() == []


async def test_what_was_recalled_is_the_professionals_to_follow() -> None:
    world = World()
    await world.taken_on()
    await world.networks.do.recall_offers([case_escalated(world.opened)])
    world.clock.advance(timedelta(days=30))

    assert await world.due() == []


@pytest.mark.parametrize(("day", "days"), [(7, 6), (28, 27), (3, 40)])
async def test_a_check_that_is_not_due_is_refused(day: int, days: int) -> None:
    world = World()
    await world.taken_on()
    world.clock.advance(timedelta(days=days))

    assert (await world.noted(day)).status_code == 409


async def test_an_offer_that_nobody_took_on_has_no_checks() -> None:
    world = World()
    await world.networks.do.begin_matching([world.opened])
    world.clock.advance(timedelta(days=30))

    assert (await world.noted()).status_code == 409
    assert await world.due() == []


@pytest.mark.parametrize("role", ["auditor", "partner", "service.notify"])
async def test_only_staff_note_checks(role: str) -> None:
    assert (await World().noted(role=role)).status_code == 403
