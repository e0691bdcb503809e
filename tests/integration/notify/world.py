"""Notify as processes on a real broker and store, with its neighbours on this machine."""

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import httpx
from cryptography.fernet import Fernet
from prometheus_client import CollectorRegistry

from deploy.local.settings import REPOSITORY
from deploy.local.tokens import SigningKey
from shared.contracts.event import Event
from shared.messaging.codec import record_of
from shared.messaging.kafka import KafkaPublisher
from shared.messaging.metrics import PublisherMetrics
from shared.persistence.mongo import MongoDatabase, connect
from tests.integration.notify.neighbours import Neighbours
from tests.support.kafka_node import free_port

T = TypeVar("T")


@dataclass
class Process:
    """One notify process."""

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
    """The broker, the store, the neighbours, and as many notify processes as a test starts."""

    def __init__(self, servers: str, mongo_url: str, folder: Path, environment: Mapping[str, str]) -> None:
        self.neighbours = Neighbours(folder, SigningKey.kept_in(folder))
        self.database_name = f"notify_{uuid4().hex[:12]}"
        self._servers = servers
        self._mongo_url = mongo_url
        self._folder = folder
        self._environment = environment
        self._seal = Fernet.generate_key().decode()
        self._processes: list[Process] = []
        self.publisher: KafkaPublisher
        self.database: MongoDatabase

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(self.neighbours.running())
            self.database = connect(self._mongo_url, self.database_name)
            stack.push_async_callback(self.database.close)
            self.publisher = KafkaPublisher(self._servers, PublisherMetrics(CollectorRegistry()))
            await stack.enter_async_context(self.publisher.running())
            stack.callback(self._end)
            yield

    async def start(self, **settings: str) -> Process:
        """Start a notify process and wait until it is ready."""
        process = self._launched(settings)
        await self.eventually(lambda: _ready(process), f"notify, see {self._folder}")
        return process

    def client(self, process: Process, **claims: Any) -> httpx.AsyncClient:
        """Return a client of a process, for somebody with these claims."""
        token = self.neighbours.token("ben", **claims)
        return httpx.AsyncClient(base_url=process.url, headers={"Authorization": f"Bearer {token}"}, timeout=30)

    async def publish(self, *events: Event) -> None:
        await self.publisher.publish([record_of(event) for event in events])

    async def eventually(self, holds: Callable[[], Awaitable[T | None]], what: str, within: float = 120.0) -> T:
        """Poll until something is there."""
        deadline = time.monotonic() + within
        while True:
            found = await holds()
            if found:
                return found
            assert time.monotonic() < deadline, f"waited in vain for {what}"
            await asyncio.sleep(0.05)

    def _launched(self, settings: Mapping[str, str]) -> Process:
        port, url = free_port(), self.neighbours.url
        own = {
            "NOTIFY_PROFILE": "local",
            "NOTIFY_INSTANCE": "one",
            "NOTIFY_KAFKA__SERVERS": self._servers,
            "NOTIFY_MONGO__URL": self._mongo_url,
            "NOTIFY_MONGO__DATABASE": self.database_name,
            "NOTIFY_IDENTITY__ISSUER": url,
            "NOTIFY_IDENTITY__JWKS_URL": f"{url}/jwks.json",
            "NOTIFY_IDENTITY__TOKEN_URL": f"{url}/token",
            "NOTIFY_IDENTITY__CLIENT_ID": "service.notify",
            "NOTIFY_IDENTITY__CLIENT_SECRET": "k3p4-for-this-test-0nly",
            "NOTIFY_HTTP__PORT": str(port),
            "NOTIFY_SMTP__HOST": "127.0.0.1",
            "NOTIFY_SMTP__PORT": str(self.neighbours.smtp_port),
            "NOTIFY_SMTP__ENCRYPTION": "none",
            "NOTIFY_DUTY__ADDRESSES": "duty@council.example",
            "NOTIFY_SIBLINGS__REPORTING_URL": url,
            "NOTIFY_SIBLINGS__NETWORKS_URL": url,
            "NOTIFY_WEBHOOKS__SECRET_KEYS": self._seal,
            "NOTIFY_WEBHOOKS__ALLOW_LOOPBACK": "true",
        }
        log = (self._folder / f"notify-{port}.log").open("ab")
        popen = subprocess.Popen(
            [sys.executable, "-m", "services.notify"],
            cwd=REPOSITORY,
            env={**self._environment, **own, **settings},
            stdout=log,
            stderr=log,
        )
        log.close()
        process = Process(popen, port)
        self._processes.append(process)
        return process

    def logs(self) -> str:
        """Return what every process has written."""
        return "".join(path.read_text(errors="replace") for path in self._folder.glob("notify-*.log"))

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
