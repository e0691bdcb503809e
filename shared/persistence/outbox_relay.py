"""One pass of the relay: what it publishes, and how it remembers that it did."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from shared.messaging.codec import outgoing_from_stored
from shared.messaging.ports import Publisher
from shared.messaging.record import OutgoingRecord
from shared.observability.logging import get_logger
from shared.persistence.outbox_document import Entry, marking
from shared.persistence.store import Collection
from shared.runtime.probe import Probe

log = get_logger()

Place = tuple[str, object]
"""Where a document is: its collection's name and its `_id`."""


@dataclass(slots=True)
class Batch:
    """Entries of many documents in the order in which they go out, and the number each document has then reached."""

    records: list[OutgoingRecord] = field(default_factory=list)
    reached: dict[Place, int] = field(default_factory=dict)
    refused: set[Place] = field(default_factory=set)
    oldest: datetime | None = None

    def add(self, place: Place, entry: Entry) -> None:
        """Add a document's next entry, unless an earlier one of the same document could not be added."""
        if place in self.refused:
            return
        try:
            record = outgoing_from_stored(entry.event)
        except (LookupError, ValueError) as error:
            self.refused.add(place)
            log.error(  # noqa: TRY400 - the values in a trace could be personal
                "outbox_entry_unpublishable",
                collection=place[0],
                document=str(place[1]),
                seq=entry.seq,
                error=type(error).__name__,
            )
            return
        self.records.append(record)
        self.reached[place] = entry.seq
        self.oldest = entry.at if self.oldest is None else min(self.oldest, entry.at)


def in_order_of_time(found: Iterable[tuple[Place, Sequence[Entry]]]) -> list[tuple[Place, Entry]]:
    """Merge documents' entries by time, then id, never turning two entries of one document round."""
    merged = []
    for place, entries in found:
        at: datetime | None = None
        for entry in entries:
            at = entry.at if at is None else max(at, entry.at)
            merged.append((at, str(place[1]), entry.seq, place, entry))
    merged.sort(key=lambda row: row[:3])
    return [(place, entry) for *_, place, entry in merged]


async def publish(publisher: Publisher, records: Sequence[OutgoingRecord], probe: Probe) -> None:
    """Hand over the records and wait until the broker has acknowledged them all."""
    sending = asyncio.ensure_future(publisher.publish(records))
    try:
        await asyncio.sleep(0)
        probe("after_publish")
        await sending
    finally:
        sending.cancel()
    probe("after_ack")


async def mark(collections: dict[str, Collection], batch: Batch, probe: Probe) -> None:
    """Write down how far each document is published; repeating it does no harm.

    A document that meanwhile announced more stays pending, and only its `published_seq` moves, never backwards.
    """
    groups: dict[tuple[str, int], list[object]] = defaultdict(list)
    for (name, identifier), seq in batch.reached.items():
        groups[name, seq].append(identifier)
    for (name, seq), ids in groups.items():
        done = await collections[name].update_many({"_id": {"$in": ids}, "outbox_seq": seq}, marking(seq))
        if done < len(ids):
            await collections[name].update_many({"_id": {"$in": ids}}, {"$max": {"published_seq": seq}})
    probe("after_mark")
