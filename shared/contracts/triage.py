"""What triage publishes: where a concern was routed, why, and how the case moved since."""

from typing import ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from shared.contracts.event import ConcernEvent, Event
from shared.contracts.vocabulary import Confidence, Grade

ESCALATIONS = "kith.escalations.v1"


class FlagRaised(BaseModel):
    """One risk flag as the decision holds it; for services only, never for a partner's stream."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    flag: str
    confidence: Confidence
    blocking: bool


class Reason(BaseModel):
    """One rule that fired and why, in a sentence that a caseworker can read and that quotes nobody."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    rule: str
    effect: str
    because: str


class CommunityDecision(BaseModel):
    """Whether local people may be asked to help, and what stands against it or goes with it (ids of the policy)."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    allowed: bool
    blockers: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


class CaseEvent(ConcernEvent):
    """An event about one case. `level` and `grade` are those in force after it."""

    source: ClassVar[str] = "/services/triage"
    topic: ClassVar[str] = ESCALATIONS

    case_id: UUID
    report_id: UUID
    level: Literal[1, 2, 3, 4]
    category: str
    areas: tuple[str, ...] = ()
    contact_allowed: bool = True
    """False where a message to the reporter could put them at risk (`unsafe_to_contact`)."""


class CaseOpened(CaseEvent):
    """A concern was assessed for the first time."""

    type: ClassVar[str] = "kith.case.opened.v1"

    grade: Grade
    due_at: AwareDatetime
    lead_role: str
    decision_id: UUID
    policy_version: str
    policy_hash: str
    human_required: bool
    flags: tuple[FlagRaised, ...] = ()
    reasons: tuple[Reason, ...] = ()
    community: CommunityDecision
    guidance_ids: tuple[str, ...] = ()
    received_at: AwareDatetime
    """When the report was received, so that the time to a decision can be measured downstream."""
    has_contact: bool = True
    """False where the reporter left no way to be reached, so that nobody need ask reporting for one."""


class CaseEscalated(CaseEvent):
    """A case went up: new evidence, a person's judgement, or something that went wrong on the way."""

    type: ClassVar[str] = "kith.case.escalated.v1"

    previous_level: Literal[1, 2, 3, 4]
    grade: Grade
    due_at: AwareDatetime
    lead_role: str
    flags: tuple[FlagRaised, ...] = ()
    community: CommunityDecision
    reason_code: str


class CaseDeescalated(CaseEvent):
    """An authorised person lowered a case, with a reason. No machine ever publishes this."""

    type: ClassVar[str] = "kith.case.deescalated.v1"

    previous_level: Literal[1, 2, 3, 4]
    grade: Grade
    due_at: AwareDatetime
    community: CommunityDecision
    flags: tuple[FlagRaised, ...] = ()
    reason_code: str


class CaseAssigned(CaseEvent):
    """Somebody took the case: from now on this role answers for it, one of the roles that the policy names."""

    type: ClassVar[str] = "kith.case.assigned.v1"

    owner_role: str
    agency: str | None = None


class CaseReopened(CaseEvent):
    """A closed case was taken up again: whoever told somebody that it was settled has to say otherwise."""

    type: ClassVar[str] = "kith.case.reopened.v1"


class CaseClosed(CaseEvent):
    """A person closed the case, or the reporter withdrew it."""

    type: ClassVar[str] = "kith.case.closed.v1"

    outcome: Literal["resolved", "withdrawn", "no_further_action"]


class PatternFound(Event):
    """The history of places shows a pattern (5.1), told once by area and month.

    It is about a place: nothing in it leads to a report, a case, a person or an address, and it sets nobody's level.
    For staff and services; a category and a month in one area may stand for very few reports, so it is no event for
    partners' or public streams.
    """

    type: ClassVar[str] = "kith.pattern.found.v1"
    source: ClassVar[str] = "/services/triage"
    topic: ClassVar[str] = ESCALATIONS

    pattern_id: UUID
    kind: Literal["repeat_victim", "repeat_location", "near_repeat", "hotspot"]
    category: str
    area: str
    period: str
    """The month, such as `2026-03`."""
    confidence: Confidence
    expires_at: AwareDatetime | None = None
    """When advice because of it ends; near repeats have one."""

    @property
    def partition_key(self) -> str:
        """The area's code."""
        return self.area
