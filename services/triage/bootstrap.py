"""The composition root: the only file that names every concrete class."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import typer
from fastapi import FastAPI
from prometheus_client import CollectorRegistry

from services.triage.adapters.h3_cells import H3Cells
from services.triage.adapters.history_keeping import Kept, history_kept
from services.triage.adapters.http_narratives import HttpNarratives, ImpatientNarratives
from services.triage.adapters.metrics import TriageMetrics
from services.triage.adapters.mongo_cases import MongoCases
from services.triage.adapters.mongo_casework import ANNOUNCING, casework_ports
from services.triage.adapters.mongo_evidence import MongoEvidence
from services.triage.adapters.mongo_history import MongoHistory
from services.triage.adapters.mongo_patterns import MongoPatterns
from services.triage.adapters.pattern_process import PatternProcess
from services.triage.adapters.pattern_runner import knox_of, run_now, runs_of, worked_off
from services.triage.adapters.policy_in_force import policy_in_force, policy_to_start_with
from services.triage.application.apply_once import ApplyOnce
from services.triage.application.ask_for_patterns import AskForPatterns
from services.triage.application.assess_intake import AssessIntake
from services.triage.application.casework import CaseworkRules, casework
from services.triage.application.describe_policy import DescribePolicy
from services.triage.application.find_patterns import FindPatterns
from services.triage.application.follow_events import FollowEvents
from services.triage.application.ports import Narratives
from services.triage.application.precedence import Precedence
from services.triage.application.reassess_cases import ReassessCases
from services.triage.application.triage_reports import TriageReports
from services.triage.application.use_cases import UseCases
from services.triage.domain.timing import Timing
from services.triage.entrypoints.commands import commands
from services.triage.entrypoints.consumers import (
    PATTERN_TOPICS,
    ROUTINE_TOPICS,
    URGENT_TOPICS,
    patterns,
    routine,
    urgent,
)
from services.triage.entrypoints.deadlines import Deadlines
from services.triage.entrypoints.http import routers
from services.triage.entrypoints.pattern_commands import PatternWork, pattern_commands
from services.triage.entrypoints.problems import PROBLEMS
from services.triage.entrypoints.rereading import Rereading
from services.triage.entrypoints.timers import CaseTimers
from services.triage.settings import Settings, read_store_settings
from shared.messaging.consumer import Consumer
from shared.messaging.dead_letters import DeadLetters, dead_letter_topic
from shared.messaging.kafka import ConsumerSettings, KafkaPublisher, KafkaSource, TopicCheck
from shared.messaging.limits import ConsumerLimits
from shared.messaging.metrics import ConsumerMetrics, PublisherMetrics
from shared.messaging.ports import Publisher
from shared.messaging.subscription import Subscription
from shared.observability.telemetry import telemetry_for
from shared.persistence.metrics import OutboxMetrics
from shared.persistence.mongo import connect
from shared.persistence.outbox import Outbox, OutboxOptions
from shared.persistence.preparation import StorePreparation
from shared.persistence.store import Database
from shared.runtime.clock import Clock, SystemClock
from shared.runtime.component import Component
from shared.runtime.health import Health
from shared.runtime.probe import Probe, unobserved
from shared.runtime.service import Service
from shared.web.app import create_app
from shared.web.client import JsonClient
from shared.web.identity import TokenVerifier
from shared.web.rate_limit import RateLimiter
from shared.web.service_token import ServiceTokens

NAME = "triage"
_HEARD = (*ROUTINE_TOPICS, *URGENT_TOPICS, *PATTERN_TOPICS)
_LIMITS = ConsumerLimits(batch_records=100)
"""Small enough that nobody waits long for a batch at the store, large enough that round trips do not count."""
_TOPICS = (*_HEARD, *(dead_letter_topic(topic) for topic in _HEARD))


@dataclass(frozen=True, slots=True)
class World:
    """What the service stands on; a test gives it another one."""

    database: Database
    publisher: Publisher
    narratives: Narratives
    tokens: TokenVerifier
    registry: CollectorRegistry
    clock: Clock
    probe: Probe = unobserved


@dataclass(frozen=True, slots=True)
class Parts:
    """The service's own parts on a world."""

    use_cases: UseCases
    outbox: Outbox
    prepare: Sequence[Callable[[], Awaitable[None]]]
    timers: CaseTimers
    deadlines: Deadlines
    rereading: Rereading


@dataclass(frozen=True, slots=True)
class Deciding:
    """By which policy, and where it is kept, announced and counted; `patience` is for words of urgent reports."""

    described: DescribePolicy
    cases: MongoCases
    outbox: Outbox
    metrics: TriageMetrics
    patience: float


def build(settings: Settings, probe: Probe = unobserved) -> Service:
    """Return the service; nothing is connected yet. A test's `probe` may end the process where it hurts."""
    registry, clock, servers = CollectorRegistry(), SystemClock(), settings.kafka.servers
    published = PublisherMetrics(registry)
    publisher = KafkaPublisher(servers, published, client_id=NAME)
    dead_letter_publisher = KafkaPublisher(servers, published, client_id=f"{NAME}.dlq")
    database = connect(settings.mongo.url.get_secret_value(), settings.mongo.database, driver=settings.mongo_driver)
    identity = settings.identity
    tokens = TokenVerifier(identity.jwks_url, identity.issuer, identity.audience)
    reporting = JsonClient(settings.reporting.url, tokens=ServiceTokens(*settings.own_account))
    world = World(database, publisher, HttpNarratives(reporting), tokens, registry, clock, probe)
    parts = parts_of(settings, world)
    heard = ConsumerMetrics(registry)

    def consumer(group: str, topics: Sequence[str], subscriptions: Sequence[Subscription[Any]]) -> Consumer:
        dead_letters = DeadLetters(dead_letter_publisher, clock)
        source = KafkaSource(servers, group, topics, ConsumerSettings(instance_id=settings.kafka.instance))
        return Consumer(source, subscriptions, dead_letters, heard, clock, _LIMITS, probe)

    components: Sequence[Component] = (
        StorePreparation(database, parts.prepare, require_replica_set=settings.profile != "local"),
        TopicCheck(servers, _TOPICS),
        tokens,
        reporting,
        publisher,
        dead_letter_publisher,
        parts.outbox,
        parts.timers,
        parts.deadlines,
        parts.rereading,
        consumer(f"{NAME}.urgent", URGENT_TOPICS, urgent(parts.use_cases)),
        consumer(NAME, ROUTINE_TOPICS, routine(parts.use_cases)),
        consumer(f"{NAME}.patterns", PATTERN_TOPICS, patterns(parts.use_cases)),
        PatternProcess(parts.use_cases.ask_for_patterns.due, settings.patterns.look_seconds),
    )
    health = Health({"store": database.ping})
    return Service(NAME, app_of(settings, world, parts, health), components, health, settings.http)


def parts_of(settings: Settings, world: World) -> Parts:
    """Return the service's own parts."""
    collection, found = world.database.collection("cases"), world.database.collection("patterns")
    told = [collection, found, *(world.database.collection(name) for name in ANNOUNCING)]
    options = OutboxOptions(batch=200, probe=world.probe)
    outbox = Outbox(world.publisher, OutboxMetrics(world.registry), world.clock, collections=told, options=options)
    cases = MongoCases(collection, outbox, world.probe)
    history = MongoHistory(world.database.collection("history"), collection)
    patterns = MongoPatterns(found, outbox.announced)
    finding = partial(FindPatterns, history, patterns, H3Cells())
    asking = AskForPatterns(runs_of(world.database), patterns, world.clock)
    metrics = TriageMetrics(world.registry)
    described = DescribePolicy(policy_to_start_with(settings.policy.artefact), settings.numbers)
    deciding = Deciding(described, cases, outbox, metrics, settings.reporting.urgent_patience_seconds)
    evidence = MongoEvidence(collection, outbox)
    use_cases = _use_cases(world, deciding, evidence, finding, asking)
    ticking = world.clock, metrics, settings.timers.sweep_seconds
    timers = CaseTimers(use_cases.casework.wake_cases, *ticking)
    deadlines = Deadlines(use_cases.casework.tell_deadlines, *ticking)
    rereading = Rereading(use_cases.reassess_cases, settings.reporting.reread_seconds)
    preparations = (cases.prepare, evidence.prepare, history.prepare, patterns.prepare)
    return Parts(use_cases, outbox, preparations, timers, deadlines, rereading)


def _use_cases(
    world: World,
    deciding: Deciding,
    evidence: MongoEvidence,
    finding: Callable[[ApplyOnce, Clock, Precedence], FindPatterns],
    asking: AskForPatterns,
) -> UseCases:
    policy = deciding.described.policy
    cases, metrics, clock = deciding.cases, deciding.metrics, world.clock
    timing = Timing(policy.holidays, policy.terms.clocks)
    apply, precedence = ApplyOnce(cases, timing), Precedence()
    reassess = ReassessCases(evidence, world.narratives, policy, timing, clock)
    triaging = partial(TriageReports, precedence=precedence, later=reassess.occurred)
    room, impatient = deciding.outbox.room, ImpatientNarratives(world.narratives, deciding.patience)
    ports = casework_ports(world.database, cases, deciding.outbox.announced)
    return UseCases(
        cases=cases,
        clock=clock,
        assess_intake=AssessIntake(policy, clock),
        describe_policy=deciding.described,
        triage_reports=triaging(cases, world.narratives, policy, clock, metrics, room),
        triage_urgent_reports=triaging(cases, impatient, policy, clock, metrics),
        follow_events=FollowEvents(apply),
        find_patterns=finding(apply, clock, precedence),
        ask_for_patterns=asking,
        casework=casework(ports, CaseworkRules(policy.version, timing, policy.terms), clock),
        reassess_cases=reassess,
        reassess_urgently=replace(reassess, narratives=impatient),
    )


def app_of(settings: Settings, world: World, parts: Parts, health: Health) -> FastAPI:
    """Return the HTTP application."""
    secret = hashlib.sha256(b"kith triage cursors\x00" + settings.cursor_secret.encode()).digest()
    app = create_app(
        service=NAME,
        routers=routers(parts.use_cases, secret, RateLimiter(settings.limits.pace_of_assessments)),
        problems=PROBLEMS,
        health=health,
        registry=world.registry,
        telemetry=telemetry_for(NAME, settings.telemetry.endpoint, settings.telemetry.sample_ratio),
    )
    app.state.identity = world.tokens
    return app


def command_line() -> typer.Typer:
    """Return triage's commands; those of `patterns` load the statistics, and a store where they read the history."""
    app = commands(lambda artefact: policy_in_force(artefact=artefact))
    work = PatternWork(lambda *asked: run_now(_history(), SystemClock(), *asked), knox_of, _kept)
    app.add_typer(pattern_commands(work), name="patterns")
    return app


def work_off_runs() -> None:
    """Work off the runs over the history that wait: what the service's own process for it does."""
    asyncio.run(worked_off(_history(), SystemClock()))


def _kept(only_tell: bool) -> Coroutine[Any, Any, Kept]:  # noqa: FBT001 - a command's only option
    return history_kept(_history(), SystemClock(), only_tell=only_tell)


def _history() -> Database:
    store = read_store_settings()
    return connect(store.url.get_secret_value(), store.database, driver=store.driver)
