"""ASB case reviews in MongoDB: one document each, changed by version."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from dataclasses import fields as fields_of
from datetime import date
from typing import Any
from uuid import UUID

from services.triage.adapters.versioned_documents import Announced, VersionedDocuments
from services.triage.domain.case_review import CaseReview, Stage
from services.triage.domain.case_review import Event as Entry
from services.triage.domain.qualifying import Complaint
from shared.contracts.event import Event
from shared.persistence.store import Collection

_FIELDS = tuple(one.name for one in fields_of(CaseReview) if one.name != "id")
_DAYS = ("incident_on", "reported_on")


class MongoCaseReviews:
    """Reviews by their id."""

    def __init__(self, collection: Collection, announced: Announced) -> None:
        self._documents = VersionedDocuments(collection, "case review", announced)

    async def add(self, review: CaseReview) -> None:
        """Insert the review unless it is there."""
        await self._documents.add(_document_of(review))

    async def get(self, review_id: UUID) -> CaseReview:
        """Return the review, or raise CaseNotFoundError."""
        return _review_from(await self._documents.get(review_id))

    async def save(self, review: CaseReview, *, announcing: Sequence[Event] = ()) -> None:
        """Replace the version before this one and announce with it, or raise StaleCaseError."""
        await self._documents.replace(_document_of(review), announcing)

    async def list(self) -> Sequence[CaseReview]:
        """Return every review, the newest first."""
        found = [_review_from(document) async for document in self._documents.every()]
        return sorted(found, key=lambda review: (review.applied_at, review.id), reverse=True)


def _document_of(review: CaseReview) -> dict[str, Any]:
    document = asdict(review)
    document["_id"] = document.pop("id")
    for complaint in document["complaints"]:
        complaint.update({name: complaint[name].isoformat() for name in _DAYS})
    for event in document["history"]:
        event["stage"] = event["stage"].value
    return document | {"stage": review.stage.value}


def _review_from(document: Mapping[str, Any]) -> CaseReview:
    fields = {name: document[name] for name in _FIELDS if name in document}
    complaints = (
        Complaint(**complaint | {name: date.fromisoformat(complaint[name]) for name in _DAYS})
        for complaint in fields["complaints"]
    )
    history = (Entry(**event | {"stage": Stage(event["stage"])}) for event in fields["history"])
    return CaseReview(
        id=document["_id"],
        **fields
        | {
            "complaints": tuple(complaints),
            "history": tuple(history),
            "told": tuple(fields.get("told", ())),
            "recommendations": tuple(fields["recommendations"]),
            "stage": Stage(fields["stage"]),
        },
    )
