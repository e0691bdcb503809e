"""The history of places is kept as long as its schedule allows, and no longer."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from services.triage.adapters.history_keeping import HistoryKeeping, Kept
from services.triage.adapters.mongo_history import MongoHistory
from services.triage.adapters.past_sightings import MongoPastSightings
from services.triage.domain.patterns.sighting import Sighting
from shared.persistence.errors import StoreUnavailableError
from shared.runtime.ids import new_id
from tests.support.memory_store import Fault, MemoryDatabase
from tests.support.triage import StoppedClock

OLD, FADED, FRESH = (datetime(year, 3, 4, 12, tzinfo=UTC) for year in (2020, 2024, 2026))
NOW = datetime(2026, 4, 1, 12, tzinfo=UTC)
CELL = "891ed3b1d23ffff"


def seen_at(at: datetime, concern: UUID | None = None) -> Sighting:
    report = new_id()
    return Sighting(report, concern or report, "nui.rowdy_gathering", CELL, at, "E02002280", "street")


@pytest.fixture
def database() -> MemoryDatabase:
    return MemoryDatabase()


def keeping(database: MemoryDatabase) -> HistoryKeeping:
    return HistoryKeeping(database.collection("history"), StoppedClock(NOW))


async def kept_in(database: MemoryDatabase, *seen: Sighting) -> None:
    await MongoHistory(database.collection("history"), database.collection("cases")).add(seen)


async def everything(database: MemoryDatabase) -> list[Sighting]:
    past = MongoPastSightings(database.collection("history"))
    return list(await past.between("asb", OLD.date(), NOW.date(), lambda _: None))


async def test_what_is_old_goes_what_is_faded_leads_to_no_report_and_the_rest_stays(database: MemoryDatabase) -> None:
    concern = new_id()
    fresh, faded = seen_at(FRESH), [seen_at(FADED, concern), seen_at(FADED, concern), seen_at(FADED)]
    await kept_in(database, seen_at(OLD), *faded, fresh)

    assert await keeping(database)() == Kept(months_forgotten=1, months_made_nameless=1)

    *left, last = sorted(await everything(database), key=lambda one: one.at)
    names = {name for one in faded for name in (one.report_id, one.concern_id)}
    assert last == fresh
    assert not names & {name for one in left for name in (one.report_id, one.concern_id)}
    assert len({one.concern_id for one in left}) == 2
    assert [replace(one, report_id=concern, concern_id=concern) for one in left] == [
        replace(one, report_id=concern, concern_id=concern) for one in faded
    ]


async def test_a_pass_that_was_broken_off_goes_on_and_one_that_is_repeated_does_nothing(
    database: MemoryDatabase,
) -> None:
    await kept_in(database, seen_at(OLD), seen_at(FADED))
    database.faults.plan(Fault("update_one", collection="history"))

    with pytest.raises(StoreUnavailableError):
        await keeping(database)()

    assert await keeping(database)() == Kept(months_made_nameless=1, places_forgotten=1)
    assert await keeping(database)() == Kept()


async def test_a_place_is_forgotten_once_no_repeat_can_follow(database: MemoryDatabase) -> None:
    await kept_in(database, seen_at(FADED))
    assert (await keeping(database)()).places_forgotten == 1

    await kept_in(database, seen_at(FADED), seen_at(FRESH))
    assert (await keeping(database)()).places_forgotten == 0


async def test_what_is_due_can_be_told_without_doing_it(database: MemoryDatabase) -> None:
    await kept_in(database, seen_at(OLD), seen_at(FADED))
    before = database.collection("history").everything()

    told = await keeping(database)(only_tell=True)

    assert told == Kept(months_forgotten=1, months_made_nameless=1, places_forgotten=1)
    assert database.collection("history").everything() == before
