"""Joins networks' parts: the only file that names every concrete class."""

import hashlib
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

import typer
from prometheus_client import CollectorRegistry

from services.networks.adapters.group_files import read_groups
from services.networks.adapters.hsds_source import read_hsds
from services.networks.adapters.metrics import NetworksMetrics
from services.networks.adapters.mongo_area_counts import MongoAreaCounts
from services.networks.adapters.mongo_assets import MongoAssets
from services.networks.adapters.mongo_engagements import MongoEngagements
from services.networks.adapters.mongo_people import MongoAreaNames, MongoGroups, MongoPeople
from services.networks.adapters.offer_links import HmacOfferLinks
from services.networks.adapters.police_files import read_police
from services.networks.application.import_directory import ImportDirectory
from services.networks.application.import_groups import ImportGroups
from services.networks.application.import_police import ImportPolice
from services.networks.application.use_cases import Stores, UseCases, use_cases
from services.networks.entrypoints.command_parts import CommandParts, Importers
from services.networks.entrypoints.commands import commands
from services.networks.entrypoints.consumers import TOPICS, subscriptions
from services.networks.entrypoints.hsds_answers import open_to_every_origin
from services.networks.entrypoints.http import HttpParts, routers
from services.networks.entrypoints.http_hsds import FEED
from services.networks.entrypoints.problems import PROBLEMS
from services.networks.entrypoints.timers import Timers
from services.networks.settings import NetworksSettings, read_import_settings
from shared.contracts.networks import ENGAGEMENTS
from shared.messaging.consumer import Consumer
from shared.messaging.dead_letters import DeadLetters, dead_letter_topic
from shared.messaging.kafka import ConsumerSettings, KafkaPublisher, KafkaSource, TopicCheck
from shared.messaging.metrics import ConsumerMetrics, PublisherMetrics
from shared.observability.telemetry import telemetry_for
from shared.persistence.metrics import OutboxMetrics
from shared.persistence.mongo import Driver, connect, connected
from shared.persistence.outbox import Outbox
from shared.persistence.preparation import StorePreparation
from shared.persistence.store import Database
from shared.runtime.clock import Clock, SystemClock
from shared.runtime.component import Component
from shared.runtime.health import Health
from shared.runtime.service import Service
from shared.web.app import create_app
from shared.web.body_guard import BodyLimits
from shared.web.identity import TokenVerifier

GROUP = "networks"
NEEDED_TOPICS = (*TOPICS, *(dead_letter_topic(topic) for topic in TOPICS), ENGAGEMENTS)
_FORM = "application/x-www-form-urlencoded"
_PATCH = "application/merge-patch+json"
_LIMITS = BodyLimits(other_types={"/offers/": frozenset({_FORM}), "/v1/": frozenset({_PATCH})})


@dataclass(frozen=True, slots=True)
class NetworksStore:
    """Networks' collections behind their ports."""

    engagements: MongoEngagements
    assets: MongoAssets
    people: MongoPeople
    groups: MongoGroups
    area_names: MongoAreaNames
    area_counts: MongoAreaCounts

    @classmethod
    def of(cls, database: Database, outbox: Outbox, metrics: NetworksMetrics) -> "NetworksStore":
        """Return the stores of a database."""
        engagements = database.collection("engagements")
        return cls(
            engagements=MongoEngagements(engagements, database.collection("engagement_index"), outbox, metrics),
            assets=MongoAssets(database.collection("assets")),
            people=MongoPeople(database.collection("people")),
            groups=MongoGroups(database.collection("groups")),
            area_names=MongoAreaNames(database.collection("area_names")),
            area_counts=MongoAreaCounts(database.collection("area_counts")),
        )

    @property
    def ports(self) -> Stores:
        """What the use cases need of it."""
        return Stores(self.engagements, self.assets, self.people, self.groups)

    async def prepare(self) -> None:
        """Make the indexes."""
        await self.engagements.prepare()
        await self.assets.prepare()
        await self.area_counts.prepare()


def build(settings: NetworksSettings) -> Service:
    """Return the service; nothing is connected yet."""
    registry, clock = CollectorRegistry(), SystemClock()
    database = connect(settings.mongo.url.get_secret_value(), settings.mongo.database, driver=settings.mongo_driver)
    servers, publisher_metrics = settings.kafka.servers, PublisherMetrics(registry)
    publisher = KafkaPublisher(servers, publisher_metrics, client_id=GROUP)
    dead_letter_publisher = KafkaPublisher(servers, publisher_metrics, client_id=f"{GROUP}.dlq")
    outbox = Outbox(publisher, OutboxMetrics(registry), clock, collections=[database.collection("engagements")])
    store = NetworksStore.of(database, outbox, NetworksMetrics(registry))
    do = use_cases(store.ports, clock)
    consumer = Consumer(
        KafkaSource(servers, GROUP, TOPICS, ConsumerSettings(instance_id=settings.kafka.instance, patient=True)),
        subscriptions(do),
        DeadLetters(dead_letter_publisher, clock),
        ConsumerMetrics(registry),
        clock,
    )
    identity = TokenVerifier(settings.identity.jwks_url, settings.identity.issuer, settings.identity.audience)
    components: Sequence[Component] = (
        StorePreparation(database, [store.prepare], require_replica_set=settings.profile != "local"),
        TopicCheck(servers, NEEDED_TOPICS),
        identity,
        publisher,
        dead_letter_publisher,
        outbox,
        Timers(store.engagements, do, clock, settings.timers.sweep_seconds),
        consumer,
    )
    health = Health({"store": database.ping})
    app = create_app(
        service=GROUP,
        routers=routers(http_parts(settings, store, do, clock)),
        problems=PROBLEMS,
        health=health,
        registry=registry,
        telemetry=telemetry_for(GROUP, settings.telemetry.endpoint, settings.telemetry.sample_ratio),
        limits=_LIMITS,
    )
    app.state.identity = identity
    return Service(GROUP, open_to_every_origin(app, FEED), components, health, settings.http)


def http_parts(settings: NetworksSettings, store: NetworksStore, do: UseCases, clock: Clock) -> HttpParts:
    """Return what the routes stand on."""
    return HttpParts(
        do=do,
        stores=store.ports,
        links=HmacOfferLinks(settings.link_secret, settings.public_url),
        area_names=store.area_names,
        area_counts=store.area_counts,
        clock=clock,
        secret=hashlib.sha256(b"kith networks cursors\x00" + settings.link_secret.encode()).digest(),
    )


def command_line() -> typer.Typer:
    """Return networks' commands, for `kith import`; the store of the settings is opened when one of them runs."""

    def opened() -> AbstractAsyncContextManager[Importers]:
        mongo = read_import_settings()
        return importers(mongo.url.get_secret_value(), mongo.database, driver=mongo.driver)

    return commands(CommandParts(read_groups, read_police, read_hsds, opened))


@asynccontextmanager
async def importers(url: str, database: str, *, driver: Driver | None = None) -> AsyncIterator[Importers]:
    """Open a store for imports, for the length of a block."""
    async with connected(url, database, driver=driver) as store:
        clock, area_names = SystemClock(), MongoAreaNames(store.collection("area_names"))
        yield Importers(
            ImportGroups(MongoAssets(store.collection("assets")), area_names, clock),
            ImportPolice(MongoAreaCounts(store.collection("area_counts")), area_names),
            ImportDirectory(MongoAssets(store.collection("assets")), clock),
        )
