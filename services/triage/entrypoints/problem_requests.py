"""What each stage of a problem holds (section 4). Roles only: a shared problem file names nobody."""

from collections.abc import Mapping
from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

Side = Literal["offender", "target", "place"]
Text = str | None


class Part(BaseModel):
    """A part of what a stage holds; everything may be filled in later, the gate says what is missing."""

    model_config = ConfigDict(extra="forbid")


class Cheers(Part):
    """The test of a problem: community, harm, expectation, events, recurring, similarity."""

    community: Text = None
    harm: Text = None
    expectation: Text = None
    events: Text = None
    recurring: Text = None
    similarity: Text = None


class Scanning(Part):
    """What the problem is. Two like reports, or one referral of level 4."""

    statement: str | None = Field(default=None, max_length=300)
    report_ids: list[UUID] = Field(default=[], max_length=1000)
    level_4_referral: UUID | None = None
    pattern_ids: list[UUID] = Field(default=[], max_length=50, description="Patterns that it began with.")
    place: str | None = Field(default=None, max_length=64, description="An area's code, never an address.")
    period_from: date | None = None
    period_to: date | None = None
    affected: Text = None
    cheers: Cheers = Cheers()
    lead_role: Text = None
    lead_accepted: bool = False
    victims_contacted: bool = False
    immediate_risks_handled: bool = False
    harm_total: float | None = Field(default=None, ge=0)
    ram_max: int | None = Field(default=None, ge=0, le=44)


class FiveW(Part):
    """Who (in roles), what, where, when, why, how."""

    who: Text = None
    what: Text = None
    where: Text = None
    when: Text = None
    why: Text = None
    how: Text = None


class Pat(Part):
    """The problem analysis triangle: offender, target, place, and those who could handle, guard and manage them."""

    offender: Text = None
    target: Text = None
    place: Text = None
    handler: Text = None
    guardian: Text = None
    manager: Text = None


class Source(Part):
    """Where something is known from."""

    kind: Literal["peoples_account", "reports", "police", "housing", "health", "council", "observation", "other"]
    name: str = Field(max_length=200)


class Hypothesis(Part):
    """What may explain a side of the problem, with the evidence for it and against."""

    id: str = Field(min_length=1, max_length=20)
    side: Side
    statement: str = Field(min_length=3, max_length=500)
    testable: bool = False
    evidence_for: Text = None
    evidence_against: Text = None


class Analysis(Part):
    """Why it happens."""

    five_w_one_h: FiveW = FiveW()
    by_hour_day_week: Text = None
    repeats: Text = None
    pat: Pat = Pat()
    chosen_sides: list[Side] = []
    tried_before: Text = None
    sources: list[Source] = Field(default=[], max_length=50)
    community_insight: Text = None
    assets_near: Text = None
    hypotheses: list[Hypothesis] = Field(default=[], max_length=20)
    data_gaps: Text = None
    baseline_weeks: int | None = Field(default=None, ge=0, le=520)
    baseline_reason: Text = None
    comparison_area: str | None = Field(default=None, max_length=64)


class Action(Part):
    """One thing that is done, by which role, until when, and for which hypothesis."""

    what: str = Field(min_length=3, max_length=500)
    side: Literal["offender", "target", "place", "handler", "guardian", "manager"]
    enforcement: bool = False
    owner_role: Text = None
    due_on: date | None = None
    cost: Text = None
    expected_effect: Text = None
    hypothesis_id: Text = None
    asset_role: Text = None
    risk_reviewed: bool = False


class Response(Part):
    """What is done about it."""

    actions: list[Action] = Field(default=[], max_length=50)
    equality_screen: bool = False


class CountsGiven(Part):
    """Events of the same measure, before and after, here, in the comparison area, and in a buffer if there is one."""

    weeks_before: int = Field(ge=1, le=520)
    weeks_after: int = Field(ge=1, le=520)
    before: int = Field(ge=0, le=1_000_000)
    after: int = Field(ge=0, le=1_000_000)
    comparison_before: int = Field(ge=0, le=1_000_000)
    comparison_after: int = Field(ge=0, le=1_000_000)
    buffer_before: int | None = Field(default=None, ge=0, le=1_000_000)
    buffer_after: int | None = Field(default=None, ge=0, le=1_000_000)

    @model_validator(mode="after")
    def _buffer_is_whole(self) -> "CountsGiven":
        if (self.buffer_before is None) != (self.buffer_after is None):
            raise ValueError("a buffer is counted before and after, or not at all")
        return self


class Assessment(Part):
    """Whether it was done, and whether it changed anything."""

    process: Text = None
    counts: CountsGiven | None = None
    displacement_check: Text = None
    victim_feedback: Text = None
    community_feedback: Text = None
    capacity_effect: Text = None
    judgement: Literal["solved", "reduced", "unchanged", "worse", "undetermined"] | None = None
    lessons: Text = None


STAGES: Mapping[str, type[Part]] = {
    "scanning": Scanning,
    "analysis": Analysis,
    "response": Response,
    "assessment": Assessment,
}
