"""The decision record as HTTP shows it: every flag with its evidence, every rule with its sentence."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from shared.contracts.vocabulary import Confidence, Grade


class FlagEvidence(BaseModel):
    """One piece of evidence for a flag: a field's name or a place in the text, never the words."""

    flag: str
    confidence: Confidence
    status: str
    source: str
    evidence_ref: str
    rule: str
    blocking: bool


class RuleView(BaseModel):
    """A rule that applied: its id, what it does, and why, in a sentence for a caseworker."""

    id: str
    effect: str
    because: str


class RamItem(BaseModel):
    """An item of the risk matrix and its points."""

    item: str
    points: int


class RamView(BaseModel):
    """The risk matrix; what nobody could answer is in `unknown` and gives no points."""

    score: int
    band: Literal["standard", "medium", "high"]
    items: list[RamItem]
    unknown: list[str]
    incomplete: bool


class CommunityDecisionView(BaseModel):
    """Whether local people may be asked, by the ids of the policy's conditions."""

    allowed: bool
    blockers: list[str]
    conditions: list[str]


class ThriveHeading(BaseModel):
    """What is known under a heading, by whose word, and how surely."""

    value: str
    source: str | None
    confidence: str | None


class ItemView(BaseModel):
    """A further concern of the same report, with a lead and a clock of its own (M1)."""

    id: UUID
    category: str
    level: Literal[1, 2, 3, 4]
    grade: Grade
    lead_role: str
    due_at: datetime


class DecisionView(BaseModel):
    """What the policy made of a report, complete enough to be examined years later."""

    report_id: UUID
    decision_id: UUID
    policy_version: str
    policy_hash: str
    extractor_version: str
    decided_at: datetime
    level: Literal[1, 2, 3, 4]
    grade: Grade
    category: str
    flags: list[FlagEvidence]
    rules_fired: list[RuleView]
    ram: RamView
    community: CommunityDecisionView
    lead_role: str
    due_at: datetime
    contact_due_at: datetime
    guidance_ids: list[str]
    thrive: dict[str, ThriveHeading]
    items: list[ItemView] = []
    previous_decision_id: UUID | None
    supersedes_reason: str | None
    human_required: bool
    actor: str
