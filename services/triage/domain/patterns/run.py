"""A run over the history of places: what was asked for, its steps, and how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from services.triage.domain.errors import UnfitDataError
from services.triage.domain.patterns.sighting import ASB, CRIME

LONGEST = timedelta(days=5 * 366)
MOST_ATTEMPTS = 3
"""A run that has lost its process so often is given up: something in it ends processes."""


class Method(StrEnum):
    """What a run can do."""

    RATES = "rates"
    HOTSPOTS = "hotspots"
    EVALUATION = "evaluation"
    KNOX = "knox"


class RunState(StrEnum):
    """Where a run stands."""

    ASKED = "asked"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """One method over one group of incidents; done once, however often the run is taken up again."""

    method: Method
    group: str

    @property
    def name(self) -> str:
        """Such as `hotspots:asb`."""
        return f"{self.method.value}:{self.group}"


@dataclass(frozen=True, slots=True)
class Run:
    """A run. `done` names the steps that have their result; `share` is how far the step in hand is."""

    id: UUID
    first: date
    last: date
    methods: tuple[Method, ...]
    asked_at: datetime
    state: RunState = RunState.ASKED
    attempts: int = 0
    done: tuple[str, ...] = ()
    step: str | None = None
    share: float = 0.0
    finished_at: datetime | None = None
    error: str | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, in the order in which they are done."""
        return tuple(Step(method, group) for method in self.methods for group in (ASB, CRIME))

    @property
    def waiting(self) -> tuple[Step, ...]:
        """The steps that have no result yet."""
        return tuple(step for step in self.steps if step.name not in self.done)


def asked(run_id: UUID, period: tuple[date, date], methods: Sequence[Method], at: datetime) -> Run:
    """Return a new run; UnfitDataError where the period ends before it begins or is longer than five years."""
    first, last = period
    if last < first:
        raise UnfitDataError(f"The period ends ({last}) before it begins ({first}).")
    if last - first > LONGEST:
        raise UnfitDataError("A run goes over five years at the most.")
    return Run(run_id, first, last, tuple(dict.fromkeys(methods)), at)


def taken(run: Run) -> Run:
    """Return the run in hand, or given up where it has lost its process too often."""
    if run.attempts >= MOST_ATTEMPTS:
        return replace(run, state=RunState.FAILED, error=f"given up: its process ended {run.attempts} times", step=None)
    return replace(run, state=RunState.RUNNING, attempts=run.attempts + 1)
