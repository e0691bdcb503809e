"""A Kafka record, free of the driver's types. Named tuples, because one is made for every event that arrives."""

from typing import NamedTuple

Headers = tuple[tuple[str, bytes], ...]


class Partition(NamedTuple):
    """One partition of one topic."""

    topic: str
    number: int


class Record(NamedTuple):
    """What was read from a partition."""

    topic: str
    partition: int
    offset: int
    timestamp_ms: int
    key: bytes | None
    value: bytes | None
    headers: Headers

    @property
    def size(self) -> int:
        """Bytes of key and value: what this record weighs while it waits to be handled."""
        return len(self.key or b"") + len(self.value or b"")


class OutgoingRecord(NamedTuple):
    """What is to be written; records with one key keep their order."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers
