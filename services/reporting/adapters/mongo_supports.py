"""Supporters in the report's own document, beside what it announces."""

from dataclasses import dataclass
from uuid import UUID

from services.reporting.adapters.documents import KNOWN_FIELDS, known_from
from services.reporting.application.public_ports import Supporters
from shared.contracts.reporting import ReportSupported
from shared.persistence.outbox import Outbox, combined, pushing
from shared.persistence.store import Collection

_SUPPORTERS = "supporters"


@dataclass(frozen=True, slots=True)
class MongoSupports:
    """One document holds the report, its supporters and its outbox, so that they change together."""

    collection: Collection
    outbox: Outbox

    async def of(self, report_id: UUID) -> Supporters | None:
        """Read by id."""
        async for found in self.collection.find({"_id": report_id}, limit=1, projection=(*KNOWN_FIELDS, _SUPPORTERS)):
            return Supporters(known_from(found), frozenset(found.get(_SUPPORTERS, ())))
        return None

    async def add(self, to: Supporters, digest: str, *, announcing: ReportSupported) -> bool:
        """Change the document only where nothing was announced since it was read."""
        last = to.report.last_event
        update = combined({"$push": {_SUPPORTERS: digest}}, pushing([announcing], after_seq=last))
        stored = await self.collection.update_one({"_id": to.report.id, "outbox_seq": last}, update)
        if stored:
            self.outbox.announced(self.collection, {"_id": to.report.id})
        return stored
