"""One whole example of every event there is."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from shared.contracts.catalogue import EVENTS
from shared.contracts.event import Event
from shared.contracts.intake import IntakeFields
from shared.runtime.ids import derived_id
from tests.support.events import MOMENT

_REPORT = derived_id(UUID(int=1), "report")


def _id(name: str) -> str:
    return str(derived_id(_REPORT, name))


_CONCERN: dict[str, Any] = {"concern_id": _REPORT, "report_id": _REPORT}
_COMMUNITY = {"allowed": True, "blockers": [], "conditions": ["pairs_only"]}
_CASE: dict[str, Any] = {
    **_CONCERN,
    "case_id": _id("case"),
    "level": 2,
    "category": "nui.rowdy_gathering",
    "areas": ["E08000034"],
}
_STAGE = {"review_id": _id("review"), "stage": "acknowledged", "due_at": MOMENT}
_LOOK_BACK = {"problem_id": _id("problem"), "months": 3, "due_at": MOMENT}
_MOVED = {
    "grade": "STANDARD",
    "due_at": MOMENT + timedelta(days=2),
    "community": _COMMUNITY,
    "reason_code": "new_report",
}
_HANDOVER = {**_CASE, "handover_id": _id("handover"), "from_agency": "council", "to_agency": "housing"}
_FLAG = {"flag": "repeat", "confidence": "probable", "blocking": False}
_OFFER = {
    **_CONCERN,
    "engagement_id": _id("engagement"),
    "case_id": _id("case"),
    "asset_id": _id("asset"),
    "category": "nui.rowdy_gathering",
    "area": "E08000034",
    "offer_number": 1,
}
_MESSAGE = {
    "concern_id": _REPORT,
    "notification_id": _id("notification"),
    "medium": "email",
    "recipient_role": "reporter",
    "template": "received",
    "about": _id("event"),
}
_FIELDS: dict[str, dict[str, Any]] = {
    "kith.report.submitted.v1": {
        **_CONCERN,
        "received_at": MOMENT,
        "intake": IntakeFields(category="nui.rowdy_gathering", when="last_night", repeat_count=2),
        "has_text": True,
        "areas": ["E08000034"],
        "cell": "89195da49b7ffff",
    },
    "kith.report.supported.v1": {**_CONCERN, "supporters": 3},
    "kith.report.withdrawn.v1": _CONCERN,
    "kith.report.messaged.v1": {**_CONCERN, "message_id": _id("message"), "written_by": "reporter"},
    "kith.report.disputed.v1": _CONCERN,
    "kith.attachment.added.v1": {**_CONCERN, "attachment_id": _id("attachment"), "size": 48_213},
    "kith.case.opened.v1": {
        **_CASE,
        "grade": "STANDARD",
        "due_at": MOMENT + timedelta(days=2),
        "lead_role": "officer",
        "decision_id": _id("decision"),
        "policy_version": "1",
        "policy_hash": "0f",
        "human_required": False,
        "flags": [_FLAG],
        "reasons": [{"rule": "R1", "effect": "level 2", "because": "It has happened before."}],
        "community": _COMMUNITY,
        "guidance_ids": ["noise"],
        "received_at": MOMENT,
    },
    "kith.case.escalated.v1": {**_CASE, **_MOVED, "previous_level": 1, "lead_role": "officer", "flags": [_FLAG]},
    "kith.case.deescalated.v1": {**_CASE, **_MOVED, "previous_level": 3},
    "kith.case.assigned.v1": {**_CASE, "owner_role": "officer", "agency": "police"},
    "kith.case.reopened.v1": _CASE,
    "kith.case.overdue.v1": {**_CASE, "grade": "STANDARD", "due_at": MOMENT, "owner_role": "officer"},
    "kith.case.review_due.v1": {**_CASE, "review_day": 56, "reviewer": "supervisor", "owner_role": "officer"},
    "kith.handover.offered.v1": {
        **_HANDOVER,
        "to_role": "landlord",
        "basis": "public_task",
        "expires_at": MOMENT + timedelta(days=1),
    },
    "kith.handover.accepted.v1": {**_HANDOVER, "to_role": "landlord", "basis": "public_task"},
    "kith.handover.declined.v1": {**_HANDOVER, "decline_code": "not_our_remit"},
    "kith.handover.withdrawn.v1": _HANDOVER,
    "kith.handover.expired.v1": {**_HANDOVER, "expired_at": MOMENT + timedelta(days=1)},
    "kith.case.closed.v1": {**_CASE, "outcome": "resolved"},
    "kith.pattern.found.v1": {
        "pattern_id": _id("pattern"),
        "kind": "near_repeat",
        "category": "crime.burglary",
        "area": "E02002320",
        "period": "2026-11",
        "confidence": "probable",
        "expires_at": MOMENT + timedelta(days=14),
    },
    "kith.case_review.due.v1": _STAGE,
    "kith.case_review.overdue.v1": _STAGE,
    "kith.problem.follow_up_due.v1": _LOOK_BACK,
    "kith.problem.follow_up_overdue.v1": _LOOK_BACK,
    "kith.engagement.offered.v1": {**_OFFER, "level": 2, "expires_at": MOMENT + timedelta(days=1)},
    "kith.matching.ended.v1": {**_CONCERN, "case_id": _id("case"), "reason": "no_asset_fits", "refusals": ["area:3"]},
    "kith.notification.sent.v1": _MESSAGE,
    "kith.notification.suppressed.v1": {**_MESSAGE, "reason": "unsafe_to_contact"},
    "kith.notification.failed.v1": {**_MESSAGE, "reason": "refused"},
}


def _example(type_: str) -> Event:
    fields = _FIELDS.get(type_, _OFFER)
    envelope = {
        "event_id": derived_id(_REPORT, "event", type_),
        "occurred_at": MOMENT,
        "correlation_id": _REPORT,
        "causation_id": derived_id(_REPORT, "cause"),
    }
    return EVENTS[type_].model_validate({**fields, **envelope})


EXAMPLES: dict[str, Event] = {type_: _example(type_) for type_ in EVENTS}
