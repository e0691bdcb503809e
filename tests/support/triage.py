"""Triage on a store and a bus in memory, with every layer between them real."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import httpx
from prometheus_client import CollectorRegistry
from pydantic import SecretStr

from services.triage.bootstrap import Parts, World, app_of, parts_of
from services.triage.settings import ReportingSettings, Settings
from shared.runtime.health import Health
from shared.runtime.settings import IdentitySettings, KafkaSettings, MongoSettings
from shared.web.identity import Principal, TokenRefusedError, TokenVerifier
from tests.support.cases import NOON, InMemoryNarratives
from tests.support.memory_bus import MemoryBus
from tests.support.memory_store import MemoryDatabase


@dataclass(slots=True)
class StoppedClock:
    """A clock that stands at noon until the test sets it."""

    time: datetime = NOON

    def now(self) -> datetime:
        return self.time

    def advance(self, by: timedelta) -> None:
        self.time += by


class Tokens(TokenVerifier):
    """Believes tokens such as `officer:anna`, `partner:amir@housing` and `officer+dash_trained:dee`."""

    def __init__(self) -> None:
        super().__init__("http://nowhere.invalid", "nobody", "kith")

    async def verify(self, token: str) -> Principal:
        role, _, who = token.partition(":")
        subject, _, agency = who.partition("@")
        if not subject:
            raise TokenRefusedError("The token is not one that is read here.")
        return Principal(subject, frozenset(role.split("+")), agency or None)


@dataclass(frozen=True, slots=True, repr=False)
class Triage:
    """The service in memory. It has no long repr: asyncio asks for one each time a runner handles signals."""

    client: httpx.AsyncClient
    parts: Parts
    narratives: InMemoryNarratives
    database: MemoryDatabase
    clock: StoppedClock


def settings() -> Settings:
    """Settings that the local profile accepts."""
    return Settings(
        profile="local",
        kafka=KafkaSettings(servers="nowhere:9092"),
        mongo=MongoSettings(url=SecretStr("mongodb://nowhere"), database="triage"),
        identity=IdentitySettings(
            issuer="http://nowhere",
            jwks_url="http://nowhere/jwks",
            token_url="http://nowhere/token",
            client_id="service.triage",
            client_secret=SecretStr("a fictional secret"),
        ),
        reporting=ReportingSettings(url="http://nowhere"),
    )


@asynccontextmanager
async def triage(**changes: Any) -> AsyncIterator[Triage]:
    """Run the service in memory for the length of a block, under changed settings; nothing listens to its events."""
    narratives, tokens = InMemoryNarratives(), Tokens()
    bus = MemoryBus({"kith.escalations.v1": 1})
    database, clock = MemoryDatabase(), StoppedClock()
    world = World(database, bus.publisher(), narratives, tokens, CollectorRegistry(), clock)
    changed = settings().model_copy(update=changes)
    parts = parts_of(changed, world)
    app = app_of(changed, world, parts, Health())
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://triage") as client:
        yield Triage(client, parts, narratives, database, clock)
