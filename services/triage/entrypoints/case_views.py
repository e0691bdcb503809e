"""Cases as professionals see them, and what a move of one asks for."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel

from services.triage.domain.access import Access
from services.triage.domain.case import Case, Entry, Handover
from shared.contracts.vocabulary import Grade

Level = Literal[1, 2, 3, 4]


class OwnerView(BaseModel):
    """Who answers for a case."""

    role: str
    agency: str | None


class CommunityView(BaseModel):
    """Whether local people may be asked, and what stands against it."""

    allowed: bool
    blockers: list[str]
    conditions: list[str]


class FlagView(BaseModel):
    """One flag that stands on a case."""

    flag: str
    confidence: str
    blocking: bool


class HandoverView(BaseModel):
    """An agency is asked to take the case; until it accepts, its owner goes on answering for it."""

    id: UUID
    from_agency: str
    to_agency: str
    to_role: str
    basis: str
    offered_at: datetime
    expires_at: datetime


class TaskView(BaseModel):
    """Something that has to be done about a case: `marac_referral`, with the criteria that ask for it."""

    kind: str
    due_at: datetime
    because: list[str]


class EntryView(BaseModel):
    """One line of a case's history. `particulars` hold what a decision rests on (2.2) and its policy version."""

    at: datetime
    action: str
    actor: str
    reason: str
    level: Level
    state: str
    particulars: dict[str, str]


class CaseView(BaseModel):
    """A case as professionals see it. `version` is also its ETag."""

    id: UUID
    report_id: UUID
    concern_id: UUID
    version: int
    state: str
    level: Level
    grade: Grade
    category: str
    areas: list[str]
    owner: OwnerView
    opened_at: datetime
    due_at: datetime
    contact_due_at: datetime | None
    contact_made_at: datetime | None
    human_required: bool
    contact_allowed: bool
    flags: list[FlagView]
    community: CommunityView
    outcome: str | None
    awaiting_second_authoriser: bool
    handover: HandoverView | None
    tasks: list[TaskView]
    allowed_moves: list[str]
    history: list[EntryView]
    reduced: Literal[False] = False


class CaseWithDecision(CaseView):
    """A case with the decision record that opened it."""

    decision: dict[str, Any]


class AccessView(BaseModel):
    """Who saw a sealed case, when, doing what, and why if it was said."""

    at: datetime
    subject: str
    roles: list[str]
    agency: str | None
    what: str
    why: str | None


class SubjectStepView(BaseModel):
    """Something that was done or looked at, by which roles and which agency."""

    at: datetime
    what: str
    roles: list[str]
    agency: str | None


class SubjectAccessView(BaseModel):
    """What a person is given of a case; `withheld` pairs what is left out with the exemption that a human checks."""

    opened_at: datetime | None
    outcome: str | None
    steps: list[SubjectStepView]
    views: list[SubjectStepView]
    withheld: list[tuple[str, str]]


def case_view_of(case: Case) -> CaseView:
    """Return the view of a case."""
    return CaseView(**_fields_of(case))


def with_decision(case: Case, decision: dict[str, Any]) -> CaseWithDecision:
    """Return the view of a case together with its decision record."""
    return CaseWithDecision(**_fields_of(case), decision=decision)


def access_view_of(access: Access) -> AccessView:
    """Return the view of an access entry."""
    return AccessView(
        at=access.at,
        subject=access.subject,
        roles=list(access.roles),
        agency=access.agency,
        what=access.what,
        why=access.why,
    )


def _fields_of(case: Case) -> dict[str, Any]:
    standing = case.standing
    return {
        "id": case.id,
        "report_id": case.report_id,
        "concern_id": case.concern_id,
        "version": case.version,
        "state": case.state.value,
        "level": standing.level,
        "grade": standing.grade,
        "category": case.category,
        "areas": list(case.areas),
        "owner": OwnerView(role=case.owner.role, agency=case.owner.agency),
        "opened_at": case.opened_at,
        "due_at": standing.due_at,
        "contact_due_at": case.progress.contact_due_at,
        "contact_made_at": case.progress.contact_made_at,
        "human_required": case.human_required,
        "contact_allowed": case.contact_allowed,
        "flags": [FlagView(flag=f.flag, confidence=f.confidence, blocking=f.blocking) for f in case.flags],
        "community": CommunityView(
            allowed=standing.community_allowed,
            blockers=list(standing.community_blockers),
            conditions=list(standing.community_conditions),
        ),
        "outcome": case.outcome,
        "awaiting_second_authoriser": case.proposal is not None,
        "handover": _handover(case.handover) if case.handover else None,
        "tasks": [TaskView(kind=t.kind, due_at=t.due_at, because=list(t.because)) for t in case.tasks],
        "allowed_moves": list(case.allowed_moves),
        "history": [_entry(entry) for entry in case.history],
    }


def _handover(handover: Handover) -> HandoverView:
    return HandoverView(
        id=handover.id,
        from_agency=handover.from_agency,
        to_agency=handover.to_agency,
        to_role=handover.to_role,
        basis=handover.basis,
        offered_at=handover.offered_at,
        expires_at=handover.expires_at,
    )


def _entry(entry: Entry) -> EntryView:
    return EntryView(
        at=entry.at,
        action=entry.action,
        actor=entry.actor,
        reason=entry.reason,
        level=entry.level,
        state=entry.state,
        particulars=dict(entry.particulars),
    )
