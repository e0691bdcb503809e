"""A problem: two or more like incidents, led through scanning, analysis, response and assessment (section 4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from services.triage.domain.clock_rules import LONDON
from services.triage.domain.errors import MoveNotAllowedError, UnreasonableMoveError
from services.triage.domain.impact import RateRatio
from services.triage.domain.problem_gates import missing, names_somebody
from services.triage.domain.qualifying import last_day

FOLLOW_UP_MONTHS = (3, 6)


class Stage(StrEnum):
    """Where a problem stands."""

    SCANNING = "scanning"
    ANALYSIS = "analysis"
    RESPONSE = "response"
    ASSESSMENT = "assessment"
    CLOSED = "closed"


_ORDER = tuple(Stage)


class GateError(MoveNotAllowedError):
    """A stage lacks something; `missing` names every thing."""

    def __init__(self, stage: Stage, lacking: tuple[str, ...]) -> None:
        super().__init__("advance", stage.value, ("record", "back"))
        self.args = (f"A problem in {stage.value} does not go on without: {'; '.join(lacking)}.",)
        self.missing = lacking


@dataclass(frozen=True, slots=True)
class Noted:
    """One line of a problem's history."""

    at: datetime
    what: str
    actor: str
    reason: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A look back some months after the close, and what it found."""

    months: int
    due_on: date
    found: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem with what each stage holds. Going back is always allowed; going on needs the stage's gate.

    `rate_ratio` is that of the counts which assessment holds, told once when they are recorded.
    """

    id: UUID
    opened_at: datetime
    stage: Stage = Stage.SCANNING
    data: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    follow_ups: tuple[FollowUp, ...] = ()
    history: tuple[Noted, ...] = ()
    rate_ratio: RateRatio | None = None
    version: int = 1
    told: tuple[str, ...] = ()
    """What was said about its follow-ups."""
    request: str | None = None
    """The fingerprint of the request that opened it, where it came under a key."""

    def of(self, stage: str) -> Mapping[str, Any]:
        """Return what a stage holds."""
        return self.data.get(stage, {})

    def began_with(self, pattern_id: UUID) -> bool:
        """Tell whether it names this pattern."""
        return str(pattern_id) in self.of("scanning").get("pattern_ids", ())


def recorded(problem: Problem, stage: str, data: Mapping[str, Any], note: Noted) -> Problem:
    """Return the problem with what a stage holds now; never a named person, only roles."""
    if problem.stage is Stage.CLOSED:
        raise MoveNotAllowedError("record", problem.stage.value, ("back",))
    return _noted(replace(problem, data={**problem.data, stage: data}), note, data)


def advanced(problem: Problem, note: Noted) -> Problem:
    """Return the problem at its next stage, or raise GateError; an unchanged problem goes back, it is not closed."""
    if problem.stage is Stage.CLOSED:
        raise MoveNotAllowedError("advance", problem.stage.value, ("back",))
    lacking = missing(problem.stage.value, problem.data)
    if problem.of("assessment").get("judgement") == "unchanged" and problem.stage is Stage.ASSESSMENT:
        lacking = (*lacking, "a change: what stayed unchanged goes back to analysis")
    if lacking:
        raise GateError(problem.stage, lacking)
    following = _ORDER[_ORDER.index(problem.stage) + 1]
    ups = _follow_ups(note.at) if following is Stage.CLOSED else problem.follow_ups
    return _noted(replace(problem, stage=following, follow_ups=ups), note)


def gone_back(problem: Problem, to: Stage, note: Noted) -> Problem:
    """Return the problem at an earlier stage, with all that was recorded."""
    if _ORDER.index(to) >= _ORDER.index(problem.stage):
        raise UnreasonableMoveError(f"'to' is a stage before {problem.stage.value}.")
    return _noted(replace(problem, stage=to, follow_ups=()), note)


def followed_up(problem: Problem, months: int, note: Noted) -> Problem:
    """Return the problem with what a follow-up found."""
    if all(one.months != months for one in problem.follow_ups):
        raise MoveNotAllowedError("follow-up", problem.stage.value, ("advance", "back"))
    ups = tuple(replace(one, found=note.reason) if one.months == months else one for one in problem.follow_ups)
    return _noted(replace(problem, follow_ups=ups), note)


def assessed_for(problem: Problem, report_id: UUID) -> bool:
    """Tell whether the problem is about this report and has been led through its assessment (1.1)."""
    scanning = problem.of("scanning")
    reports = (*scanning.get("report_ids", ()), scanning.get("level_4_referral"))
    return problem.stage is Stage.CLOSED and str(report_id) in map(str, reports)


def _follow_ups(at: datetime) -> tuple[FollowUp, ...]:
    day = at.astimezone(LONDON).date()
    return tuple(FollowUp(months, last_day(day, months)) for months in FOLLOW_UP_MONTHS)


def _noted(problem: Problem, note: Noted, typed: Mapping[str, Any] | None = None) -> Problem:
    """Return the problem one version on; every step comes through here, and none may name somebody."""
    if names_somebody((note.reason, typed)):
        raise UnreasonableMoveError("A shared problem file names nobody; write roles, such as 'group A'.")
    return replace(problem, history=(*problem.history, note), version=problem.version + 1)
