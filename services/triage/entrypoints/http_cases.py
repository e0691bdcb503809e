"""Cases over HTTP: lists, one case with its decision, and who saw it."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from services.triage.application.announcements import case_id_of
from services.triage.application.ports import CaseFilter
from services.triage.application.use_cases import UseCases
from services.triage.domain.access import sight_of
from services.triage.domain.errors import CaseNotFoundError
from services.triage.domain.subject_access import export
from services.triage.entrypoints.case_rows import CaseRow, listed
from services.triage.entrypoints.case_views import (
    AccessView,
    CaseWithDecision,
    SubjectAccessView,
    access_view_of,
    case_view_of,
    with_decision,
)
from services.triage.entrypoints.http_parts import Auditor, Looking, ReaderLooking, actor_of
from shared.web.paging import Cursor, Cursors, Limit, Page
from shared.web.preconditions import etag

Level = Annotated[int | None, Query(ge=1, le=4)]
State = Annotated[str | None, Query(pattern="^(open|in_hand|closed)$")]


def case_routes(use_cases: UseCases, cursors: Cursors) -> APIRouter:
    """Return the routes that read cases."""
    router = APIRouter(prefix="/v1/cases", tags=["cases"])

    @router.get("", summary="Find cases")
    async def find(
        looking: ReaderLooking,
        wanted: Annotated[CaseFilter, Depends(_filter_with(cursors))],
        report_id: Annotated[UUID | None, Query(description="The one case of this report.")] = None,
    ) -> Page[CaseRow]:
        """Return cases that the asker may know of, newest first; in a list, sealed ones are reduced."""
        if report_id is not None:
            return Page(items=await _of_report(use_cases, report_id, looking))
        found = await use_cases.casework.view_cases.page(wanted)
        following = cursors.encode(str(found[-1].id)) if len(found) == wanted.limit else None
        return Page(items=[listed(case) for case in found], next=following)

    @router.get("/{case_id}", summary="One case with its decision")
    async def read(case_id: UUID, looking: ReaderLooking, response: Response) -> CaseWithDecision:
        """Return the case, its history and the decision that opened it; its version is the ETag."""
        case = await looking.at(case_id, use_cases, "read")
        response.headers["ETag"] = etag(case.version)
        return with_decision(case, dict(await use_cases.cases.decision(case_id)))

    @router.get("/{case_id}/accesses", summary="Who saw a sealed case")
    async def accesses(case_id: UUID, _: Auditor) -> Page[AccessView]:
        """Return every view of the case while it was sealed, the oldest first."""
        _case, entries = await use_cases.casework.view_cases.accesses_of(case_id)
        return Page(items=[access_view_of(entry) for entry in entries])

    @router.get("/{case_id}/subject-access", summary="What the person a case is about is given of it")
    async def subject_access(
        case_id: UUID, _: Auditor, looking: ReaderLooking, party: Literal["reporter", "complained_about"]
    ) -> SubjectAccessView:
        """Return what needs no human's look, every view of the sealed case among it, and name what was withheld."""
        await looking.at(case_id, use_cases, "subject-access")
        case, entries = await use_cases.casework.view_cases.accesses_of(case_id)
        given = export(case, entries, of_reporter=party == "reporter")
        return SubjectAccessView.model_validate(given, from_attributes=True)

    return router


def _filter_with(cursors: Cursors) -> Any:
    def wanted(
        looking: ReaderLooking, level: Level = None, state: State = None, cursor: Cursor = None, limit: Limit = 50
    ) -> CaseFilter:
        before = UUID(str(cursors.decode(cursor)[0])) if cursor else None
        sight = sight_of(actor_of(looking.principal))
        return CaseFilter(state=state, level=level, before=before, limit=limit, sight=sight)

    return wanted


async def _of_report(use_cases: UseCases, report_id: UUID, looking: Looking) -> list[CaseRow]:
    try:
        case = await looking.at(case_id_of(report_id), use_cases, "read")
    except CaseNotFoundError:
        return []
    return [case_view_of(case)]
