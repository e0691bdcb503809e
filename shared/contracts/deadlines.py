"""What triage publishes about times that people set themselves: stages of case reviews, and looks back at problems."""

from typing import ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime

from shared.contracts.event import Event
from shared.contracts.triage import ESCALATIONS


class ReviewEvent(Event):
    """An event about one ASB case review; nothing in it leads to its applicant or to anybody complained about."""

    source: ClassVar[str] = "/services/triage"
    topic: ClassVar[str] = ESCALATIONS

    review_id: UUID
    stage: str
    """The stage that has to end: `applied`, `acknowledged`, `not_met`, `appealed`, `recommendations`, `outcome_sent`,
    or `review` from the threshold's being met to the recommendations."""
    due_at: AwareDatetime
    """When the stage has to have ended."""

    @property
    def partition_key(self) -> str:
        """The review's id."""
        return str(self.review_id)


class ReviewStageDue(ReviewEvent):
    """The last day of a stage began; said once for each stage."""

    type: ClassVar[str] = "kith.case_review.due.v1"


class ReviewStageOverdue(ReviewEvent):
    """The last day of a stage is over and the stage is not; said once for each stage."""

    type: ClassVar[str] = "kith.case_review.overdue.v1"


class ProblemEvent(Event):
    """An event about one problem; a place and a way of working, nobody's name."""

    source: ClassVar[str] = "/services/triage"
    topic: ClassVar[str] = ESCALATIONS

    problem_id: UUID
    months: Literal[3, 6]
    """So many months after the problem was closed."""
    due_at: AwareDatetime
    """When somebody has to have looked back."""

    @property
    def partition_key(self) -> str:
        """The problem's id."""
        return str(self.problem_id)


class FollowUpDue(ProblemEvent):
    """The day to look back at a closed problem began; said once for each."""

    type: ClassVar[str] = "kith.problem.follow_up_due.v1"


class FollowUpOverdue(ProblemEvent):
    """The day to look back is over and nobody recorded what was found; said once for each."""

    type: ClassVar[str] = "kith.problem.follow_up_overdue.v1"
