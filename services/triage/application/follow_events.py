"""When something that others announced moves a case: a report withdrawn, an offer accepted, done or found unsafe."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.triage.application.announcements import announcements_of, case_id_of
from services.triage.application.ports import Cases
from services.triage.domain.case import Action
from services.triage.domain.errors import CaseNotFoundError, MoveNotAllowedError, StaleCaseError
from services.triage.domain.moves import PLATFORM, Move, Timing, moved
from shared.contracts.networks import (
    EngagementAccepted,
    EngagementCompleted,
    EngagementEvent,
    EngagementFoundUnsafe,
)
from shared.contracts.reporting import ReportWithdrawn
from shared.runtime.errors import TransientError

_TRIES = 5

_ENGAGEMENT_ACTIONS: dict[type[EngagementEvent], tuple[Action, str]] = {
    EngagementAccepted: (Action.COMMUNITY_ACCEPTED, "A community asset took the offer."),
    EngagementCompleted: (Action.COMMUNITY_COMPLETED, "The community asset says it is done."),
    EngagementFoundUnsafe: (Action.FOUND_UNSAFE, "The community asset says it is not safe."),
}


@dataclass(frozen=True, slots=True)
class FollowEvents:
    """Apply what others announced to the case it is about, once, however often it is delivered."""

    cases: Cases
    timing: Timing

    async def withdrawn(self, events: Sequence[ReportWithdrawn]) -> None:
        """Close the cases of withdrawn reports, unless they are at a level that only professionals close."""
        for event in events:
            move = Move(
                Action.WITHDRAWN, PLATFORM, "The reporter withdrew the report.", event.occurred_at, cause=event.event_id
            )
            await self._apply(case_id_of(event.report_id), move)

    async def engaged(self, events: Sequence[EngagementEvent]) -> None:
        """Note what a community asset answered; at `not safe`, professionals take over at once."""
        for event in events:
            action, reason = _ENGAGEMENT_ACTIONS[type(event)]
            await self._apply(event.case_id, Move(action, PLATFORM, reason, event.occurred_at, cause=event.event_id))

    async def _apply(self, case_id: UUID, move: Move) -> None:
        for _ in range(_TRIES):
            try:
                before = await self.cases.get(case_id)
                after = moved(before, move, self.timing)
            except (CaseNotFoundError, MoveNotAllowedError):
                return
            if after is before:
                return
            try:
                await self.cases.save(after, announcing=announcements_of(before, after, move))
            except StaleCaseError:
                continue
            return
        raise TransientError(f"case {case_id} keeps changing under our hands")
