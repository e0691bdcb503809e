"""/v1/engagements/checks: whom to ask how it went, a week and four weeks after somebody took a matter on."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict

from services.networks.domain.checks import CHECK_AFTER, Check, CheckDay, Said
from services.networks.domain.errors import MoveNotAllowedError
from services.networks.entrypoints.http_parts import STAFF, HttpParts
from services.networks.entrypoints.views import EngagementView
from shared.web.identity import Principal, require

Asker = Annotated[Principal, Depends(require(*STAFF))]


class CheckBody(BaseModel):
    """What the two sides said; a concern of either goes to professionals at once."""

    model_config = ConfigDict(extra="forbid")

    reporter: Said
    asset: Said


class DueCheckView(BaseModel):
    """A check that somebody has to make: after how many days, and since when it is due."""

    engagement_id: UUID
    case_id: UUID
    asset_id: UUID
    day: int
    since: datetime


class DueChecksView(BaseModel):
    """The checks that are due, the longest first."""

    items: list[DueCheckView]


def check_routes(parts: HttpParts) -> APIRouter:
    """Return the routes, for staff; they come before the engagements' own, whose ids they must not be taken for."""
    router = APIRouter(prefix="/v1/engagements", tags=["engagements"])

    @router.get("/checks", dependencies=[Depends(require(*STAFF))], summary="Checks that are due")
    async def due() -> DueChecksView:
        now = parts.clock.now()
        items = [
            DueCheckView(
                engagement_id=offer.id,
                case_id=engagement.concern.case_id,
                asset_id=offer.asset_id,
                day=day,
                since=since,
            )
            async for engagement in parts.stores.engagements.to_check(now)
            for offer in engagement.offers
            for day, since in offer.checks_due(now)
        ]
        return DueChecksView(items=sorted(items, key=lambda item: (item.since, item.engagement_id)))

    @router.post("/{engagement_id}/checks/{day}", summary="Note how it went, by both sides")
    async def note(engagement_id: UUID, day: int, body: CheckBody, asker: Asker) -> EngagementView:
        check = Check(_day(day), body.reporter, body.asset, parts.clock.now(), asker.subject)
        engagement = await parts.do.record_check(engagement_id, check)
        return EngagementView.of(engagement, engagement.offer(engagement_id))

    return router


def _day(day: int) -> CheckDay:
    for known in CHECK_AFTER:
        if known == day:
            return known
    raise MoveNotAllowedError("there is no check after so many days")
