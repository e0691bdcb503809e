"""When something that others announced moves a case: a report withdrawn, an offer accepted, done or found unsafe."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.triage.application.announcements import case_id_of
from services.triage.application.apply_once import ApplyOnce
from services.triage.domain.actions import Action
from services.triage.domain.move import PLATFORM, Move
from shared.contracts.networks import (
    EngagementAccepted,
    EngagementCompleted,
    EngagementEvent,
    EngagementFoundUnsafe,
)
from shared.contracts.reporting import ReportDisputed, ReportWithdrawn

_ENGAGEMENT_ACTIONS: dict[type[EngagementEvent], tuple[Action, str]] = {
    EngagementAccepted: (Action.COMMUNITY_ACCEPTED, "A community asset took the offer."),
    EngagementCompleted: (Action.COMMUNITY_COMPLETED, "The community asset says it is done."),
    EngagementFoundUnsafe: (Action.FOUND_UNSAFE, "The community asset says it is not safe."),
}


@dataclass(frozen=True, slots=True)
class FollowEvents:
    """Apply what others announced to the case it is about, once, however often it is delivered."""

    apply: ApplyOnce

    async def withdrawn(self, events: Sequence[ReportWithdrawn]) -> None:
        """Close the cases of withdrawn reports, unless they are at a level that only professionals close."""
        for event in events:
            move = Move(
                Action.WITHDRAWN, PLATFORM, "The reporter withdrew the report.", event.occurred_at, cause=event.event_id
            )
            await self.apply(case_id_of(event.report_id), move)

    async def disputed(self, events: Sequence[ReportDisputed]) -> None:
        """Take up again the cases that their reporters say are not settled; a person decides what comes of it."""
        for event in events:
            move = Move(
                Action.DISPUTED,
                PLATFORM,
                "The reporter says it is not settled.",
                event.occurred_at,
                cause=event.event_id,
            )
            await self.apply(case_id_of(event.report_id), move)

    async def engaged(self, events: Sequence[EngagementEvent]) -> None:
        """Note what a community asset answered; at `not safe`, professionals take over at once."""
        for event in events:
            action, reason = _ENGAGEMENT_ACTIONS[type(event)]
            await self.apply(event.case_id, Move(action, PLATFORM, reason, event.occurred_at, cause=event.event_id))
