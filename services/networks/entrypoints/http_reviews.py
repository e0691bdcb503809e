"""/v1/assets/reviews: whose entry somebody has to confirm, the most pressing first."""

from datetime import date
from typing import Self
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from services.networks.domain.asset import Asset
from services.networks.domain.review import review_of, to_review
from services.networks.entrypoints.http_parts import COORDINATOR, HttpParts
from shared.web.identity import require
from shared.web.paging import Limit


class ReviewView(BaseModel):
    """An entry to be confirmed, by changing its `last_confirmed`, and how many of three reminders are due."""

    asset_id: UUID
    name: str
    last_confirmed: date
    due_on: date
    reminders: int
    is_overdue: bool
    """Whether it already ranks last in the directory and is asked nothing."""

    @classmethod
    def of(cls, asset: Asset, day: date) -> Self:
        """Return the view of an asset's review on a day."""
        review = review_of(asset, day)
        return cls(
            asset_id=asset.id,
            name=asset.name,
            last_confirmed=asset.last_confirmed,
            due_on=review.due_on,
            reminders=review.reminders,
            is_overdue=review.is_overdue,
        )


class ReviewsView(BaseModel):
    """The most pressing reviews, and how many wait in all."""

    items: list[ReviewView]
    waiting: int


def review_routes(parts: HttpParts) -> APIRouter:
    """Return the route, for coordinators; it comes before the assets' own, whose ids it must not be taken for."""
    router = APIRouter(prefix="/v1/assets/reviews", tags=["assets"], dependencies=[Depends(require(*COORDINATOR))])

    @router.get("", summary="Entries to confirm")
    async def reviews(limit: Limit = 50) -> ReviewsView:
        day = parts.clock.now().date()
        due = to_review([asset async for asset in parts.stores.assets.changed_since(None)], day)
        return ReviewsView(items=[ReviewView.of(asset, day) for asset in due[:limit]], waiting=len(due))

    return router
