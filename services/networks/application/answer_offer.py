"""When somebody answers an offer, or nobody does in time: move it, and ask the next asset where one may be asked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.networks.application.announcements import announcements
from services.networks.application.offer_next import OfferNext, Step
from services.networks.application.ports import Assets, Engagements
from services.networks.domain.engagement import Engagement
from services.networks.domain.offers import Move
from shared.runtime.clock import Clock
from shared.runtime.errors import TransientError

MOST_ATTEMPTS = 8


@dataclass(frozen=True, slots=True)
class AnswerOffer:
    """Move one offer. Of two that race, one is stored and the other is judged again against what was stored."""

    engagements: Engagements
    assets: Assets
    offer_next: OfferNext
    clock: Clock

    async def __call__(self, engagement_id: UUID, move: Move) -> Engagement:
        """Return the engagement after the move; MoveNotAllowedError where the offer has been answered already."""
        for _ in range(MOST_ATTEMPTS):
            stored = await self.engagements.find(engagement_id)
            at = self.clock.now()
            before = stored.engagement
            step = await self._after(before.moved(engagement_id, move, at), at)
            after = step.engagement
            if await self.engagements.save(after, stored.revision, announcements(before, after, at, None)):
                await self._release(before, after, at)
                return after
            await self.offer_next.undo(step, (await self.engagements.find(engagement_id)).engagement)
        raise TransientError("this offer is being changed by many at once")

    async def _after(self, moved: Engagement, at: datetime) -> Step:
        if moved.ending is not None or moved.open_offer is not None:
            return Step(moved)
        return await self.offer_next(moved, at)

    async def _release(self, before: Engagement, after: Engagement, at: datetime) -> None:
        still_open = after.open_offer.id if after.open_offer else None
        if before.open_offer is not None and before.open_offer.id != still_open:
            await self.assets.release(before.open_offer.asset_id, before.open_offer.id, at)


@dataclass(frozen=True, slots=True)
class ExpireOffer:
    """Expire an offer whose time is over; on any number of replicas it is expired once."""

    engagements: Engagements
    answer_offer: AnswerOffer
    clock: Clock

    async def __call__(self, engagement_id: UUID) -> bool:
        """Say whether the offer was expired by this call; one that was answered meanwhile is left alone."""
        stored = await self.engagements.find(engagement_id)
        if not stored.engagement.offer(engagement_id).is_due(self.clock.now()):
            return False
        await self.answer_offer(engagement_id, Move.EXPIRE)
        return True
