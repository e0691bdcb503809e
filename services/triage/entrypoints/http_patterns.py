"""Patterns over HTTP: those that are known, and runs over the history."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from services.triage.application.ask_for_patterns import AskForPatterns
from services.triage.application.pattern_ports import PatternFilter
from services.triage.domain.errors import PatternNotFoundError
from services.triage.domain.patterns.pattern import Kind
from services.triage.entrypoints.pattern_views import PatternView, RunAsked, RunView, pattern_view_of, run_view_of
from shared.web.identity import Principal, require
from shared.web.paging import Cursor, Cursors, Limit, Page

_STAFF = ("officer", "supervisor", "auditor")
_LARGE_ENOUGH = (Kind.HOTSPOT,)
"""What those may know who do not know cases: kinds that stand for ten events at least, never for fewer than five."""

Staff = Annotated[Principal, Depends(require(*_STAFF))]
Reader = Annotated[Principal, Depends(require(*_STAFF, "coordinator", "partner"))]
Entitled = Annotated[Principal, Depends(require("supervisor"))]
Area = Annotated[str | None, Query(pattern=r"^[A-Z]\d{8}$", description="The code of an area unit.")]
KindOnly = Annotated[Kind | None, Query(description="One kind only.")]


def pattern_routes(ask: AskForPatterns, cursors: Cursors) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/patterns", tags=["patterns"])
    _known(router, ask, cursors)
    _runs(router, ask)
    return router


def _known(router: APIRouter, ask: AskForPatterns, cursors: Cursors) -> None:
    @router.get("", summary="Find patterns")
    async def find(
        reader: Reader, area: Area = None, kind: KindOnly = None, cursor: Cursor = None, limit: Limit = 50
    ) -> Page[PatternView]:
        """Return patterns by area unit and month, newest month first; coordinators and partners see hotspots only."""
        before = UUID(str(cursors.decode(cursor)[0])) if cursor else None
        allowed = _kinds_of(reader)
        kinds = allowed if kind is None else tuple(one for one in allowed if one is kind)
        found = await ask.known(PatternFilter(area, kinds, before, limit))
        following = cursors.encode(str(found[-1].id)) if len(found) == limit else None
        return Page(items=[pattern_view_of(one) for one in found], next=following)

    @router.get("/{pattern_id}", summary="One pattern")
    async def read(pattern_id: UUID, reader: Reader) -> PatternView:
        """Return a pattern by the id under which it is cited."""
        found = await ask.one(pattern_id)
        if found.area is None or found.key.kind not in _kinds_of(reader):
            raise PatternNotFoundError(f"There is no pattern {pattern_id}.")
        return pattern_view_of(found)


def _runs(router: APIRouter, ask: AskForPatterns) -> None:
    @router.post("", status_code=202, summary="Ask for a run over the history")
    async def run(wanted: RunAsked, _: Entitled, response: Response) -> RunView:
        """Keep the run, to be worked off by a process of its own, one at a time; `status_url` tells how far it is."""
        asked = run_view_of(await ask.run((wanted.first, wanted.last), wanted.methods), {})
        response.headers["Location"] = asked.status_url
        return asked

    @router.get("/runs/{run_id}", summary="How far a run is, and what it found")
    async def progress(run_id: UUID, _: Staff) -> RunView:
        """Return the run with the results of the steps that are done."""
        return run_view_of(*await ask.progress(run_id))


def _kinds_of(reader: Principal) -> tuple[Kind, ...]:
    return tuple(Kind) if reader.has_any(*_STAFF) else _LARGE_ENOUGH
