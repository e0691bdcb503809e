"""Triage's use cases, one of each, for the entrypoints."""

from dataclasses import dataclass

from services.triage.application.ask_for_patterns import AskForPatterns
from services.triage.application.assess_intake import AssessIntake
from services.triage.application.casework import Casework
from services.triage.application.describe_policy import DescribePolicy
from services.triage.application.find_patterns import FindPatterns
from services.triage.application.follow_events import FollowEvents
from services.triage.application.ports import Cases
from services.triage.application.reassess_cases import ReassessCases
from services.triage.application.triage_reports import TriageReports
from shared.runtime.clock import Clock


@dataclass(frozen=True, slots=True)
class UseCases:
    """What triage does, and the two things its routes read directly: cases and the time."""

    cases: Cases
    clock: Clock
    assess_intake: AssessIntake
    describe_policy: DescribePolicy
    triage_reports: TriageReports
    triage_urgent_reports: TriageReports
    follow_events: FollowEvents
    find_patterns: FindPatterns
    ask_for_patterns: AskForPatterns
    casework: Casework
    reassess_cases: ReassessCases
    reassess_urgently: ReassessCases
