"""Kafka through aiokafka: the only package that names the driver, and where its weak defaults are overridden."""

from shared.messaging.kafka.admin import TopicOutcome, apply_topics, check_start
from shared.messaging.kafka.publisher import KafkaPublisher
from shared.messaging.kafka.reader import KafkaReader
from shared.messaging.kafka.settings import ConsumerSettings, ProducerSettings, Security
from shared.messaging.kafka.source import KafkaSource
from shared.messaging.kafka.topic_check import TopicCheck

__all__ = [
    "ConsumerSettings",
    "KafkaPublisher",
    "KafkaReader",
    "KafkaSource",
    "ProducerSettings",
    "Security",
    "TopicCheck",
    "TopicOutcome",
    "apply_topics",
    "check_start",
]
