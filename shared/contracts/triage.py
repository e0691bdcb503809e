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
    actor_role: str | None = None
    """The role of the person who raised it; None where the platform did."""
    policy_version: str | None = None


class CaseDeescalated(CaseEvent):
    """An authorised person lowered a case, with a reason. No machine ever publishes this."""

    type: ClassVar[str] = "kith.case.deescalated.v1"

    previous_level: Literal[1, 2, 3, 4]
    grade: Grade
    due_at: AwareDatetime
    community: CommunityDecision
    flags: tuple[FlagRaised, ...] = ()
    reason_code: str
    actor_role: str | None = None
    policy_version: str | None = None


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
    agency: str | None = None
    """The partner agency that answered for the case; None where it was the council's own."""


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


class CaseOverdue(CaseEvent):
    """Nobody has looked at the case, or spoken to its reporter, by the time for it; said once for each due time."""

    type: ClassVar[str] = "kith.case.overdue.v1"

    grade: Grade
    due_at: AwareDatetime
    owner_role: str
    agency: str | None = None
    missed: Literal["look", "contact"] = "look"
    """What was not done in time: a person's look at the case, or speaking to the reporter."""


class CaseReviewDue(CaseEvent):
    """The case is to be looked at again: so many days after it came to its level, by its owner or a supervisor."""

    type: ClassVar[str] = "kith.case.review_due.v1"

    review_day: int
    reviewer: Literal["owner", "supervisor"]
    owner_role: str
    agency: str | None = None


LawfulBasis = Literal[
    "consent", "vital_interests", "public_task", "law_enforcement", "cda_1998_s115", "children_act_1989_s17_s47",
    "care_act_2014_s42", "modern_slavery_act_2015_s52", "ctsa_2015_s26", "asbcpa_2014_s104",
]  # fmt: skip
"""What allows a case to travel to another agency."""

DeclineReason = Literal[
    "not_our_remit", "wrong_area", "not_enough_information", "no_capacity", "conflict_of_interest", "already_with_us",
    "other",
]  # fmt: skip


class HandoverEvent(CaseEvent):
    """An event about one hand-over between agencies. Who answered for the case does so until it is accepted."""

    handover_id: UUID
    from_agency: str
    to_agency: str


class HandoverOffered(HandoverEvent):
    """An agency is asked to take the case, with what allows it to travel."""

    type: ClassVar[str] = "kith.handover.offered.v1"

    to_role: str
    basis: LawfulBasis
    expires_at: AwareDatetime


class HandoverAccepted(HandoverEvent):
    """The agency took the case and answers for it from now on."""

    type: ClassVar[str] = "kith.handover.accepted.v1"

    to_role: str
    basis: LawfulBasis


class HandoverDeclined(HandoverEvent):
    """The agency does not take the case; it stays with its sender."""

    type: ClassVar[str] = "kith.handover.declined.v1"

    decline_code: DeclineReason


class HandoverWithdrawn(HandoverEvent):
    """The offer no longer stands; the case stays with its sender."""

    type: ClassVar[str] = "kith.handover.withdrawn.v1"


class HandoverExpired(HandoverEvent):
    """The agency did not answer in time; the case stays with its sender."""

    type: ClassVar[str] = "kith.handover.expired.v1"

    expired_at: AwareDatetime
