"""An ASB case review from application to close: its states, its clocks, and who decides what (section 3)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from services.triage.domain.clock_rules import LONDON, end_of_day
from services.triage.domain.errors import MoveNotAllowedError, StaleCaseError, UnreasonableMoveError
from services.triage.domain.move import Actor
from services.triage.domain.qualifying import Complaint, Eligibility, Threshold, eligibility
from services.triage.domain.review_terms import REVIEW_TERMS, ReviewTerms


class Stage(StrEnum):
    """Where a review stands."""

    APPLIED = "applied"
    ACKNOWLEDGED = "acknowledged"
    THRESHOLD_MET = "threshold_met"
    NOT_MET = "not_met"
    APPEALED = "appealed"
    INFORMATION_REQUESTED = "information_requested"
    PANEL = "panel"
    RECOMMENDATIONS = "recommendations"
    OUTCOME_SENT = "outcome_sent"
    ACTION_REVIEW = "action_review"
    CLOSED = "closed"


class Step(StrEnum):
    """What people do to a review; the platform itself does nothing to one, and refuses nobody."""

    ACKNOWLEDGE = "acknowledge"
    MEET = "threshold-met"
    NOT_MEET = "threshold-not-met"
    APPEAL = "appeal"
    UPHOLD = "appeal-upheld"
    DISMISS = "appeal-dismissed"
    REQUEST_INFORMATION = "request-information"
    HOLD_PANEL = "panel"
    RECOMMEND = "recommendations"
    SEND_OUTCOME = "outcome"
    REVIEW_ACTIONS = "action-review"
    CLOSE = "close"
    WITHDRAW = "withdraw"


TRANSITIONS: Mapping[tuple[Stage, Step], Stage] = MappingProxyType(
    {
        (Stage.APPLIED, Step.ACKNOWLEDGE): Stage.ACKNOWLEDGED,
        (Stage.ACKNOWLEDGED, Step.MEET): Stage.THRESHOLD_MET,
        (Stage.ACKNOWLEDGED, Step.NOT_MEET): Stage.NOT_MET,
        (Stage.NOT_MET, Step.APPEAL): Stage.APPEALED,
        (Stage.NOT_MET, Step.CLOSE): Stage.CLOSED,
        (Stage.APPEALED, Step.UPHOLD): Stage.THRESHOLD_MET,
        (Stage.APPEALED, Step.DISMISS): Stage.CLOSED,
        (Stage.THRESHOLD_MET, Step.REQUEST_INFORMATION): Stage.INFORMATION_REQUESTED,
        (Stage.INFORMATION_REQUESTED, Step.HOLD_PANEL): Stage.PANEL,
        (Stage.PANEL, Step.RECOMMEND): Stage.RECOMMENDATIONS,
        (Stage.RECOMMENDATIONS, Step.SEND_OUTCOME): Stage.OUTCOME_SENT,
        (Stage.OUTCOME_SENT, Step.REVIEW_ACTIONS): Stage.ACTION_REVIEW,
        (Stage.ACTION_REVIEW, Step.CLOSE): Stage.CLOSED,
        **{(stage, Step.WITHDRAW): Stage.CLOSED for stage in Stage if stage is not Stage.CLOSED},
    }
)

#: Which working days of the terms a stage lasts.
_LASTS: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.APPLIED: "acknowledge_days",
        Stage.ACKNOWLEDGED: "decide_days",
        Stage.APPEALED: "appeal_decision_days",
        Stage.RECOMMENDATIONS: "outcome_days",
    }
)
REVIEWING = frozenset({Stage.THRESHOLD_MET, Stage.INFORMATION_REQUESTED, Stage.PANEL})

#: What a panel may recommend, in words that tell nothing about the other party [HOUSE].
RECOMMENDATIONS = (
    "support_for_applicant",
    "single_point_of_contact",
    "evidence_gathering",
    "mediation_offered",
    "warning_or_agreement",
    "civil_tool_considered",
    "tenancy_action_considered",
    "environmental_change",
    "multi_agency_plan",
    "complaint_route",
)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a review's history."""

    at: datetime
    step: str
    actor: str
    reason: str
    stage: Stage


@dataclass(frozen=True, slots=True)
class CaseReview:
    """A review. `harm_considered` is what a person weighed where the count alone does not decide."""

    id: UUID
    applied_at: datetime
    applicant_kind: str
    on_behalf: bool
    complaints: tuple[Complaint, ...]
    people: int = 1
    stage: Stage = Stage.APPLIED
    entered_at: datetime | None = None
    review_started_at: datetime | None = None
    harm_considered: str | None = None
    recommendations: tuple[str, ...] = ()
    history: tuple[Event, ...] = ()
    version: int = 1
    told: tuple[str, ...] = ()
    """What was said about its deadlines."""
    request: str | None = None
    """The fingerprint of the application, where it came under a key."""

    @property
    def applied_on(self) -> date:
        """The day of the application in London."""
        return self.applied_at.astimezone(LONDON).date()

    def eligibility(self, threshold: Threshold) -> Eligibility:
        """Return what counts."""
        return eligibility(self.complaints, self.applied_on, threshold, self.people)

    @property
    def allowed_steps(self) -> tuple[str, ...]:
        """What may be done now."""
        return tuple(step.value for step in Step if (self.stage, step) in TRANSITIONS)


@dataclass(frozen=True, slots=True)
class Asked:
    """A step as it was asked for."""

    step: Step
    actor: Actor
    reason: str
    at: datetime
    harm_considered: str | None = None
    recommendations: tuple[str, ...] = ()


def stepped(review: CaseReview, asked: Asked, threshold: Threshold) -> CaseReview:
    """Return the review one step on. Where the Act says that the threshold is met, nobody can find otherwise."""
    stage = TRANSITIONS.get((review.stage, asked.step))
    if stage is None:
        raise MoveNotAllowedError(asked.step.value, review.stage.value, review.allowed_steps)
    _check(review, asked, threshold)
    started = asked.at if stage is Stage.THRESHOLD_MET else review.review_started_at
    return replace(
        review,
        stage=stage,
        entered_at=asked.at,
        review_started_at=started,
        harm_considered=asked.harm_considered or review.harm_considered,
        recommendations=asked.recommendations if asked.step is Step.RECOMMEND else review.recommendations,
        history=(*review.history, Event(asked.at, asked.step.value, asked.actor.subject, asked.reason, stage)),
        version=review.version + 1,
    )


def due_at(review: CaseReview, holidays: frozenset[date], terms: ReviewTerms = REVIEW_TERMS) -> datetime | None:
    """Return by when the present stage ends; in working days, except the windows that the law and letters give."""
    entered = review.entered_at or review.applied_at
    if review.stage in REVIEWING and review.review_started_at is not None:
        return end_of_day(review.review_started_at, terms.review_days, holidays)
    if review.stage is Stage.NOT_MET:
        return _closing(entered, timedelta(days=terms.appeal_window_days))
    if review.stage is Stage.OUTCOME_SENT:
        return _closing(entered, timedelta(weeks=terms.action_review_weeks))
    lasts = _LASTS.get(review.stage)
    return end_of_day(entered, getattr(terms, lasts), holidays) if lasts else None


def check_version(review: CaseReview, seen: int) -> None:
    """Raise StaleCaseError where the review has moved on since it was seen."""
    if review.version != seen:
        raise StaleCaseError(f"The review is at version {review.version} now.")


def _check(review: CaseReview, asked: Asked, threshold: Threshold) -> None:
    found = review.eligibility(threshold)
    judged_by_count = found.must_be_met
    if asked.step is Step.NOT_MEET and judged_by_count:
        raise UnreasonableMoveError(f"{found.qualifying} complaints qualify: the threshold has to be found met.")
    deciding = asked.step in {Step.MEET, Step.NOT_MEET}
    if deciding and not judged_by_count and not asked.harm_considered:
        raise UnreasonableMoveError("Below the threshold a person weighs persistence and harm in 'harm_considered'.")
    strange = set(asked.recommendations) - set(RECOMMENDATIONS)
    if strange:
        raise UnreasonableMoveError(f"'recommendations' are of: {', '.join(RECOMMENDATIONS)}.")


def _closing(at: datetime, after: timedelta) -> datetime:
    """Return the end of the last day in London."""
    day = at.astimezone(LONDON).date() + after + timedelta(days=1)
    return datetime(day.year, day.month, day.day, tzinfo=LONDON).astimezone(UTC)
