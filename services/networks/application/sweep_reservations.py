"""Every so often: give back places in an asset's capacity whose offer was never made, or has ended."""

from dataclasses import dataclass
from datetime import timedelta

from services.networks.application.ports import Assets, Engagements
from services.networks.domain.asset import Asset
from shared.runtime.clock import Clock

GRACE = timedelta(minutes=10)
"""A younger place may belong to an offer that is being stored at this moment."""


@dataclass(frozen=True, slots=True)
class SweepReservations:
    """Find what a crash between two documents left behind. Safe on any number of replicas."""

    engagements: Engagements
    assets: Assets
    clock: Clock

    async def __call__(self) -> int:
        """Return how many places were given back."""
        released = 0
        async for asset in self.assets.reserved():
            released += await self._sweep(asset)
        return released

    async def _sweep(self, asset: Asset) -> int:
        now = self.clock.now()
        old = [place for place in asset.reservations if now - place.at > GRACE]
        stored = await self.engagements.get_many({place.case_id for place in old}) if old else {}
        held = {
            offer.id
            for found in stored.values()
            for offer in found.engagement.offers
            if offer.is_open and offer.asset_id == asset.id
        }
        orphans = [place for place in old if place.engagement_id not in held]
        for place in orphans:
            await self.assets.release(asset.id, place.engagement_id, now)
        return len(orphans)
