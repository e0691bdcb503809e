"""What follows for the clock of a case that rises: it waits for a person, with time that has not passed."""

from dataclasses import replace
from datetime import datetime

from services.triage.domain.actions import State
from services.triage.domain.case import Case, Owner, Progress, Standing, Watch
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


def taken_up_again(case: Case, at: datetime, timing: Timing) -> Case:
    """Return the case that was closed as a new one: its reviews, its contact and its owner, the lead role."""
    due = case.progress.contact_due_at and timing.contact(case.standing.level, case.standing.grade, at)
    progress = Progress(contact_due_at=due, incident_at=case.progress.incident_at)
    return replace(case, owner=Owner(case.standing.lead_role), watch=Watch(since=at), progress=progress)


def waiting_anew(before: Case, after: Case, at: datetime, timing: Timing) -> Case:
    """Return the case that rose as one that nobody has looked at as it stands, unless a person has taken it.

    Whoever was not spoken to yet is no later than before, or within the time of a new case where that has passed.
    """
    standing = after.standing
    if not rises(before.standing, standing.level, standing.grade):
        return after
    after = replace(after, watch=replace(after.watch, overdue_for=None))
    held = after.progress.contact_due_at
    if held is not None and after.progress.contact_is_due:
        fresh = timing.contact(standing.level, standing.grade, at)
        due = fresh if held <= at else min(held, fresh)
        after = replace(after, progress=replace(after.progress, contact_due_at=due))
    in_hand_of_nobody = after.state is State.IN_HAND and after.owner.subject is None
    return replace(after, state=State.OPEN) if in_hand_of_nobody else after
