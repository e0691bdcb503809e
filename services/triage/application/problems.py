"""Problems (SARA): opened, filled in, led from stage to stage by people, and followed up."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol
from uuid import UUID

from services.triage.application.retries import check_same
from services.triage.domain.clock_rules import LONDON
from services.triage.domain.errors import StaleCaseError
from services.triage.domain.impact import Counts, Impact, RateRatio, displacement_quotient, percentage_of
from services.triage.domain.problem import Problem
from shared.contracts.event import Event
from shared.runtime.clock import Clock


class ProblemStore(Protocol):
    """Where problems live."""

    async def add(self, problem: Problem) -> None:
        """Store a new problem; storing it twice is harmless."""
        ...

    async def get(self, problem_id: UUID) -> Problem:
        """Return the problem, or raise CaseNotFoundError."""
        ...

    async def save(self, problem: Problem, *, announcing: Sequence[Event] = ()) -> None:
        """Store a problem one version on, with what it announces, or raise StaleCaseError."""
        ...

    async def list(self) -> Sequence[Problem]:
        """Return every problem, the newest first; a partnership works on some dozens."""
        ...


@dataclass(frozen=True, slots=True)
class Problems:
    """Everything that is done with problems."""

    store: ProblemStore
    clock: Clock
    ratio_of: Callable[[Counts], RateRatio | None]

    async def open(self, problem: Problem) -> Problem:
        """Store a new problem; one that was opened before is returned as it stands now, or KeyReusedError is raised."""
        await self.store.add(problem)
        held = await self.store.get(problem.id)
        check_same(held.request, problem.request)
        return held

    async def change(self, problem_id: UUID, seen_version: int, by: Callable[[Problem], Problem]) -> Problem:
        """Change the version that the person has seen; new counts are assessed once, beside the event loop."""
        problem = await self.store.get(problem_id)
        if problem.version != seen_version:
            raise StaleCaseError(f"The problem is at version {problem.version} now.")
        after = await self._assessed(problem, by(problem))
        await self.store.save(after)
        return after

    async def due(self) -> Sequence[Problem]:
        """Return the problems whose follow-up is due and was not made."""
        today = self._today()
        found = await self.store.list()
        return [one for one in found if any(up.found is None and up.due_on <= today for up in one.follow_ups)]

    def impact(self, problem: Problem) -> Impact | None:
        """Return what may be said about the response, once it was counted."""
        counts = _counts_of(problem)
        if counts is None:
            return None
        return Impact(problem.rate_ratio, percentage_of(counts), displacement_quotient(counts))

    async def _assessed(self, before: Problem, after: Problem) -> Problem:
        counts = _counts_of(after)
        if counts == _counts_of(before) and (counts is None or after.rate_ratio is not None):
            return after
        ratio = None if counts is None else await asyncio.to_thread(self.ratio_of, counts)
        return replace(after, rate_ratio=ratio)

    def _today(self) -> date:
        return self.clock.now().astimezone(LONDON).date()


def _counts_of(problem: Problem) -> Counts | None:
    given = problem.of("assessment").get("counts")
    if not given:
        return None
    return Counts(**{name: number for name, number in given.items() if not name.startswith("weeks")})
