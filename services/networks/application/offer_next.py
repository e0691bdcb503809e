"""Offer a case to the next asset: match, take a place in its capacity, check once more, and propose the offer."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from services.networks.application.ports import Assets, Engagements
from services.networks.application.register import Register
from services.networks.domain.asset import Asset, Reservation
from services.networks.domain.engagement import MOST_OFFERS, Ending, Engagement
from services.networks.domain.filters import Search, refusal
from services.networks.domain.matching import shared_area
from services.networks.domain.offers import TIME_TO_ANSWER, Offer
from shared.runtime.ids import derived_id


@dataclass(frozen=True, slots=True)
class Step:
    """An engagement with its next offer or its end, not stored yet, and the place that is held for it."""

    engagement: Engagement
    asset_id: UUID | None = None
    reservation: Reservation | None = None


@dataclass(frozen=True, slots=True)
class OfferNext:
    """Find the next asset for a case that may have one, or end the search with the reasons."""

    engagements: Engagements
    assets: Assets
    register: Register

    async def __call__(self, engagement: Engagement, at: datetime) -> Step:
        """Return the step to store. Whoever fails to store it calls `undo`."""
        if len(engagement.offers) >= MOST_OFFERS:
            return Step(engagement.ended(Ending.OFFERS_EXHAUSTED))
        concern = engagement.concern
        search = Search(concern, at, engagement.asked)
        number: Literal[1, 2] = 2 if engagement.offers else 1
        reservation = Reservation(derived_id(concern.case_id, "offer", str(number)), concern.case_id, at)
        match = await self.register.match(search)
        for proposed in match.ranked:
            asset = await self._reserved(proposed, reservation, search)
            if asset is not None:
                await self.engagements.point(reservation.engagement_id, concern.case_id)
                area = shared_area(asset, search)
                offer = Offer(reservation.engagement_id, number, asset.id, area, at, at + TIME_TO_ANSWER)
                return Step(replace(engagement.offering(offer), refusals=match.refusals), asset.id, reservation)
        return Step(engagement.ended(Ending.NO_ASSET_FITS, match.refusals))

    async def undo(self, step: Step, winner: Engagement | None) -> None:
        """Give back the place of a step that was not stored, unless the engagement that was names the same asset."""
        if step.asset_id is None or step.reservation is None:
            return
        offers = winner.offers if winner else ()
        if any(offer.id == step.reservation.engagement_id and offer.asset_id == step.asset_id for offer in offers):
            return
        await self.assets.unreserve(step.asset_id, step.reservation)

    async def _reserved(self, proposed: Asset, reservation: Reservation, search: Search) -> Asset | None:
        asset = await self.assets.reserve(proposed, reservation)
        if asset is None:
            return None
        self.register.put(asset)
        held = [place for place in asset.reservations if place.engagement_id == reservation.engagement_id]
        others = tuple(place for place in asset.reservations if place not in held)
        asked = tuple(moment for moment in asset.asked if all(moment != place.at for place in held))
        if refusal(replace(asset, reservations=others, asked=asked), search) is None:
            return asset
        await self.assets.unreserve(asset.id, reservation)
        return None
