"""The register of assets as coordinators keep it: enter one, change one, and wind down what it can no longer do."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from services.networks.application.answer_offer import AnswerOffer
from services.networks.application.ports import Assets
from services.networks.application.register import Register
from services.networks.domain.asset import Asset, TrustState
from services.networks.domain.errors import ChangedMeanwhileError, MoveNotAllowedError
from services.networks.domain.offers import Move
from shared.runtime.clock import Clock


@dataclass(frozen=True, slots=True)
class EnterAsset:
    """Take an asset into the register, always as proposed: trust is given afterwards, by a person."""

    assets: Assets
    register: Register
    clock: Clock

    async def __call__(self, asset: Asset) -> Asset:
        """Store the asset; entering the same id again returns what is there."""
        proposed = replace(asset, trust_state=TrustState.PROPOSED)
        if not await self.assets.add(proposed, self.clock.now()):
            return await self.assets.get(asset.id)
        self.register.put(proposed)
        return proposed


@dataclass(frozen=True, slots=True)
class ChangeAsset:
    """Change an asset's entry. One that stops being active is declined for wherever it still has an offer."""

    assets: Assets
    register: Register
    answer_offer: AnswerOffer
    clock: Clock

    async def __call__(self, asset_id: UUID, version: int, change: Callable[[Asset], Asset]) -> Asset:
        """Store the change if the entry still has this version; ChangedMeanwhileError otherwise."""
        asset = await self.assets.get(asset_id)
        if asset.version != version:
            raise ChangedMeanwhileError("the asset was changed since it was read")
        asset.with_trust((changed := change(asset)).trust_state)
        saved = await self.assets.save(changed, self.clock.now())
        self.register.put(saved)
        if saved.trust_state is not TrustState.ACTIVE:
            await self.wind_down(saved)
        return saved

    async def wind_down(self, asset: Asset) -> None:
        """Decline on the asset's behalf whatever it still holds, so that the case goes on without it."""
        for reservation in asset.reservations:
            try:
                await self.answer_offer(reservation.engagement_id, Move.DECLINE)
            except MoveNotAllowedError:
                continue
