"""Passes of the retention schedule in MongoDB: the present one under a fixed id, each finished one under its own."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from services.reporting.application.keep_to_schedule import Pass
from shared.persistence.store import Collection, Document
from shared.runtime.ids import new_id

_PRESENT = "present"


@dataclass(frozen=True, slots=True)
class MongoPasses:
    """One small collection."""

    collection: Collection

    async def unfinished(self) -> Pass | None:
        """Read the present pass."""
        held = await self.collection.get(_PRESENT)
        return Pass(held["began_at"], held["after"], held["seen"], Counter(held["minimised"])) if held else None

    async def save(self, passing: Pass) -> None:
        """Replace what is known of the present pass."""
        await self.collection.update_one({"_id": _PRESENT}, {"$set": _document_of(passing)}, upsert=True)

    async def finish(self, passing: Pass, at: datetime) -> None:
        """Add the finished pass, then forget the present one."""
        await self.collection.insert({"_id": new_id(), "finished_at": at} | _document_of(passing))
        await self.collection.delete_one({"_id": _PRESENT})


def _document_of(passing: Pass) -> Document:
    return {
        "began_at": passing.began_at,
        "after": passing.after,
        "seen": passing.seen,
        "minimised": dict(passing.minimised),
    }
