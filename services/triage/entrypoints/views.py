"""Triage's HTTP shapes: what is asked and what is answered."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from services.triage.domain.case import Case
from shared.contracts.intake import IntakeFields
from shared.contracts.vocabulary import Grade

Level = Literal[1, 2, 3, 4]
Agency = Literal["council", "police", "housing", "fire", "health", "probation", "education", "trading_standards"]
"""The agencies of a partnership, as their tokens and agreements name them; published, and so a closed list."""


class Location(BaseModel):
    """A place; triage's answer is the same for every place."""

    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)


class AssessmentRequest(IntakeFields):
    """A report as reporting takes it, to be assessed without being stored: text, or a category, or both."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str | None = Field(default=None, max_length=10_000, validate_default=True)
    location: Location | None = None
    area_ref: str | None = Field(default=None, max_length=64)

    @field_validator("text")
    @classmethod
    def _something_to_assess(cls, text: str | None, others: ValidationInfo) -> str | None:
        if not (text and text.strip()) and others.data.get("category", "in error") is None:
            raise ValueError("text or category is needed")
        return text


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


class EntryView(BaseModel):
    """One line of a case's history."""

    at: datetime
    action: str
    actor: str
    reason: str
    level: Level
    state: str


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
    human_required: bool
    contact_allowed: bool
    flags: list[FlagView]
    community: CommunityView
    outcome: str | None
    awaiting_second_authoriser: bool
    allowed_moves: list[str]
    history: list[EntryView]


class CaseWithDecision(CaseView):
    """A case with the decision record that opened it."""

    decision: dict[str, Any]


class MoveRequest(BaseModel):
    """Why, and what the move needs: a level to raise or lower to, a role to assign to, an outcome to close with."""

    model_config = ConfigDict(extra="forbid")

    reason: str = Field(min_length=3, max_length=2000)
    level: Level | None = None
    owner_role: str | None = Field(default=None, min_length=2, max_length=100)
    agency: Agency | None = None
    outcome: Literal["resolved", "no_further_action"] | None = None


def case_view_of(case: Case) -> CaseView:
    """Return the view of a case."""
    return CaseView(**_fields_of(case))


def with_decision(case: Case, decision: dict[str, Any]) -> CaseWithDecision:
    """Return the view of a case together with its decision record."""
    return CaseWithDecision(**_fields_of(case), decision=decision)


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
        "allowed_moves": list(case.allowed_moves),
        "history": [
            EntryView(at=e.at, action=e.action, actor=e.actor, reason=e.reason, level=e.level, state=e.state)
            for e in case.history
        ],
    }
