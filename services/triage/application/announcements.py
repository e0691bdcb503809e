"""Which event tells the other services what just happened to a case."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from services.triage.domain.case import Action, Case, State
from services.triage.domain.leads import LEAD_ROLES
from services.triage.domain.moves import Move
from shared.contracts.event import Event
from shared.contracts.triage import (
    CaseAssigned,
    CaseClosed,
    CaseDeescalated,
    CaseEscalated,
    CaseEvent,
    CaseReopened,
    CommunityDecision,
    FlagRaised,
)
from shared.runtime.ids import derived_id


def announcements_of(before: Case, after: Case, move: Move) -> tuple[Event, ...]:
    """Return the events that the change from `before` to `after` gives rise to; a mere note gives rise to none."""
    events: list[Event] = []
    if after.standing.level > before.standing.level or (
        move.action is Action.FOUND_UNSAFE and after.version > before.version
    ):
        events.append(_escalated(before, after, move))
    elif after.standing.level < before.standing.level:
        events.append(_deescalated(before, after, move))
    if after.owner != before.owner:
        role, agency = _published_role(after), after.owner.agency
        events.append(CaseAssigned(**_common(CaseAssigned, after, move), owner_role=role, agency=agency))
    if after.state is State.CLOSED and before.state is not State.CLOSED:
        events.append(CaseClosed(**_common(CaseClosed, after, move), outcome=after.outcome))
    if before.state is State.CLOSED and after.state is not State.CLOSED:
        events.append(CaseReopened(**_common(CaseReopened, after, move)))
    return tuple(events)


def _published_role(case: Case) -> str:
    """Return the owner's role where it is one of the policy's; what a person typed stays in the case."""
    return case.owner.role if case.owner.role in LEAD_ROLES else "named professional"


def _escalated(before: Case, after: Case, move: Move) -> CaseEscalated:
    return CaseEscalated(
        **_common(CaseEscalated, after, move),
        **_standing(after),
        previous_level=before.standing.level,
        lead_role=after.standing.lead_role,
        reason_code=move.action.value,
    )


def _deescalated(before: Case, after: Case, move: Move) -> CaseDeescalated:
    return CaseDeescalated(
        **_common(CaseDeescalated, after, move),
        **_standing(after),
        previous_level=before.standing.level,
        reason_code=move.action.value,
    )


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
