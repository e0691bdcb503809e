"""What works off runs, on a store; the statistics are loaded only when a step is done."""

import asyncio
import importlib.util
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from services.triage.adapters.mongo_patterns import MongoPatterns
from services.triage.adapters.mongo_runs import MongoRuns
from services.triage.adapters.past_sightings import MongoPastSightings
from services.triage.application.run_patterns import RunPatterns
from services.triage.application.run_ports import Outcome, Progress
from services.triage.domain.errors import UnfitDataError
from services.triage.domain.patterns.knox import OPERATIONAL
from services.triage.domain.patterns.run import Method, Run, RunState, Step, asked
from services.triage.domain.patterns.sighting import Sighting
from shared.persistence.store import Database
from shared.runtime.clock import Clock
from shared.runtime.ids import new_id

FINISHED = (RunState.DONE, RunState.FAILED)
_LOOK_SECONDS = 0.5
_NEEDED = ("numpy", "scipy", "esda", "libpysal", "pyproj", "h3")


def runs_of(database: Database) -> MongoRuns:
    """Return the runs in a store."""
    return MongoRuns(database.collection("pattern_runs"), database.collection("pattern_results"))


def runner_on(database: Database, clock: Clock) -> RunPatterns:
    """Return what works off the runs in a store; what it announces is relayed by the service's sweep."""
    past, patterns = MongoPastSightings(database.collection("history")), MongoPatterns(database.collection("patterns"))
    return RunPatterns(runs_of(database), past, patterns, _analysed, clock, holder=str(new_id()))


async def worked_off(database: Database, clock: Clock) -> None:
    """Work off the runs that wait in a store, unless another process does, and let go of the store."""
    try:
        await runner_on(database, clock)()
    finally:
        await database.close()


async def run_now(
    database: Database, clock: Clock, period: tuple[date, date], methods: Sequence[Method], tell: Callable[[str], None]
) -> tuple[Run, Mapping[str, Outcome]]:
    """Ask for a run, tell how far it is, and return it when it has come to its end; then let go of the store."""
    runs = runs_of(database)
    try:
        run = asked(new_id(), period, methods, clock.now())
        await runs.add(run)
        await _awaited(runs, runner_on(database, clock), run.id, tell)
        return await runs.get(run.id), await runs.results(run.id)
    finally:
        await database.close()


async def _awaited(runs: MongoRuns, work_off: RunPatterns, run_id: UUID, tell: Callable[[str], None]) -> None:
    """Return when the run is finished; it is worked off here unless somebody else does."""
    said, work = "", asyncio.create_task(work_off())
    while (run := await runs.get(run_id)).state not in FINISHED:
        if work.done():
            work.result()
            work = asyncio.create_task(work_off())
        if (line := f"{run.step or 'waiting'}: {run.share:.0%}") != said:
            tell(line)
            said = line
        await asyncio.sleep(_LOOK_SECONDS)
    await work


def knox_of(file: Path, seed: int, tell: Callable[[str], None]) -> Mapping[str, Any]:
    """Test a file of dated points; UnfitDataError where it cannot be tested."""
    if missing := missing_libraries():
        raise UnfitDataError(f"The extra 'analytics' is not installed: {', '.join(missing)} missing.")
    from services.triage.adapters.analytics.analyses import knox_view  # noqa: PLC0415 - not loaded by the service
    from services.triage.adapters.analytics.event_file import read_events  # noqa: PLC0415 - as above
    from services.triage.adapters.analytics.knox import Draws, knox  # noqa: PLC0415 - as above

    def progress(permutation: int) -> None:
        if permutation % 100 == 0:
            tell(f"{permutation} permutations")

    return knox_view(knox(read_events(file), OPERATIONAL, Draws(seed, progress=progress)))


def missing_libraries() -> tuple[str, ...]:
    """Name the libraries of the `analytics` extra that are not installed."""
    return tuple(name for name in _NEEDED if importlib.util.find_spec(name) is None)


def _analysed(step: Step, period: tuple[date, date], seen: Sequence[Sighting], progress: Progress) -> Outcome:
    if missing := missing_libraries():
        return Outcome(refused=f"The extra 'analytics' is not installed: {', '.join(missing)} missing.")
    from services.triage.adapters.analytics.analyses import analysed  # noqa: PLC0415 - not loaded by the service

    return analysed(step, period, seen, progress)
