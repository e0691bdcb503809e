"""When somebody asks for a run over the history, for how far it is, or for the patterns that are known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.triage.application.pattern_ports import PatternFilter, Patterns
from services.triage.application.run_ports import Outcome, Runs
from services.triage.domain.patterns.pattern import Pattern
from services.triage.domain.patterns.run import Method, Run, asked
from shared.runtime.clock import Clock
from shared.runtime.ids import new_id


@dataclass(frozen=True, slots=True)
class AskForPatterns:
    """Ask for a run, and look at runs and patterns. The work itself is done by a process of its own."""

    runs: Runs
    patterns: Patterns
    clock: Clock

    async def run(self, period: tuple[date, date], methods: Sequence[Method]) -> Run:
        """Keep a run over a period, to be worked off soon; UnfitDataError for a period that makes no sense."""
        run = asked(new_id(), period, methods, self.clock.now())
        await self.runs.add(run)
        return run

    async def due(self) -> Run | None:
        """Return a run that waits for somebody to work it off."""
        return await self.runs.due(self.clock.now())

    async def progress(self, run_id: UUID) -> tuple[Run, Mapping[str, Outcome]]:
        """Return how far a run is and what it has found so far, or raise PatternNotFoundError."""
        return await self.runs.get(run_id), await self.runs.results(run_id)

    async def known(self, wanted: PatternFilter) -> Sequence[Pattern]:
        """Return a page of patterns, newest month first."""
        return await self.patterns.list(wanted)

    async def one(self, pattern_id: UUID) -> Pattern:
        """Return a pattern, or raise PatternNotFoundError."""
        return await self.patterns.get(pattern_id)
