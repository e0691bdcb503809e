"""Notifications in MongoDB: the message, its state and what it announces are one document."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from uuid import UUID

from services.notify.adapters.lease import Lease, page_query
from services.notify.application.announcements import announcements_of
from services.notify.application.list_deliveries import Line
from services.notify.application.ports import Awaiting
from services.notify.domain.notification import Notification, State, Subject, Template
from shared.contracts.notify import NotificationEvent
from shared.persistence.outbox import Outbox, combined, pushing, with_outbox
from shared.persistence.store import Collection, Document

_SUBJECT = tuple(field.name for field in fields(Subject))


class MongoNotifications:
    """Keeps messages by their derived ids, so that an event told twice is stored once."""

    def __init__(self, collection: Collection, outbox: Outbox, lease: Lease, version_of: Callable[[str], str]) -> None:
        self._collection = collection
        self._outbox = outbox
        self._lease = lease
        self._version_of = version_of

    async def prepare(self) -> None:
        """Make the index by which waiting messages are found among all that were ever sent."""
        await self._collection.ensure_index([("state", 1), ("lease_until", 1)])

    async def add(self, notifications: Sequence[Notification]) -> frozenset[UUID]:
        """Store those that are new, each with what it announces, in one round trip."""
        documents = [
            with_outbox(document_of(message) | self._lease.held(message.due_at), self._announcements(message))
            for message in notifications
        ]
        stored = await self._collection.insert_absent(documents)
        for document in documents:
            if document["pending"] and document["_id"] in stored:
                self._outbox.announced(self._collection, document)
        return frozenset(message.id for message in notifications if message.id in stored)

    async def claim(self, identifier: UUID) -> Notification | None:
        """Return a waiting message, held by this process from now."""
        document = await self._lease.claim(self._collection, identifier)
        return None if document is None else notification_from(document)

    async def settle(self, notification: Notification) -> None:
        """Store what an attempt led to, with its announcement."""
        changed = {
            "state": notification.state.value,
            "reason": notification.reason,
            "tries": notification.tries,
            "due_at": notification.due_at,
        } | self._lease.held(notification.due_at)
        announced = self._announcements(notification)
        update = combined({"$set": changed}, *([pushing(announced, after_seq=0)] if announced else []))
        waiting = {"_id": notification.id, "state": State.PENDING.value, "outbox_seq": 0}
        if await self._collection.update_one(waiting, update) and announced:
            self._outbox.announced(self._collection, {"_id": notification.id})

    async def awaiting(self, limit: int, *, after: UUID | None = None) -> Sequence[Awaiting]:
        """Return messages that this process may send."""
        found = await self._lease.waiting(self._collection, "role", limit, after)
        return [Awaiting(*entry) for entry in found]

    async def latest(self, limit: int, *, state: str | None = None, before: UUID | None = None) -> Sequence[Line]:
        """Return the newest messages as the list shows them."""
        found = self._collection.find(page_query(state, before), sort=[("_id", -1)], limit=limit)
        return [_line_from(notification_from(document)) async for document in found]

    def _announcements(self, message: Notification) -> list[NotificationEvent]:
        return announcements_of(message, self._version_of(message.template), self._lease.clock.now())


def document_of(message: Notification) -> Document:
    """Return a message as it is stored: ids, states and times, and nobody's name or address."""
    return {
        "_id": message.id,
        "template": message.template.value,
        "role": message.role.value,
        "about": message.about,
        "facts": dict(message.facts),
        "created_at": message.created_at,
        "due_at": message.due_at,
        "expires_at": message.expires_at,
        "state": message.state.value,
        "reason": message.reason,
        "tries": message.tries,
    } | asdict(message.subject)


def notification_from(document: Document) -> Notification:
    """Return the message that a document holds."""
    return Notification(
        id=document["_id"],
        template=Template(document["template"]),
        about=document["about"],
        subject=Subject(**{name: document[name] for name in _SUBJECT}),
        facts=document["facts"],
        created_at=document["created_at"],
        due_at=document["due_at"],
        expires_at=document["expires_at"],
        state=State(document["state"]),
        reason=document["reason"],
        tries=document["tries"],
    )


def _line_from(message: Notification) -> Line:
    return Line(
        id=message.id,
        kind="email",
        state=message.state,
        event_id=message.about,
        tries=message.tries,
        due_at=message.due_at,
        what=message.template,
        whom=message.role,
        reason=message.reason,
    )
