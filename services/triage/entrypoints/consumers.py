"""What triage listens to: which event goes to which use case."""

from typing import Any

from services.triage.application.use_cases import UseCases
from shared.contracts.networks import ENGAGEMENTS, EngagementAccepted, EngagementCompleted, EngagementFoundUnsafe
from shared.contracts.reporting import (
    REPORTS,
    URGENT_REPORTS,
    ReportDisputed,
    ReportMessaged,
    ReportSubmitted,
    ReportWithdrawn,
)
from shared.contracts.triage import ESCALATIONS, CaseOpened
from shared.messaging.gathering import Gathering
from shared.messaging.subscription import Subscription

ROUTINE_TOPICS = (REPORTS, ENGAGEMENTS)
URGENT_TOPICS = (URGENT_REPORTS,)
PATTERN_TOPICS = (ESCALATIONS,)


#: Enough to assess one batch while others are at reporting and at the store; more would only queue there, and what is
#: urgent behind them.
_IN_HAND, _MOST = 3, 100


def routine(use_cases: UseCases) -> tuple[Subscription[Any], ...]:
    """Return what is done with ROUTINE_TOPICS."""
    return (
        Subscription(ReportSubmitted, Gathering(use_cases.triage_reports, in_hand=_IN_HAND, most=_MOST)),
        Subscription(ReportWithdrawn, use_cases.follow_events.withdrawn),
        Subscription(ReportDisputed, use_cases.follow_events.disputed),
        Subscription(ReportMessaged, use_cases.reassess_cases.written),
        Subscription(EngagementAccepted, use_cases.follow_events.engaged),
        Subscription(EngagementCompleted, use_cases.follow_events.engaged),
        Subscription(EngagementFoundUnsafe, use_cases.follow_events.engaged),
    )


def urgent(use_cases: UseCases) -> tuple[Subscription[Any], ...]:
    """Return what is done with URGENT_TOPICS, by a consumer of its own."""
    return (
        Subscription(ReportSubmitted, Gathering(use_cases.triage_urgent_reports, in_hand=_IN_HAND, most=_MOST)),
        Subscription(ReportWithdrawn, use_cases.follow_events.withdrawn),
        Subscription(ReportDisputed, use_cases.follow_events.disputed),
        Subscription(ReportMessaged, use_cases.reassess_urgently.written),
    )


def patterns(use_cases: UseCases) -> tuple[Subscription[Any], ...]:
    """Return what is done with PATTERN_TOPICS, by a consumer of its own, one batch at a time."""
    return (Subscription(CaseOpened, Gathering(use_cases.find_patterns, in_hand=1, most=_MOST)),)
