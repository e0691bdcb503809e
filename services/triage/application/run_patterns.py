"""When a run over the history is due: do its steps, one process at a time, and take it up where it was left."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from services.triage.application.pattern_events import new_hotspot
from services.triage.application.pattern_ports import Patterns
from services.triage.application.run_ports import Analyses, Outcome, PastSightings, Runs
from services.triage.domain.patterns.run import Run, RunState, Step, taken
from services.triage.domain.patterns.sighting import Sighting
from shared.runtime.clock import Clock

_LEASE = timedelta(seconds=60)
_TICK_SECONDS = 5.0


class LeaseLostError(Exception):
    """Another process works on runs by now; this one leaves them alone."""


@dataclass(frozen=True, slots=True)
class RunPatterns:
    """Work off the runs that wait. `holder` names this process; of several, the one that has the lease works.

    A step's result is kept before the next one begins, so that a process that is killed costs one step. Doing a step
    again replaces its result and finds the patterns there that it told before.
    """

    runs: Runs
    past: PastSightings
    patterns: Patterns
    analyses: Analyses
    clock: Clock
    holder: str

    async def __call__(self) -> int:
        """Return how many runs came to an end; none where another process is at work."""
        finished = 0
        if not await self._leased():
            return finished
        try:
            while (run := await self.runs.next()) is not None:
                await self._through(run)
                finished += 1
        finally:
            await self.runs.release(self.holder)
        return finished

    async def _through(self, waiting: Run) -> None:
        run = taken(waiting)
        await self.runs.save(run)
        if run.state is RunState.FAILED:
            return
        for step in run.waiting:
            run = replace(run, step=step.name, share=0.0)
            await self.runs.save(run)
            await self._done(run, step)
            run = replace(run, done=(*run.done, step.name))
        await self.runs.save(replace(run, state=RunState.DONE, step=None, share=1.0, finished_at=self.clock.now()))

    async def _done(self, run: Run, step: Step) -> None:
        far = [0.0]
        work = asyncio.create_task(self._worked(run, step, far))
        try:
            while not (await asyncio.wait({work}, timeout=_TICK_SECONDS))[0]:
                if not await self._leased():
                    raise LeaseLostError(self.holder)
                await self.runs.save(replace(run, share=far[0]))
        finally:
            work.cancel()
        outcome = work.result()
        now = self.clock.now()
        await self.patterns.add([new_hotspot(seen, now) for seen in outcome.hotspots])
        await self.runs.keep(run, step, outcome)

    async def _worked(self, run: Run, step: Step, far: list[float]) -> Outcome:
        """Read the history, a third of the step, and let the statistics run in a thread."""

        def reading(share: float) -> None:
            far[0] = share / 3

        def counting(share: float) -> None:
            far[0] = (1 + 2 * share) / 3

        seen: Sequence[Sighting] = await self.past.between(step.group, run.first, run.last, reading)
        return await asyncio.to_thread(self.analyses, step, (run.first, run.last), seen, counting)

    async def _leased(self) -> bool:
        now = self.clock.now()
        return await self.runs.lease(self.holder, now, now + _LEASE)
