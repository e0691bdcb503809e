"""Runs over the history: steps, results, one process at a time, and what is left after a kill."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import h3
import numpy as np
import pytest

from services.triage.adapters.analytics.analyses import analysed
from services.triage.adapters.mongo_history import MongoHistory
from services.triage.adapters.mongo_patterns import MongoPatterns
from services.triage.adapters.mongo_runs import MongoRuns
from services.triage.adapters.past_sightings import MongoPastSightings
from services.triage.application.pattern_ports import PatternFilter
from services.triage.application.run_patterns import RunPatterns
from services.triage.application.run_ports import Outcome
from services.triage.domain.errors import PatternNotFoundError, UnfitDataError
from services.triage.domain.patterns.pattern import Kind
from services.triage.domain.patterns.run import MOST_ATTEMPTS, Method, Run, RunState, Step, asked
from services.triage.domain.patterns.sighting import Sighting
from shared.runtime.ids import new_id
from tests.support.cases import NOON
from tests.support.memory_store import MemoryDatabase
from tests.support.sightings import CELL, seen
from tests.support.triage import StoppedClock

PERIOD = (date(2025, 11, 1), date(2026, 3, 4))
HOT = [str(cell) for cell in h3.grid_disk(CELL, 1)]


class KilledError(Exception):
    """The process is gone."""


class World:
    """A store with runs on it."""

    def __init__(self) -> None:
        database = MemoryDatabase()
        self.history = MongoHistory(database.collection("history"), database.collection("cases"))
        self.past = MongoPastSightings(database.collection("history"))
        self.patterns = MongoPatterns(database.collection("patterns"))
        self.runs = MongoRuns(database.collection("pattern_runs"), database.collection("pattern_results"))

    def process(self, name: str = "one", analyses: Any = analysed) -> RunPatterns:
        return RunPatterns(self.runs, self.past, self.patterns, analyses, StoppedClock(), name)

    async def ask(self, *methods: Method) -> Run:
        run = asked(new_id(), PERIOD, methods, NOON)
        await self.runs.add(run)
        return run


def a_winter() -> list[Sighting]:
    """Scattered trouble, and much of it about one place."""
    chance = np.random.default_rng(4)
    around = sorted(str(cell) for cell in h3.grid_disk(CELL, 6))
    places = [*chance.choice(around, 150), *chance.choice(HOT, 120)]
    return [
        seen(float(chance.uniform(0, 120)), cell=str(cell), category="nui.rowdy_gathering", concern_id=new_id())
        for cell in places
    ]


async def test_a_run_finds_the_planted_hotspot_and_tells_its_area() -> None:
    world = World()
    await world.history.add(a_winter())
    run = await world.ask(Method.HOTSPOTS, Method.RATES)

    assert await world.process()() == 1

    ended, results = await world.runs.get(run.id), await world.runs.results(run.id)
    assert ended.state is RunState.DONE
    assert ended.waiting == ()
    hotspots = results["hotspots:asb"].found["hotspots"]
    assert [(one["area"], one["status"]) for one in hotspots] == [("E02002320", "to_confirm")]
    assert results["rates:asb"].found["areas"][0]["area"] == "E02002320"
    assert "at least 30 cells" in str(results["hotspots:crime"].refused)
    told = await world.patterns.list(PatternFilter(kinds=(Kind.HOTSPOT,)))
    assert [(one.area, one.key.category) for one in told] == [("E02002320", "asb")]


async def test_no_result_names_a_cell_a_report_or_a_concern() -> None:
    world, winter = World(), a_winter()
    await world.history.add(winter)
    run = await world.ask(*Method)
    await world.process()()

    shown = repr(await world.runs.results(run.id))

    for one in winter:
        assert one.cell not in shown
        assert str(one.report_id) not in shown
        assert str(one.concern_id) not in shown


async def test_an_evaluation_says_how_well_the_ranking_did_against_the_naive_one() -> None:
    world = World()
    await world.history.add(a_winter())
    run = await world.ask(Method.EVALUATION)
    await world.process()()

    scores = (await world.runs.results(run.id))["evaluation:asb"].found["scores"]

    assert {score["method"] for score in scores} == {"gi_star", "naive_last_month"}
    assert all(score["interval"][0] <= score["pai"] <= score["interval"][1] for score in scores)


async def test_too_little_is_refused_with_the_reason() -> None:
    world = World()
    await world.history.add([seen(day) for day in range(9)])
    run = await world.ask(Method.KNOX)
    await world.process()()

    assert (await world.runs.results(run.id))["knox:crime"].refused == "Too few: 9 events, and 30 are needed."


async def test_a_run_that_was_killed_is_taken_up_at_the_step_where_it_was() -> None:
    world, done = World(), list[str]()

    def killed_at_the_second(step: Step, *_: Any) -> Outcome:
        if done:
            raise KilledError
        done.append(step.name)
        return Outcome({"of": step.name})

    run = await world.ask(Method.RATES)
    with pytest.raises(KilledError):
        await world.process(analyses=killed_at_the_second)()
    assert (await world.runs.get(run.id)).done == ("rates:asb",)

    def after(step: Step, *_: Any) -> Outcome:
        done.append(step.name)
        return Outcome({"of": step.name})

    await world.process("two", after)()

    assert done == ["rates:asb", "rates:crime"]
    assert (await world.runs.get(run.id)).state is RunState.DONE
    assert set(await world.runs.results(run.id)) == {"rates:asb", "rates:crime"}


async def test_a_run_that_ends_every_process_is_given_up() -> None:
    world = World()

    def deadly(*_: Any) -> Outcome:
        raise KilledError

    run = await world.ask(Method.RATES)
    for _ in range(MOST_ATTEMPTS):
        with pytest.raises(KilledError):
            await world.process(analyses=deadly)()
    await world.process(analyses=deadly)()

    ended = await world.runs.get(run.id)
    assert ended.state is RunState.FAILED
    assert "given up" in str(ended.error)


async def test_of_two_processes_one_works() -> None:
    world = World()
    run = await world.ask(Method.RATES)
    assert await world.runs.lease("another", NOON, NOON + timedelta(seconds=60))

    assert await world.process()() == 0
    assert (await world.runs.get(run.id)).state is RunState.ASKED

    await world.runs.release("another")
    assert await world.process()() == 1


async def test_a_lease_that_ran_out_is_anybodys() -> None:
    world = World()
    await world.runs.lease("another", NOON - timedelta(seconds=90), NOON - timedelta(seconds=30))

    assert await world.runs.lease("one", NOON, NOON + timedelta(seconds=60))
    assert not await world.runs.lease("another", NOON, NOON + timedelta(seconds=60))


async def test_running_again_tells_the_same_hotspot_once() -> None:
    world = World()
    await world.history.add(a_winter())
    for _ in range(2):
        await world.ask(Method.HOTSPOTS)
        await world.process()()

    assert len(await world.patterns.list(PatternFilter(kinds=(Kind.HOTSPOT,)))) == 1


async def test_what_is_not_there_is_said_to_be_not_there() -> None:
    world = World()

    with pytest.raises(PatternNotFoundError):
        await world.runs.get(new_id())
    with pytest.raises(PatternNotFoundError):
        await world.patterns.get(new_id())


@pytest.mark.parametrize("period", [(date(2026, 2, 1), date(2026, 1, 1)), (date(2015, 1, 1), date(2026, 1, 1))])
def test_a_period_that_makes_no_sense_is_refused(period: tuple[date, date]) -> None:
    with pytest.raises(UnfitDataError):
        asked(new_id(), period, [Method.RATES], NOON)


def test_one_reporter_makes_no_hotspot_however_often_they_write() -> None:
    complainer = new_id()
    written = [
        replace(one, cell=CELL, concern_id=complainer, at=NOON - timedelta(days=n))
        for n, one in enumerate(a_winter()[:90])
    ]
    scattered = [one for one in a_winter() if one.cell not in HOT]

    outcome = analysed(Step(Method.HOTSPOTS, "asb"), PERIOD, [*scattered, *written], lambda _: None)

    assert not any(one.cell == CELL for told in outcome.hotspots for one in told)
    assert outcome.found["of_one_reporter"] == 1


HEAVY = ("numpy", "scipy", "pandas", "geopandas", "esda", "libpysal", "pyproj", "shapely")


def test_the_service_loads_no_statistics() -> None:
    program = "import sys, services.triage.bootstrap; print([name for name in sys.argv[1:] if name in sys.modules])"

    loaded = subprocess.run([sys.executable, "-c", program, *HEAVY], check=True, capture_output=True, text=True)  # noqa: S603 - our own interpreter

    assert loaded.stdout.strip() == "[]"
