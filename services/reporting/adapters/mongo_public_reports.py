"""Reports as the public may see them, read from where they are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from services.reporting.adapters.documents import facts_from
from services.reporting.application.public_ports import Decided, PublicReport
from services.reporting.domain.exposure import PublicStanding
from services.reporting.domain.status import Status, progress_of
from shared.persistence.store import Collection, Document, Update

_FIELDS = (
    "reference",
    "received_at",
    "intake",
    "danger_signals",
    "facts",
    "cell",
    "text",
    "public",
    "concern",
    "place",
    "supporters",
)
_ANSWERED = ("when", "where_kind", "ongoing")


@dataclass(frozen=True, slots=True)
class MongoPublicReports:
    """What is decided stands in the report's own document, under `public`."""

    collection: Collection

    async def decide(self, decided: Sequence[tuple[UUID, Decided]]) -> None:
        """Write everything in one round trip; what withholds is never taken back."""
        await self.collection.apply([_keeping(report_id, said) for report_id, said in decided])

    async def with_ids(self, ids: Sequence[UUID]) -> Sequence[PublicReport]:
        """Read by id."""
        return await self._found({"_id": {"$in": list(ids)}}) if ids else ()

    async def with_references(self, references: Sequence[str]) -> Sequence[PublicReport]:
        """Read by the unique index on references."""
        return await self._found({"reference": {"$in": list(references)}}) if references else ()

    async def _found(self, query: Mapping[str, Any]) -> Sequence[PublicReport]:
        return [_report_from(document) async for document in self.collection.find(query, projection=_FIELDS)]


def _keeping(report_id: UUID, said: Decided) -> Update:
    fields: Document = {"withheld": True} if said.withheld else {"found": said.found, "expected_at": said.expected_at}
    return Update({"_id": report_id}, {"$set": {f"public.{name}": value for name, value in fields.items()}})


def _report_from(document: Mapping[str, Any]) -> PublicReport:
    intake, public = document["intake"], document.get("public", {})
    progress = progress_of(document["received_at"], facts_from(document))
    standing = PublicStanding(
        reported=intake.get("category"),
        found=public.get("found"),
        withheld=public.get("withheld", False),
        urgent=bool(document["danger_signals"]),
        may_be_shared=intake.get("share_with_community") != "no",
        withdrawn=progress.status is Status.WITHDRAWN,
        numbered=intake["channel"] == "open311",
        attached=document.get("concern") is not None,
    )
    place = document.get("place") or {}
    return PublicReport(
        id=document["_id"],
        reference=document["reference"],
        received_at=document["received_at"],
        standing=standing,
        progress=progress,
        cell=document["cell"],
        answers={name: intake[name] for name in _ANSWERED if name in intake},
        text=document.get("text"),
        expected_at=public.get("expected_at"),
        concern=document.get("concern") or document["_id"],
        supporters=len(document.get("supporters", ())),
        point=(place["lat"], place["lon"]) if place.get("lat") is not None else None,
    )
