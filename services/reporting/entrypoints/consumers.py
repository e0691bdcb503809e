"""The table: which event goes to which use case."""

from typing import Any

from services.reporting.application.use_cases import UseCases
from shared.contracts.networks import (
    EngagementAccepted,
    EngagementCompleted,
    EngagementFoundUnsafe,
    EngagementRecalled,
    MatchingEnded,
)
from shared.contracts.triage import CaseAssigned, CaseClosed, CaseDeescalated, CaseEscalated, CaseOpened, CaseReopened
from shared.messaging.gathering import Gathering
from shared.messaging.subscription import Subscription


def subscriptions(use_cases: UseCases) -> tuple[Subscription[Any], ...]:
    """Return what reporting listens to: a report's status follows its case and its engagements."""
    follow = Gathering[Any](use_cases.follow_case, in_hand=1)  # nobody waits for a status to the millisecond
    return (
        Subscription(CaseOpened, follow),
        Subscription(CaseEscalated, follow),
        Subscription(CaseDeescalated, follow),
        Subscription(CaseAssigned, follow),
        Subscription(CaseReopened, follow),
        Subscription(CaseClosed, follow),
        Subscription(EngagementAccepted, follow),
        Subscription(EngagementRecalled, follow),
        Subscription(EngagementFoundUnsafe, follow),
        Subscription(EngagementCompleted, follow),
        Subscription(MatchingEnded, follow),
    )
