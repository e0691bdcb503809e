"""What is done with cases once they are open: seen, moved, woken by their clocks, referred, reviewed."""

from collections.abc import Callable
from dataclasses import dataclass

from services.triage.application.case_reviews import CaseReviews, CaseReviewStore
from services.triage.application.move_case import MoveCase
from services.triage.application.ports import Accesses, Cases, DashAnswers
from services.triage.application.problems import Problems, ProblemStore
from services.triage.application.record_dash import RecordDash
from services.triage.application.tell_deadlines import TellDeadlines
from services.triage.application.view_cases import ViewCases
from services.triage.application.wake_cases import WakeCases
from services.triage.domain.impact import Counts, RateRatio
from services.triage.domain.terms import TERMS, Terms
from services.triage.domain.timing import Timing
from shared.runtime.clock import Clock


@dataclass(frozen=True, slots=True)
class CaseworkPorts:
    """Where casework keeps what it knows."""

    cases: Cases
    accesses: Accesses
    dash_answers: DashAnswers
    case_reviews: CaseReviewStore
    problems: ProblemStore
    ratio_of: Callable[[Counts], RateRatio | None]


@dataclass(frozen=True, slots=True)
class CaseworkRules:
    """The partnership's own values, and the policy under which people decide."""

    policy_version: str
    timing: Timing
    terms: Terms = TERMS


@dataclass(frozen=True, slots=True)
class Casework:
    """One of each."""

    move_case: MoveCase
    view_cases: ViewCases
    wake_cases: WakeCases
    record_dash: RecordDash
    case_reviews: CaseReviews
    problems: Problems
    tell_deadlines: TellDeadlines


def casework(ports: CaseworkPorts, rules: CaseworkRules, clock: Clock) -> Casework:
    """Return casework over these ports."""
    holidays = frozenset(rules.timing.holidays)
    move_case = MoveCase(ports.cases, ports.problems, rules.timing, rules.terms.matrix, rules.policy_version)
    return Casework(
        move_case=move_case,
        view_cases=ViewCases(ports.cases, ports.accesses, clock),
        wake_cases=WakeCases(ports.cases, rules.timing, clock),
        record_dash=RecordDash(ports.dash_answers, move_case, clock, rules.terms.marac),
        case_reviews=CaseReviews(ports.case_reviews, clock, holidays, rules.terms),
        problems=Problems(ports.problems, clock, ports.ratio_of),
        tell_deadlines=TellDeadlines(ports.case_reviews, ports.problems, clock, holidays, rules.terms.case_review),
    )
