"""The four numbers that are published each year (Sch. 4), and what a letter to an applicant may say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from services.triage.domain.case_review import CaseReview, Stage
from services.triage.domain.clock_rules import LONDON
from services.triage.domain.qualifying import Threshold


@dataclass(frozen=True, slots=True)
class Figures:
    """Each event counts in the year in which it happened, by London's calendar."""

    year: int
    applications: int
    threshold_not_met: int
    reviews_carried_out: int
    reviews_with_recommendations: int


def figures(reviews: Iterable[CaseReview], year: int) -> Figures:
    """Count one year. A threshold found met on appeal still was found not met once."""
    applications = not_met = carried_out = recommended = 0
    for review in reviews:
        applications += _in(review.applied_at, year)
        not_met += any(event.stage is Stage.NOT_MET and _in(event.at, year) for event in review.history)
        held = any(event.stage is Stage.RECOMMENDATIONS and _in(event.at, year) for event in review.history)
        carried_out += held
        recommended += held and bool(review.recommendations)
    return Figures(year, applications, not_met, carried_out, recommended)


@dataclass(frozen=True, slots=True)
class Letter:
    """All that a letter to the applicant is made of: no word of a note, nothing about the other party."""

    stage: str
    applied_on: str
    qualifying_complaints: int
    threshold: int
    may_appeal: bool
    recommendations: tuple[str, ...]


def letter(review: CaseReview, threshold: Threshold) -> Letter:
    """Return what may be told. It is made from codes, numbers and dates; free words have no way in."""
    told = review.recommendations if review.stage in {Stage.OUTCOME_SENT, Stage.ACTION_REVIEW, Stage.CLOSED} else ()
    return Letter(
        stage=review.stage.value,
        applied_on=review.applied_on.isoformat(),
        qualifying_complaints=review.eligibility(threshold).qualifying,
        threshold=threshold.complaints,
        may_appeal=review.stage is Stage.NOT_MET,
        recommendations=told,
    )


def _in(at: datetime, year: int) -> bool:
    return at.astimezone(LONDON).year == year
