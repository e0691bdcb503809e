"""Topics made as they are declared, and what has to be true before a service starts."""

import asyncio
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Self

import aiokafka.codec
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions, NewTopic
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, for_code
from aiokafka.record.default_records import DefaultRecordBatchBuilder

from shared.messaging.kafka.settings import Security
from shared.messaging.topics import Topic
from shared.runtime.errors import RefusedToStartError, TransientError

_ANSWER_MS = 30_000


@dataclass(frozen=True, slots=True)
class TopicOutcome:
    """What became of one topic."""

    topic: str
    outcome: Literal["created", "widened", "unchanged"]


async def apply_topics(
    servers: str, topics: Sequence[Topic], *, replication: int = 1, security: Security | None = None
) -> Sequence[TopicOutcome]:
    """Create the topics that are missing and add missing partitions; safe to repeat. Nothing is ever deleted.

    The driver raises no error of a single topic, so each topic's own answer is looked at: raises `TransientError` while
    the broker is out and `RefusedToStartError` with what the broker said about which topic.
    """
    admin = _Admin(servers, security)
    async with admin:
        there = await admin.partitions_by_topic()
        outcomes = []
        for topic in topics:
            count = there.get(topic.name)
            if count is None:
                outcomes.append(TopicOutcome(topic.name, await admin.create(topic, replication)))
            elif count < topic.partitions:
                await admin.widen(topic)
                outcomes.append(TopicOutcome(topic.name, "widened"))
            else:
                outcomes.append(TopicOutcome(topic.name, "unchanged"))
        return outcomes


async def check_start(servers: str, topics: Collection[str], *, security: Security | None = None) -> None:
    """Raise `RefusedToStartError` where the driver is the slow or half one, or a topic is missing.

    Raises `TransientError` while the broker is out; whether to wait for it is the caller's to say.
    """
    check_driver(compiled=_is_compiled(), lz4=aiokafka.codec.has_lz4())
    async with _Admin(servers, security) as admin:
        missing = sorted(set(topics) - (await admin.partitions_by_topic()).keys())
    if missing:
        raise RefusedToStartError(f"Kafka lacks the topics {', '.join(missing)}: run `kith topics apply`")


def check_driver(*, compiled: bool, lz4: bool) -> None:
    """Raise `RefusedToStartError` unless the driver has its C extension and its codec."""
    if not compiled:
        raise RefusedToStartError(
            "aiokafka runs without its C extension, a hundred times slower: install its wheel for glibc, and unset "
            "AIOKAFKA_NO_EXTENSIONS"
        )
    if not lz4:
        raise RefusedToStartError("the lz4 codec is missing: install aiokafka[lz4]")


def _is_compiled() -> bool:
    return (
        "_crecords" in str(DefaultRecordBatchBuilder.__module__)
        or "cython" in type(DefaultRecordBatchBuilder.build).__name__
    )


class _Admin:
    """The driver's administration, with errors that are raised."""

    def __init__(self, servers: str, security: Security | None) -> None:
        self._client = AIOKafkaAdminClient(
            bootstrap_servers=servers, request_timeout_ms=_ANSWER_MS, **(security.options() if security else {})
        )

    async def __aenter__(self) -> Self:
        try:
            await self._client.start()
        except (KafkaError, OSError) as error:
            await self._client.close()
            raise TransientError(f"cannot reach Kafka: {type(error).__name__}") from error
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.close()

    async def partitions_by_topic(self) -> dict[str, int]:
        """Return the number of partitions of each topic there is."""
        described = await self._asked(self._client.describe_topics())
        return {topic["topic"]: len(topic["partitions"]) for topic in described}

    async def create(self, topic: Topic, replication: int) -> Literal["created", "unchanged"]:
        """Create a topic."""
        new = NewTopic(topic.name, topic.partitions, replication, topic_configs=topic.config)
        answer = await self._asked(self._client.create_topics([new], timeout_ms=_ANSWER_MS))
        return "unchanged" if _refusals(answer.topic_errors, TopicAlreadyExistsError) else "created"

    async def widen(self, topic: Topic) -> None:
        """Add partitions to a topic."""
        answer = await self._asked(
            self._client.create_partitions({topic.name: NewPartitions(topic.partitions)}, timeout_ms=_ANSWER_MS)
        )
        _refusals(answer.topic_errors)

    async def _asked(self, answer: Any) -> Any:
        try:
            async with asyncio.timeout(_ANSWER_MS / 1000):
                return await answer
        except (KafkaError, OSError, TimeoutError) as error:
            raise TransientError(f"Kafka does not answer: {type(error).__name__}") from error


def _refusals(answers: Iterable[Sequence[Any]], *harmless: type[KafkaError]) -> bool:
    """Tell whether something harmless was answered; raise what is not."""
    found = False
    for topic, code, *words in answers:
        if code == 0:
            continue
        error = for_code(code)
        if error not in harmless:
            raise RefusedToStartError(
                f"Kafka refuses topic {topic}: {error.__name__} {words[0] if words else ''}".strip()
            )
        found = True
    return found
