"""MARAC referrals on a case: a task that stays until somebody says that it is done."""

from dataclasses import replace

from services.triage.domain.case import HIGH_RISK, Case, Task
from services.triage.domain.errors import UnreasonableMoveError
from services.triage.domain.level_moves import at_level
from services.triage.domain.move import Move
from services.triage.domain.timing import Timing

MARAC_REFERRAL = "marac_referral"


def dash_recorded(case: Case, move: Move, timing: Timing) -> Case:
    """Note that a DASH was recorded. One that meets a criterion brings the case to level 4, lowered before or not.

    While a referral waits there is no second one: what this DASH found joins its reasons, and its time stays.
    """
    referral = move.referral
    if referral is None:
        raise UnreasonableMoveError("Send the answers of a DASH.")
    if not referral.criteria:
        return case
    raised = at_level(case, max(case.standing.level, HIGH_RISK), move.at, timing)
    _, due_at = timing(HIGH_RISK, raised.standing.grade, move.at)
    waiting = next((task for task in case.tasks if task.kind == MARAC_REFERRAL), Task(MARAC_REFERRAL, due_at))
    because = tuple(dict.fromkeys((*waiting.because, *referral.criteria)))
    others = tuple(task for task in case.tasks if task.kind != MARAC_REFERRAL)
    return replace(raised, tasks=(*others, replace(waiting, because=because)))


def referred(case: Case, _: Move, __: Timing) -> Case:
    """Note that the referral was made."""
    left = tuple(task for task in case.tasks if task.kind != MARAC_REFERRAL)
    if left == case.tasks:
        raise UnreasonableMoveError("No MARAC referral is waiting to be made.")
    return replace(case, tasks=left)
