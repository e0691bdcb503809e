"""Times that people have for stages of case reviews and for looking back at problems: due on a day, late at its end."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from services.triage.domain.case_review import REVIEWING, CaseReview, Stage, due_at
from services.triage.domain.clock_rules import CLOSING, LONDON, is_working_day
from services.triage.domain.problem import Problem
from services.triage.domain.review_terms import ReviewTerms

OPENING = time(9, 0)
_MOMENT, _DAY = timedelta(microseconds=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that has to be done: due from one moment on, late from another, which is None where nobody is late."""

    name: str
    due_from: datetime
    ends_at: datetime
    is_owed: bool = True


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to say about a deadline, at its moment."""

    deadline: Deadline
    at: datetime
    overdue: bool

    @property
    def mark(self) -> str:
        """What is kept once it was said: the same for the same deadline."""
        return f"{self.deadline.name} {self.deadline.ends_at.isoformat()} {'overdue' if self.overdue else 'due'}"


def stage_deadlines(review: CaseReview, holidays: frozenset[date], terms: ReviewTerms) -> Iterator[Deadline]:
    """Yield the deadline of the present stage. Of the window to appeal in, nobody is late: it just ends."""
    ends_at = due_at(review, holidays, terms)
    if ends_at is not None:
        name = "review" if review.stage in REVIEWING else review.stage.value
        last_day = (ends_at - _MOMENT).astimezone(LONDON).date()
        yield Deadline(name, _on(last_day, OPENING), ends_at, is_owed=review.stage is not Stage.NOT_MET)


def follow_up_deadlines(problem: Problem, holidays: AbstractSet[date]) -> Iterator[Deadline]:
    """Yield the looks back that nobody recorded yet, on the day or the next one when offices are open."""
    for one in problem.follow_ups:
        if one.found is None:
            day = one.due_on
            while not is_working_day(day, holidays):
                day += _DAY
            yield Deadline(str(one.months), _on(day, OPENING), _on(day, CLOSING))


def reminders(deadlines: Iterable[Deadline], told: tuple[str, ...]) -> list[Reminder]:
    """Return what is still to be said, the first first."""
    found = []
    for deadline in deadlines:
        found.append(Reminder(deadline, deadline.due_from, overdue=False))
        if deadline.is_owed:
            found.append(Reminder(deadline, deadline.ends_at, overdue=True))
    return sorted((one for one in found if one.mark not in told), key=lambda one: one.at)


def _on(day: date, at: time) -> datetime:
    return datetime.combine(day, at, LONDON).astimezone(UTC)
