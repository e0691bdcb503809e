"""Moves that change a case's level. Up is easy; down asks for authority, a code, and what the judgement rests on."""

from dataclasses import replace
from datetime import datetime

from services.triage.domain.actions import State
from services.triage.domain.case import HIGH_RISK, PARTNERSHIP, Case, Watch
from services.triage.domain.errors import UnreasonableMoveError
from services.triage.domain.move import Move
from services.triage.domain.rising import due_once_at, taken_up_again
from services.triage.domain.timing import Timing

#: Why a case may come down [HOUSE]; overrides are reviewed by these codes (1.16).
LOWERING_REASONS = (
    "risk_reassessed",
    "information_corrected",
    "safety_plan_in_place",
    "held_by_agency",
    "duplicate",
    "other",
)


def raised(case: Case, move: Move, timing: Timing) -> Case:
    """Raise the level: any triage user, with a reason in free words (1.16)."""
    level = _asked_level(move)
    if level <= case.standing.level:
        raise UnreasonableMoveError(f"The case is at level {case.standing.level}; raise it to a higher one.")
    return at_level(case, level, move.at, timing)


def lowered(case: Case, move: Move, _: Timing) -> Case:
    """Lower the level: on stated information, after considering what else could be done (1.16, 2.2)."""
    level = _asked_level(move)
    if level >= case.standing.level:
        raise UnreasonableMoveError(f"The case is at level {case.standing.level}; lower it to a lower one.")
    if case.standing.level == HIGH_RISK and level != PARTNERSHIP:
        raise UnreasonableMoveError("From level 4 a case is lowered to level 3 only.")
    _check_grounds(move)
    standing = replace(case.standing, level=level, community_allowed=False)
    return replace(case, standing=standing, watch=_watch_from(case, move.at))


def found_unsafe(case: Case, move: Move, timing: Timing) -> Case:
    """Bring professionals in, and take up again what was closed, with the time that a new case has."""
    after = at_level(case, max(case.standing.level, PARTNERSHIP), move.at, timing)
    after = replace(after, human_required=True, outcome=None)
    return taken_up_again(after, move.at, timing) if case.state is State.CLOSED else after


def at_level(case: Case, level: int, at: datetime, timing: Timing) -> Case:
    """Return the case at a level at least as high: no neighbourly matter any more.

    It never has more time than it had, except where that time has passed: then it has that of a new case.
    """
    grade, _ = timing(level, case.standing.grade, at)
    held = {"C3", "C1"} if level >= PARTNERSHIP else {"C3"}
    standing = replace(
        case.standing,
        level=level,
        grade=grade,
        due_at=due_once_at(case, level, grade, at, timing),
        community_allowed=False,
        community_blockers=tuple(sorted(held.union(case.standing.community_blockers))),
    )
    watch = case.watch if level == case.standing.level else _watch_from(case, at)
    return replace(case, standing=standing, watch=watch)


def _watch_from(case: Case, at: datetime) -> Watch:
    """Count reviews anew from a change of level; a due time that was missed stays missed."""
    return Watch(since=at, overdue_for=case.watch.overdue_for)


def _asked_level(move: Move) -> int:
    if move.level is None:
        raise UnreasonableMoveError("Say to which level in 'level'.")
    return move.level


def _check_grounds(move: Move) -> None:
    grounds = move.grounds
    if grounds.reason_code not in LOWERING_REASONS:
        raise UnreasonableMoveError(f"Say why in 'reason_code': one of {', '.join(LOWERING_REASONS)}.")
    for name in ("information_relied_on", "options_considered"):
        if not getattr(grounds, name):
            raise UnreasonableMoveError(f"A case is not lowered without '{name}'.")
