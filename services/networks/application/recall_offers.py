"""When a case went up, changed or closed: take back what was offered, and remember not to offer again (P12)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from services.networks.application.announcements import announcements
from services.networks.application.concerns import concern_of
from services.networks.application.ports import Assets, Engagements, Stored
from services.networks.application.suspend_assets import SuspendAssets
from services.networks.domain.concern import Concern, refusals
from services.networks.domain.engagement import Ending, Engagement
from shared.contracts.triage import CaseClosed, CaseDeescalated, CaseEscalated
from shared.runtime.clock import Clock


@dataclass(frozen=True, slots=True)
class RecallOffers:
    """Recall by case event. The recall holds even when it is heard before the opening, twice, or amid an acceptance."""

    engagements: Engagements
    assets: Assets
    suspend_assets: SuspendAssets
    clock: Clock

    async def __call__(self, cases: Sequence[CaseEscalated | CaseDeescalated | CaseClosed]) -> None:
        """Recall each case whose event forbids community help; any escalation or closing does. Then suspend.

        In this order, as an asset that is suspended declines what it holds, and nobody else must be asked then.
        """
        causes = {case.case_id: case for case in cases if _forbids(case)}
        if not causes:
            return
        barred = [Engagement(concern_of(case), ending=Ending.RECALLED) for case in causes.values()]
        new = await self.engagements.add([(engagement, ()) for engagement in barred])
        for case_id in causes.keys() - new:
            await self._recall(case_id, causes[case_id])
        await self.suspend_assets([case for case in cases if isinstance(case, CaseEscalated)])

    async def _recall(self, case_id: UUID, case: CaseEscalated | CaseDeescalated | CaseClosed) -> None:
        at = self.clock.now()
        while (stored := (await self.engagements.get_many([case_id])).get(case_id)) is not None:
            after = replace(
                stored.engagement.recalled(at), concern=_raised(stored.engagement.concern, concern_of(case))
            )
            if after == stored.engagement or await self._saved(stored, after, at, case.event_id):
                return

    async def _saved(self, stored: Stored, after: Engagement, at: datetime, cause: UUID) -> bool:
        before = stored.engagement
        if not await self.engagements.save(after, stored.revision, announcements(before, after, at, cause)):
            return False
        if before.open_offer is not None:
            await self.assets.release(before.open_offer.asset_id, before.open_offer.id, at)
        return True


def _forbids(case: CaseEscalated | CaseDeescalated | CaseClosed) -> bool:
    return not isinstance(case, CaseDeescalated) or bool(refusals(concern_of(case)))


def _raised(known: Concern, heard: Concern) -> Concern:
    return replace(known, level=heard.level, allowed=heard.allowed, flags=heard.flags, conditions=heard.conditions)
