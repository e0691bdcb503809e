"""When a case went up with a safeguarding flag: ask nothing more of the assets that had a part in it (8.6, H21)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.networks.application.change_asset import ChangeAsset
from services.networks.application.concerns import concern_of
from services.networks.application.ports import Assets, Engagements
from services.networks.domain.asset import Asset, Suspension, TrustState
from services.networks.domain.errors import ChangedMeanwhileError
from shared.contracts.triage import CaseEscalated
from shared.runtime.clock import Clock
from shared.runtime.errors import TransientError

MOST_ATTEMPTS = 8


@dataclass(frozen=True, slots=True)
class SuspendAssets:
    """Pause whoever took the matter on. A person lifts it; an event that is heard again does not bring it back."""

    engagements: Engagements
    assets: Assets
    change_asset: ChangeAsset
    clock: Clock

    async def __call__(self, cases: Sequence[CaseEscalated]) -> None:
        """Suspend by case event; the asset declines whatever else it holds."""
        grave = [case for case in cases if concern_of(case).suspends]
        known = await self.engagements.get_many({case.case_id for case in grave}) if grave else {}
        for case in grave:
            suspension = Suspension(case.event_id, case.case_id, self.clock.now())
            for asset_id in sorted(known[case.case_id].engagement.took_part):
                await self._suspend(asset_id, suspension)

    async def _suspend(self, asset_id: UUID, suspension: Suspension) -> None:
        for _ in range(MOST_ATTEMPTS):
            asset = await self.assets.get(asset_id)
            if asset.suspended(suspension) == asset:
                await self._finish(asset)
                return
            try:
                await self.change_asset(asset_id, asset.version, lambda held: held.suspended(suspension))
            except ChangedMeanwhileError:
                continue
            return
        raise TransientError("this asset is being changed by many at once")

    async def _finish(self, asset: Asset) -> None:
        """Decline what a call that was cut short left in an asset that is still paused."""
        if asset.trust_state is not TrustState.ACTIVE:
            await self.change_asset.wind_down(asset)
