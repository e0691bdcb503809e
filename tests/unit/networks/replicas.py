"""Replicas of networks on one database in memory, with the real adapters, so that their races are real."""

from collections.abc import Iterable

from prometheus_client import CollectorRegistry

from services.networks.adapters.metrics import NetworksMetrics
from services.networks.application.use_cases import UseCases, use_cases
from services.networks.bootstrap import NetworksStore
from services.networks.domain.asset import Asset
from services.networks.domain.engagement import Engagement
from services.networks.entrypoints.timers import Timers
from shared.contracts.event import Event
from shared.messaging.codec import event_from_stored
from shared.persistence.metrics import OutboxMetrics
from shared.persistence.outbox import Outbox
from shared.runtime.clock import Clock
from tests.support.memory_bus import MemoryBus
from tests.support.memory_store import MemoryDatabase


class Replica:
    """One process of networks."""

    def __init__(self, database: MemoryDatabase, clock: Clock) -> None:
        publisher = MemoryBus().publisher()
        self.outbox = Outbox(
            publisher, OutboxMetrics(CollectorRegistry()), clock, collections=[database.collection("engagements")]
        )
        self.store = NetworksStore.of(database, self.outbox, NetworksMetrics(CollectorRegistry()))
        self.do: UseCases = use_cases(self.store.ports, clock)
        self.timers = Timers(self.store.engagements, self.do, clock, sweep_seconds=60)


class Cluster:
    """Two replicas of networks on one store."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.database = MemoryDatabase()
        self.replicas = (Replica(self.database, clock), Replica(self.database, clock))

    async def enter(self, assets: Iterable[Asset]) -> None:
        await self.replicas[0].store.assets.add_absent(list(assets), self.clock.now())

    async def assets(self) -> list[Asset]:
        return [asset async for asset in self.replicas[0].store.assets.changed_since(None)]

    async def engagements(self) -> list[Engagement]:
        ids = [document["_id"] async for document in self.database.collection("engagements").find({})]
        return [found.engagement for found in (await self.replicas[0].store.engagements.get_many(ids)).values()]

    async def announced(self) -> list[Event]:
        documents = self.database.collection("engagements").find({})
        return [event_from_stored(entry["event"]) async for document in documents for entry in document["outbox"]]
