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
from shared.contracts.triage import CaseAssigned, CaseClosed, CaseEscalated, CaseOpened, CaseReopened
from shared.messaging.subscription import Subscription


def subscriptions(use_cases: UseCases) -> tuple[Subscription[Any], ...]:
    """Return what reporting listens to: a report's status follows its case and its engagements."""
    return (
        Subscription(CaseOpened, use_cases.follow_case),
        Subscription(CaseEscalated, use_cases.follow_case),
        Subscription(CaseAssigned, use_cases.follow_case),
        Subscription(CaseReopened, use_cases.follow_case),
        Subscription(CaseClosed, use_cases.follow_case),
        Subscription(EngagementAccepted, use_cases.follow_case),
        Subscription(EngagementRecalled, use_cases.follow_case),
        Subscription(EngagementFoundUnsafe, use_cases.follow_case),
        Subscription(EngagementCompleted, use_cases.follow_case),
        Subscription(MatchingEnded, use_cases.follow_case),
    )
