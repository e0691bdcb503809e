"""What became of messages and deliveries, for staff."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from services.notify.application.list_deliveries import Kind, Line, ListDeliveries
from services.notify.entrypoints.callers import StaffMember
from shared.web.paging import Cursor, Cursors, Limit, Page


class LineView(BaseModel):
    """One message or delivery: which event, to whom by role or webhook, how far it has come."""

    id: UUID
    kind: Kind
    state: str
    event_id: UUID
    what: str
    whom: str
    tries: int
    due_at: datetime
    reason: str | None


def deliveries_router(listing: ListDeliveries, cursors: Cursors) -> APIRouter:
    """Return the route."""
    router = APIRouter(prefix="/v1/deliveries", tags=["deliveries"])

    @router.get("", summary="The newest messages and deliveries, without anyone's name or address")
    async def latest(
        _: StaffMember,
        kind: Kind | None = None,
        state: Annotated[str | None, Query(max_length=32, pattern="^[a-z_]+$")] = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[LineView]:
        before = None if cursor is None else UUID(str(cursors.decode(cursor)[0]))
        lines = await listing(limit, kind=kind, state=state, before=before)
        following = cursors.encode(str(lines[-1].id)) if len(lines) == limit else None
        return Page(items=[_view(line) for line in lines], next=following)

    return router


def _view(line: Line) -> LineView:
    return LineView(
        id=line.id,
        kind=line.kind,
        state=line.state,
        event_id=line.event_id,
        what=line.what,
        whom=line.whom,
        tries=line.tries,
        due_at=line.due_at,
        reason=line.reason,
    )
