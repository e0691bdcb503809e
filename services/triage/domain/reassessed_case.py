"""What a decision made again does to its case (T0): it rises or it stays, whatever people have done meanwhile."""

from dataclasses import replace
from datetime import datetime

from services.triage.domain.actions import State
from services.triage.domain.case import PARTNERSHIP, Case, HeldFlag, Owner, Standing, Watch
from services.triage.domain.decision import Decision
from services.triage.domain.flags import FLAGS
from services.triage.domain.grades import Grade
from services.triage.domain.level_moves import at_level
from services.triage.domain.move import Move
from services.triage.domain.reviews import EARLY_RESOLUTION
from services.triage.domain.rising import due_once_at, taken_up_again
from services.triage.domain.signals import Confidence
from services.triage.domain.timing import Timing


def reassessed(case: Case, move: Move, _: Timing) -> Case:
    """Return the case under a decision in which nothing rose: what people decided since stays as they decided it."""
    return case if move.decision is None else after_incident(_under(case, move.decision), move)


def risk_rose(case: Case, move: Move, timing: Timing) -> Case:
    """Return the case at the level and grade of the new evidence at least; closed, it is taken up again."""
    decision = move.decision
    if decision is None:
        return case
    standing = _standing(case, decision, move.at, timing)
    after = after_incident(_under(case, decision), move)
    after = replace(after, standing=standing, human_required=True, outcome=None)
    if goes_up_by(move.incident_at, case):
        after = at_level(after, max(standing.level, PARTNERSHIP), move.at, timing)
    if case.state is State.CLOSED:
        return taken_up_again(after, move.at, timing)
    if after.standing.level > case.standing.level:
        after = replace(after, watch=Watch(since=move.at))
    untaken = case.owner == Owner(case.standing.lead_role)
    return replace(after, owner=Owner(after.standing.lead_role)) if untaken else after


def goes_up_by(incident_at: datetime | None, case: Case) -> bool:
    """Tell whether a linked incident alone brings the case up: at level 2, while it is worked on (1.1)."""
    return incident_at is not None and case.standing.level == EARLY_RESOLUTION and case.state is not State.CLOSED


def after_incident(case: Case, move: Move) -> Case:
    """Return the case with the linked incident: what was scored before it counts no more."""
    if move.incident_at is None:
        return case
    latest = max(move.incident_at, case.progress.incident_at or move.incident_at)
    return replace(case, progress=replace(case.progress, incident_at=latest, ram_band=None))


def _under(case: Case, decision: Decision) -> Case:
    return replace(
        case,
        flags=_flags(case, decision),
        decision_id=decision.occasion.decision_id,
        contact_allowed=case.contact_allowed and decision.contact_allowed,
        human_required=case.human_required or decision.human_required,
    )


def _standing(case: Case, decision: Decision, at: datetime, timing: Timing) -> Standing:
    held, leads = case.standing, decision.level >= case.standing.level
    level, grade = max(held.level, decision.level), min(Grade[held.grade], decision.grade).name
    allowed = held.community_allowed and decision.community.allowed
    return Standing(
        level=level,
        grade=grade,
        lead_role=decision.lead_role if leads else held.lead_role,
        due_at=due_once_at(case, level, grade, at, timing),
        community_allowed=allowed,
        community_blockers=tuple(sorted({*held.community_blockers, *decision.community.blockers})),
        community_conditions=decision.community.conditions if allowed else (),
    )


def _flags(case: Case, decision: Decision) -> tuple[HeldFlag, ...]:
    """Return the flags of both, each at its higher confidence; one that only this decision takes away is gone."""
    surest = {held.flag: held for held in case.flags if held.flag != "no_behaviour_described"}
    for raised in decision.flags:
        held = surest.get(raised.flag)
        if held is None or Confidence[held.confidence.upper()] < raised.confidence:
            surest[raised.flag] = HeldFlag(raised.flag, raised.confidence.word, raised.blocking)
    return tuple(surest[flag] for flag in FLAGS if flag in surest)
