"""Networks as processes on a real broker and store: cases go in by Kafka, and what is announced is read back."""

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import httpx
from prometheus_client import CollectorRegistry

from deploy.local.settings import REPOSITORY
from services.networks.adapters.mongo_assets import MongoAssets
from services.networks.adapters.offer_links import HmacOfferLinks
from services.networks.domain.asset import Asset
from shared.contracts.event import Event
from shared.contracts.networks import ENGAGEMENTS
from shared.messaging.codec import event_from, record_of
from shared.messaging.kafka import KafkaPublisher, KafkaReader
from shared.messaging.metrics import PublisherMetrics
from shared.messaging.record import Partition
from shared.persistence.mongo import MongoDatabase, connect
from shared.runtime.clock import SystemClock
from shared.runtime.errors import TransientError
from tests.support.kafka_node import free_port

SECRET = "w7Xc0pQm-93kLsVtRz"
T = TypeVar("T")


@dataclass
class Process:
    """One networks process."""

    popen: "subprocess.Popen[bytes]"
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        self.popen.kill()
        self.popen.wait()

    def terminate(self) -> int:
        self.popen.terminate()
        return self.popen.wait(30)


class World:
    """The broker, the store, and as many networks processes as a test starts."""

    def __init__(self, servers: str, mongo_url: str, folder: Path, environment: Mapping[str, str]) -> None:
        self.database_name = f"networks_{uuid4().hex[:12]}"
        self.links = HmacOfferLinks(SECRET, "http://127.0.0.1")
        self._servers = servers
        self._mongo_url = mongo_url
        self._folder = folder
        self._environment = environment
        self._processes: list[Process] = []
        self.database: MongoDatabase
        self.publisher: KafkaPublisher
        self._reader: KafkaReader
        self._seen: list[Event] = []

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            self.database = connect(self._mongo_url, self.database_name)
            stack.push_async_callback(self.database.close)
            self.publisher = KafkaPublisher(self._servers, PublisherMetrics(CollectorRegistry()))
            await stack.enter_async_context(self.publisher.running())
            self._reader = await stack.enter_async_context(KafkaReader(self._servers).reading())
            self._reader.seek(await self.eventually(self._ends, "the topics"))
            stack.callback(self._end)
            yield

    async def start(self, **settings: str) -> Process:
        """Start a networks process and wait until it is ready."""
        process = self._launched(settings)
        await self.eventually(lambda: _ready(process), f"networks, see {self._folder}")
        return process

    async def _ends(self) -> Mapping[Partition, int] | None:
        try:
            return await self._reader.ends(await self._reader.partitions(ENGAGEMENTS))
        except TransientError:
            return None  # a topic just made is not yet known everywhere

    def _launched(self, settings: Mapping[str, str]) -> Process:
        port = free_port()
        own = {
            "NETWORKS_PROFILE": "local",
            "NETWORKS_KAFKA__SERVERS": self._servers,
            "NETWORKS_MONGO__URL": self._mongo_url,
            "NETWORKS_MONGO__DATABASE": self.database_name,
            "NETWORKS_IDENTITY__ISSUER": "http://127.0.0.1:1",
            "NETWORKS_IDENTITY__JWKS_URL": "http://127.0.0.1:1/jwks.json",
            "NETWORKS_HTTP__PORT": str(port),
            "NETWORKS_LINKS__SECRET": SECRET,
        }
        log = (self._folder / f"networks-{port}.log").open("ab")
        popen = subprocess.Popen(
            [sys.executable, "-m", "services.networks"],
            cwd=REPOSITORY,
            env={**self._environment, **own, **settings},
            stdout=log,
            stderr=log,
        )
        log.close()
        process = Process(popen, port)
        self._processes.append(process)
        return process

    async def enter(self, *assets: Asset) -> None:
        await MongoAssets(self.database.collection("assets")).add_absent(list(assets), SystemClock().now())

    async def assets(self) -> Sequence[Asset]:
        return await MongoAssets(self.database.collection("assets")).page(None, 1000)

    async def publish(self, *events: Event) -> None:
        await self.publisher.publish([record_of(event) for event in events])

    async def announced(self) -> list[Event]:
        """Return what has been announced since the start of the test, repetitions included."""
        batches = await self._reader.fetch(max_records=1000, timeout_seconds=0.2)
        found = (event_from(record) for records in batches.values() for record in records)
        self._seen += [event for event in found if event is not None]
        return self._seen

    async def distinct(self, number: int) -> dict[object, Event]:
        """Wait until as many different events were announced."""

        async def enough() -> dict[object, Event] | None:
            by_id: dict[object, Event] = {event.event_id: event for event in await self.announced()}
            return by_id if len(by_id) >= number else None

        return await self.eventually(enough, f"{number} events")

    async def eventually(self, holds: Callable[[], Awaitable[T | None]], what: str, within: float = 60.0) -> T:
        """Poll until something is there."""
        deadline = time.monotonic() + within
        while True:
            found = await holds()
            if found:
                return found
            assert time.monotonic() < deadline, f"waited in vain for {what}"
            await asyncio.sleep(0.05)

    def _end(self) -> None:
        for process in self._processes:
            process.kill()


async def _ready(process: Process) -> bool:
    assert process.popen.poll() is None, "the process ended"
    try:
        async with httpx.AsyncClient() as client:
            return (await client.get(f"{process.url}/health/ready")).status_code == 200
    except httpx.TransportError:
        return False
