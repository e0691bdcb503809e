"""When a stage of a case review or a look back at a problem is due or late: said once, however many replicas look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from services.triage.application.case_reviews import CaseReviewStore
from services.triage.application.problems import ProblemStore
from services.triage.domain.case_review import CaseReview
from services.triage.domain.deadlines import Reminder, follow_up_deadlines, reminders, stage_deadlines
from services.triage.domain.errors import CaseNotFoundError, StaleCaseError
from services.triage.domain.problem import Problem
from services.triage.domain.review_terms import ReviewTerms
from shared.contracts.deadlines import FollowUpDue, FollowUpOverdue, ReviewStageDue, ReviewStageOverdue
from shared.contracts.event import Event
from shared.runtime.clock import Clock
from shared.runtime.errors import TransientError
from shared.runtime.ids import derived_id


@dataclass(frozen=True, slots=True)
class Matter:
    """A case review, or else a problem."""

    id: UUID
    is_review: bool


@dataclass(frozen=True, slots=True)
class TellDeadlines:
    """What was said is kept with the review or problem, so that its version decides which replica said it."""

    reviews: CaseReviewStore
    problems: ProblemStore
    clock: Clock
    holidays: frozenset[date]
    terms: ReviewTerms

    async def before(self, horizon: datetime) -> Mapping[Matter, datetime]:
        """Return about what there is something to say before then, and when first. There are some dozens of each."""
        waiting = {Matter(one.id, is_review=True): self._of_review(one) for one in await self.reviews.list()}
        waiting |= {Matter(one.id, is_review=False): self._of_problem(one) for one in await self.problems.list()}
        return {matter: found[0].at for matter, found in waiting.items() if found and found[0].at < horizon}

    async def __call__(self, matter: Matter) -> Sequence[str]:
        """Say what it is time to say; return the types of event. TransientError where others change it meanwhile."""
        try:
            return await (self._review(matter.id) if matter.is_review else self._problem(matter.id))
        except CaseNotFoundError:
            return ()
        except StaleCaseError:
            raise TransientError(f"{matter.id} changed under our hands") from None

    async def _review(self, review_id: UUID) -> Sequence[str]:
        review = await self.reviews.get(review_id)
        due = self._ripe(self._of_review(review))
        events = [_of_stage(review, one, self.clock.now()) for one in due]
        if due:
            told = (*review.told, *(one.mark for one in due))
            await self.reviews.save(replace(review, told=told, version=review.version + 1), announcing=events)
        return [event.type for event in events]

    async def _problem(self, problem_id: UUID) -> Sequence[str]:
        problem = await self.problems.get(problem_id)
        due = self._ripe(self._of_problem(problem))
        events = [_of_follow_up(problem, one, self.clock.now()) for one in due]
        if due:
            told = (*problem.told, *(one.mark for one in due))
            await self.problems.save(replace(problem, told=told, version=problem.version + 1), announcing=events)
        return [event.type for event in events]

    def _ripe(self, found: Sequence[Reminder]) -> Sequence[Reminder]:
        now = self.clock.now()
        return [one for one in found if one.at <= now]

    def _of_review(self, review: CaseReview) -> Sequence[Reminder]:
        return reminders(stage_deadlines(review, self.holidays, self.terms), review.told)

    def _of_problem(self, problem: Problem) -> Sequence[Reminder]:
        return reminders(follow_up_deadlines(problem, self.holidays), problem.told)


def _of_stage(review: CaseReview, said: Reminder, at: datetime) -> Event:
    event = ReviewStageOverdue if said.overdue else ReviewStageDue
    return event(
        event_id=derived_id(review.id, "event", said.mark),
        occurred_at=at,
        correlation_id=review.id,
        review_id=review.id,
        stage=said.deadline.name,
        due_at=said.deadline.ends_at,
    )


def _of_follow_up(problem: Problem, said: Reminder, at: datetime) -> Event:
    event = FollowUpOverdue if said.overdue else FollowUpDue
    months = 3 if said.deadline.name == "3" else 6
    return event(
        event_id=derived_id(problem.id, "event", said.mark),
        occurred_at=at,
        correlation_id=problem.id,
        problem_id=problem.id,
        months=months,
        due_at=said.deadline.ends_at,
    )
