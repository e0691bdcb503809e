"""Builders that fill in what a test is not about."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from services.networks.domain.asset import Asset, AssetKind, Consent, Contact, DbsRole, Safeguarding, TrustState
from services.networks.domain.concern import Concern
from shared.contracts.triage import (
    CaseClosed,
    CaseDeescalated,
    CaseEscalated,
    CaseOpened,
    CommunityDecision,
    FlagRaised,
)
from shared.runtime.ids import derived_id, new_id

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
WARD = "E05001389"
TRAINED = Safeguarding(date(2027, 1, 1), date(2026, 1, 1), (DbsRole("leader", "enhanced", date(2026, 1, 1)),))


class SetClock:
    """A clock that the test sets."""

    def __init__(self, now: datetime = NOW) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment

    def advance(self, by: timedelta) -> None:
        self.moment += by


def an_asset(**changes: Any) -> Asset:
    asset = Asset(
        id=new_id(),
        kind=AssetKind.ASSOCIATIONS,
        name="Friends of the Park",
        areas=(WARD,),
        offers=("env.litter",),
        last_confirmed=date(2026, 5, 1),
        contact=Contact("A. Gardener", "garden@example.org"),
        council_contact="Community team",
        max_open=2,
        safeguarding=Safeguarding(trained_until=date(2027, 5, 1)),
        consent=Consent(receives_offers=True),
        trust_state=TrustState.ACTIVE,
    )
    return replace(asset, **changes)


def a_concern(**changes: Any) -> Concern:
    report_id = new_id()
    concern = Concern(
        case_id=derived_id(report_id, "case"),
        report_id=report_id,
        concern_id=report_id,
        correlation_id=report_id,
        level=2,
        category="env.litter",
        areas=(WARD, "E08000034"),
        allowed=True,
    )
    return replace(concern, **changes)


def _case_fields(report_id: UUID | None) -> dict[str, Any]:
    report_id = report_id or new_id()
    return {
        "event_id": new_id(),
        "occurred_at": NOW,
        "correlation_id": report_id,
        "concern_id": report_id,
        "case_id": derived_id(report_id, "case"),
        "report_id": report_id,
        "level": 2,
        "category": "env.litter",
        "areas": (WARD, "E08000034"),
    }


def case_opened(report_id: UUID | None = None, **changes: Any) -> CaseOpened:
    fields = _case_fields(report_id) | {
        "grade": "PLANNED",
        "due_at": NOW,
        "lead_role": "council_cleansing",
        "decision_id": new_id(),
        "policy_version": "1.0.0",
        "policy_hash": "0",
        "human_required": False,
        "community": CommunityDecision(allowed=True),
        "received_at": NOW,
    }
    return CaseOpened.model_validate(fields | changes)


def case_escalated(opened: CaseOpened, **changes: Any) -> CaseEscalated:
    fields = _case_fields(opened.report_id) | {
        "level": 3,
        "previous_level": 2,
        "grade": "PRIORITY",
        "due_at": NOW,
        "lead_role": "asb_team",
        "community": CommunityDecision(allowed=False, blockers=("C1",)),
        "reason_code": "new_evidence",
    }
    return CaseEscalated.model_validate(fields | changes)


def case_deescalated(opened: CaseOpened, **changes: Any) -> CaseDeescalated:
    fields = _case_fields(opened.report_id) | {
        "previous_level": 3,
        "grade": "PLANNED",
        "due_at": NOW,
        "community": CommunityDecision(allowed=True),
        "reason_code": "cleared",
    }
    return CaseDeescalated.model_validate(fields | changes)


def case_closed(opened: CaseOpened, **changes: Any) -> CaseClosed:
    return CaseClosed.model_validate(_case_fields(opened.report_id) | {"outcome": "resolved"} | changes)


def flagged(flag: str, *, blocking: bool = True) -> tuple[FlagRaised, ...]:
    return (FlagRaised(flag=flag, confidence="possible", blocking=blocking),)
