"""A member of a consumer group, on aiokafka."""

import asyncio
import contextlib
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import aiokafka
from aiokafka.errors import CommitFailedError, IllegalStateError, KafkaError

from shared.messaging.errors import CommitRefusedError
from shared.messaging.kafka.settings import ConsumerSettings
from shared.messaging.ports import Batches, Rebalanced
from shared.messaging.record import Partition, Record
from shared.runtime.errors import TransientError

_ANSWER_SECONDS = 5.0
_NO_PARTITION = aiokafka.TopicPartition("", 0)


class KafkaSource:
    """Reads topics as one member of a consumer group; see `RecordSource` for what it promises.

    Pausing a partition holds back what is fetched of it already instead of discarding it, as the driver would; so up to
    `max_partition_fetch_bytes` of each partition may lie in memory.
    """

    def __init__(
        self, servers: str, group: str, topics: Sequence[str], settings: ConsumerSettings | None = None
    ) -> None:
        self._servers = servers
        self._group = group
        self._topics = tuple(topics)
        self._settings = settings or ConsumerSettings()
        self._paused: set[Partition] = set()
        self._consumer: Any = None

    @property
    def group(self) -> str:
        """The consumer group's name."""
        return self._group

    async def start(self, listener: Rebalanced) -> None:
        """Join the group; raises `TransientError` while the broker is out."""
        self._paused.clear()
        consumer = aiokafka.AIOKafkaConsumer(**self._settings.options(self._servers, self._group))
        try:
            await consumer.start()
            consumer.subscribe(self._topics, listener=_Listener(listener))
        except (KafkaError, OSError) as error:
            await _close(consumer)
            raise TransientError(f"cannot join {self._group}: {type(error).__name__}") from error
        except asyncio.CancelledError:
            await _close(consumer)
            raise
        self._consumer = consumer

    async def stop(self) -> None:
        """Leave the group without committing."""
        consumer, self._consumer = self._consumer, None
        if consumer is not None:
            await _close(consumer)

    async def fetch(self, *, max_records: int, timeout_seconds: float) -> Batches:
        """Return the next records of the partitions that are not paused, or nothing after the timeout."""
        consumer = self._joined()
        wanted: Sequence[Any] = ()
        if self._paused:
            wanted = [tp for tp in consumer.assignment() if tp not in self._paused] or [_NO_PARTITION]
        try:
            found = await consumer.getmany(*wanted, timeout_ms=int(timeout_seconds * 1000), max_records=max_records)
        except (KafkaError, OSError) as error:
            # The driver may have moved past records that it then did not return: start again from the commits.
            raise TransientError(f"cannot fetch for {self._group}: {type(error).__name__}") from error
        return {
            Partition(tp.topic, tp.partition): [
                Record(r.topic, r.partition, r.offset, r.timestamp, r.key, r.value, r.headers) for r in records
            ]
            for tp, records in found.items()
        }

    async def commit(self, offsets: Mapping[Partition, int]) -> None:
        """Store exactly these offsets."""
        consumer = self._joined()
        try:
            async with asyncio.timeout(_ANSWER_SECONDS):
                await consumer.commit(
                    {aiokafka.TopicPartition(*partition): next_ for partition, next_ in offsets.items()}
                )
        except (CommitFailedError, IllegalStateError) as error:
            raise CommitRefusedError(f"{self._group} lost the partitions") from error
        except (KafkaError, OSError, TimeoutError) as error:
            raise TransientError(f"cannot commit for {self._group}: {type(error).__name__}") from error

    def pause(self, partitions: Collection[Partition]) -> None:
        """Return no records of these partitions until they are resumed."""
        self._paused.update(partitions)

    def resume(self, partitions: Collection[Partition]) -> None:
        """Return records of these partitions again."""
        self._paused.difference_update(partitions)

    async def behind(self) -> Mapping[Partition, int]:
        """Ask the broker how many records lie after the last one fetched."""
        consumer = self._joined()
        assigned = tuple(consumer.assignment())
        try:
            async with asyncio.timeout(_ANSWER_SECONDS):
                ends = await consumer.end_offsets(assigned or [aiokafka.TopicPartition(self._topics[0], 0)])
                return {
                    Partition(tp.topic, tp.partition): max(0, ends[tp] - await consumer.position(tp)) for tp in assigned
                }
        except IllegalStateError:
            return {}  # a rebalance came in between
        except (KafkaError, OSError, TimeoutError) as error:
            raise TransientError(f"the broker does not answer {self._group}: {type(error).__name__}") from error

    def _joined(self) -> Any:
        if self._consumer is None:
            raise TransientError(f"{self._group} has not joined")
        return self._consumer


class _Listener(aiokafka.ConsumerRebalanceListener):  # type: ignore[misc] # the driver is untyped
    """Translates the driver's calls. What we raise here it would only log, so nothing is."""

    def __init__(self, listener: Rebalanced) -> None:
        self._listener = listener

    async def on_partitions_revoked(self, revoked: Collection[Any]) -> None:
        await self._listener.revoked([Partition(tp.topic, tp.partition) for tp in revoked])

    async def on_partitions_assigned(self, assigned: Collection[Any]) -> None:
        await self._listener.assigned([Partition(tp.topic, tp.partition) for tp in assigned])


async def _close(consumer: Any) -> None:
    with contextlib.suppress(KafkaError, OSError, TimeoutError):
        async with asyncio.timeout(_ANSWER_SECONDS):
            await consumer.stop()
