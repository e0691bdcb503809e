"""ASB case reviews over HTTP: applied for, decided by people, counted each year."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from services.triage.application.case_reviews import CaseReviews
from services.triage.application.retries import request_of
from services.triage.domain.case_review import Asked, CaseReview, Step
from services.triage.domain.clock_rules import LONDON
from services.triage.domain.errors import MoveNotAllowedError
from services.triage.domain.qualifying import eligibility
from services.triage.domain.review_figures import letter
from services.triage.entrypoints.case_review_views import (
    Application,
    CaseReviewView,
    ComplaintsGiven,
    EligibilityView,
    FiguresView,
    LetterView,
    StepRequest,
    complaints_of,
    review_of,
    review_view,
)
from services.triage.entrypoints.http_parts import SeenVersion, actor_of
from services.triage.entrypoints.problems import not_allowed
from shared.web.idempotency import IdempotencyKey, fingerprint_of
from shared.web.identity import Principal, require
from shared.web.paging import Page
from shared.web.preconditions import etag

Reader = Annotated[Principal, Depends(require("officer", "supervisor", "auditor"))]
Staff = Annotated[Principal, Depends(require("officer", "supervisor"))]


def case_review_routes(reviews: CaseReviews) -> APIRouter:
    """Return the routes of case reviews."""
    router = APIRouter(prefix="/v1/case-reviews", tags=["ASB case reviews"])

    @router.get("/figures", summary="The four numbers published each year")
    async def figures(year: Annotated[int, Query(ge=2014, le=2200)]) -> FiguresView:
        """Return applications, thresholds not met, reviews carried out and reviews with recommendations."""
        found = await reviews.figures(year)
        return FiguresView.model_validate(found, from_attributes=True)

    @router.post("/eligibility", summary="Count complaints without applying")
    async def count(asked: ComplaintsGiven) -> EligibilityView:
        """Say how many complaints would count today. Anybody may apply, whatever the number."""
        today = reviews.clock.now().astimezone(LONDON).date()
        complaints = complaints_of(asked.complaints, today)
        return _told(reviews, eligibility(complaints, today, reviews.threshold, asked.people))

    @router.post("", status_code=201, summary="Apply for a case review")
    async def apply(asked: Application, staff: Staff, response: Response, key: IdempotencyKey = None) -> CaseReviewView:
        """Take the application in; the platform never refuses one, and tells by when it is acknowledged."""
        request = request_of("case-review", staff.subject, key, fingerprint_of(asked.model_dump(mode="json")))
        review = await reviews.apply(review_of(asked, request, reviews.clock.now()))
        return _answered(reviews, review, response)

    @router.get("", summary="Case reviews, the newest first")
    async def find(_: Reader) -> Page[CaseReviewView]:
        """Return every review."""
        found: Sequence[CaseReview] = await reviews.store.list()
        return Page(items=[_view(reviews, review) for review in found])

    @router.get("/{review_id}", summary="One case review")
    async def read(review_id: UUID, _: Reader, response: Response) -> CaseReviewView:
        """Return the review with what counts, what is due, and what may be done; its version is the ETag."""
        return _answered(reviews, await reviews.store.get(review_id), response)

    @router.get("/{review_id}/letter", summary="All that a letter to the applicant is made of")
    async def write(review_id: UUID, _: Staff) -> LetterView:
        """Return codes, numbers and dates; no word of a note and nothing about the other party."""
        told = letter(await reviews.store.get(review_id), reviews.threshold)
        return LetterView.model_validate(told, from_attributes=True)

    _add_steps(router, reviews)
    return router


def _add_steps(router: APIRouter, reviews: CaseReviews) -> None:
    def add(step: Step) -> None:
        name = f"{step.value.replace('-', '_')}_case_review"

        @router.post(
            f"/{{review_id}}/{step.value}", operation_id=name, summary=step.value.replace("-", " ").capitalize()
        )
        async def take(
            review_id: UUID, asked: StepRequest, mover: Staff, seen: SeenVersion, response: Response
        ) -> CaseReviewView:
            wanted = Asked(
                step,
                actor_of(mover),
                asked.reason,
                reviews.clock.now(),
                asked.harm_considered,
                tuple(asked.recommendations),
            )
            try:
                review = await reviews.step(review_id, seen, wanted)
            except MoveNotAllowedError as error:
                raise not_allowed(error) from None
            return _answered(reviews, review, response)

    for step in Step:
        add(step)


def _answered(reviews: CaseReviews, review: CaseReview, response: Response) -> CaseReviewView:
    response.headers["ETag"] = etag(review.version)
    return _view(reviews, review)


def _view(reviews: CaseReviews, review: CaseReview) -> CaseReviewView:
    due = reviews.due_at(review)
    overdue = due is not None and due < reviews.clock.now()
    told = _told(reviews, review.eligibility(reviews.threshold))
    return review_view(review, told, due, overdue=overdue)


def _told(reviews: CaseReviews, found: object) -> EligibilityView:
    view = EligibilityView.model_validate(found, from_attributes=True)
    return view.model_copy(update={"threshold": reviews.threshold.complaints})
