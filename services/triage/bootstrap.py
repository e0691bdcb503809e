"""The composition root: the only file that names every concrete class."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import FastAPI
from prometheus_client import CollectorRegistry

from services.triage.adapters.bank_holidays import bank_holidays
from services.triage.adapters.http_narratives import HttpNarratives, ImpatientNarratives
from services.triage.adapters.metrics import TriageMetrics
from services.triage.adapters.mongo_cases import MongoCases
from services.triage.application.assess_intake import AssessIntake
from services.triage.application.describe_policy import DescribePolicy
from services.triage.application.follow_events import FollowEvents
from services.triage.application.move_case import MoveCase
from services.triage.application.ports import Narratives
from services.triage.application.triage_reports import TriageReports
from services.triage.application.use_cases import UseCases
from services.triage.entrypoints.consumers import ROUTINE_TOPICS, URGENT_TOPICS, routine, urgent
from services.triage.entrypoints.http import routers
from services.triage.entrypoints.problems import PROBLEMS
from services.triage.settings import Settings
from shared.contracts.triage import ESCALATIONS
from shared.messaging.consumer import Consumer
from shared.messaging.dead_letters import DeadLetters, dead_letter_topic
from shared.messaging.kafka import KafkaPublisher, KafkaSource, TopicCheck
from shared.messaging.metrics import ConsumerMetrics, PublisherMetrics
from shared.messaging.ports import Publisher
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
from shared.web.paging import Cursors
from shared.web.service_token import ServiceTokens

NAME = "triage"
_HEARD = (*ROUTINE_TOPICS, *URGENT_TOPICS)
_TOPICS = (*_HEARD, *(dead_letter_topic(topic) for topic in _HEARD), ESCALATIONS)
