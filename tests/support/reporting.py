"""Reporting on a store and a bus in memory, with every layer between them real."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI
from prometheus_client import CollectorRegistry
from pydantic import SecretStr

from services.reporting.bootstrap import Parts, World, app_of, parts_of
from services.reporting.settings import (
    ContactKeysSettings,
    GuidanceSettings,
    LimitsSettings,
    PhotosSettings,
    ReportingSettings,
    SecretsSettings,
)
from shared.contracts.event import Event
from shared.messaging.codec import event_from
from shared.runtime.health import Health
from shared.runtime.settings import IdentitySettings, KafkaSettings, MongoSettings
from shared.web.api_keys import ApiClientRecord, ApiKey
from shared.web.identity import Principal, TokenRefusedError
from tests.support.memory_bus import MemoryBus
from tests.support.memory_store import MemoryDatabase

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
WEB_KEY = ApiKey("web-client", "w" * 43)
STRICT_KEY = ApiKey("strict-client", "s" * 43)
REPORT = {"category": "nui.rowdy_gathering", "text": "Loud music in the park again.", "when": "last_night"}
_KEYS = TemporaryDirectory(prefix="kith-contact-keys-")
_PHOTOS = TemporaryDirectory(prefix="kith-photos-")
TOPICS = {"kith.reports.v1": 1, "kith.reports.urgent.v1": 1}


class SetClock:
    """A clock that a test sets."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)


class Tokens:
    """Believes tokens such as `officer:anna` and `service.triage:triage`."""

    async def verify(self, token: str) -> Principal:
        role, _, subject = token.partition(":")
        if not subject:
            raise TokenRefusedError("The token is not one that is read here.")
        return Principal(subject, frozenset({role}))


def settings(**changes: Any) -> ReportingSettings:
    """Return settings of the local profile."""
    given: dict[str, Any] = {
        "profile": "local",
        "kafka": KafkaSettings(servers="nowhere:9092"),
        "mongo": MongoSettings(url=SecretStr("mongodb://nowhere"), database="reporting"),
        "identity": IdentitySettings(issuer="http://issuer", jwks_url="http://issuer/jwks.json"),
        "public_url": "http://kith.test",
        "secrets": SecretsSettings(follow_up=SecretStr("f" * 32), contact_key=SecretStr("c" * 32)),
        "contact_keys": ContactKeysSettings(folder=Path(_KEYS.name)),
        "photos": PhotosSettings(folder=Path(_PHOTOS.name)),
        "guidance": GuidanceSettings(crisis_line="116 123", children_services="01632 960000"),
        "limits": LimitsSettings(public_reports=200),
        "clients": (
            ApiClientRecord(id=WEB_KEY.id, name="Web", sha256=WEB_KEY.sha256),
            ApiClientRecord(
                id=STRICT_KEY.id, name="Strict", sha256=STRICT_KEY.sha256, scopes=frozenset({"idempotency-required"})
            ),
        ),
    }
    return ReportingSettings(**(given | changes))


@dataclass(slots=True)
class Reporting:
    """One running instance, seen from outside and from its store and bus."""

    parts: Parts
    app: FastAPI
    database: MemoryDatabase
    bus: MemoryBus
    clock: SetClock
    registry: CollectorRegistry
    http: httpx.AsyncClient = field(init=False)

    async def post(self, body: Any = REPORT, **headers: str) -> httpx.Response:
        """Post a report; `idempotency_key="…"` becomes the header."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.http.post("/v1/reports", json=body, headers=named)

    async def document(self, report_id: str) -> dict[str, Any]:
        """Return the stored report."""
        found = await self.database.collection("reports").get(UUID(report_id))
        assert found is not None
        return found

    async def published(self, topic: str, count: int) -> Sequence[Event]:
        """Return the events on a topic once there are so many."""
        async with asyncio.timeout(5):
            while len(self.bus.records(topic)) < count:
                await asyncio.sleep(0.005)
        found = [event_from(record) for record in self.bus.records(topic)]
        return [event for event in found if event is not None]


@asynccontextmanager
async def running_reporting(*, database: MemoryDatabase | None = None, **changes: Any) -> AsyncIterator[Reporting]:
    """Run reporting without sockets while the block runs."""
    bus, clock, registry = MemoryBus(TOPICS), SetClock(), CollectorRegistry()
    world = World(database or MemoryDatabase(), bus.publisher(), Tokens(), registry, clock)
    parts = parts_of(settings(**changes), world)
    health = Health()
    health.started = True
    app = app_of(parts, world, health)
    await parts.reports.make_indexes()
    await parts.outbox.start()
    await parts.areas.start()
    assert isinstance(world.database, MemoryDatabase)
    reporting = Reporting(parts, app, world.database, bus, clock, registry)
    running = [asyncio.create_task(part.run()) for part in (parts.commits, parts.outbox)]
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://kith.test") as reporting.http:
        yield reporting
    await parts.commits.stop()
    await parts.outbox.stop()
    await asyncio.gather(*running)
