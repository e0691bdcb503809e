"""The personal parts of reports in MongoDB, and how they go: the key first, then the fields."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from services.reporting.adapters.contact_seals import ContactSeals
from services.reporting.adapters.documents import fact_from, marks_from
from services.reporting.adapters.folder_files import Files
from services.reporting.adapters.mongo_albums import destroyed
from services.reporting.adapters.mongo_mailboxes import SHOWN, message_from
from services.reporting.application.personal_data import Held, Outline, Removal
from services.reporting.domain.mailbox import Message
from services.reporting.domain.personal import Part
from services.reporting.domain.status import Fact
from shared.persistence.store import Collection, Document

#: The fields of a report that hold each part; the first says whether there is any.
FIELDS: Mapping[Part, tuple[str, ...]] = {
    Part.CONTACT: ("contact",),
    Part.WORDS: ("text", "marks"),
    Part.MESSAGES: ("mailbox",),
    Part.PHOTOGRAPHS: ("files", "photo_fates"),
    Part.PLACE: ("place",),
}
_OUTLINE = ("received_at", "facts", *(fields[0] for fields in FIELDS.values()))


@dataclass(frozen=True, slots=True)
class MongoPersonalData:
    """Works on the reports' own documents."""

    collection: Collection
    messages: Collection
    seals: ContactSeals
    files: Files

    async def held(self, report_id: UUID, *, with_contact: bool) -> Held | None:
        """Read the document, and open the contact where it is asked for."""
        document = await self.collection.get(report_id)
        if document is None:
            return None
        sealed = document.get("contact") if with_contact else None
        return Held(
            id=report_id,
            reference=document["reference"],
            received_at=document["received_at"],
            intake=document["intake"],
            areas=tuple(document["areas"]),
            cell=document["cell"],
            facts=tuple(map(fact_from, document["facts"])),
            removals=tuple(map(_removal_from, document.get("removed", ()))),
            text=document.get("text"),
            marks=marks_from(document),
            place=document.get("place"),
            contact=await self.seals.open(report_id, sealed) if sealed else None,
            messages=tuple(await self._messages_of(report_id)) if with_contact else (),
        )

    async def facts_of(self, report_id: UUID) -> Sequence[Fact] | None:
        """Read the facts only."""
        document = await self._first(report_id, "facts")
        return None if document is None else [fact_from(fact) for fact in document["facts"]]

    async def outlines(self, after: UUID | None) -> AsyncIterator[Outline]:
        """Follow one cursor over `_id`."""
        query: Document = {} if after is None else {"_id": {"$gt": after}}
        async for document in self.collection.find(query, sort=[("_id", 1)], projection=_OUTLINE):
            parts = frozenset(part for part, fields in FIELDS.items() if fields[0] in document)
            facts = tuple(map(fact_from, document["facts"]))
            yield Outline(document["_id"], document["received_at"], facts, parts)

    async def remove(self, report_id: UUID, removal: Removal) -> bool:
        """Destroy the contact's key and the messages' words, then unset the fields; what came meanwhile goes too."""
        while True:
            document = await self._first(report_id, "contact", "mailbox", "files", "outbox_seq")
            if document is None:
                return False
            unchanged: Document = {"_id": report_id}
            if Part.CONTACT in removal.parts and "contact" in document:
                await self.seals.destroy(document["contact"])
                unchanged["contact.box"] = document["contact"]["box"]
            if Part.MESSAGES in removal.parts and "mailbox" in document:
                await self.messages.update_many({"report_id": report_id}, {"$unset": {"text": ""}})
                unchanged["mailbox"] = document["mailbox"]
            if Part.PHOTOGRAPHS in removal.parts and "files" in document:
                for held in document["files"]:
                    await destroyed(held, self.seals, self.files)
                unchanged["outbox_seq"] = document["outbox_seq"]
            if await self.collection.update_one(unchanged, _update_of(removal)):
                return True

    async def _messages_of(self, report_id: UUID) -> Sequence[Message]:
        found = self.messages.find({"report_id": report_id}, sort=[("at", 1)], projection=SHOWN)
        return [message_from(document) async for document in found]

    async def _first(self, report_id: UUID, *fields: str) -> Document | None:
        async for document in self.collection.find({"_id": report_id}, limit=1, projection=fields):
            return document
        return None


def _update_of(removal: Removal) -> Document:
    """Return the update; the body's digest goes too, for it would tell a guess at what is gone from another."""
    gone = [field for part in removal.parts for field in FIELDS[part]]
    held = {"at": removal.at, "parts": [str(part) for part in removal.parts], "by": removal.by, "why": removal.reason}
    return {"$unset": dict.fromkeys(gone, ""), "$set": {"fingerprint": ""}, "$push": {"removed": held}}


def _removal_from(held: Mapping[str, Any]) -> Removal:
    return Removal(held["at"], tuple(Part(part) for part in held["parts"]), held["by"], held["why"])
