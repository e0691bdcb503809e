"""The evidence of cases in MongoDB: inside the case's own document, so that both change together or not at all."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson

from services.triage.adapters.documents import case_from, decision_from, decision_text_of, document_of
from services.triage.application.evidence import Assessed, Evidence
from services.triage.domain.errors import CaseNotFoundError, StaleCaseError
from shared.contracts.event import Event
from shared.contracts.intake import IntakeFields
from shared.persistence.outbox import Outbox, combined, pushing
from shared.persistence.store import Collection

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class MongoEvidence:
    """Cases seen from what they were decided on. `unread_since` marks those whose words are still to be read."""

    def __init__(self, collection: Collection, outbox: Outbox) -> None:
        self._collection = collection
        self._outbox = outbox

    async def prepare(self) -> None:
        """Declare the index that finds unread cases."""
        await self._collection.ensure_index([("unread_since", 1)])

    async def assessed(self, case_id: UUID) -> Assessed:
        """Return the case with its evidence, none where an older release opened it; or raise CaseNotFoundError."""
        document = await self._collection.get(case_id)
        if document is None:
            raise CaseNotFoundError(f"There is no case {case_id}.")
        evidence = tuple(map(_evidence_from, document.get("evidence", ())))
        decision = decision_from(document["decision"])
        return Assessed(case_from(document), decision, evidence, document.get("unread_since"))

    async def reassess(self, after: Assessed, *, announcing: Sequence[Event]) -> None:
        """Store the case with its new decision; the one before moves to `earlier_decisions`."""
        case = after.case
        held = await self._collection.get(case.id)
        if held is None:
            raise CaseNotFoundError(f"There is no case {case.id}.")
        changes = {name: value for name, value in document_of(case).items() if name != "_id"} | {
            "decision": decision_text_of(after.decision),
            "earlier_decisions": [*held.get("earlier_decisions", ()), held["decision"]],
            "evidence": [evidence_text(one) for one in after.evidence],
            "unread_since": after.unread_since,
        }
        last = held["outbox_seq"]
        update = combined({"$set": changes}, pushing(announcing, after_seq=last))
        if not await self._collection.update_one(
            {"_id": case.id, "version": case.version - 1, "outbox_seq": last}, update
        ):
            raise StaleCaseError("The case has moved on since it was read.")
        if announcing:
            self._outbox.announced(self._collection, {"_id": case.id}, ahead=True)

    async def unread(self, limit: int) -> AsyncIterator[UUID]:
        """Yield cases that were decided with words unread, those that wait longest first."""
        query = {"unread_since": {"$gt": _LONG_AGO}}
        found = self._collection.find(query, sort=[("unread_since", 1)], limit=limit, projection=["unread_since"])
        async for document in found:
            yield document["_id"]


def evidence_text(evidence: Evidence) -> str:
    """Return evidence as it is kept: one value of JSON, without what was not said."""
    return orjson.dumps(
        {
            "source": str(evidence.source),
            "at": evidence.at.isoformat(),
            "fields": evidence.fields.model_dump(mode="json", exclude_defaults=True),
            "danger_signals": evidence.danger_signals,
            "has_text": evidence.has_text,
            "kind": evidence.kind,
        }
    ).decode()


def _evidence_from(text: str) -> Evidence:
    held: Mapping[str, Any] = orjson.loads(text)
    return Evidence(
        source=UUID(held["source"]),
        at=datetime.fromisoformat(held["at"]),
        fields=IntakeFields.model_validate(held["fields"]),
        danger_signals=tuple(held["danger_signals"]),
        has_text=held["has_text"],
        kind=held["kind"],
    )
