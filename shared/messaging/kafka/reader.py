"""Reads partitions by position, without a group, on aiokafka."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import aiokafka
from aiokafka.errors import KafkaError, OffsetOutOfRangeError

from shared.messaging.errors import OffsetsGoneError
from shared.messaging.kafka.settings import Security, fetching
from shared.messaging.ports import Batches
from shared.messaging.record import Partition, Record
from shared.runtime.errors import TransientError

_ANSWER_SECONDS = 10.0


class KafkaReader:
    """Tails or replays partitions from positions that the caller keeps; see `LogReader`. Commits nothing."""

    def __init__(self, servers: str, *, client_id: str = "kith-reader", security: Security | None = None) -> None:
        self._options = {
            "bootstrap_servers": servers,
            "client_id": client_id,
            "group_id": None,
            "enable_auto_commit": False,
            "auto_offset_reset": "none",
            **fetching(patient=True),
            "request_timeout_ms": 30_000,
            **(security.options() if security else {}),
        }
        self._consumer: Any = None

    async def start(self) -> None:
        """Connect; raises `TransientError` while the broker is out. May be started again after `stop`."""
        consumer = aiokafka.AIOKafkaConsumer(**self._options)
        try:
            await consumer.start()
        except (KafkaError, OSError) as error:
            await consumer.stop()
            raise TransientError(f"cannot read: {type(error).__name__}") from error
        self._consumer = consumer

    async def stop(self) -> None:
        """Disconnect."""
        consumer, self._consumer = self._consumer, None
        if consumer is not None:
            with contextlib.suppress(KafkaError, OSError, TimeoutError):
                async with asyncio.timeout(_ANSWER_SECONDS):
                    await consumer.stop()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator["KafkaReader"]:
        """Connect for the length of a block."""
        await self.start()
        try:
            yield self
        finally:
            await self.stop()

    async def partitions(self, topic: str) -> Sequence[Partition]:
        """Return the topic's partitions; raises `TransientError` for a topic that does not exist."""
        # The driver offers no public call that asks the broker for the partitions of a topic it does not read yet.
        cluster = await self._asked(self._connected()._client.fetch_all_metadata())  # noqa: SLF001
        numbers = cluster.partitions_for_topic(topic)
        if not numbers:
            raise TransientError(f"no topic {topic}")
        return [Partition(topic, number) for number in sorted(numbers)]

    async def beginnings(self, partitions: Collection[Partition]) -> Mapping[Partition, int]:
        """Return the first offset still held."""
        found = await self._asked(self._connected().beginning_offsets(_driver_s(partitions)))
        return {Partition(tp.topic, tp.partition): offset for tp, offset in found.items()}

    async def ends(self, partitions: Collection[Partition]) -> Mapping[Partition, int]:
        """Return the offset that the next record will get."""
        found = await self._asked(self._connected().end_offsets(_driver_s(partitions)))
        return {Partition(tp.topic, tp.partition): offset for tp, offset in found.items()}

    async def offsets_at(self, partitions: Collection[Partition], timestamp_ms: int) -> Mapping[Partition, int]:
        """Return the first offset at or after a moment; the end where there is none."""
        ends = await self.ends(partitions)
        asked = dict.fromkeys(_driver_s(partitions), timestamp_ms)
        found = await self._asked(self._connected().offsets_for_times(asked))
        exact = {Partition(tp.topic, tp.partition): at.offset for tp, at in found.items() if at is not None}
        return {partition: exact.get(partition, end) for partition, end in ends.items()}

    def seek(self, positions: Mapping[Partition, int]) -> None:
        """Read these partitions, and only these, from these offsets."""
        consumer = self._connected()
        consumer.assign(_driver_s(positions))
        for partition, offset in positions.items():
            consumer.seek(aiokafka.TopicPartition(*partition), offset)

    async def fetch(self, *, max_records: int, timeout_seconds: float) -> Batches:
        """Return the next records or nothing after the timeout.

        Raises `OffsetsGoneError` where a position is outside the log, `TransientError` where the broker is out; after
        either, seek again.
        """
        try:
            found = await self._connected().getmany(timeout_ms=int(timeout_seconds * 1000), max_records=max_records)
        except OffsetOutOfRangeError as error:
            raise OffsetsGoneError("the position is not in the log") from error
        except (KafkaError, OSError) as error:
            raise TransientError(f"cannot read: {type(error).__name__}") from error
        return {
            Partition(tp.topic, tp.partition): [
                Record(r.topic, r.partition, r.offset, r.timestamp, r.key, r.value, r.headers) for r in records
            ]
            for tp, records in found.items()
        }

    async def _asked(self, answer: Any) -> Any:
        try:
            async with asyncio.timeout(_ANSWER_SECONDS):
                return await answer
        except (KafkaError, OSError, TimeoutError) as error:
            raise TransientError(f"the broker does not answer: {type(error).__name__}") from error

    def _connected(self) -> Any:
        if self._consumer is None:
            raise TransientError("not connected")
        return self._consumer


def _driver_s(partitions: Collection[Partition]) -> list[Any]:
    return [aiokafka.TopicPartition(*partition) for partition in partitions]
