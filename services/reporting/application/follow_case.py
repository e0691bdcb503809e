"""When triage or networks did something about a report."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from services.reporting.application.ports import Reports
from services.reporting.domain.standing import KEPT_FLAGS, Standing
from services.reporting.domain.status import Fact, Happening
from shared.contracts.networks import (
    EngagementAccepted,
    EngagementCompleted,
    EngagementEvent,
    EngagementFoundUnsafe,
    EngagementRecalled,
    MatchingEnded,
)
from shared.contracts.triage import (
    CaseAssigned,
    CaseClosed,
    CaseDeescalated,
    CaseEscalated,
    CaseEvent,
    CaseOpened,
    CaseReopened,
)

#: From this level on a case is partners' or statutory work; who answers for it is then worth telling.
_PARTNER_LEVEL = 3

FollowedEvent = CaseEvent | EngagementEvent | MatchingEnded


@dataclass(frozen=True, slots=True)
class FollowCase:
    """Keep what matters to the reporter; the same events again, or in another order, change nothing."""

    reports: Reports
    then: Callable[[Sequence[FollowedEvent]], Awaitable[None]]
    """What is kept up to date once the facts are stored."""

    async def __call__(self, events: Sequence[FollowedEvent]) -> None:
        """Note the facts that these events tell, in one write."""
        facts: list[tuple[UUID, Fact]] = []
        for event in events:
            what = happening_of(event)
            if what is not None:
                fact = Fact(event.event_id, event.occurred_at, what, standing_told_by(event))
                facts.append((event.report_id, fact))
        if facts:
            await self.reports.note(facts)
        await self.then(events)


def standing_told_by(event: FollowedEvent) -> Standing | None:
    """Return what an event says of how the case is judged."""
    if not isinstance(event, CaseEvent):
        return None
    flags = (raised.flag for raised in getattr(event, "flags", ()))
    return Standing(event.level, event.contact_allowed, tuple(sorted(KEPT_FLAGS.intersection(flags))))


def happening_of(event: FollowedEvent) -> Happening | None:  # noqa: PLR0911 - one line per event
    """Return what an event means to the reporter, or None where it means nothing or must not be told."""
    match event:
        case CaseOpened():
            return Happening.CASE_OPENED
        case CaseEscalated():
            return Happening.CASE_RECONSIDERED if event.level >= _PARTNER_LEVEL else Happening.CASE_JUDGED
        case CaseDeescalated():
            return Happening.CASE_JUDGED
        case CaseReopened():
            return Happening.CASE_RECONSIDERED
        case CaseAssigned():
            to_partner = event.level >= _PARTNER_LEVEL and event.agency is not None
            return Happening.PARTNER_TOOK_IT if to_partner else Happening.OFFICER_TOOK_IT
        case CaseClosed():
            return _ending_of(event)
        case EngagementAccepted():
            return Happening.COMMUNITY_TOOK_IT
        case EngagementCompleted():
            return Happening.COMMUNITY_DID_IT
        case EngagementRecalled() | EngagementFoundUnsafe() | MatchingEnded():
            return Happening.COMMUNITY_ENDED
    return None


def _ending_of(event: CaseClosed) -> Happening:
    """Return who closed it and with what: the reporter is told both."""
    match event.outcome:
        case "withdrawn":
            return Happening.CASE_WITHDRAWN
        case "no_further_action":
            return Happening.CASE_NOT_TAKEN_FURTHER
        case _:
            return Happening.CASE_RESOLVED_BY_PARTNER if event.agency is not None else Happening.CASE_RESOLVED
