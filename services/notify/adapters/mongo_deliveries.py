"""Deliveries in MongoDB: each with its body as it was projected, its schedule and the log of its attempts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from services.notify.adapters.lease import Lease, page_query
from services.notify.application.list_deliveries import Line
from services.notify.application.ports import Awaiting
from services.notify.domain.retry import Verdict
from services.notify.domain.webhook import Attempt, Delivery, DeliveryState
from shared.persistence.store import Collection, Document

_MISSED = [DeliveryState.EXHAUSTED.value, DeliveryState.SKIPPED_DISABLED.value]


class MongoDeliveries:
    """Keeps deliveries by their derived ids, so that an event is delivered to an endpoint under one id."""

    def __init__(self, collection: Collection, lease: Lease) -> None:
        self._collection = collection
        self._lease = lease

    async def prepare(self) -> None:
        """Make the indexes that looking things up needs."""
        await self._collection.ensure_index([("endpoint_id", 1), ("event_at", -1)])
        await self._collection.ensure_index([("state", 1), ("lease_until", 1)])

    async def add(self, deliveries: Sequence[Delivery]) -> frozenset[UUID]:
        """Store those that are new, held by this process, in one round trip."""
        documents = [document_of(delivery) | self._lease.held(delivery.due_at) for delivery in deliveries]
        stored = await self._collection.insert_absent(documents)
        return frozenset(delivery.id for delivery in deliveries if delivery.id in stored)

    async def claim(self, identifier: UUID) -> Delivery | None:
        """Return a pending delivery, held by this process from now."""
        document = await self._lease.claim(self._collection, identifier)
        return None if document is None else delivery_from(document)

    async def settle(self, delivery: Delivery) -> None:
        """Store what an attempt led to."""
        document = document_of(delivery)
        changed = {name: document[name] for name in ("state", "tries", "due_at", "attempts")}
        await self._collection.update_one({"_id": delivery.id}, {"$set": changed | self._lease.held(delivery.due_at)})

    async def awaiting(self, limit: int, *, after: UUID | None = None) -> Sequence[Awaiting]:
        """Return deliveries that this process may make."""
        found = await self._lease.waiting(self._collection, "endpoint_id", limit, after)
        return [Awaiting(*entry) for entry in found]

    async def missed(self, endpoint_id: UUID, since: datetime) -> Sequence[Delivery]:
        """Return what was given up or skipped since a moment, the oldest first."""
        query = {"endpoint_id": endpoint_id, "state": {"$in": _MISSED}, "event_at": {"$gte": since}}
        return [delivery_from(document) async for document in self._collection.find(query, sort=[("event_at", 1)])]

    async def recent(self, endpoint_id: UUID, limit: int) -> Sequence[Delivery]:
        """Return an endpoint's latest deliveries, the newest first."""
        found = self._collection.find({"endpoint_id": endpoint_id}, sort=[("event_at", -1)], limit=limit)
        return [delivery_from(document) async for document in found]

    async def latest(self, limit: int, *, state: str | None = None, before: UUID | None = None) -> Sequence[Line]:
        """Return the newest deliveries as the list shows them."""
        found = self._collection.find(page_query(state, before), sort=[("_id", -1)], limit=limit)
        return [_line_from(delivery_from(document)) async for document in found]


def document_of(delivery: Delivery) -> Document:
    """Return a delivery as it is stored."""
    return {
        "_id": delivery.id,
        "endpoint_id": delivery.endpoint_id,
        "event_id": delivery.event_id,
        "event_type": delivery.event_type,
        "event_at": delivery.event_at,
        "body": delivery.body,
        "due_at": delivery.due_at,
        "state": delivery.state.value,
        "tries": delivery.tries,
        "attempts": [_attempt_document(attempt) for attempt in delivery.attempts],
    }


def delivery_from(document: Document) -> Delivery:
    """Return the delivery that a document holds."""
    return Delivery(
        id=document["_id"],
        endpoint_id=document["endpoint_id"],
        event_id=document["event_id"],
        event_type=document["event_type"],
        event_at=document["event_at"],
        body=document["body"],
        due_at=document["due_at"],
        state=DeliveryState(document["state"]),
        tries=document["tries"],
        attempts=tuple(_attempt_from(attempt) for attempt in document["attempts"]),
    )


def _line_from(delivery: Delivery) -> Line:
    return Line(
        id=delivery.id,
        kind="webhook",
        state=delivery.state,
        event_id=delivery.event_id,
        tries=delivery.tries,
        due_at=delivery.due_at,
        what=delivery.event_type,
        whom=str(delivery.endpoint_id),
        reason=delivery.attempts[-1].error if delivery.attempts else None,
    )


def _attempt_document(attempt: Attempt) -> Document:
    return {
        "at": attempt.at,
        "milliseconds": attempt.milliseconds,
        "outcome": attempt.outcome.value,
        "status": attempt.status,
        "excerpt": attempt.excerpt,
        "error": attempt.error,
    }


def _attempt_from(document: dict[str, Any]) -> Attempt:
    return Attempt(
        document["at"],
        document["milliseconds"],
        Verdict(document["outcome"]),
        document["status"],
        document["excerpt"],
        document["error"],
    )
