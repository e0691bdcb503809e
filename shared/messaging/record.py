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


class OutgoingRecord(NamedTuple):
    """What is to be written; records with one key keep their order."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers
