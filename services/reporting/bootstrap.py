"""The composition root: the only file that names every concrete class."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

from fastapi import FastAPI
from prometheus_client import CollectorRegistry
from typer import Typer

from services.reporting.adapters.area_index import AreaIndex
from services.reporting.adapters.cells import centre_of
from services.reporting.adapters.contact_seals import ContactSeals
from services.reporting.adapters.deployment_secrets import DeploymentSecrets
from services.reporting.adapters.file_imports import FileImports
from services.reporting.adapters.folder_files import Files, FolderFiles
from services.reporting.adapters.key_files import KeyFiles
from services.reporting.adapters.metrics import ReportingMetrics
from services.reporting.adapters.mongo_areas import MongoAreas
from services.reporting.adapters.mongo_passes import MongoPasses
from services.reporting.adapters.mongo_postcodes import MongoPostcodes, postcodes_in
from services.reporting.adapters.mongo_register import MongoRegister, register_in
from services.reporting.adapters.mongo_reports import MongoReports
from services.reporting.adapters.mongo_supports import MongoSupports
from services.reporting.adapters.personal_stores import MESSAGES, PersonalStores, personal_data_in
from services.reporting.adapters.scheduled_passes import ScheduledPasses
from services.reporting.application.erase_report import EraseReport
from services.reporting.application.find_place import FindPlace
from services.reporting.application.follow_case import FollowCase
from services.reporting.application.keep_to_schedule import KeepToSchedule
from services.reporting.application.once import OncePerKey
from services.reporting.application.personal_use_cases import PersonalUseCases
from services.reporting.application.read_status import ReadStatus
from services.reporting.application.submit_report import SubmitReport
from services.reporting.application.use_cases import UseCases
from services.reporting.application.withdraw_report import WithdrawReport
from services.reporting.domain.guidance import Guidance
from services.reporting.entrypoints.answers import Answers
from services.reporting.entrypoints.commands import commands
from services.reporting.entrypoints.consumers import subscriptions
from services.reporting.entrypoints.front_door import FrontDoor, Limits, Tokens
from services.reporting.entrypoints.http import Desk
from services.reporting.entrypoints.http_concerns import ConcernsDesk
from services.reporting.entrypoints.open311.desk import GeoReport, Profile
from services.reporting.entrypoints.problems import PROBLEMS
from services.reporting.entrypoints.retention_commands import retention_commands
from services.reporting.entrypoints.routers import LIMITS, routers
from services.reporting.settings import ImportSettings, ReportingSettings, RetentionSettings
from shared.contracts.networks import ENGAGEMENTS
from shared.contracts.reporting import REPORTS, URGENT_REPORTS
from shared.contracts.triage import ESCALATIONS
from shared.messaging.consumer import Consumer
from shared.messaging.dead_letters import DeadLetters, dead_letter_topic
from shared.messaging.kafka import ConsumerSettings, KafkaPublisher, KafkaSource, TopicCheck
from shared.messaging.metrics import ConsumerMetrics, PublisherMetrics
from shared.messaging.ports import Publisher
from shared.observability.telemetry import NoTelemetry, Telemetry, telemetry_for
from shared.persistence.group_commit import GroupCommit
from shared.persistence.metrics import OutboxMetrics
from shared.persistence.mongo import connect, connected
from shared.persistence.outbox import Outbox, OutboxOptions
from shared.persistence.preparation import StorePreparation
from shared.persistence.store import Database
from shared.runtime.clock import Clock, SystemClock
from shared.runtime.component import Component
from shared.runtime.health import Health
from shared.runtime.probe import Probe, unobserved
from shared.runtime.service import Service
from shared.web.api_keys import ApiClients
from shared.web.app import create_app
from shared.web.identity import TokenVerifier
from shared.web.paging import Cursors
from shared.web.rate_limit import RateLimiter
from shared.web.signed_requests import SignedSenders

NAME = "reporting"
_HEARD = (ESCALATIONS, ENGAGEMENTS)
_TOPICS = (REPORTS, URGENT_REPORTS, *_HEARD, *(dead_letter_topic(topic) for topic in _HEARD))


@dataclass(frozen=True, slots=True)
class World:
    """What the service stands on; a test gives it another one."""

    database: Database
    publisher: Publisher
    tokens: Tokens
    registry: CollectorRegistry
    clock: Clock
    probe: Probe = unobserved


@dataclass(frozen=True, slots=True)
class Parts:
    """The service's own parts on a world."""

    desk: Desk
    open311: GeoReport
    concerns: ConcernsDesk
    senders: Mapping[str, SignedSenders]
    reports: MongoReports
    areas: AreaIndex
    outbox: Outbox
    commits: GroupCommit
    preparations: Sequence[Callable[[], Awaitable[None]]]


def build(settings: ReportingSettings, probe: Probe = unobserved) -> Service:
    """Return the service; nothing is connected yet. A test's `probe` may end the process where it hurts."""
    registry, clock = CollectorRegistry(), SystemClock()
    servers, publisher_metrics = settings.kafka.servers, PublisherMetrics(registry)
    publisher = KafkaPublisher(servers, publisher_metrics, client_id=NAME)
    dead_letter_publisher = KafkaPublisher(servers, publisher_metrics, client_id=f"{NAME}.dlq")
    database = connect(settings.mongo.url.get_secret_value(), settings.mongo.database, driver=settings.mongo_driver)
    tokens = TokenVerifier(settings.identity.jwks_url, settings.identity.issuer, settings.identity.audience)
    world = World(database, publisher, tokens, registry, clock, probe)
    parts = parts_of(settings, world)
    consumer = Consumer(
        KafkaSource(servers, NAME, _HEARD, ConsumerSettings(instance_id=settings.kafka.instance, patient=True)),
        subscriptions(parts.desk.use_cases),
        DeadLetters(dead_letter_publisher, clock),
        ConsumerMetrics(registry),
        clock,
        probe=probe,
    )
    components: Sequence[Component] = (
        StorePreparation(database, parts.preparations, require_replica_set=settings.profile != "local"),
        TopicCheck(servers, _TOPICS),
        parts.areas,
        tokens,
        publisher,
        dead_letter_publisher,
        parts.outbox,
        parts.commits,
        consumer,
    )
    # Kafka is not asked: reports are taken in, and answered with advice, while it is out.
    health = Health({"store": database.ping})
    telemetry = telemetry_for(NAME, settings.telemetry.endpoint, settings.telemetry.sample_ratio)
    return Service(NAME, app_of(parts, world, health, telemetry), components, health, settings.http)


def parts_of(settings: ReportingSettings, world: World) -> Parts:
    """Return the service's own parts."""
    metrics = ReportingMetrics(world.registry)
    reports = reports_of(settings, world)
    areas = AreaIndex(areas_of(world.database), metrics, settings.areas.refresh_seconds)
    secrets = DeploymentSecrets(settings.secrets.follow_up.get_secret_value())
    guidance = Guidance(settings.guidance.numbers)
    read_status = ReadStatus(reports, secrets)
    stores = PersonalStores.beside(reports, world.database, FolderFiles(settings.photos.folder), world.clock)
    register = register_in(world.database)
    once = OncePerKey(settings.intake.key_patience_seconds)
    use_cases = UseCases(
        SubmitReport(reports, FindPlace(areas, postcodes_in(world.database)), secrets, guidance, world.clock, once),
        read_status,
        WithdrawReport(reports, read_status, world.clock),
        FollowCase(reports, register.keeper),
        PersonalUseCases.on(reports, stores, read_status, guidance, world.clock),
    )
    limits = Limits(RateLimiter(settings.limits.public_pace), RateLimiter(settings.limits.known_pace))
    door = FrontDoor(ApiClients(settings.clients), world.tokens, limits, metrics)
    desk = Desk(use_cases, door, Answers(settings.public_url, secrets, guidance), metrics)
    open311 = _open311_of(settings, desk, register, world.clock)
    indexes = (reports.make_indexes, *stores.preparations)
    senders = {channel: SignedSenders(known, world.clock) for channel, known in settings.channels.opened.items()}
    supports = MongoSupports(reports.collection, reports.outbox)
    concerns = ConcernsDesk.on(desk, register.nearby, supports, world.clock)
    return Parts(desk, open311, concerns, senders, reports, areas, reports.outbox, reports.commits, indexes)


def _open311_of(settings: ReportingSettings, desk: Desk, register: MongoRegister, clock: Clock) -> GeoReport:
    profile = Profile(settings.public_url.rstrip("/"), settings.profile == "local", **settings.open311.model_dump())
    cursors = Cursors(settings.secrets.follow_up.get_secret_value().encode(), "open311 requests")
    return GeoReport(desk, register.listed, profile, clock, centre_of, cursors)


def reports_of(settings: ReportingSettings, world: World) -> MongoReports:
    """Return the reports in their collection, with the group commit and the outbox that serve it."""
    collection, intake = world.database.collection("reports"), settings.intake
    commits = GroupCommit(collection, intake.window_seconds, intake.group_limit, intake.most_waiting, probe=world.probe)
    outbox = Outbox(
        world.publisher,
        OutboxMetrics(world.registry),
        world.clock,
        collections=[collection, world.database.collection(MESSAGES)],
        options=OutboxOptions(probe=world.probe),
    )
    return MongoReports(collection, commits, outbox, seals_of(settings))


def areas_of(database: Database) -> MongoAreas:
    """Return the imported areas."""
    return MongoAreas(database.collection("areas"), database.collection("area_editions"))


def app_of(parts: Parts, world: World, health: Health, telemetry: Telemetry | None = None) -> FastAPI:
    """Return the HTTP application."""
    app = create_app(
        service=NAME,
        routers=routers(parts.desk, parts.open311, parts.concerns, parts.senders),
        problems=PROBLEMS,
        health=health,
        registry=world.registry,
        telemetry=telemetry or NoTelemetry(),
        limits=LIMITS,
    )
    app.state.identity = world.tokens
    return app


def seals_of(settings: ReportingSettings) -> ContactSeals:
    """Return what contacts are sealed with."""
    secrets, keys = settings.secrets, KeyFiles(settings.contact_keys.folder)
    return ContactSeals(keys, secrets.contact_masters, active=secrets.contact_key_id)


def keep_to_schedule_of(database: Database, seals: ContactSeals, files: Files, clock: Clock) -> KeepToSchedule:
    """Return the retention schedule at work on a store."""
    personal = personal_data_in(database, seals, files)
    passes = MongoPasses(database.collection("retention_passes"))
    return KeepToSchedule(personal, EraseReport(personal, clock), passes, clock)


def _opened(settings: ImportSettings) -> AbstractAsyncContextManager[Database]:
    mongo = settings.mongo
    return connected(mongo.url.get_secret_value(), mongo.database, driver=settings.mongo_driver)


def command_line() -> Typer:
    """Return reporting's commands; the store of the settings is opened when one needs it."""

    @asynccontextmanager
    async def places() -> AsyncIterator[tuple[MongoAreas, MongoPostcodes]]:
        async with _opened(ImportSettings()) as database:
            yield areas_of(database), postcodes_in(database)

    @asynccontextmanager
    async def schedule() -> AsyncIterator[KeepToSchedule]:
        settings = RetentionSettings()
        seals = ContactSeals(KeyFiles(settings.contact_keys.folder), {}, active="")  # it destroys, and never opens
        async with _opened(settings) as database:
            yield keep_to_schedule_of(database, seals, FolderFiles(settings.photos.folder), SystemClock())

    app = commands(FileImports(places))
    app.add_typer(retention_commands(ScheduledPasses(schedule)), name="retention")
    return app
