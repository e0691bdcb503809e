"""What has to hold before a case is closed, by its level, and the reviews that establish it (1.1).

At level 1 the reason for closing says that the question was answered, or the offer taken up or declined. At level 2 the
platform tells the reporter the outcome and asks whether it is settled; what is left is that nothing linked has happened
again. A case that belongs at a lower level is lowered first, by somebody with the authority to do so.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from services.triage.domain.actions import Action
from services.triage.domain.case import HIGH_RISK, PARTNERSHIP, Case
from services.triage.domain.clock_rules import LONDON
from services.triage.domain.level_moves import at_level
from services.triage.domain.move import Move
from services.triage.domain.ram import FLOORS
from services.triage.domain.reviews import EARLY_RESOLUTION
from services.triage.domain.timing import Timing

QUIET = timedelta(days=28)
"""How long nothing linked has happened at level 2, and how long each quiet review at level 3 looks back."""
CONSULTED = ("yes", "unsafe")


def reviewed(case: Case, move: Move, timing: Timing) -> Case:
    """Note what a review found; a score that is medium or high raises the case and never lowers it."""
    if move.ram_band is None:
        return case
    scored = replace(case, progress=replace(case.progress, ram_band=move.ram_band))
    floor = FLOORS[move.ram_band]
    return at_level(scored, floor, move.at, timing) if floor > case.standing.level else scored


def lacking(case: Case, move: Move) -> tuple[str, ...]:
    """Return everything that has to hold before this case is closed like this, and does not."""
    rules = {EARLY_RESOLUTION: _early, PARTNERSHIP: _partnership, HIGH_RISK: _high_risk}
    rule = rules.get(case.standing.level)
    return tuple(rule(case, move)) if rule else ()


def _early(case: Case, move: Move) -> Iterator[str]:
    incident = case.progress.incident_at
    if incident is not None and move.at < incident + QUIET:
        yield "28 days since the last linked incident"


def _partnership(case: Case, move: Move) -> Iterator[str]:
    if not move.ending.problem_assessed:
        yield "problem_id: a problem with this report whose assessment is done"
    if not _two_quiet_reviews(case):
        yield "two reviews in a row, of 28 days each, without a linked incident"
    if not move.ending.victim_told:
        yield "victim_told: the victim knows the outcome"
    if (move.ram_band or case.progress.ram_band) != "standard":
        yield "ram_score: the risk matrix scored again and standard"


def _high_risk(case: Case, move: Move) -> Iterator[str]:
    if not case.watch.safety_plan and not move.ending.held_by_agency:
        yield "a safety plan, or held_by_agency: the lead agency holds the case in its own system"
    if move.ending.victim_consulted not in CONSULTED:
        yield "victim_consulted: yes, or unsafe where asking would put them at risk"


def _two_quiet_reviews(case: Case) -> bool:
    """Tell whether people looked in two periods of 28 days one after the other, counted from the last incident."""
    since = case.watch.since or case.opened_at
    if case.progress.incident_at is not None:
        since = max(since, case.progress.incident_at)
    looked = (entry.at for entry in case.history if entry.action == Action.REVIEW)
    periods = {_days(since, at) // QUIET.days for at in looked} - {0}
    return any(period > 0 and period + 1 in periods for period in periods)


def _days(since: datetime, at: datetime) -> int:
    return (at.astimezone(LONDON).date() - since.astimezone(LONDON).date()).days
