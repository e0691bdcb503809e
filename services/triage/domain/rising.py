"""What follows for the clock of a case that rises: it waits for a person, with time that has not passed."""

from dataclasses import replace
from datetime import datetime

from services.triage.domain.actions import State
from services.triage.domain.case import Case, Owner, Standing, Watch
from services.triage.domain.grades import Grade
from services.triage.domain.timing import Timing


def rises(held: Standing, level: int, grade: str) -> bool:
    """Tell whether this level or this grade is above what the case has."""
    return level > held.level or Grade[grade] < Grade[held.grade]


def due_once_at(case: Case, level: int, grade: str, at: datetime, timing: Timing) -> datetime:
    """Return by when a person has to have looked at the case, once it is at this level and grade.

    That is no later than before, except where the case rises after its time has passed, or was closed: then it has the
    time of a new case, so that its clock runs again.
    """
    held, closed = case.standing, case.state is State.CLOSED
    if not closed and not rises(held, level, grade):
        return held.due_at
    _, fresh = timing(level, grade, at)
    return fresh if closed or held.due_at <= at else min(held.due_at, fresh)


def taken_up_again(case: Case, at: datetime) -> Case:
    """Return the case that was closed with reviews counted from now, and with whom a new one has: its lead role."""
    return replace(case, owner=Owner(case.standing.lead_role), watch=Watch(since=at))


def waiting_anew(before: Case, after: Case) -> Case:
    """Return the case that rose as one that nobody has looked at as it stands, unless a person has taken it."""
    if not rises(before.standing, after.standing.level, after.standing.grade):
        return after
    after = replace(after, watch=replace(after.watch, overdue_for=None))
    in_hand_of_nobody = after.state is State.IN_HAND and after.owner.subject is None
    return replace(after, state=State.OPEN) if in_hand_of_nobody else after
