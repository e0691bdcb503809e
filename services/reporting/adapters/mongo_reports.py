"""Reports in MongoDB, and on the local store: filters on `_id` or a unique index only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from services.reporting.adapters.contact_seals import ContactSeals
from services.reporting.adapters.documents import (
    KNOWN_FIELDS,
    document_of,
    known_from,
    noting,
    pushed_fact,
)
from services.reporting.application.records import ContactCard, KnownReport, NewReport
from services.reporting.domain.errors import (
    AlreadyReportedError,
    ReferenceTakenError,
    ReportingOverloadedError,
)
from services.reporting.domain.status import Fact
from shared.contracts.event import Event
from shared.contracts.reporting import ReportSubmitted
from shared.persistence.errors import DuplicateKeyError, OverloadedError
from shared.persistence.group_commit import GroupCommit
from shared.persistence.outbox import Outbox, combined, pushing, with_outbox
from shared.persistence.store import Collection, Document

_REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class MongoReports:
    """One document per report. Words, contacts and what is announced live and die together."""

    collection: Collection
    commits: GroupCommit
    outbox: Outbox
    seals: ContactSeals

    async def make_indexes(self) -> None:
        """Make the unique indexes on which references and idempotency stand."""
        await self.collection.ensure_index([(_REFERENCE, 1)], unique=True)
        await self.collection.ensure_index([("idempotency", 1)], unique=True)

    async def add(self, report: NewReport, *, announcing: ReportSubmitted) -> None:
        """Store the report in its group and nudge the outbox."""
        contact = report.submission.contact
        # The key first: a report is never acknowledged with a contact that nobody can read.
        sealed = await self.seals.seal(report.id, contact) if contact else None
        document = with_outbox(document_of(report, sealed), [announcing])
        try:
            await self.commits.insert(document)
        except DuplicateKeyError as error:
            await self._take_key_back(report.id, sealed)
            if _REFERENCE in error.fields:
                raise ReferenceTakenError("The reference belongs to another report.") from None
            raise AlreadyReportedError("A report under this idempotency key is stored.") from None
        except OverloadedError:
            await self._take_key_back(report.id, sealed)
            raise ReportingOverloadedError("Too many reports are waiting to be stored.") from None
        self.outbox.announced(self.collection, document)

    async def with_key(self, digest: str) -> KnownReport | None:
        """Look up the unique index."""
        return _known(await self._first({"idempotency": digest}, KNOWN_FIELDS))

    async def with_reference(self, reference: str) -> KnownReport | None:
        """Look up the unique index."""
        return _known(await self._first({_REFERENCE: reference}, KNOWN_FIELDS))

    async def with_id(self, report_id: UUID) -> KnownReport | None:
        """Look up the id."""
        return _known(await self._first({"_id": report_id}, KNOWN_FIELDS))

    async def note_and_announce(self, report: KnownReport, fact: Fact, *, announcing: Event) -> bool:
        """Change the document only where nothing was announced since it was read."""
        update = combined(
            {"$push": {"facts": pushed_fact(fact)}},
            pushing([announcing], after_seq=report.last_event),
        )
        stored = await self.collection.update_one({"_id": report.id, "outbox_seq": report.last_event}, update)
        if stored:
            self.outbox.announced(self.collection, {"_id": report.id})
        return stored

    async def note(self, facts: Sequence[tuple[UUID, Fact]]) -> None:
        """Write all facts in one round trip."""
        await self.collection.apply(noting(facts))

    async def texts_of(self, report_ids: Sequence[UUID]) -> Mapping[UUID, str]:
        """Read all words in one round trip."""
        found = self.collection.find({"_id": {"$in": list(report_ids)}}, projection=["text"])
        return {document["_id"]: document["text"] async for document in found if document.get("text")}

    async def contact_of(self, report_id: UUID) -> ContactCard | None:
        """Open the sealed contact."""
        document = await self._first({"_id": report_id}, (_REFERENCE, "intake", "contact"))
        sealed: Mapping[str, Any] | None = document.get("contact") if document else None
        if document is None or sealed is None:
            return None
        contact = await self.seals.open(report_id, sealed)
        return ContactCard(document[_REFERENCE], contact, document["intake"].get("safe_contact")) if contact else None

    async def _take_key_back(self, report_id: UUID, sealed: Mapping[str, Any] | None) -> None:
        """Release the key unless its report is there after all: a driver may have sent it twice."""
        if sealed is not None and await self._first({"_id": report_id}, (_REFERENCE,)) is None:
            self.seals.release(sealed)

    async def _first(self, query: Mapping[str, Any], fields: Sequence[str]) -> Document | None:
        async for document in self.collection.find(query, limit=1, projection=fields):
            return document
        return None


def _known(document: Document | None) -> KnownReport | None:
    return known_from(document) if document else None
