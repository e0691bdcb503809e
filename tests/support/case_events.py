"""Events about a report's case and its offers, and the way they reach reporting."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from services.reporting.entrypoints.consumers import subscriptions
from shared.contracts.networks import EngagementEvent
from shared.contracts.triage import CaseEvent, CaseOpened, CommunityDecision
from shared.runtime.ids import new_id
from tests.support.reporting import NOON, Reporting


def case_event(kind: type[CaseEvent], report_id: str, minute: int, **details: Any) -> CaseEvent:
    given = {"case_id": new_id(), "report_id": UUID(report_id), "level": 2, "category": "nui.rowdy_gathering"}
    return kind(**envelope(report_id, minute), **(given | details))


def opened(report_id: str, minute: int = 1, **details: Any) -> CaseEvent:
    given: dict[str, Any] = {
        "grade": "PLANNED", "due_at": NOON, "lead_role": "officer", "decision_id": new_id(), "policy_version": "1",
        "policy_hash": "x", "human_required": False, "community": CommunityDecision(allowed=True), "received_at": NOON,
    }  # fmt: skip
    return case_event(CaseOpened, report_id, minute, **(given | details))


def engagement(kind: type[EngagementEvent], report_id: str, minute: int) -> EngagementEvent:
    return kind(
        **envelope(report_id, minute), engagement_id=new_id(), case_id=new_id(), report_id=UUID(report_id),
        asset_id=new_id(), category="x", area="y", offer_number=1,
    )  # fmt: skip


def envelope(report_id: str, minute: int) -> dict[str, Any]:
    concern = UUID(report_id)
    at = NOON + timedelta(minutes=minute)
    return {"event_id": new_id(), "occurred_at": at, "correlation_id": concern, "concern_id": concern}


async def heard(reporting: Reporting, *events: CaseEvent | EngagementEvent) -> None:
    """Hand events to their handlers as a consumer does."""
    table = {line.event: line.handler for line in subscriptions(reporting.parts.desk.use_cases)}
    for event in events:
        await table[type(event)]([event])
