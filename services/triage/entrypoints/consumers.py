"""What triage listens to: which event goes to which use case."""

from typing import Any

from services.triage.application.use_cases import UseCases
from shared.contracts.networks import EngagementAccepted, EngagementCompleted, EngagementFoundUnsafe
from shared.contracts.reporting import ReportSubmitted, ReportWithdrawn
from shared.messaging.subscription import Subscription


def routine(use_cases: UseCases) -> tuple[Subscription[Any], ...]:
    """Return what is read from `kith.reports.v1` and `kith.engagements.v1`."""
    return (
        Subscription(ReportSubmitted, use_cases.triage_reports),
        Subscription(ReportWithdrawn, use_cases.follow_events.withdrawn),
        Subscription(EngagementAccepted, use_cases.follow_events.engaged),
        Subscription(EngagementCompleted, use_cases.follow_events.engaged),
        Subscription(EngagementFoundUnsafe, use_cases.follow_events.engaged),
    )


def urgent(use_cases: UseCases) -> tuple[Subscription[Any], ...]:
    """Return what is read from `kith.reports.urgent.v1`, by a consumer of its own."""
    return (
        Subscription(ReportSubmitted, use_cases.triage_urgent_reports),
        Subscription(ReportWithdrawn, use_cases.follow_events.withdrawn),
    )
