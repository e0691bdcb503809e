"""The personal parts of reports in MongoDB, and how they go: the key first, then the fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from services.reporting.adapters.contact_seals import ContactSeals
from services.reporting.application.personal_data import Part, Removal
from shared.persistence.store import Collection, Document

#: The fields of a report that hold each part.
FIELDS: Mapping[Part, tuple[str, ...]] = {
    Part.CONTACT: ("contact",),
    Part.WORDS: ("text",),
    Part.PLACE: ("place",),
}


@dataclass(frozen=True, slots=True)
class MongoPersonalData:
    """Works on the reports' own documents."""

    collection: Collection
    seals: ContactSeals

    async def remove(self, report_id: UUID, removal: Removal) -> bool:
        """Destroy the contact's key, then unset the fields; a contact that was changed meanwhile goes as well."""
        while True:
            found = self.collection.find({"_id": report_id}, limit=1, projection=["contact"])
            document = next(iter([document async for document in found]), None)
            if document is None:
                return False
            contact = document.get("contact") if Part.CONTACT in removal.parts else None
            unchanged: Document = {"_id": report_id}
            if contact is not None:
                await self.seals.destroy(contact)
                unchanged["contact.box"] = contact["box"]
            if await self.collection.update_one(unchanged, _update_of(removal)):
                return True

    async def removals_of(self, report_id: UUID) -> Sequence[Removal]:
        """Read the tombstones."""
        found = self.collection.find({"_id": report_id}, limit=1, projection=["removed"])
        return [_removal_from(held) async for document in found for held in document.get("removed", ())]


def _update_of(removal: Removal) -> Document:
    """Return the update; the body's digest goes too, for it would tell a guess at what is gone from another."""
    gone = [field for part in removal.parts for field in FIELDS[part]]
    held = {"at": removal.at, "parts": [str(part) for part in removal.parts], "by": removal.by, "why": removal.reason}
    return {"$unset": dict.fromkeys(gone, ""), "$set": {"fingerprint": ""}, "$push": {"removed": held}}


def _removal_from(held: Mapping[str, Any]) -> Removal:
    return Removal(held["at"], tuple(Part(part) for part in held["parts"]), held["by"], held["why"])
