"""Case reviews as they are applied for and shown. Nobody is named: people are reached through their reports."""

from collections.abc import Sequence
from datetime import date, datetime
from http import HTTPStatus
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from services.triage.application.retries import Request
from services.triage.domain.case_review import CaseReview
from services.triage.domain.clock_rules import LONDON
from services.triage.domain.qualifying import IN_FORCE_FROM, Complaint
from services.triage.entrypoints.move_requests import Agency
from shared.web.problem import FieldError, ProblemError

_DAY = "A day since the Act's part came into force, and not after today in London."
_RIGHT = "You may ask for an ASB case review: agencies must look together at what has been done."


class ComplaintGiven(BaseModel):
    """One complaint of one incident to one agency. The same `incident_id` told to three agencies counts once."""

    model_config = ConfigDict(extra="forbid")

    complaint_id: str = Field(min_length=1, max_length=64)
    incident_id: str = Field(min_length=1, max_length=64)
    agency: Agency
    incident_on: date = Field(ge=IN_FORCE_FROM, description=_DAY)
    reported_on: date = Field(ge=IN_FORCE_FROM, description=_DAY)
    hate: bool = False


class ComplaintsGiven(BaseModel):
    """Complaints about the same behaviour; `people` is how many complain about the same place."""

    model_config = ConfigDict(extra="forbid")

    complaints: list[ComplaintGiven] = Field(max_length=500)
    people: int = Field(default=1, ge=1, le=10_000)


class Application(ComplaintsGiven):
    """An application, by a person, a community or a business, or by somebody for them with their consent."""

    applicant_kind: Literal["individual", "community", "business"]
    on_behalf: bool = False
    consent: bool = False

    @model_validator(mode="after")
    def _with_consent(self) -> "Application":
        if self.on_behalf and not self.consent:
            raise ValueError("who applies for somebody else needs their consent")
        return self


class StepRequest(BaseModel):
    """Why, and what the step needs: what was weighed below the threshold, or the codes of recommendations."""

    model_config = ConfigDict(extra="forbid")

    reason: str = Field(min_length=3, max_length=2000)
    harm_considered: str | None = Field(default=None, min_length=3, max_length=4000)
    recommendations: list[str] = Field(default=[], max_length=20)


class EligibilityView(BaseModel):
    """How many complaints count, and by what the threshold is met. Below it people can ask all the same."""

    qualifying: int
    met_by: list[str]
    must_be_met: bool
    threshold: int = 0
    guidance_id: Literal["case-review"] = "case-review"
    guidance: str = _RIGHT


class EventView(BaseModel):
    """One line of a review's history."""

    at: datetime
    step: str
    actor: str
    reason: str
    stage: str


class CaseReviewView(BaseModel):
    """A review as staff see it. `version` is also its ETag."""

    id: UUID
    version: int
    stage: str
    applied_at: datetime
    applicant_kind: str
    on_behalf: bool
    eligibility: EligibilityView
    due_at: datetime | None
    overdue: bool
    harm_considered: str | None
    recommendations: list[str]
    allowed_steps: list[str]
    history: list[EventView]


class LetterView(BaseModel):
    """All that a letter to the applicant is made of."""

    stage: str
    applied_on: str
    qualifying_complaints: int
    threshold: int
    may_appeal: bool
    recommendations: list[str]


class FiguresView(BaseModel):
    """One year's numbers."""

    year: int
    applications: int
    threshold_not_met: int
    reviews_carried_out: int
    reviews_with_recommendations: int


def complaints_of(given: Sequence[ComplaintGiven], today: date) -> tuple[Complaint, ...]:
    """Return the domain's complaints, or raise ProblemError (422) that names every day after today."""
    late: list[FieldError] = [
        {"pointer": f"/complaints/{place}/{name}", "detail": "is after today"}
        for place, one in enumerate(given)
        for name in ("incident_on", "reported_on")
        if getattr(one, name) > today
    ]
    if late:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "Nothing can have happened after today.", errors=late)
    return tuple(Complaint(**one.model_dump()) for one in given)


def review_of(asked: Application, request: Request, at: datetime) -> CaseReview:
    """Return the review that an application begins."""
    return CaseReview(
        id=request.id,
        request=request.fingerprint,
        applied_at=at,
        applicant_kind=asked.applicant_kind,
        on_behalf=asked.on_behalf,
        complaints=complaints_of(asked.complaints, at.astimezone(LONDON).date()),
        people=asked.people,
    )


def review_view(
    review: CaseReview, eligibility: EligibilityView, due_at: datetime | None, *, overdue: bool
) -> CaseReviewView:
    """Return the view of a review."""
    return CaseReviewView(
        id=review.id,
        version=review.version,
        stage=review.stage.value,
        applied_at=review.applied_at,
        applicant_kind=review.applicant_kind,
        on_behalf=review.on_behalf,
        eligibility=eligibility,
        due_at=due_at,
        overdue=overdue,
        harm_considered=review.harm_considered,
        recommendations=list(review.recommendations),
        allowed_steps=list(review.allowed_steps),
        history=[EventView.model_validate(event, from_attributes=True) for event in review.history],
    )
