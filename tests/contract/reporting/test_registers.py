"""What requests and places are found by, on every store."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from services.reporting.adapters.mongo_neighbourhood import MongoNeighbourhood
from services.reporting.adapters.mongo_time_line import MongoTimeLine
from services.reporting.application.public_ports import Mark, Period, PublicReport
from services.reporting.domain.exposure import PublicStanding
from services.reporting.domain.status import progress_of
from shared.persistence.mongo import connected
from shared.persistence.store import Database
from shared.runtime.ids import derived_id
from tests.support.memory_store import MemoryDatabase
from tests.support.store_node import StoreNode, store_classpath, store_node

__all__ = ["store_classpath", "store_node"]

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SECOND = int(NOON.timestamp())
KIND = "env.litter"


@pytest.fixture(params=["memory", pytest.param("local", marks=pytest.mark.integration)])
async def database(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    if request.param == "memory":
        yield MemoryDatabase()
        return
    node: StoreNode = request.getfixturevalue("store_node")
    async with connected(node.url, f"registers_{abs(hash(request.node.name))}") as store:
        yield store


def a_report(number: int, lat: float = 53.6458, lon: float = -1.785) -> PublicReport:
    report_id = derived_id(UUID(int=number), "report")
    return PublicReport(
        id=report_id, reference="KTH-0000-0000", received_at=NOON, standing=PublicStanding(KIND, KIND),
        progress=progress_of(NOON, ()), cell=None, answers={}, text=None, expected_at=None, concern=report_id,
        point=(lat, lon),
    )  # fmt: skip


async def marks(line: MongoTimeLine, first: int, last: int) -> list[Mark]:
    return [mark async for mark in line.within(Period(first, last))]


async def test_marks_are_found_by_their_time_in_order_and_once(database: Database) -> None:
    line, other = (MongoTimeLine(database.collection("lines"), name) for name in ("requests", "updates"))
    put = [Mark(SECOND + 700 * number, f"{number:02x}", ("kind", "open")) for number in range(40)]
    for _ in range(2):
        await line.change(put, [])

    assert await marks(line, SECOND, SECOND + 86_400) == put
    assert await marks(line, SECOND + 700, SECOND + 1_400) == put[1:3]
    assert await marks(other, SECOND, SECOND + 86_400) == []


async def test_a_mark_is_put_over_its_former_self_and_dropped_as_often_as_it_is_said(database: Database) -> None:
    line = MongoTimeLine(database.collection("lines"), "requests")
    kept, gone = Mark(SECOND, "aa", ("closed",)), Mark(SECOND, "bb", ("open",))
    await line.change([Mark(SECOND, "aa", ("open",)), gone], [])
    for _ in range(2):
        await line.change([kept], [gone, Mark(SECOND - 90_000, "cc")])

    assert await marks(line, SECOND - 100_000, SECOND + 10) == [kept]


async def test_what_is_open_is_found_around_its_place_and_no_more_than_a_few(database: Database) -> None:
    places = MongoNeighbourhood(database.collection("places"))
    there, far = [a_report(number) for number in range(30)], a_report(99, lat=53.7)
    for _ in range(2):
        await places.change([*there, far], [])

    found = {spot.report_id for spot in await places.around(KIND, 53.6458, -1.785, metres=100)}
    assert found == {report.id for report in there[-8:]}
    assert await places.around("env.graffiti", 53.6458, -1.785, metres=100) == []
    assert all(
        (spot.lat, spot.lon) != (53.6458, -1.785) for spot in await places.around(KIND, 53.6458, -1.785, metres=100)
    )

    await places.change([], [*there, a_report(500)])
    assert await places.around(KIND, 53.6458, -1.785, metres=100) == []
