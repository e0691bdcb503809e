"""Two workers over one real store: what time does to a case it does once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from prometheus_client import CollectorRegistry

from services.triage.adapters.metrics import TriageMetrics
from services.triage.adapters.mongo_cases import MongoCases
from services.triage.application.wake_cases import WakeCases
from services.triage.domain.actions import Action
from services.triage.domain.moves import moved
from services.triage.entrypoints.timers import CaseTimers
from shared.persistence.metrics import OutboxMetrics
from shared.persistence.mongo import connect
from shared.persistence.outbox import Outbox
from shared.persistence.store import Collection
from shared.runtime.ids import new_id
from tests.contract.triage.cases_contract import opening
from tests.support.cases import NOON, OFFICER, a_case, a_move, an_offer, timing
from tests.support.memory_bus import MemoryBus
from tests.support.store_node import StoreNode, store_classpath, store_node
from tests.support.triage import StoppedClock

__all__ = ["store_classpath", "store_node"]

pytestmark = pytest.mark.integration


@pytest.fixture
async def collections(store_node: StoreNode) -> AsyncIterator[tuple[Collection, Collection]]:
    """The same collection as two processes see it."""
    databases = [connect(store_node.url, "triage_timers") for _ in range(2)]
    name = f"cases_{new_id().hex}"
    yield databases[0].collection(name), databases[1].collection(name)
    for database in databases:
        await database.close()


def worker(collection: Collection, clock: StoppedClock) -> CaseTimers:
    publisher = MemoryBus({"kith.escalations.v1": 1}).publisher()
    outbox = Outbox(publisher, OutboxMetrics(CollectorRegistry()), clock, collections=[collection])
    wake = WakeCases(MongoCases(collection, outbox), timing, clock)
    return CaseTimers(wake, clock, TriageMetrics(CollectorRegistry()), sweep_seconds=30)


async def test_two_workers_do_together_what_one_would_do(collections: tuple[Collection, Collection]) -> None:
    clock = StoppedClock()
    home = MongoCases(collections[0], Outbox(
        MemoryBus({"kith.escalations.v1": 1}).publisher(),
        OutboxMetrics(CollectorRegistry()),
        clock,
        collections=[collections[0]],
    ))  # fmt: skip
    cases = [a_case(level=1 + number % 4) for number in range(40)]
    await home.add([opening(case) for case in cases])
    for case in cases[::2]:
        offer = a_move(Action.OFFER_HANDOVER, OFFICER, offer=an_offer())
        await home.save(moved(case, offer, timing), announcing=[])
    workers = [worker(collection, clock) for collection in collections]
    clock.time = NOON + timedelta(days=6)

    done = await asyncio.gather(*(one.tick() for one in workers))
    again = await asyncio.gather(*(one.tick() for one in workers))

    history = [entry["action"] async for found in collections[0].find({}) for entry in found["history"]]
    assert history.count("overdue") == len(cases)
    assert history.count("handover_expired") == len(cases) // 2
    assert sorted(action.value for actions in done for action in actions) == sorted(
        action for action in history if action != "handover"
    )
    assert again == [(), ()]
