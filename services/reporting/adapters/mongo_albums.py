"""Photographs in MongoDB: what is known of each in the report's document, its content sealed and apart."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from services.reporting.adapters.contact_seals import ContactSeals
from services.reporting.adapters.folder_files import Files
from services.reporting.application.attachments import Album, Picture
from services.reporting.domain.attachments import Attachment, Fate
from shared.contracts.event import Event
from shared.persistence.outbox import Outbox, combined, pushing
from shared.persistence.store import Collection, Document

_FIELDS = ("files", "photo_fates", "outbox_seq", "danger_signals")


@dataclass(frozen=True, slots=True)
class MongoAlbums:
    """Works on the reports' own documents. The key is durable before the content, the content before it is known."""

    collection: Collection
    seals: ContactSeals
    files: Files
    outbox: Outbox

    async def of(self, report_id: UUID) -> Album | None:
        """Read the list."""
        document = await self._first(report_id)
        if document is None:
            return None
        fates = document.get("photo_fates", {})
        attachments = tuple(_attachment_from(held, fates) for held in document.get("files", ()))
        return Album(report_id, bool(document["danger_signals"]), attachments, document["outbox_seq"])

    async def add(self, album: Album, new: Attachment, picture: Picture, *, announcing: Event) -> Album | None:
        """Seal, write, and add to the list where nothing was announced since it was read."""
        sealed = await self.seals.seal_bytes(album.report_id, picture.jpeg)
        stored = replace(new, digest=await self.files.put(sealed["box"]))
        held = _document_of(stored) | {"key": sealed["key"]}
        update = combined({"$push": {"files": held}}, pushing([announcing], after_seq=album.last_event))
        unchanged = {"_id": album.report_id, "outbox_seq": album.last_event}
        if not await self.collection.update_one(unchanged, update):
            await self.files.delete(stored.digest)
            self.seals.release(sealed)
            return None
        self.outbox.announced(self.collection, {"_id": album.report_id})
        return replace(album, attachments=(*album.attachments, stored), last_event=album.last_event + 1)

    async def content_of(self, report_id: UUID, attachment_id: UUID) -> bytes | None:
        """Read and open the content."""
        held = await self._held(report_id, attachment_id)
        if held is None:
            return None
        box = await self.files.get(held["digest"])
        return None if box is None else await self.seals.open_bytes(report_id, {"box": box, "key": held["key"]})

    async def restrict(self, report_id: UUID, attachment_id: UUID) -> None:
        """Mark it."""
        await self._mark(report_id, attachment_id, Fate.RESTRICT)

    async def destroy(self, report_id: UUID, attachment_id: UUID) -> None:
        """Destroy the key, then the content, then say so."""
        held = await self._held(report_id, attachment_id)
        if held is not None:
            await destroyed(held, self.seals, self.files)
            await self._mark(report_id, attachment_id, Fate.DESTROY)

    async def _mark(self, report_id: UUID, attachment_id: UUID, fate: Fate) -> None:
        await self.collection.update_one({"_id": report_id}, {"$set": {f"photo_fates.{attachment_id.hex}": str(fate)}})

    async def _held(self, report_id: UUID, attachment_id: UUID) -> Mapping[str, Any] | None:
        document = await self._first(report_id) or {}
        return next((held for held in document.get("files", ()) if held["id"] == attachment_id), None)

    async def _first(self, report_id: UUID) -> Document | None:
        async for document in self.collection.find({"_id": report_id}, limit=1, projection=_FIELDS):
            return document
        return None


async def destroyed(held: Mapping[str, Any], seals: ContactSeals, files: Files) -> None:
    """Destroy the key and the content of a photograph as it is stored in a report."""
    await seals.destroy(held)
    await files.delete(held["digest"])


def _document_of(attachment: Attachment) -> Document:
    held = {
        "id": attachment.id,
        "at": attachment.at,
        "digest": attachment.digest,
        "size": attachment.size,
        "width": attachment.width,
        "height": attachment.height,
        "by": attachment.by,
    }
    return held | ({"covers": attachment.covers} if attachment.covers else {})


def _attachment_from(held: Mapping[str, Any], fates: Mapping[str, str]) -> Attachment:
    fate = fates.get(held["id"].hex)
    return Attachment(
        held["id"], held["at"], held["digest"], held["size"], held["width"], held["height"], held["by"],
        held.get("covers"), restricted=fate == Fate.RESTRICT, destroyed=fate == Fate.DESTROY,
    )  # fmt: skip
