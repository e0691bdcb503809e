"""One aiokafka producer, used in the way that is fast and thrown away in the way that is final."""

import asyncio
import contextlib
import struct
import time
from collections.abc import AsyncIterator, Iterable, Mapping
from typing import Any, TypeVar

import aiokafka
from aiokafka.errors import KafkaError, ProducerClosed

from shared.messaging.record import OutgoingRecord

Owner = TypeVar("Owner")

_OPEN_SECONDS = 30.0
_CLOSE_SECONDS = 5.0
_TOPIC_SECONDS = 1.5
_MISSING_FOR_SECONDS = 3.0


class Producer:
    """Builds batches itself, one per partition and round: a future per batch costs far less than one per record."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._producer = aiokafka.AIOKafkaProducer(**options)
        self._partitions: dict[str, list[int]] = {}
        self._missing_until: dict[str, float] = {}
        self.opened = False

    async def open(self) -> None:
        """Connect and get a producer id; raises the driver's error or `TimeoutError`."""
        async with asyncio.timeout(_OPEN_SECONDS):
            await self._producer.start()
        self.opened = True

    async def knows(self, topic: str) -> bool:
        """Tell whether the topic exists, waiting a little for one that is being made."""
        if self._missing_until.get(topic, 0.0) > time.monotonic():
            return False
        try:
            async with asyncio.timeout(_TOPIC_SECONDS):
                self._partitions[topic] = sorted(await self._producer.partitions_for(topic))
        except (KafkaError, TimeoutError):
            self._missing_until[topic] = time.monotonic() + _MISSING_FOR_SECONDS
            return False
        return True

    async def send(
        self, records: Iterable[tuple[OutgoingRecord, Owner]]
    ) -> AsyncIterator[tuple["asyncio.Future[Any]", list[Owner]]]:
        """Hand records over in order; yields each batch's acknowledgement with the owners of its records.

        Owners appear once per record. Records of one partition are acknowledged in order.
        """
        open_batches: dict[tuple[str, int], tuple[Any, list[Owner]]] = {}
        for record, owner in records:
            place = (record.topic, self._partition(record))
            batch, owners = open_batches.get(place) or self._begin(open_batches, place)
            if not _append(batch, record):
                yield await self._hand_over(place, batch), owners
                batch, owners = self._begin(open_batches, place)
                _append(batch, record)
            owners.append(owner)
        for place, (batch, owners) in open_batches.items():
            yield await self._hand_over(place, batch), owners

    async def close(self) -> None:
        """Close without sending anything more: what is unanswered now would otherwise arrive after what is sent next.

        The driver's own `stop` waits for its batches, without end while the broker is out; hence its parts are closed
        here, and their tasks awaited.
        """
        producer = self._producer
        producer._closed = True  # noqa: SLF001
        producer._message_accumulator.fail_all(ProducerClosed())  # noqa: SLF001
        sending = producer._sender.sender_task  # noqa: SLF001
        if sending is not None:
            sending.cancel()
        with contextlib.suppress(KafkaError, OSError, TimeoutError):
            async with asyncio.timeout(_CLOSE_SECONDS):
                await producer.client.close()
        if sending is not None:
            await asyncio.wait([sending], timeout=_CLOSE_SECONDS)

    def _partition(self, record: OutgoingRecord) -> int:
        partitions = self._partitions[record.topic]
        if record.key is None:
            return partitions[time.monotonic_ns() % len(partitions)]
        return partitions[(murmur2(record.key) & 0x7FFFFFFF) % len(partitions)]

    def _begin(
        self, open_batches: dict[tuple[str, int], tuple[Any, list[Owner]]], place: tuple[str, int]
    ) -> tuple[Any, list[Owner]]:
        owners: list[Owner] = []
        open_batches[place] = begun = (self._producer.create_batch(), owners)
        return begun

    async def _hand_over(self, place: tuple[str, int], batch: Any) -> "asyncio.Future[Any]":
        batch.close()
        topic, partition = place
        acknowledged: asyncio.Future[Any] = await self._producer.send_batch(batch, topic, partition=partition)
        return acknowledged


def _append(batch: Any, record: OutgoingRecord) -> bool:
    return batch.append(timestamp=None, key=record.key, value=record.value, headers=[*record.headers]) is not None


def murmur2(key: bytes) -> int:
    """Return the hash by which every Kafka client chooses a partition, so that other writers choose the same."""
    mask, factor = 0xFFFFFFFF, 0x5BD1E995
    whole = len(key) & ~3
    digest = 0x9747B28C ^ len(key)
    for (word,) in struct.iter_unpack("<I", key[:whole]):
        mixed = (word * factor) & mask
        digest = ((digest * factor) & mask) ^ (((mixed ^ (mixed >> 24)) * factor) & mask)
    rest = key[whole:]
    if rest:
        digest = ((digest ^ int.from_bytes(rest, "little")) * factor) & mask
    digest = ((digest ^ (digest >> 13)) * factor) & mask
    return digest ^ (digest >> 15)
