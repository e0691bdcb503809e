"""What an outbox adds to a document: the events it announces, in order, and how far they have been published.

`outbox` holds entries `{seq, at, event}`; `outbox_seq` is the last entry's number and `published_seq` the last one that
the broker acknowledged. `pending` is true as long as they differ, `pending_since` the time of the oldest entry waiting.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.contracts.event import Event
from shared.messaging.codec import stored
from shared.persistence.store import Document

#: The fields that the relay reads.
FIELDS = ("outbox", "outbox_seq", "published_seq", "pending", "pending_since")


@dataclass(frozen=True, slots=True)
class Entry:
    """One event waiting in a document's outbox; `event` is its stored form."""

    seq: int
    at: datetime
    event: Mapping[str, Any]


def with_outbox(document: Document, events: Sequence[Event]) -> Document:
    """Return the document with its outbox, to be inserted as one: stored and announced together, or neither.

    A document that will announce something only later is made here too, with no events.
    """
    added: Document = {
        "outbox": _entries(events, after_seq=0),
        "outbox_seq": len(events),
        "published_seq": 0,
        "pending": bool(events),
    }
    if events:
        added["pending_since"] = min(event.occurred_at for event in events)
    return document | added


def pushing(events: Sequence[Event], *, after_seq: int) -> Document:
    """Return the update that announces events with a change of a document made by `with_outbox`.

    Merge it with the change by `combined`. The filter must ask for `outbox_seq` to be `after_seq`: then of two writers
    who read the same document only one succeeds, and no two entries get the same number.
    """
    if not events:
        return {}
    return {
        "$push": {"outbox": {"$each": _entries(events, after_seq=after_seq)}},
        "$set": {"outbox_seq": after_seq + len(events), "pending": True},
        "$min": {"pending_since": min(event.occurred_at for event in events)},
    }


def combined(*updates: Mapping[str, Mapping[str, Any]]) -> Document:
    """Return one update that does what all of them do; ValueError where two of them name the same field."""
    merged: dict[str, dict[str, Any]] = {}
    for update in updates:
        for operator, fields in update.items():
            there = merged.setdefault(operator, {})
            if there.keys() & fields.keys():
                raise ValueError(f"two updates use {operator} on {', '.join(sorted(there.keys() & fields.keys()))}")
            there.update(fields)
    return dict(merged)


def marking(seq: int) -> Document:
    """Return the update for documents whose last entry is `seq` and published."""
    return {"$set": {"pending": False, "published_seq": seq}, "$unset": {"pending_since": ""}}


def unpublished(document: Mapping[str, Any], *, after_seq: int = 0) -> list[Entry]:
    """Return a document's entries that wait to be published and come after `after_seq`, in their order."""
    last = max(document["published_seq"], after_seq)
    return [entry for entry in entries_of(document) if entry.seq > last]


def entries_of(document: Mapping[str, Any]) -> list[Entry]:
    """Return a document's entries in their order."""
    entries = [Entry(entry["seq"], entry["at"], entry["event"]) for entry in document["outbox"]]
    return sorted(entries, key=lambda entry: entry.seq)


def _entries(events: Sequence[Event], *, after_seq: int) -> list[Document]:
    numbered = enumerate(events, start=after_seq + 1)
    return [{"seq": seq, "at": event.occurred_at, "event": stored(event)} for seq, event in numbered]
