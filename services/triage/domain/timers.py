"""What time alone does to a case: a due time is missed, an offer runs out, a review is called for."""

from dataclasses import replace
from datetime import datetime

from services.triage.domain.actions import Action, State
from services.triage.domain.case import PARTNERSHIP, Case
from services.triage.domain.contact import contact_clock
from services.triage.domain.errors import UnreasonableMoveError
from services.triage.domain.level_moves import at_level
from services.triage.domain.move import PLATFORM, Move
from services.triage.domain.reviews import EARLY_RESOLUTION, ESCALATES_ON_DAY, next_review
from services.triage.domain.timing import Timing

_REASONS = {
    Action.OVERDUE: "Nobody has looked at the case by its due time.",
    Action.CONTACT_OVERDUE: "Nobody has spoken to the reporter by the time for it.",
    Action.HANDOVER_EXPIRED: "The agency did not answer in time; the case stays with its sender.",
    Action.REVIEW_DUE: "The case is to be looked at again.",
}


def wake_at(case: Case, timing: Timing) -> datetime | None:
    """Return when the next clock of the case runs out; a closed case has none."""
    return min((at for _, at in _running(case, timing)), default=None)


def ripe(case: Case, now: datetime, timing: Timing) -> Move | None:
    """Return the move that time asks for: the clock that ran out first, None where none has."""
    due = [(at, action) for action, at in _running(case, timing) if at <= now]
    if not due:
        return None
    _, action = min(due)
    review = next_review(case, timing, by=now) if action is Action.REVIEW_DUE else None
    return Move(action, PLATFORM, _REASONS[action], now, review_day=review.day if review else None)


def overdue(case: Case, _: Move, __: Timing) -> Case:
    """Remember which due time was missed, so that it is announced once."""
    return replace(case, watch=replace(case.watch, overdue_for=case.standing.due_at))


def review_due(case: Case, move: Move, timing: Timing) -> Case:
    """Call for the review; a case at level 2 that is still open on day 28 goes to the partnership (1.1)."""
    day = move.review_day or 0
    if case.standing.level == EARLY_RESOLUTION and day >= ESCALATES_ON_DAY:
        return at_level(case, PARTNERSHIP, move.at, timing)
    return replace(case, watch=replace(case.watch, review_day=day))


def planned_for_safety(case: Case, move: Move, _: Timing) -> Case:
    """Note that a safety plan stands: from now on a case at level 4 is reviewed every 14 days."""
    if not case.sealed:
        raise UnreasonableMoveError("A safety plan is recorded on a case at level 4.")
    return replace(case, watch=replace(case.watch, since=move.at, review_day=0, safety_plan=True))


def _running(case: Case, timing: Timing) -> list[tuple[Action, datetime]]:
    if case.state is State.CLOSED:
        return []
    clocks: list[tuple[Action, datetime]] = []
    if case.state is State.OPEN and case.watch.overdue_for != case.standing.due_at:
        clocks.append((Action.OVERDUE, case.standing.due_at))
    contact = contact_clock(case)
    if contact is not None:
        clocks.append((Action.CONTACT_OVERDUE, contact))
    if case.handover is not None:
        clocks.append((Action.HANDOVER_EXPIRED, case.handover.expires_at))
    review = next_review(case, timing)
    if review is not None:
        clocks.append((Action.REVIEW_DUE, review.at))
    return clocks
