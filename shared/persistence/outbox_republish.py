"""Repairing the log from the store, and keeping outboxes short: how far back a repair can go is how long we keep."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import islice

from shared.messaging.codec import outgoing_from_stored
from shared.messaging.ports import Publisher
from shared.messaging.record import OutgoingRecord
from shared.persistence.outbox_document import Entry, entries_of
from shared.persistence.store import Collection

_TOGETHER = 500

_Slot = tuple[datetime, str, int, str, object]
"""Where an event lies, sorted by time, then document: time, id as text, number, collection, `_id`."""


async def republish(publisher: Publisher, collections: Sequence[Collection], since: datetime) -> int:
    """Publish every kept event from `since` on once more, in order of time, under its own id; return how many.

    For a log that has lost data: readers who have seen an event leave it alone. Where each event lies is held in
    memory (some 300 bytes each), the events are not. A TransientError ends it; beginning again is harmless.
    """
    by_name = {collection.name: collection for collection in collections}
    slots = sorted(
        [slot for collection in collections for slot in await _slots(collection, since)], key=lambda s: s[:4]
    )
    remaining, count = iter(slots), 0
    while chunk := list(islice(remaining, _TOGETHER)):
        records = await _records(by_name, chunk)
        await publisher.publish(records)
        count += len(records)
    return count


async def trim(collection: Collection, before: datetime) -> int:
    """Remove published entries older than `before` from documents with nothing pending; return how many documents.

    For documents that live long and announce often. Their numbering goes on; what is removed can no longer be
    republished, so `before` belongs further back than the topics' own retention. Safe beside a running relay.
    """
    return await collection.update_many(
        {"pending": False, "outbox.at": {"$lt": before}}, {"$pull": {"outbox": {"at": {"$lt": before}}}}
    )


async def _slots(collection: Collection, since: datetime) -> list[_Slot]:
    slots: list[_Slot] = []
    async for document in collection.find({"outbox.at": {"$gte": since}}, projection=["outbox.at", "outbox.seq"]):
        at = since
        for entry in sorted(document["outbox"], key=lambda entry: int(entry["seq"])):
            at = max(at, entry["at"])  # never turns two entries of one document round
            if entry["at"] >= since:
                slots.append((at, str(document["_id"]), entry["seq"], collection.name, document["_id"]))
    return slots


async def _records(collections: Mapping[str, Collection], chunk: Sequence[_Slot]) -> list[OutgoingRecord]:
    entries: dict[tuple[str, object, int], Entry] = {}
    for name, collection in collections.items():
        ids = list({identifier for *_, where, identifier in chunk if where == name})
        for identifier, document in (await collection.get_many(ids)).items():
            entries |= {(name, identifier, entry.seq): entry for entry in entries_of(document)}
    kept = [entries.get((name, identifier, seq)) for _, _, seq, name, identifier in chunk]
    return [outgoing_from_stored(entry.event) for entry in kept if entry is not None]
