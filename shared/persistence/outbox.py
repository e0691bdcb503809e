"""The outbox: what is announced with a document is published, as often as it takes, in order for each document.

A write nudges the relay, which publishes at once; a sweep at the start and every few seconds finds what a crash, a full
queue or another process left behind. Several relays may run at once: each publishes a document's entries from the first
unpublished one on, so the first occurrence of each event keeps its order and a repetition has the same event id.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.messaging.ports import Publisher
from shared.observability.logging import get_logger
from shared.persistence.metrics import OutboxMetrics
from shared.persistence.outbox_document import (
    FIELDS,
    Entry,
    combined,
    entries_of,
    pushing,
    unpublished,
    with_outbox,
)
from shared.persistence.outbox_options import OutboxOptions
from shared.persistence.outbox_relay import Batch, Place, in_order_of_time, mark, publish
from shared.persistence.outbox_republish import republish, trim
from shared.persistence.outbox_retry import Insistence, StoppedError, happened
from shared.persistence.store import Collection, Document
from shared.runtime.clock import Clock

__all__ = ["Outbox", "OutboxOptions", "combined", "pushing", "trim", "with_outbox"]

log = get_logger()


@dataclass(frozen=True, slots=True)
class _Nudge:
    """A document that was just written; with its entries where they are certain to be all there is to publish."""

    place: Place
    at: datetime
    entries: tuple[Entry, ...] | None


class Outbox:
    """The relay of one service, a component; `collections` are all that hold documents made by `with_outbox`."""

    def __init__(
        self,
        publisher: Publisher,
        metrics: OutboxMetrics,
        clock: Clock,
        *,
        collections: Sequence[Collection],
        options: OutboxOptions | None = None,
    ) -> None:
        self._publisher = publisher
        self._metrics = metrics
        self._clock = clock
        self._collections = {collection.name: collection for collection in collections}
        self._options = options = options or OutboxOptions()
        self._queue: deque[_Nudge] = deque()
        self._in_hand: tuple[int, datetime | None] = (0, None)
        self._missed = 0
        self._missed_since: datetime | None = None
        self._aside: set[Place] = set()
        self._wake = asyncio.Event()
        self._shorter = asyncio.Event()
        self._stop = asyncio.Event()
        self._insist = Insistence(self._stop, metrics.failures, options.retry_seconds, options.retry_most_seconds)
        self._reread_all = True
        self._sweep_at = 0.0
        self._round_at = 0.0
        metrics.oldest_pending_seconds.set_function(self._age_of_oldest)
        metrics.pending.set_function(lambda: self._in_hand[0] + len(self._queue) + self._missed + len(self._aside))
        metrics.unpublishable.set_function(lambda: len(self._aside))

    async def room(self) -> None:
        """Return when less than a batch is queued: who writes in bulk waits here, so that the queue stays short."""
        within = self._now() + self._options.patience_seconds
        while (self._missed or len(self._queue) >= self._options.batch) and not self._stop.is_set():
            self._shorter.clear()
            if not await happened(self._shorter, within=within - self._now()):
                return

    def announced(self, collection: Collection, document: Mapping[str, Any], *, ahead: bool = False) -> None:
        """Publish soon what this document, just written, announces; never waits and never fails.

        `document` is what was stored; for a change whose result is not at hand `{"_id": ...}` is enough. With `ahead`
        it overtakes other documents, never an earlier change of its own.
        """
        if collection.name not in self._collections:
            raise ValueError(f"the outbox was not told of the collection {collection.name!r}")
        entries = None
        if document.get("outbox_seq") == 1 and document.get("published_seq") == 0:
            entries = tuple(entries_of(document))
        at = entries[0].at if entries else self._clock.now()
        if self._missed or len(self._queue) >= self._options.queue:
            self._miss(at)
        else:
            nudge = _Nudge((collection.name, document["_id"]), at, None if self._reread_all else entries)
            (self._queue.appendleft if ahead else self._queue.append)(nudge)
        self._wake.set()

    async def start(self) -> None:
        """Make the index that the sweep reads."""
        for collection in self._collections.values():
            keys = [("pending", 1), ("pending_since", 1)]
            await collection.ensure_index(keys, partial={"pending": True})

    async def run(self) -> None:
        """Publish until `stop`, then what is queued, as long as the broker and the store answer."""
        try:
            await self._sweep(everything=True)
            self._reread_all = False
            while True:
                self._wake.clear()
                if self._missed:
                    await self._catch_up()
                elif self._now() >= self._sweep_at and not self._stop.is_set():
                    await self._sweep(everything=False)
                elif self._queue:
                    await self._relay_queue()
                elif self._stop.is_set():
                    return
                else:
                    await self._rest()
        except StoppedError:
            log.warning("outbox_stopped_with_pending", documents=self._in_hand[0] + len(self._queue) + self._missed)

    async def stop(self) -> None:
        """Publish what is in hand and queued, then let `run` return; do not wait for a broker that is out."""
        self._stop.set()
        self._wake.set()
        self._shorter.set()

    async def republish(self, since: datetime) -> int:
        """Publish every event since then again, with its own id, whether or not it was published before."""
        count = await republish(self._publisher, list(self._collections.values()), since)
        self._metrics.by_republish.inc(count)
        return count

    def _miss(self, at: datetime) -> None:
        """Forget the whole queue: publishing later nudges before those dropped would turn their order round."""
        if not self._missed:
            self._metrics.overflows.inc()
            self._missed_since = min([at, *(nudge.at for nudge in self._queue)])
            self._missed = len(self._queue)
            self._queue.clear()
        self._missed += 1

    async def _catch_up(self) -> None:
        self._reread_all = True
        self._missed, self._missed_since = 0, None
        await self._sweep(everything=True)
        self._reread_all = False
        self._shorter.set()

    async def _relay_queue(self) -> None:
        if len(self._queue) < self._options.batch:
            await happened(self._stop, within=max(0.0, self._round_at - self._now()))
        self._round_at = self._now() + self._options.round_seconds
        nudges = [self._queue.popleft() for _ in range(min(len(self._queue), self._options.batch))]
        self._shorter.set()
        self._in_hand = (len(nudges), min(nudge.at for nudge in nudges))
        documents = await self._insist("read", lambda: self._reread(nudges))
        batch = Batch()
        for nudge in nudges:
            reached = batch.reached.get(nudge.place, 0)
            if nudge.entries is not None:
                entries = [entry for entry in nudge.entries if entry.seq > reached]
            else:
                document = documents.get(nudge.place)
                entries = unpublished(document, after_seq=reached) if document else []
            for entry in entries:
                batch.add(nudge.place, entry)
        await self._send(batch, self._metrics.by_nudge.inc)

    async def _reread(self, nudges: Sequence[_Nudge]) -> dict[Place, Document]:
        wanted: dict[str, list[object]] = {}
        for nudge in nudges:
            if nudge.entries is None:
                wanted.setdefault(nudge.place[0], []).append(nudge.place[1])
        found: dict[Place, Document] = {}
        for name, ids in wanted.items():
            documents = await self._collections[name].get_many(ids)
            found |= {(name, identifier): document for identifier, document in documents.items()}
        return found

    async def _sweep(self, *, everything: bool) -> None:
        while True:
            began = self._now()
            documents = await self._insist("sweep", self._pending)
            cost = self._now() - began
            self._metrics.sweep_seconds.observe(cost)
            self._sweep_at = self._now() + max(self._options.sweep_seconds, self._options.sweep_cost_factor * cost)
            due = [found for found in documents if everything or self._is_due(found[1])]
            if not due:
                return
            await self._send(self._batch_of(due), self._metrics.by_sweep.inc)
            self._queue = deque(_Nudge(nudge.place, nudge.at, None) for nudge in self._queue)
            if len(documents) < self._options.page:
                return

    async def _pending(self) -> list[tuple[Place, Document]]:
        found: list[tuple[Place, Document]] = []
        for name, collection in self._collections.items():
            aside = [identifier for place, identifier in self._aside if place == name]
            query = {"pending": True} | ({"_id": {"$nin": aside}} if aside else {})
            cursor = collection.find(query, sort=[("pending_since", 1)], limit=self._options.page, projection=FIELDS)
            found += [((name, document["_id"]), document) async for document in cursor]
        return found

    def _is_due(self, document: Document) -> bool:
        """Leave to the process that wrote it what is younger than the grace; a time in the future has none."""
        age = self._clock.now() - document["pending_since"]
        return not timedelta(0) <= age < timedelta(seconds=self._options.grace_seconds)

    def _batch_of(self, documents: Sequence[tuple[Place, Document]]) -> Batch:
        batch = Batch(reached={place: document["published_seq"] for place, document in documents})
        self._in_hand = (len(documents), min(document["pending_since"] for _, document in documents))
        for place, entry in in_order_of_time((place, unpublished(document)) for place, document in documents):
            batch.add(place, entry)
        return batch

    async def _send(self, batch: Batch, count: Callable[[int], None]) -> None:
        self._aside |= batch.refused
        if batch.records:
            await self._insist("publish", lambda: publish(self._publisher, batch.records, self._options.probe))
            count(len(batch.records))
        await self._insist("mark", lambda: mark(self._collections, batch, self._options.probe))
        self._in_hand = (0, None)

    async def _rest(self) -> None:
        await happened(self._wake, within=max(0.0, self._sweep_at - self._now()))

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()

    def _age_of_oldest(self) -> float:
        waiting = [at for at in (self._in_hand[1], self._missed_since) if at is not None]
        if self._queue:
            waiting.append(self._queue[0].at)
        return max(0.0, (self._clock.now() - min(waiting)).total_seconds()) if waiting else 0.0
