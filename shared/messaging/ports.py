"""What the runtime needs from a broker, small enough that the client library can be changed."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from shared.messaging.record import OutgoingRecord, Partition, Record

Batches = Mapping[Partition, Sequence[Record]]


class Rebalanced(Protocol):
    """Told of partitions coming and going."""

    async def assigned(self, partitions: Collection[Partition]) -> None:
        """Start on these partitions."""
        ...

    async def revoked(self, partitions: Collection[Partition]) -> None:
        """Finish with these partitions: they are given to another member when this returns."""
        ...


class RecordSource(Protocol):
    """One member of one consumer group. Nothing is committed but what `commit` is told."""

    @property
    def group(self) -> str:
        """The consumer group's name."""
        ...

    async def start(self, listener: Rebalanced) -> None:
        """Join the group; raises `TransientError` while the broker is out. May be started again after `stop`."""
        ...

    async def stop(self) -> None:
        """Leave the group without committing."""
        ...

    async def fetch(self, *, max_records: int, timeout_seconds: float) -> Batches:
        """Return the next records of the partitions that are not paused, or nothing after the timeout.

        Each record is returned once per assignment of its partition; cancelling loses none. Raises `TransientError`,
        after which the source has to be stopped and started again.
        """
        ...

    async def commit(self, offsets: Mapping[Partition, int]) -> None:
        """Store the offsets of the next record to read; raises `CommitRefusedError` or `TransientError`."""
        ...

    def pause(self, partitions: Collection[Partition]) -> None:
        """Return no records of these partitions until they are resumed. They stay assigned."""
        ...

    def resume(self, partitions: Collection[Partition]) -> None:
        """Return records of these partitions again."""
        ...

    async def behind(self) -> Mapping[Partition, int]:
        """How many records lie after the last one fetched, by assigned partition, as the broker says now."""
        ...


class Publisher(Protocol):
    """Writes records."""

    async def publish(self, records: Sequence[OutgoingRecord]) -> None:
        """Return when every record is acknowledged by all in-sync replicas.

        Raises `TransientError` where that is not known; then any of them may or may not be stored. Records of one key
        are written in the order of the calls; a failed call fails those waiting behind it, so that they can be sent
        again in order.
        """
        ...


class LogReader(Protocol):
    """Reads partitions by position, without a group: for streams and for looking at dead letters."""

    async def partitions(self, topic: str) -> Sequence[Partition]:
        """Return the topic's partitions."""
        ...

    async def beginnings(self, partitions: Collection[Partition]) -> Mapping[Partition, int]:
        """Return the first offset still held."""
        ...

    async def ends(self, partitions: Collection[Partition]) -> Mapping[Partition, int]:
        """Return the offset that the next record will get."""
        ...

    async def offsets_at(self, partitions: Collection[Partition], timestamp_ms: int) -> Mapping[Partition, int]:
        """Return the first offset at or after a moment; the end where there is none."""
        ...

    def seek(self, positions: Mapping[Partition, int]) -> None:
        """Read these partitions, and only these, from these offsets."""
        ...

    async def fetch(self, *, max_records: int, timeout_seconds: float) -> Batches:
        """Return the next records or nothing after the timeout; raises `OffsetsGoneError` or `TransientError`."""
        ...
