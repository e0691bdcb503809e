"""The routes by which staff read what was told, prepare what a person may see of it, and erase it."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from services.reporting.application.access import Access, Reader
from services.reporting.application.personal_data import Held
from services.reporting.application.personal_use_cases import PersonalUseCases
from services.reporting.domain.identifiers import redacted
from services.reporting.domain.personal import Part
from services.reporting.domain.status import Status, progress_of
from shared.web.identity import Principal, require

Staff = Annotated[Principal, Depends(require("officer", "supervisor", "auditor"))]
_Supervisor = Annotated[Principal, Depends(require("supervisor"))]
_Auditor = Annotated[Principal, Depends(require("auditor"))]
Why = Annotated[str | None, Query(min_length=10, max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$")]

#: What a person who is complained about asks for is somebody else's too: a human looks at it (DPA 2018 schedule 2).
_WITHHELD_FROM_OTHERS = [("everything_reported", "sch2_para16_third_party"), ("safeguarding", "sch3_serious_harm")]


class EraseIn(BaseModel):
    """What to erase and why. Words and places are kept where a public task or a legal claim needs them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    parts: Annotated[tuple[Part, ...], Field(min_length=1, max_length=len(Part))] = (Part.CONTACT,)
    reason: Literal["subject_request", "objection", "recorded_in_error", "court_order"]


class ErasedOut(BaseModel):
    """What is gone for good."""

    report_id: UUID
    erased_at: datetime
    parts: list[Part]


class AccessOut(BaseModel):
    """One reading: by whom, of what, and why where that had to be said."""

    at: datetime
    reader: str
    roles: list[str]
    agency: str | None
    what: str
    why: str | None


class ViewOut(BaseModel):
    """One reading, as the person whose data it is may see it: by which roles and which agency."""

    at: datetime
    what: str
    roles: list[str]
    agency: str | None


class RemovedOut(BaseModel):
    """What was removed, when and under which rule."""

    at: datetime
    parts: list[Part]
    reason: str


class RecordOut(BaseModel):
    """A report as it was told: words and the exact place, never the contact."""

    id: UUID
    reference: str
    received_at: datetime
    status: Status
    intake: dict[str, Any]
    text: str | None
    text_for_partners: str | None
    location: dict[str, Any] | None
    areas: list[str]
    cell: str | None
    removed: list[RemovedOut]


class SubjectAccessOut(BaseModel):
    """What a person is given; `withheld` pairs what is left out with the exemption that a human checks."""

    held: dict[str, Any] | None
    views: list[ViewOut]
    withheld: list[tuple[str, str]]


def reader_of(principal: Principal) -> Reader:
    """Return who reads, as the access log keeps it."""
    return Reader(principal.subject, tuple(sorted(principal.roles)), principal.agency)


async def uncached(response: Response) -> None:
    """Let nobody keep the answer."""
    response.headers["Cache-Control"] = "no-store"


def privacy_router(use_cases: PersonalUseCases) -> APIRouter:
    """Return the routes of reading, subject access and erasure; nothing they answer is cached."""
    router = APIRouter(tags=["privacy"], dependencies=[Depends(uncached)])
    read = use_cases.read_record

    @router.post("/v1/reports/{report_id}:erase", summary="Erase personal parts of a report for good")
    async def erase(report_id: UUID, asked: EraseIn, supervisor: _Supervisor) -> ErasedOut:
        removal = await use_cases.erase_report(report_id, asked.parts, by=supervisor.subject, reason=asked.reason)
        return ErasedOut(report_id=report_id, erased_at=removal.at, parts=list(removal.parts))

    @router.get("/v1/records/{report_id}", summary="A report as it was told; at level 4 officers say why they read it")
    async def record(report_id: UUID, staff: Staff, why: Why = None) -> RecordOut:
        return _record_of(await read(report_id, reader_of(staff), why))

    @router.get("/v1/records/{report_id}/accesses", summary="Who read what of a report")
    async def accesses(report_id: UUID, _: _Auditor) -> list[AccessOut]:
        return [_access_of(access) for access in await read.accesses(report_id)]

    @router.get("/v1/records/{report_id}/subject-access", summary="What the person asking is given of a report")
    async def subject_access(
        report_id: UUID, auditor: _Auditor, party: Literal["reporter", "complained_about"]
    ) -> SubjectAccessOut:
        held, entries = await read.export(report_id, reader_of(auditor))
        if party == "complained_about":
            return SubjectAccessOut(held=None, views=[], withheld=_WITHHELD_FROM_OTHERS)
        views = [
            ViewOut(at=entry.at, what=entry.what, roles=list(entry.reader.roles), agency=entry.reader.agency)
            for entry in entries
        ]
        return SubjectAccessOut(held=_export_of(held), views=views, withheld=[])

    return router


def _record_of(held: Held) -> RecordOut:
    return RecordOut(
        id=held.id,
        reference=held.reference,
        received_at=held.received_at,
        status=progress_of(held.received_at, held.facts).status,
        intake=dict(held.intake),
        text=held.text,
        text_for_partners=redacted(held.text, held.marks) if held.text else None,
        location=dict(held.place) if held.place else None,
        areas=list(held.areas),
        cell=held.cell,
        removed=[RemovedOut(at=gone.at, parts=list(gone.parts), reason=gone.reason) for gone in held.removals],
    )


def _export_of(held: Held) -> dict[str, Any]:
    """Return everything that the reporter gave, and what became of it."""
    contact = held.contact
    timeline = progress_of(held.received_at, held.facts).timeline
    return _record_of(held).model_dump(mode="json") | {
        "contact": {
            "name": contact.name, "email": contact.email, "phone": contact.phone, "language": contact.language,
        } if contact else None,
        "messages": [
            {"at": message.at, "author": message.author, "text": message.text} for message in held.messages
        ],
        "timeline": [{"at": entry.at, "status": entry.status, "message": entry.message} for entry in timeline],
    }  # fmt: skip


def _access_of(access: Access) -> AccessOut:
    reader = access.reader
    return AccessOut(
        at=access.at,
        reader=reader.subject,
        roles=list(reader.roles),
        agency=reader.agency,
        what=access.what,
        why=access.why,
    )
