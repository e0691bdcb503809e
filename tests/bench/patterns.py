"""What finding patterns costs a report with little and with much history kept, on the local store."""

import asyncio
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain, islice

import h3
from prometheus_client import CollectorRegistry

from services.triage.adapters.sighting_documents import month_id, place_document, place_id, sighting_document
from services.triage.application.open_case import opened_case
from services.triage.application.ports import Narrative
from services.triage.application.use_cases import UseCases
from services.triage.bootstrap import World, parts_of
from services.triage.domain.patterns.periods import month_of, month_start
from services.triage.domain.patterns.repeats import MOST_INCIDENTS
from services.triage.domain.patterns.sighting import Incident, Sighting
from services.triage.domain.policy import Policy
from shared.contracts.intake import IntakeFields
from shared.contracts.reporting import ReportSubmitted
from shared.contracts.triage import CaseOpened
from shared.persistence.mongo import connect
from shared.persistence.store import Collection, Document
from shared.runtime.clock import SystemClock
from shared.runtime.ids import new_id
from tests.bench.result import Row
from tests.support.cases import InMemoryNarratives
from tests.support.memory_bus import MemoryBus
from tests.support.reports import the_policy
from tests.support.stack import RunningStack
from tests.support.triage import Tokens, settings

LITTLE, MUCH = 1_000, 1_000_000
LITTLE_MONTHS = ("2026-10",)
MUCH_MONTHS = tuple(f"{year}-{month:02}" for year in range(2022, 2027) for month in range(1, 11))
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ROUNDS, BATCH = 10, 100
AIM = 1.3
_HOME = "89195da49b7ffff"
_CATEGORIES = ("crime.burglary", "crime.vehicle-crime", "crime.robbery", "env.fly_tipping")
"""Most of them of the kinds that are looked for in the cells beside as well."""


@dataclass(frozen=True, slots=True)
class Town:
    """Triage over one history, and cells of it of which no two are neighbours."""

    use_cases: UseCases
    policy: Policy
    sites: Sequence[str]


def measure(stack: RunningStack) -> list[Row]:
    """Compare a first month in a small town with five years in a large one, in turns."""
    return asyncio.run(compared(stack.state["mongo"]))


async def compared(store: str) -> list[Row]:
    """Return the rows; the store holds both histories."""
    towns = {LITTLE: await _town(store, LITTLE, LITTLE_MONTHS), MUCH: await _town(store, MUCH, MUCH_MONTHS)}
    took: dict[int, list[float]] = {LITTLE: [], MUCH: []}
    for number in range(ROUNDS):
        for kept, town in towns.items():
            took[kept].append(await _batch(town, _reports(town, number)))
    little, much = (statistics.median(took[kept]) for kept in (LITTLE, MUCH))
    near = [await _batch(towns[MUCH], _repeated(_reports(towns[MUCH], number))) for number in range(ROUNDS)]
    what = f"finding patterns, {MUCH:,} sightings kept"
    against = f"{little:,.0f} us with {LITTLE:,} kept, ratio {much / little:.2f}"
    return [
        Row(what, f"{much:,.0f} us a report", against, f"ratio {AIM}", much / little <= AIM),
        Row(
            "a report that is a near repeat", f"{statistics.median(near):,.0f} us", "with its note and event", "-", True
        ),
    ]


async def _town(store: str, kept: int, months: Sequence[str]) -> Town:
    database = connect(store, f"patterns_{kept}_{new_id().hex[-8:]}")
    cells = list(islice(_cells(), kept // len(months)))
    await _fill(database.collection("history"), cells, months)
    bus = MemoryBus({"kith.escalations.v1": 1})
    world = World(database, bus.publisher(), InMemoryNarratives(), Tokens(), CollectorRegistry(), SystemClock())
    sites = sorted({str(h3.cell_to_center_child(h3.cell_to_parent(cell, 8), 9)) for cell in cells} & set(cells))
    return Town(parts_of(settings(), world).use_cases, the_policy(), sites)


async def _fill(history: Collection, cells: Sequence[str], months: Sequence[str]) -> None:
    seen = [_seen(cell, month, n) for n, cell in enumerate(cells) for month in months]
    kept = (
        {"_id": month_id(one), "month": month_of(one.at), "count": 1, "seen": [sighting_document(one)]} for one in seen
    )
    last: dict[str, list[Incident]] = {}
    for one in seen:
        last.setdefault(place_id(one.category, one.cell), []).append(one.incident)
    places = (place_document(place, incidents[-MOST_INCIDENTS:]) for place, incidents in last.items())
    documents: Iterator[Document] = chain(kept, places)
    while chunk := list(islice(documents, 1_000)):
        await history.insert_absent(chunk)


def _seen(cell: str, month: str, number: int) -> Sighting:
    at = month_start(month) + timedelta(days=number % 28, hours=12)
    return Sighting(new_id(), new_id(), _CATEGORIES[number % 4], cell, at)


def _cells() -> Iterator[str]:
    for ring in range(1_000):
        yield from sorted(map(str, h3.grid_ring(_HOME, ring)))


async def _batch(town: Town, reports: Sequence[ReportSubmitted]) -> float:
    """Open the cases of a batch, and return the microseconds that finding its patterns takes for each."""
    await town.use_cases.triage_reports(reports)
    opened = [opened_case(one, Narrative(None), town.policy).announcing for one in reports]
    events = [event for event in opened if isinstance(event, CaseOpened)]
    begun = time.perf_counter()
    await town.use_cases.find_patterns(events)
    return (time.perf_counter() - begun) / len(reports) * 1e6


def _reports(town: Town, number: int) -> list[ReportSubmitted]:
    return [_report(town.sites[(number * BATCH + n) % len(town.sites)], n) for n in range(BATCH)]


def _repeated(reports: Sequence[ReportSubmitted]) -> list[ReportSubmitted]:
    """Let the same happen at the same places two days later."""
    return [one.model_copy(update={"received_at": NOW + timedelta(days=2)}) for one in reports]


def _report(cell: str, number: int) -> ReportSubmitted:
    report_id = new_id()
    return ReportSubmitted(
        event_id=new_id(),
        occurred_at=NOW,
        correlation_id=report_id,
        concern_id=report_id,
        report_id=report_id,
        received_at=NOW,
        intake=IntakeFields(category=_CATEGORIES[number % 4], where_kind="street"),
        has_text=False,
        areas=("E02002320",),
        cell=cell,
    )
