"""Cases in MongoDB: one document each, with its decision and its outbox inside."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from services.triage.adapters.documents import case_from, decision_from, decision_text_of, document_of
from services.triage.adapters.mongo_evidence import evidence_text
from services.triage.adapters.sighting_documents import sighting_document
from services.triage.application.ports import Alarm, CaseFilter, OpenedCase
from services.triage.domain.access import Sight
from services.triage.domain.actions import State
from services.triage.domain.case import Case
from services.triage.domain.errors import CaseNotFoundError, StaleCaseError
from services.triage.domain.grades import Grade
from shared.contracts.event import Event
from shared.persistence.outbox import Outbox, combined, pushing, with_outbox
from shared.persistence.store import Collection, Document
from shared.runtime.probe import Probe, unobserved


class MongoCases:
    """Cases by their id, which follows from the report's: what is opened twice is stored once."""

    def __init__(self, collection: Collection, outbox: Outbox, probe: Probe = unobserved) -> None:
        self._collection = collection
        self._outbox = outbox
        self._probe = probe

    async def prepare(self) -> None:
        """Declare the indexes that lists use on MongoDB."""
        await self._collection.ensure_index([("state", 1), ("_id", -1)])
        await self._collection.ensure_index([("standing.level", 1), ("_id", -1)])
        await self._collection.ensure_index([("owner.agency", 1), ("_id", -1)])
        await self._collection.ensure_index([("handover.to_agency", 1), ("_id", -1)])
        await self._collection.ensure_index([("handover.offered_at", 1)])
        await self._collection.ensure_index([("wake_at", 1)])

    async def add(self, opened: Sequence[OpenedCase]) -> Sequence[Case]:
        """Store what is new in one round trip and relay its announcements, those of emergencies first."""
        documents = {one.case.id: _document_of(one) for one in opened}
        self._probe("before_insert")
        inserted = await self._collection.insert_absent(list(documents.values()))
        self._probe("after_insert")
        new = [one.case for one in opened if one.case.id in inserted]
        for case in new:
            ahead = case.standing.grade == Grade.EMERGENCY.name
            self._outbox.announced(self._collection, documents[case.id], ahead=ahead)
        return new

    async def get(self, case_id: UUID) -> Case:
        """Return the case, or raise CaseNotFoundError."""
        return case_from(await self._document(case_id))

    async def decision(self, case_id: UUID) -> Mapping[str, Any]:
        """Return the decision record as it was made."""
        return decision_from((await self._document(case_id))["decision"])

    async def save(self, case: Case, *, announcing: Sequence[Event]) -> None:
        """Replace the version before this one, or raise StaleCaseError."""
        last = (await self._document(case.id))["outbox_seq"]
        changes = {name: value for name, value in document_of(case).items() if name != "_id"}
        update = combined({"$set": changes}, pushing(announcing, after_seq=last))
        key = {"_id": case.id, "version": case.version - 1, "outbox_seq": last}
        if not await self._collection.update_one(key, update):
            raise StaleCaseError("The case has moved on since it was read.")
        if announcing:
            self._outbox.announced(self._collection, {"_id": case.id})

    async def list(self, wanted: CaseFilter) -> Sequence[Case]:
        """Return a page of cases, newest first."""
        return [case_from(document) async for document in self._matching(wanted)]

    async def waking(self, before: datetime) -> AsyncIterator[Alarm]:
        """Yield what is due before then, and what another agency is asked to take, by the index of each."""
        seen: set[UUID] = set()
        for moment in ("wake_at", "handover.offered_at"):
            query = {moment: {"$lt": before}}
            async for document in self._collection.find(query, projection=["wake_at", "handover"]):
                if document["_id"] not in seen:
                    seen.add(document["_id"])
                    handover = document.get("handover")
                    yield Alarm(document["_id"], document["wake_at"], handover["offered_at"] if handover else None)

    def _matching(self, wanted: CaseFilter) -> AsyncIterator[Document]:
        query: dict[str, Any] = {}
        if wanted.state is not None:
            query["state"] = wanted.state
        if wanted.level is not None:
            query["standing.level"] = wanted.level
        if wanted.before is not None:
            query["_id"] = {"$lt": wanted.before}
        if not wanted.sight.every:
            query["$or"] = list(_seen_by(wanted.sight))
        return self._collection.find(query, sort=[("_id", -1)], limit=wanted.limit)

    async def _document(self, case_id: UUID) -> Document:
        document = await self._collection.get(case_id)
        if document is None:
            raise CaseNotFoundError(f"There is no case {case_id}.")
        return document


def _seen_by(sight: Sight) -> Iterator[dict[str, Any]]:
    yield {"standing.level": {"$lte": sight.up_to_level}}
    if sight.agency is not None:
        yield {"owner.agency": sight.agency}
        yield {"handover.to_agency": sight.agency}
    if sight.subject is not None:
        yield {"owner.subject": sight.subject}
    if sight.untaken:
        yield {"state": State.OPEN.value, "owner.agency": None, "owner.subject": None}


def _document_of(opened: OpenedCase) -> Document:
    decision = decision_text_of(opened.decision)
    document = document_of(opened.case) | {"decision": decision}
    if opened.sighting is not None:
        document["sighting"] = sighting_document(opened.sighting)
    if opened.evidence is not None:
        document["evidence"] = [evidence_text(opened.evidence)]
        document["unread_since"] = opened.unread_since
    return with_outbox(document, [opened.announcing])
