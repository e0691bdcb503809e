"""Messages in MongoDB: one document each with its words and what it announces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from services.reporting.domain.errors import MailboxFullError
from services.reporting.domain.mailbox import MOST_MESSAGES, Author, Message
from shared.contracts.reporting import ReportMessaged
from shared.persistence.outbox import Outbox, with_outbox
from shared.persistence.store import Collection, Document

#: The fields of a message that are shown.
SHOWN = ("report_id", "at", "author", "text")


@dataclass(frozen=True, slots=True)
class MongoMailboxes:
    """`reports` holds the id of each mailbox's last message, so that a report says whether it has any."""

    messages: Collection
    reports: Collection
    outbox: Outbox

    async def make_indexes(self) -> None:
        """Make the index by which a report's messages are found."""
        await self.messages.ensure_index([("report_id", 1), ("at", 1)])

    async def add(self, message: Message, *, announcing: Sequence[ReportMessaged]) -> Message:
        """Mark the report first: what is not marked would be forgotten when the report is erased."""
        if await self.messages.count({"report_id": message.report_id}) >= MOST_MESSAGES:
            raise MailboxFullError(f"There are {MOST_MESSAGES} messages about this report already.")
        await self.reports.update_one({"_id": message.report_id}, {"$set": {"mailbox": message.id}})
        document = with_outbox(_document_of(message), announcing)
        if await self.messages.insert_absent([document]):
            self.outbox.announced(self.messages, document)
            return message
        stored = await self.messages.get(message.id)
        return message_from(stored) if stored else message

    async def of(self, report_id: UUID) -> Sequence[Message]:
        """Read a report's messages."""
        found = self.messages.find({"report_id": report_id}, sort=[("at", 1), ("_id", 1)], projection=SHOWN)
        return [message_from(document) async for document in found]

    async def texts_of(self, message_ids: Sequence[UUID]) -> Mapping[UUID, str]:
        """Read all words in one round trip."""
        found = self.messages.find({"_id": {"$in": list(message_ids)}}, projection=["text"])
        return {document["_id"]: document["text"] async for document in found if document.get("text")}


def _document_of(message: Message) -> Document:
    return {
        "_id": message.id,
        "report_id": message.report_id,
        "at": message.at,
        "author": str(message.author),
        "text": message.text,
    }


def message_from(held: Mapping[str, Any]) -> Message:
    """Return a stored message."""
    return Message(held["_id"], held["report_id"], held["at"], Author(held["author"]), held.get("text"))
