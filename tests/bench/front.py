"""The way in by GeoReport against the way in by JSON, and what looking up "already reported?" costs."""

import asyncio
import statistics
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from random import Random
from urllib.parse import urlencode
from uuid import UUID

from services.reporting.adapters.mongo_neighbourhood import KEPT, MongoNeighbourhood, place_of
from services.reporting.application.public_ports import PublicReport
from services.reporting.domain.exposure import PublicStanding
from services.reporting.domain.nearness import radius_of
from services.reporting.domain.status import progress_of
from shared.persistence.mongo import connected
from tests.bench.intake import BODY, CONNECTIONS, ROUNDS, SECONDS
from tests.bench.load import Target, closed_loop
from tests.bench.processes import frozen
from tests.bench.result import Row
from tests.support.stack import RunningStack

KIND = "env.litter"
FEW, MANY = 1_000, 1_000_000
_BATCH = 5_000
_LOOKUPS = 400
_NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def open311(stack: RunningStack) -> list[Row]:
    """Measure one report by three ways in, in turns; the neighbours are stopped."""
    key, port = stack.api_key("open311"), int(stack.url("reporting").rsplit(":", 1)[1])
    words = "Ten or so lads by the bandstand with a speaker on while gone midnight, nowt broken, just loud. " * 3
    form = urlencode(
        {
            "api_key": key, "service_code": "nui.rowdy_gathering", "description": words, "lat": "53.6458",
            "long": "-1.7850", "attribute[WHEN]": "last_night", "attribute[WHERE_KIND]": "park_open_space",
            "attribute[REPEAT_COUNT]": "2", "attribute[REPORTER_ROLE]": "witness",
            "attribute[SHARE_WITH_COMMUNITY]": "yes",
        }
    ).encode()  # fmt: skip
    urlencoded = "application/x-www-form-urlencoded"
    ways = {
        "json": (Target(port, "/v1/reports", (("X-API-Key", stack.api_key("web_client")),)), BODY),
        "open311 json": (Target(port, "/open311/v2/requests.json", content_type=urlencoded), form),
        "open311 xml": (Target(port, "/open311/v2/requests.xml", content_type=urlencoded), form),
    }
    rates: dict[str, list[float]] = {name: [] for name in ways}
    with frozen(stack, "triage", "networks", "notify"):
        for _ in range(ROUNDS):
            for name, (target, body) in ways.items():
                rates[name].append(_rate(target, body))
    plain, *others = (statistics.median(found) for found in rates.values())
    return [_ratio(name, rate, plain) for name, rate in zip(list(ways)[1:], others, strict=True)]


def nearby(stack: RunningStack) -> list[Row]:
    """Look up one place among few reports and among many, all over one district."""
    few, many = asyncio.run(_lookups(str(stack.state["mongo"])))
    ratio = many / few
    return [
        Row(
            "already reported? lookup, median",
            f"{many * 1e3:.2f} ms among {MANY:,}",
            f"{few * 1e3:.2f} ms among {FEW:,}, ratio {ratio:.2f}",
            "ratio 1.5 at most",
            ratio <= 1.5,
        )
    ]


async def _lookups(url: str) -> tuple[float, float]:
    async with connected(url, "bench_nearby") as database:
        places = {size: MongoNeighbourhood(database.collection(f"places_{size}")) for size in (FEW, MANY)}
        for size, there in places.items():
            for batch in _batches(size):
                await there.change(batch, [])
        timed = [(await _timed(places[FEW]), await _timed(places[MANY])) for _ in range(ROUNDS)]
    return statistics.median(few for few, _ in timed), statistics.median(many for _, many in timed)


async def _timed(places: MongoNeighbourhood) -> float:
    chance, took = Random(7), []  # noqa: S311 - places to look at
    for _ in range(_LOOKUPS):
        lat, lon = _somewhere(chance)
        began = time.perf_counter()
        await places.around(KIND, lat, lon, metres=radius_of(KIND))
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def _batches(size: int) -> Iterator[Sequence[PublicReport]]:
    """Yield the reports that are still there after so many: a place keeps its last few."""
    chance, kept = Random(1), defaultdict[str, deque[PublicReport]](lambda: deque(maxlen=KEPT))  # noqa: S311 - made up
    standing, progress = PublicStanding(KIND, KIND), progress_of(_NOON, ())
    for number in range(size):
        report = PublicReport(
            id=UUID(int=number), reference="", received_at=_NOON, standing=standing, progress=progress, cell=None,
            answers={}, text=None, expected_at=None, concern=UUID(int=number), point=_somewhere(chance),
        )  # fmt: skip
        kept[place_of(report)].append(report)
    left = [report for reports in kept.values() for report in reports]
    for start in range(0, len(left), _BATCH):
        yield left[start : start + _BATCH]


def _somewhere(chance: Random) -> tuple[float, float]:
    return chance.uniform(53.55, 53.75), chance.uniform(-1.95, -1.60)


def _rate(target: Target, body: bytes) -> float:
    done = asyncio.run(closed_loop(target, lambda: body, connections=CONNECTIONS, seconds=SECONDS))
    if done.refused:
        raise RuntimeError(f"{done.refused} posts were refused")
    return done.per_second


def _ratio(name: str, rate: float, plain: float) -> Row:
    ratio, aim = rate / plain, 0.8
    against = f"POST /v1/reports: {plain:,.0f}/s, ratio {ratio:.2f}"
    return Row(f"acknowledged posts/s by {name}", f"{rate:,.0f}/s", against, f"ratio {aim}", ratio >= aim)
