"""Notify on a store and a bus in memory, with every layer between them real, and an outside world that is scripted."""

from collections import defaultdict, deque
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

import httpx
from cryptography.fernet import Fernet
from fastapi import FastAPI
from prometheus_client import CollectorRegistry
from pydantic import SecretStr

from services.notify.adapters.egress import Egress
from services.notify.application.ports import Asset, Letter, MailRefusedError
from services.notify.bootstrap import Outside, Parts, World, app_of, parts_of
from services.notify.domain.notification import Contact
from services.notify.domain.retry import Answer
from services.notify.domain.streams import STREAMS
from services.notify.settings import (
    DutySettings,
    NotifySettings,
    SiblingSettings,
    SmtpSettings,
    StreamSettings,
    WebhookSettings,
)
from shared.contracts.event import Event
from shared.contracts.networks import EngagementEvent
from shared.contracts.reporting import ReportSubmitted
from shared.contracts.triage import CaseEvent, CaseOpened, CommunityDecision
from shared.messaging.codec import event_from, record_of
from shared.runtime.health import Health
from shared.runtime.ids import derived_id, new_id
from shared.runtime.settings import IdentitySettings, KafkaSettings, MongoSettings
from shared.web.identity import Principal, TokenRefusedError
from tests.support.memory_bus import MemoryBus, MemoryReader
from tests.support.memory_store import MemoryDatabase

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TOPICS = {topic: 2 for stream in STREAMS.values() for topic in stream.topics} | {"kith.notifications.v1": 1}
KEY = Fernet.generate_key().decode()
C = TypeVar("C", bound=CaseEvent)
G = TypeVar("G", bound=EngagementEvent)
URL = "https://partner.example/hook"


class SetClock:
    """A clock that a test sets."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)


class Tokens:
    """Believes tokens such as `officer:anna` and `partner:ben:police`."""

    async def verify(self, token: str) -> Principal:
        role, _, rest = token.partition(":")
        subject, _, agency = rest.partition(":")
        if not subject:
            raise TokenRefusedError("The token is not one that is read here.")
        return Principal(subject, frozenset({role}), agency or None)


@dataclass
class People:
    """Contacts and Assets that a test fills; `failing` makes the next calls fail."""

    contacts: dict[UUID, Contact] = field(default_factory=dict)
    assets: dict[UUID, Asset] = field(default_factory=dict)
    links: dict[UUID, str] = field(default_factory=dict)
    faults: deque[Exception] = field(default_factory=deque)
    asked: list[UUID] = field(default_factory=list)

    def the(self, found: Any, identifier: UUID) -> Any:
        self.asked.append(identifier)
        if self.faults:
            raise self.faults.popleft()
        return found


@dataclass
class ScriptedContacts:
    people: People

    async def of(self, report_id: UUID) -> Contact | None:
        found: Contact | None = self.people.the(self.people.contacts.get(report_id), report_id)
        return found


@dataclass
class ScriptedAssets:
    people: People

    async def of(self, asset_id: UUID) -> Asset | None:
        found: Asset | None = self.people.the(self.people.assets.get(asset_id), asset_id)
        return found

    async def link(self, engagement_id: UUID) -> str | None:
        return self.people.links.get(engagement_id)


@dataclass
class Postbox:
    """A Mailer that keeps what it is given; `faults` make the next calls fail, `refused` all to these addresses."""

    sent: list[tuple[UUID, str, Letter]] = field(default_factory=list)
    faults: deque[Exception] = field(default_factory=deque)
    refused: set[str] = field(default_factory=set)

    async def send(self, identifier: UUID, address: str, letter: Letter) -> None:
        if address in self.refused:
            raise MailRefusedError
        if self.faults:
            raise self.faults.popleft()
        self.sent.append((identifier, address, letter))


@dataclass
class ScriptedPoster:
    """A Poster that answers as it is told to, by URL, and 200 where it is not."""

    answers: dict[str, deque[Answer]] = field(default_factory=lambda: defaultdict(deque))
    posted: list[tuple[str, Mapping[str, str], bytes]] = field(default_factory=list)

    def refuse(self, url: str) -> None:
        Egress().check(url)

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        self.posted.append((url, headers, body))
        return self.answers[url].popleft() if self.answers[url] else Answer(200)


@dataclass
class Notify:
    """A running notify, as far as a test steps it."""

    parts: Parts
    app: FastAPI
    bus: MemoryBus
    store: MemoryDatabase
    clock: SetClock
    people: People
    postbox: Postbox
    poster: ScriptedPoster
    http: httpx.AsyncClient

    async def hear(self, *events: Event) -> None:
        """Give events to both consumers' use cases."""
        for event in events:
            if isinstance(event, CaseEvent | EngagementEvent):
                await self.parts.people.notify([event])
            await self.parts.webhooks.queue([event])

    async def send_mail(self) -> int:
        return await self.parts.people.dispatcher.run_due()

    async def send_webhooks(self) -> int:
        return await self.parts.webhooks.dispatcher.run_due()

    async def notifications(self) -> list[dict[str, Any]]:
        return [document async for document in self.store.collection("notifications").find({}, sort=[("_id", 1)])]

    async def announced(self) -> list[dict[str, Any]]:
        """Return the events in the outboxes of messages, in their stored form."""
        return [entry["event"] for document in await self.notifications() for entry in document["outbox"]]

    async def publish(self, *events: Event) -> None:
        """Put events on the bus."""
        await self.bus.publisher().publish([record_of(event) for event in events])

    def published(self, topic: str) -> Sequence[Event]:
        return [event for record in self.bus.records(topic) if (event := event_from(record)) is not None]


def settings_of(**changes: Any) -> NotifySettings:
    given: dict[str, Any] = {
        "profile": "local",
        "instance": "one",
        "kafka": KafkaSettings(servers="nowhere:1"),
        "mongo": MongoSettings(url=SecretStr("mongodb://nowhere"), database="notify"),
        "identity": IdentitySettings(issuer="https://id.test", jwks_url="https://id.test/jwks"),
        "smtp": SmtpSettings(host="mail.test"),
        "siblings": SiblingSettings(reporting_url="http://reporting.test", networks_url="http://networks.test"),
        "duty": DutySettings(addresses="duty@council.test", case_url="https://triage.test/cases/{case_id}"),
        "webhooks": WebhookSettings(secret_keys=SecretStr(KEY)),
        "streams": StreamSettings(ping_seconds=0.05, ring=100, per_reader=3),
    }
    return NotifySettings(**(given | changes))


@asynccontextmanager
async def running_notify(
    *, store: MemoryDatabase | None = None, bus: MemoryBus | None = None, clock: SetClock | None = None, **changes: Any
) -> AsyncIterator[Notify]:
    """Build notify on memory; give it a store that was there before to see what a restart does."""
    bus, clock, store = bus or MemoryBus(TOPICS), clock or SetClock(), store or MemoryDatabase("notify")
    people, postbox, poster = People(), Postbox(), ScriptedPoster()
    outside = Outside(ScriptedContacts(people), ScriptedAssets(people), postbox, poster)
    settings, registry = settings_of(**changes), CollectorRegistry()
    memory = bus

    @asynccontextmanager
    async def reading() -> AsyncIterator[MemoryReader]:
        yield memory.reader()

    parts = parts_of(settings, World(store, bus.publisher(), reading, outside, registry, clock))
    app = app_of(parts, settings, Health(), registry)
    app.state.identity = Tokens()
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://notify.test") as http:
        yield Notify(parts, app, bus, store, clock, people, postbox, poster, http)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def a_contact(**changes: Any) -> Contact:
    given: dict[str, Any] = {
        "name": "Ada Planted",
        "email": "ada@planted.example",
        "safe_contact": "any",
        "reference": "KTH-7F3K-9Q2M",
        "status_url": "https://kith.test/r/KTH-7F3K-9Q2M",
    }
    return Contact(**(given | changes))


def a_case(kind: type[C], report_id: UUID | None = None, **changes: Any) -> C:
    """Return an event about a case; the same report and changes give the same event."""
    report_id = report_id or new_id()
    given: dict[str, Any] = {
        "event_id": derived_id(report_id, kind.type, repr(sorted(changes.items()))),
        "occurred_at": NOON,
        "correlation_id": report_id,
        "concern_id": report_id,
        "report_id": report_id,
        "case_id": derived_id(report_id, "case"),
        "level": 2,
        "category": "nui.rowdy_gathering",
        "areas": ("E08000034",),
        "grade": "STANDARD",
        "due_at": NOON,
        "lead_role": "council.community_safety",
        "decision_id": new_id(),
        "policy_version": "1.0.0",
        "policy_hash": "0" * 64,
        "human_required": False,
        "community": CommunityDecision(allowed=True),
        "received_at": NOON,
        "owner_role": "officer",
        "outcome": "resolved",
        "previous_level": 1,
        "review_day": 28,
        "reviewer": "owner",
        "handover_id": new_id(),
        "from_agency": "council",
        "to_agency": "housing",
        "to_role": "landlord",
        "basis": "public_task",
        "decline_code": "no_capacity",
        "expires_at": NOON,
        "expired_at": NOON,
        "reason_code": "new_evidence",
    }
    return kind.model_validate(given | changes)


def opened(report_id: UUID | None = None, **changes: Any) -> CaseOpened:
    return a_case(CaseOpened, report_id, **changes)


def an_engagement(kind: type[G], report_id: UUID | None = None, **changes: Any) -> G:
    """Return an event about the first offer for a report's case."""
    report_id = report_id or new_id()
    given: dict[str, Any] = {
        "event_id": derived_id(report_id, kind.type),
        "occurred_at": NOON,
        "correlation_id": report_id,
        "concern_id": report_id,
        "report_id": report_id,
        "case_id": derived_id(report_id, "case"),
        "engagement_id": derived_id(report_id, "engagement"),
        "asset_id": derived_id(report_id, "asset"),
        "category": "nui.rowdy_gathering",
        "area": "Greenhead",
        "offer_number": 1,
        "level": 2,
        "expires_at": NOON + timedelta(days=2),
    }
    return kind.model_validate(given | changes)


def submitted(**changes: Any) -> ReportSubmitted:
    report_id = new_id()
    given: dict[str, Any] = {
        "event_id": derived_id(report_id, "submitted"),
        "occurred_at": NOON,
        "correlation_id": report_id,
        "concern_id": report_id,
        "report_id": report_id,
        "received_at": NOON,
        "intake": {"category": "env.litter"},
        "has_text": True,
        "areas": ("E08000034",),
        "cell": "89195da49afffff",
    }
    return ReportSubmitted.model_validate(given | changes)
