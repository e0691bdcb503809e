"""What the history of places and the runs promise, in memory and on the store that Kith runs on."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from services.triage.adapters.mongo_history import MongoHistory
from services.triage.adapters.mongo_runs import MongoRuns
from services.triage.adapters.past_sightings import MongoPastSightings
from services.triage.application.run_ports import Outcome
from services.triage.domain.patterns.repeats import MOST_INCIDENTS
from services.triage.domain.patterns.run import Method, asked
from services.triage.domain.patterns.sighting import ASB, CRIME
from shared.persistence.mongo import connect
from shared.persistence.store import Database
from shared.runtime.ids import new_id
from tests.support.cases import NOON
from tests.support.memory_store import MemoryDatabase
from tests.support.sightings import CELL, in_public, seen
from tests.support.store_node import StoreNode


class PatternStores:
    """The suite."""

    database: Database

    def history(self) -> tuple[MongoHistory, MongoPastSightings]:
        name = f"history_{new_id().hex}"
        return MongoHistory(self.database.collection(name), self.database.collection("cases")), MongoPastSightings(
            self.database.collection(name)
        )

    async def test_what_is_added_twice_is_kept_once(self) -> None:
        history, past = self.history()
        reports = [seen(day) for day in range(5)]

        await history.add(reports)
        await history.add(reports[::-1])

        kept = await past.between(CRIME, date(2026, 1, 1), NOON.date(), lambda _: None)
        assert sorted(one.report_id for one in kept) == sorted(one.report_id for one in reports)
        assert set(kept) == set(reports)
        incidents = await history.last_incidents([("crime.burglary", CELL)])
        assert len(incidents["crime.burglary", CELL]) == 5

    async def test_those_who_add_at_the_same_time_lose_nothing(self) -> None:
        history, past = self.history()
        reports = [seen(day / 10) for day in range(20)]

        await asyncio.gather(*(history.add([one]) for one in reports))

        assert len(await past.between(CRIME, date(2026, 1, 1), NOON.date(), lambda _: None)) == 20
        incidents = (await history.last_incidents([("crime.burglary", CELL)]))["crime.burglary", CELL]
        assert {one.day for one in incidents} == {one.incident.day for one in reports}
        assert len(incidents) == len({one.day for one in incidents})

    async def test_of_incidents_the_last_are_remembered(self) -> None:
        history, _ = self.history()
        for day in range(MOST_INCIDENTS + 4, 0, -1):
            await history.add([seen(day)])

        incidents = (await history.last_incidents([("crime.burglary", CELL)]))["crime.burglary", CELL]

        assert [one.day for one in incidents] == [seen(day).incident.day for day in range(MOST_INCIDENTS, 0, -1)]

    async def test_a_group_and_a_period_are_read_and_nothing_else(self) -> None:
        history, past = self.history()
        inside = in_public(3)
        await history.add([inside, in_public(60), in_public(0), seen(3)])

        kept = await past.between(ASB, NOON.date() - timedelta(days=5), NOON.date() - timedelta(days=1), lambda _: None)

        assert kept == [inside]

    async def test_runs_come_back_as_they_were_kept_and_the_oldest_first(self) -> None:
        runs = self.runs()
        period, ids = (date(2026, 1, 1), date(2026, 2, 1)), sorted([new_id(), new_id()])
        first, second = (asked(run_id, period, [Method.RATES], NOON) for run_id in ids)
        for run in (second, first):
            await runs.add(run)

        await runs.keep(first, first.steps[0], Outcome({"areas": []}))

        assert (await runs.get(first.id)).done == ("rates:asb",)
        assert await runs.results(first.id) == {"rates:asb": Outcome({"areas": []})}
        assert await runs.get(second.id) == second
        waiting = await runs.next()
        assert waiting is not None
        assert waiting.id == first.id

    async def test_the_lease_is_one_holders_until_it_runs_out(self) -> None:
        runs, later = self.runs(), NOON + timedelta(seconds=60)

        taken = await asyncio.gather(*(runs.lease(f"holder-{n}", NOON, later) for n in range(5)))

        assert sum(taken) == 1
        holder = f"holder-{taken.index(True)}"
        assert await runs.lease(holder, NOON, later)
        assert not await runs.lease("other", NOON, later)
        assert await runs.lease("other", later + timedelta(seconds=1), later + timedelta(seconds=60))

    async def test_a_run_is_due_when_nobody_works(self) -> None:
        runs, later = self.runs(), NOON + timedelta(seconds=60)
        assert await runs.due(NOON) is None
        run = asked(new_id(), (date(2026, 1, 1), date(2026, 2, 1)), [Method.RATES], NOON)
        await runs.add(run)
        assert await runs.due(NOON) == run

        await runs.lease("one", NOON, later)

        assert await runs.due(NOON) is None
        assert await runs.due(later + timedelta(seconds=1)) == run

    def runs(self) -> MongoRuns:
        name = new_id().hex
        return MongoRuns(self.database.collection(f"runs_{name}"), self.database.collection(f"results_{name}"))


class TestInMemory(PatternStores):
    @pytest.fixture(autouse=True)
    def _database(self) -> None:
        self.database = MemoryDatabase()


@pytest.mark.integration
class TestOnTheLocalStore(PatternStores):
    @pytest.fixture(autouse=True)
    async def _database(self, store_node: StoreNode) -> AsyncIterator[None]:
        self.database = connect(store_node.url, "triage_patterns")
        yield
        await self.database.close()
