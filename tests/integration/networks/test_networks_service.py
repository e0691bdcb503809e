"""Networks as processes on real Kafka and a real store: the loop, redelivery, SIGKILL, recall, an orderly stop."""

import asyncio
import re
from collections import Counter

import httpx
import pytest

from services.networks.domain.asset import Asset
from services.networks.domain.offers import OfferState
from shared.contracts.networks import EngagementAccepted, EngagementEvent, EngagementOffered, EngagementRecalled
from shared.runtime.clock import SystemClock
from shared.runtime.ids import derived_id
from tests.integration.networks.world import World
from tests.unit.networks.builders import an_asset, case_escalated, case_opened

pytestmark = [pytest.mark.integration, pytest.mark.timeout(180)]


def a_willing_asset(max_open: int = 1) -> Asset:
    return an_asset(last_confirmed=SystemClock().now().date(), max_open=max_open)


async def test_a_case_is_offered_accepted_by_link_recalled_and_the_process_stops_in_order(world: World) -> None:
    await world.enter(a_willing_asset())
    process = await world.start()
    opened = case_opened()

    await world.publish(opened, opened)
    (offered,) = (await world.distinct(1)).values()
    assert isinstance(offered, EngagementOffered)
    async with httpx.AsyncClient(base_url=process.url) as client:
        path = f"/offers/{world.links.token(offered.engagement_id)}"
        looked = await client.get(path)
        accepted = await client.post(f"{path}/accept")
        metrics = (await client.get("/metrics")).text
    assert [looked.status_code, accepted.status_code] == [200, 200]
    assert isinstance(list((await world.distinct(2)).values())[-1], EngagementAccepted)
    await world.publish(case_escalated(opened))
    events = list((await world.distinct(4)).values())

    assert isinstance(events[2], EngagementRecalled)
    assert [found.open for found in await world.assets()] == [0]
    assert re.search(r'kith_engagements_total\{event="accepted",offer_number="1"\} 1', metrics)
    assert process.terminate() == 0


@pytest.mark.crash
async def test_killed_replicas_make_each_offer_once(world: World) -> None:
    await world.enter(*(a_willing_asset(max_open=500) for _ in range(80)))
    cases = [case_opened() for _ in range(150)]
    first, second = await world.start(), await world.start()

    publishing = asyncio.create_task(world.publish(*cases, *cases[:50]))
    await world.distinct(10)
    first.kill()
    await publishing
    third = await world.start()
    await world.distinct(100)
    second.kill()
    await world.start()
    events = await world.distinct(150)

    offers = [event for event in events.values() if isinstance(event, EngagementOffered)]
    assert {event.engagement_id for event in offers} == {derived_id(case.case_id, "offer", "1") for case in cases}
    assert len(events) == 150
    assert third.terminate() == 0
    documents = [document async for document in world.database.collection("engagements").find({})]
    assert len(documents) == 150
    assert {offer["state"] for document in documents for offer in document["offers"]} == {OfferState.OFFERED}
    by_asset = Counter(event.asset_id for event in events.values() if isinstance(event, EngagementEvent))
    held = {asset.id: {place.engagement_id for place in asset.reservations} for asset in await world.assets()}
    assert all(len(held[asset_id]) >= count for asset_id, count in by_asset.items())
