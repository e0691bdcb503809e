"""Builders for triage: a report with only the details a test is about, and its decision."""

import functools
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from services.triage.adapters.policy_in_force import policy_in_force
from services.triage.domain.decision import Decision, Occasion
from services.triage.domain.policy import Policy, assess
from services.triage.domain.report import Intake

OCCASION = Occasion(
    report_id=UUID(int=1),
    decision_id=UUID(int=2),
    at=datetime(2026, 3, 4, 10, 0, tzinfo=UTC),
)


@functools.cache
def the_policy() -> Policy:
    """The policy in force, compiled once for a test run, services in memory included."""
    return policy_in_force()


def a_report(text: str = "", **fields: Any) -> Intake:
    """A report; whatever is not given is unknown."""
    return Intake(text=text, **fields)


def decided(text: str = "", **fields: Any) -> Decision:
    """The decision on such a report."""
    return assess(a_report(text, **fields), occasion=OCCASION, policy=the_policy())
