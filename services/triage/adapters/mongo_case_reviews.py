"""ASB case reviews in MongoDB: one document each, changed by version."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from services.triage.domain.case_review import CaseReview, Event, Stage
from services.triage.domain.errors import CaseNotFoundError, StaleCaseError
from services.triage.domain.qualifying import Complaint
from shared.persistence.store import Collection

_DAYS = ("incident_on", "reported_on")


class MongoCaseReviews:
    """Reviews by their id."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    async def add(self, review: CaseReview) -> None:
        """Insert the review unless it is there."""
        await self._collection.insert_absent([_document_of(review)])

    async def get(self, review_id: UUID) -> CaseReview:
        """Return the review, or raise CaseNotFoundError."""
        document = await self._collection.get(review_id)
        if document is None:
            raise CaseNotFoundError(f"There is no case review {review_id}.")
        return _review_from(document)

    async def save(self, review: CaseReview) -> None:
        """Replace the version before this one, or raise StaleCaseError."""
        changes = {name: value for name, value in _document_of(review).items() if name != "_id"}
        key = {"_id": review.id, "version": review.version - 1}
        if not await self._collection.update_one(key, {"$set": changes}):
            raise StaleCaseError("The review has moved on since it was read.")

    async def list(self) -> Sequence[CaseReview]:
        """Return every review, the newest first."""
        found = [_review_from(document) async for document in self._collection.find({})]
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
    fields = {name: value for name, value in document.items() if name != "_id"}
    complaints = (
        Complaint(**complaint | {name: date.fromisoformat(complaint[name]) for name in _DAYS})
        for complaint in fields["complaints"]
    )
    history = (Event(**event | {"stage": Stage(event["stage"])}) for event in fields["history"])
    return CaseReview(
        id=document["_id"],
        **fields
        | {
            "complaints": tuple(complaints),
            "history": tuple(history),
            "recommendations": tuple(fields["recommendations"]),
            "stage": Stage(fields["stage"]),
        },
    )
