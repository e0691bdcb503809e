"""Looking at dead letters, and giving them back to the topic they came from."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from shared.messaging.dead_letters import PREFIX, REPLAY_OF, dead_letter_topic
from shared.messaging.ports import LogReader, Publisher
from shared.messaging.record import OutgoingRecord, Partition, Record

_AT_A_TIME = 200


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """One record that could not be handled: where it came from, and why it is here."""

    record: Record
    topic: str
    partition: int
    offset: int
    reason: str
    error: str
    group: str
    failed_at: str

    @property
    def event_type(self) -> str:
        """The CloudEvents type it claims, or nothing."""
        return dict(self.record.headers).get("ce_type", b"").decode("utf-8", "replace")


def dead_letter_from(record: Record) -> DeadLetter | None:
    """Read a dead letter's own headers; None for a record that somebody else put there."""
    own = {name.removeprefix(PREFIX): value for name, value in record.headers if name.startswith(PREFIX)}
    words = {name: value.decode("utf-8", "replace") for name, value in own.items()}
    try:
        return DeadLetter(
            record=record,
            topic=words["topic"],
            partition=int(words["partition"]),
            offset=int(words["offset"]),
            reason=words["reason"],
            error=words["error"],
            group=words["group"],
            failed_at=words["failed-at"],
        )
    except (KeyError, ValueError):
        return None


async def dead_letters_of(reader: LogReader, topic: str, *, since_ms: int | None = None) -> AsyncIterator[DeadLetter]:
    """Yield the dead letters of a topic as they are now, partition by partition in order; those to come are left."""
    partitions = await reader.partitions(dead_letter_topic(topic))
    ends = await reader.ends(partitions)
    begin = await (reader.beginnings(partitions) if since_ms is None else reader.offsets_at(partitions, since_ms))
    for partition in partitions:
        async for record in _between(reader, partition, begin[partition], ends[partition]):
            letter = dead_letter_from(record)
            if letter is not None:
                yield letter


async def replay_dead_letters(
    reader: LogReader,
    publisher: Publisher,
    topic: str,
    *,
    wanted: Callable[[DeadLetter], bool],
    since_ms: int | None = None,
) -> int:
    """Write the wanted dead letters back to the topic they came from and return how many.

    Every group of that topic reads them again, which is harmless: handlers are idempotent. Their key is kept, so they
    come to the same partition, after what is there. The dead letters themselves stay until retention takes them.
    """
    count = 0
    batch: list[OutgoingRecord] = []
    async for letter in dead_letters_of(reader, topic, since_ms=since_ms):
        if wanted(letter):
            batch.append(replayed(letter))
        if len(batch) >= _AT_A_TIME:
            await publisher.publish(batch)
            count, batch = count + len(batch), []
    await publisher.publish(batch)
    return count + len(batch)


def replayed(letter: DeadLetter) -> OutgoingRecord:
    """Return the original record, with a header that says from where it was given back."""
    record = letter.record
    origin = f"{record.topic}/{record.partition}/{record.offset}".encode()
    kept = tuple(header for header in record.headers if not header[0].startswith(PREFIX) and header[0] != REPLAY_OF)
    return OutgoingRecord(letter.topic, record.key, record.value, (*kept, (REPLAY_OF, origin)))


async def _between(reader: LogReader, partition: Partition, begin: int, end: int) -> AsyncIterator[Record]:
    if begin >= end:
        return
    reader.seek({partition: begin})
    while True:
        batches = await reader.fetch(max_records=_AT_A_TIME, timeout_seconds=5)
        for record in batches.get(partition, ()):
            if record.offset >= end:
                return
            yield record
            if record.offset + 1 >= end:
                return
