"""When both sides were asked how it went: note it, and hand over to professionals where either has a concern."""

from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from services.networks.application.answer_offer import MOST_ATTEMPTS, AnswerOffer
from services.networks.application.ports import Engagements
from services.networks.domain.checks import Check
from services.networks.domain.engagement import Engagement
from services.networks.domain.errors import MoveNotAllowedError
from services.networks.domain.offers import Move
from shared.runtime.errors import TransientError


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """Record a check. A concern is announced as unsafe first and noted second, so that no crash can swallow it."""

    engagements: Engagements
    answer_offer: AnswerOffer

    async def __call__(self, engagement_id: UUID, check: Check) -> Engagement:
        """Return the engagement with the check; MoveNotAllowedError where none is due."""
        (await self.engagements.find(engagement_id)).engagement.checked(engagement_id, check)
        if check.is_concern:
            with suppress(MoveNotAllowedError):
                await self.answer_offer(engagement_id, Move.FIND_UNSAFE)
        for _ in range(MOST_ATTEMPTS):
            stored = await self.engagements.find(engagement_id)
            noted = stored.engagement.checked(engagement_id, check)
            if await self.engagements.save(noted, stored.revision, ()):
                return noted
        raise TransientError("this offer is being changed by many at once")
