"""Which event tells the other services what just happened to a case."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from services.triage.application.handover_announcements import handover_announcements
from services.triage.domain.actions import Action, State
from services.triage.domain.case import Case
from services.triage.domain.leads import published_role
from services.triage.domain.move import Move
from services.triage.domain.reviews import SUPERVISOR_FROM_DAY
from shared.contracts.event import Event
from shared.contracts.triage import (
    CaseAssigned,
    CaseClosed,
    CaseDeescalated,
    CaseEscalated,
    CaseEvent,
    CaseOverdue,
    CaseReopened,
    CaseReviewDue,
    CommunityDecision,
    FlagRaised,
)
from shared.runtime.ids import derived_id

_ESCALATING = frozenset({Action.FOUND_UNSAFE, Action.RISK_ROSE})
"""Moves that are an escalation though the level stays: others must not go on as if nothing had been learned."""
_ROLES = frozenset({"officer", "supervisor", "partner"})


def announcements_of(before: Case, after: Case, move: Move) -> tuple[Event, ...]:
    """Return the events that the change from `before` to `after` gives rise to; a mere note gives rise to none."""

    def common(event: type[CaseEvent]) -> Mapping[str, Any]:
        return _common(event, after, move)

    events: list[Event] = list(handover_announcements(before, after, move, common))
    if after.standing.level > before.standing.level or (move.action in _ESCALATING and after.version > before.version):
        events.append(_escalated(before, after, move))
    elif after.standing.level < before.standing.level:
        events.append(_deescalated(before, after, move))
    if after.owner != before.owner:
        events.append(CaseAssigned(**common(CaseAssigned), **_owner(after)))
    if after.state is State.CLOSED and before.state is not State.CLOSED:
        events.append(CaseClosed(**common(CaseClosed), outcome=after.outcome, agency=after.owner.agency))
    if before.state is State.CLOSED and after.state is not State.CLOSED:
        events.append(CaseReopened(**common(CaseReopened)))
    return (*events, *_of_a_clock(after, move))


def _of_a_clock(after: Case, move: Move) -> tuple[Event, ...]:
    if move.action is Action.OVERDUE:
        standing = after.standing
        common = _common(CaseOverdue, after, move)
        return (CaseOverdue(**common, **_owner(after), grade=standing.grade, due_at=standing.due_at),)
    if move.action is Action.CONTACT_OVERDUE:
        common = _common(CaseOverdue, after, move)
        due_at, grade = after.progress.missed, after.standing.grade
        return (CaseOverdue(**common, **_owner(after), grade=grade, due_at=due_at, missed="contact"),)
    if move.action is Action.REVIEW_DUE:
        day = move.review_day or 0
        reviewer = "supervisor" if day >= SUPERVISOR_FROM_DAY else "owner"
        common = _common(CaseReviewDue, after, move)
        return (CaseReviewDue(**common, **_owner(after), review_day=day, reviewer=reviewer),)
    return ()


def _owner(case: Case) -> Mapping[str, Any]:
    return {"owner_role": published_role(case.owner.role), "agency": case.owner.agency}


def _escalated(before: Case, after: Case, move: Move) -> CaseEscalated:
    return CaseEscalated(
        **_common(CaseEscalated, after, move),
        **_standing(after),
        **_judgement(move),
        previous_level=before.standing.level,
        lead_role=after.standing.lead_role,
    )


def _deescalated(before: Case, after: Case, move: Move) -> CaseDeescalated:
    return CaseDeescalated(
        **_common(CaseDeescalated, after, move),
        **_standing(after),
        **_judgement(move),
        previous_level=before.standing.level,
    )


def _judgement(move: Move) -> Mapping[str, Any]:
    """Who decided, by role, and under which policy (1.16). That a DASH was recorded is nobody else's to know (2.4)."""
    action = Action.RAISE if move.action is Action.RECORD_DASH else move.action
    return {
        "reason_code": move.grounds.reason_code or action.value,
        "actor_role": min(move.actor.roles & _ROLES, default=None),
        "policy_version": move.grounds.policy_version,
    }


def _standing(case: Case) -> Mapping[str, Any]:
    standing = case.standing
    return {
        "grade": standing.grade,
        "due_at": standing.due_at,
        "flags": tuple(FlagRaised(flag=f.flag, confidence=f.confidence, blocking=f.blocking) for f in case.flags),
        "community": CommunityDecision(
            allowed=standing.community_allowed,
            blockers=standing.community_blockers,
            conditions=standing.community_conditions,
        ),
    }


def _common(event: type[CaseEvent], case: Case, move: Move) -> Mapping[str, Any]:
    """Envelope and case fields. The event's id is derived from the case and its version: said once, the same again."""
    return {
        "event_id": derived_id(case.id, "event", event.type, str(case.version)),
        "occurred_at": move.at,
        "correlation_id": case.correlation_id,
        "causation_id": move.cause,
        "concern_id": case.concern_id,
        "case_id": case.id,
        "report_id": case.report_id,
        "level": case.standing.level,
        "category": case.category,
        "areas": case.areas,
        "contact_allowed": case.contact_allowed,
    }


def case_id_of(report_id: UUID) -> UUID:
    """Return the id of the case that a report opens; there is one per report."""
    return derived_id(report_id, "case")
