"""The composition root: the only file that names every concrete class."""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import FastAPI
from prometheus_client import CollectorRegistry

from services.notify.adapters.agreements import read_agreements
from services.notify.adapters.closing import Closing
from services.notify.adapters.egress import Egress
from services.notify.adapters.fernet_seals import FernetSeals
from services.notify.adapters.http_people import HttpAssets, HttpContacts
from services.notify.adapters.http_poster import HttpPoster
from services.notify.adapters.jinja_letters import JinjaLetters
from services.notify.adapters.kafka_log import KafkaLog, Readers, readers_of
from services.notify.adapters.lease import Lease
from services.notify.adapters.metrics import NotifyMetrics
from services.notify.adapters.mongo_deliveries import MongoDeliveries
from services.notify.adapters.mongo_endpoints import MongoEndpoints
from services.notify.adapters.mongo_notifications import MongoNotifications
from services.notify.adapters.mongo_standings import MongoStandings
from services.notify.adapters.smtp_mailer import MailServer, SmtpMailer
from services.notify.application.deliver_webhook import DeliverWebhook
from services.notify.application.dispatcher import Dispatcher, Limits
from services.notify.application.list_deliveries import ListDeliveries
from services.notify.application.notify_people import NotifyPeople
from services.notify.application.open_stream import OpenStream
from services.notify.application.ports import Assets, Contacts, Mailer, Poster
from services.notify.application.queue_deliveries import QueueDeliveries
from services.notify.application.read_stream import ReadStream, StreamLimits
from services.notify.application.ring import Ring
from services.notify.application.seats import Seats
from services.notify.application.send_notification import Duty, People, Post, SendNotification
from services.notify.application.tail import Tail
from services.notify.application.webhooks import Webhooks
from services.notify.domain.agreement import Agreement
from services.notify.domain.notification import Notification
from services.notify.domain.webhook import Delivery
from services.notify.entrypoints import consumers as heard
from services.notify.entrypoints.deliveries import deliveries_router
from services.notify.entrypoints.drain import Drain
from services.notify.entrypoints.problems import PROBLEMS
from services.notify.entrypoints.streams import Streaming, streams_router
from services.notify.entrypoints.webhooks import webhooks_router
from services.notify.settings import NotifySettings
from shared.messaging.consumer import Consumer
from shared.messaging.dead_letters import DeadLetters
from shared.messaging.kafka import ConsumerSettings, KafkaPublisher, KafkaSource, TopicCheck
from shared.messaging.metrics import ConsumerMetrics, PublisherMetrics
from shared.messaging.ports import Publisher
from shared.observability.process import LoopLag, process_registry
from shared.observability.telemetry import telemetry_for
from shared.persistence.metrics import OutboxMetrics
from shared.persistence.mongo import connect
from shared.persistence.outbox import Outbox
from shared.persistence.preparation import StorePreparation
from shared.persistence.store import Database
from shared.runtime.clock import Clock, SystemClock
from shared.runtime.component import Component
from shared.runtime.health import Health
from shared.runtime.service import Service
from shared.web.app import create_app
from shared.web.client import JsonClient
from shared.web.identity import TokenVerifier
from shared.web.paging import Cursors
from shared.web.service_token import ServiceTokens

NAME = "notify"


@dataclass(frozen=True, slots=True)
class Outside:
    """Whoever is asked, written to and called."""

    contacts: Contacts
    assets: Assets
    mailer: Mailer
    poster: Poster


@dataclass(frozen=True, slots=True)
class World:
    """What the service stands on; a test gives it another one."""

    database: Database
    publisher: Publisher
    readers: Readers
    outside: Outside
    registry: CollectorRegistry
    clock: Clock


@dataclass(frozen=True, slots=True)
class ForPeople:
    """What reaches people."""

    notify: NotifyPeople
    ledger: MongoNotifications
    outbox: Outbox
    dispatcher: Dispatcher[Notification]


@dataclass(frozen=True, slots=True)
class ForWebhooks:
    """What reaches webhooks."""

    queue: QueueDeliveries
    webhooks: Webhooks
    deliveries: MongoDeliveries
    dispatcher: Dispatcher[Delivery]


@dataclass(frozen=True, slots=True)
class Parts:
    """The service's own parts on a world."""

    people: ForPeople
    webhooks: ForWebhooks
    streaming: Streaming
    tail: Tail
    tokens: TokenVerifier
    agreements: Sequence[Agreement]


def build(settings: NotifySettings) -> Service:
    """Return the service; nothing is connected yet."""
    registry, clock, servers = process_registry(NAME), SystemClock(), settings.kafka.servers
    publisher_metrics, consumed = PublisherMetrics(registry), ConsumerMetrics(registry)
    member = ConsumerSettings(instance_id=settings.kafka.instance, patient=True)
    publisher, dead = (KafkaPublisher(servers, publisher_metrics, client_id=name) for name in (NAME, f"{NAME}.dlq"))
    database = connect(settings.mongo.url.get_secret_value(), settings.mongo.database, driver=settings.mongo_driver)
    reporting, networks = _siblings_of(settings)
    poster = HttpPoster(Egress(settings.webhooks.allow_loopback), clock, seconds=settings.webhooks.seconds)
    mailer = SmtpMailer(MailServer(**settings.smtp.plainly), clock)
    outside = Outside(HttpContacts(reporting), HttpAssets(networks), mailer, poster)
    world = World(database, publisher, readers_of(servers), outside, registry, clock)
    parts = parts_of(settings, world)
    indexes = parts.people.ledger.prepare, parts.webhooks.deliveries.prepare
    health, replicated = Health({"store": database.ping}), settings.profile != "local"
    components: Sequence[Component] = (
        StorePreparation(database, indexes, require_replica_set=replicated),
        TopicCheck(servers, heard.NEEDED_TOPICS),
        LoopLag(registry),
        publisher,
        dead,
        parts.tokens,
        reporting,
        networks,
        Closing(poster.close),
        parts.people.outbox,
        parts.people.dispatcher,
        parts.webhooks.dispatcher,
        parts.tail,
        Drain(health.draining, parts.tail),
        *(
            Consumer(KafkaSource(servers, group, topics, member), table, DeadLetters(dead, clock), consumed, clock)
            for group, topics, table in (
                (heard.PEOPLE_GROUP, heard.PEOPLE_TOPICS, heard.people(parts.people.notify)),
                (heard.WEBHOOKS_GROUP, heard.WEBHOOKS_TOPICS, heard.webhooks(parts.webhooks.queue)),
            )
        ),
    )
    return Service(NAME, app_of(parts, settings, health, registry), components, health, settings.http)


def app_of(parts: Parts, settings: NotifySettings, health: Health, registry: CollectorRegistry) -> FastAPI:
    """Return the HTTP application."""
    secret = hashlib.sha256(settings.webhooks.secret_keys.get_secret_value().encode()).digest()
    listing = ListDeliveries(parts.people.ledger, parts.webhooks.deliveries)
    app = create_app(
        service=NAME,
        routers=[
            streams_router(parts.streaming),
            webhooks_router(parts.webhooks.webhooks, parts.agreements),
            deliveries_router(listing, Cursors(secret, "deliveries")),
        ],
        problems=PROBLEMS,
        health=health,
        registry=registry,
        telemetry=telemetry_for(NAME, settings.telemetry.endpoint, settings.telemetry.sample_ratio),
    )
    app.state.identity = parts.tokens
    return app


def parts_of(settings: NotifySettings, world: World) -> Parts:
    """Return the service's own parts."""
    metrics, lease = NotifyMetrics(world.registry), Lease(settings.instance, world.clock)
    agreements = read_agreements(settings.agreements)
    log, asked = KafkaLog(world.readers), settings.streams
    tail = Tail(log, heard.WEBHOOKS_TOPICS, Ring(asked.ring))
    streaming = Streaming(
        open=OpenStream(log, tail),
        read=ReadStream(log, tail, StreamLimits(ping=asked.ping_seconds, catching_up=asked.catching_up)),
        seats=Seats(asked.per_reader, asked.total),
        agreements=agreements,
        tally=metrics,
        chance=random.random,
        lifetime=asked.lifetime_seconds,
        patience=asked.patience_seconds,
    )
    tokens = TokenVerifier(settings.identity.jwks_url, settings.identity.issuer, settings.identity.audience)
    for_people = _for_people(settings, world, lease, metrics)
    for_webhooks = _for_webhooks(settings, world, lease, metrics, agreements)
    return Parts(for_people, for_webhooks, streaming, tail, tokens, agreements)


def _for_people(settings: NotifySettings, world: World, lease: Lease, metrics: NotifyMetrics) -> ForPeople:
    letters, database, clock = JinjaLetters(), world.database, world.clock
    collection = database.collection("notifications")
    outbox = Outbox(world.publisher, OutboxMetrics(world.registry), clock, collections=[collection])
    notifications = MongoNotifications(collection, outbox, lease, letters.version_of)
    standings = MongoStandings(database.collection("concerns"), database.collection("offers"))
    duty = Duty(settings.duty.all_addresses, settings.duty.case_url)
    send = SendNotification(
        notifications,
        standings,
        People(world.outside.contacts, world.outside.assets, duty),
        Post(letters, world.outside.mailer, metrics),
        clock,
    )
    dispatcher = Dispatcher[Notification](send, notifications, clock, Limits(width=8))
    metrics.watch("email", lambda: dispatcher.size)
    notify = NotifyPeople(notifications, standings, dispatcher, clock, duty.addresses)
    return ForPeople(notify, notifications, outbox, dispatcher)


def _for_webhooks(
    settings: NotifySettings, world: World, lease: Lease, metrics: NotifyMetrics, agreements: Sequence[Agreement]
) -> ForWebhooks:
    database, clock, asked = world.database, world.clock, settings.webhooks
    endpoints = MongoEndpoints(database.collection("webhooks"))
    deliveries = MongoDeliveries(database.collection("deliveries"), lease)
    seals, poster = FernetSeals(asked.secret_keys.get_secret_value().split(",")), world.outside.poster
    deliver = DeliverWebhook(endpoints, deliveries, poster, seals, metrics, clock, random.random)
    dispatcher = Dispatcher[Delivery](deliver, deliveries, clock, Limits(width=asked.per_endpoint))
    metrics.watch("webhook", lambda: dispatcher.size)
    queue = QueueDeliveries(endpoints, deliveries, agreements, dispatcher, clock)
    return ForWebhooks(queue, Webhooks(endpoints, deliveries, dispatcher, poster, seals, clock), deliveries, dispatcher)


def _siblings_of(settings: NotifySettings) -> tuple[JsonClient, JsonClient]:
    identity, tokens = settings.identity, None
    if identity.token_url and identity.client_id and identity.client_secret:
        tokens = ServiceTokens(identity.token_url, identity.client_id, identity.client_secret.get_secret_value())
    siblings = settings.siblings
    return JsonClient(siblings.reporting_url, tokens=tokens), JsonClient(siblings.networks_url, tokens=tokens)
