"""What finding help for one case costs over a large register: the usual case, the widest, and the first of a day."""

import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from services.networks.domain.asset import Asset, AssetKind, Consent, Contact, DbsRole, Safeguarding, TrustState
from services.networks.domain.asset_index import AssetIndex
from services.networks.domain.categories import ELIGIBLE
from services.networks.domain.concern import Concern
from services.networks.domain.filters import Search
from shared.runtime.ids import new_id
from tests.bench.result import Row, quantile

ASSETS = 10_000
CASES = 500
AIM_MS = 20.0
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
WARDS = tuple(f"E0500{number:04}" for number in range(23))
DISTRICT = "E08000034"
CATEGORIES = tuple(ELIGIBLE)


def measure() -> list[Row]:
    """Time single matches, each alone, over one index."""
    chance = random.Random(8)  # noqa: S311 - the same register in every run
    index = AssetIndex(_mixed(chance) for _ in range(ASSETS))
    usual = _times(index, (_search(chance.choice(CATEGORIES), chance.choice(WARDS)) for _ in range(CASES)))
    everybody = AssetIndex(_fitting() for _ in range(ASSETS))
    widest = _times(everybody, (_search("env.litter", WARDS[0]) for _ in range(CASES)))
    days = _times(index, (_search("env.litter", WARDS[0], day) for day in range(1, 20)))
    return [
        _row("help for one case, a town's register", usual),
        _row("help for one case that every asset fits", widest),
        _row("the first case of a day", days),
    ]


def _row(what: str, took: Sequence[float]) -> Row:
    median = quantile(list(took), 0.5)
    measured = f"median {median:.2f} ms, p99 {quantile(list(took), 0.99):.2f} ms"
    return Row(what, measured, f"{ASSETS:,} assets", f"median under {AIM_MS:.0f} ms", median < AIM_MS)


def _times(index: AssetIndex, searches: Iterable[Search]) -> list[float]:
    index.match(_search("env.litter", WARDS[0]))
    return [_timed(index, search) for search in searches]


def _timed(index: AssetIndex, search: Search) -> float:
    began = time.perf_counter()
    index.match(search)
    return (time.perf_counter() - began) * 1000


def _search(category: str, ward: str, days: int = 0) -> Search:
    identifier = new_id()
    concern = Concern(identifier, identifier, identifier, identifier, 2, category, (ward, DISTRICT), allowed=True)
    return Search(concern, NOW + timedelta(days=days))


def _fitting() -> Asset:
    return Asset(
        id=new_id(),
        kind=AssetKind.ASSOCIATIONS,
        name="A group",
        areas=(DISTRICT,),
        offers=("env.litter",),
        last_confirmed=date(2026, 11, 1),
        contact=Contact("Somebody", "group@example.org"),
        council_contact="Community team",
        safeguarding=Safeguarding(date(2027, 1, 1), date(2026, 1, 1), (DbsRole("lead", "enhanced", date(2026, 1, 1)),)),
        consent=Consent(receives_offers=True),
        trust_state=TrustState.ACTIVE,
    )


def _mixed(chance: random.Random) -> Asset:
    """Return an asset as a town might have it: some wards, a few kinds of help, one in five not to be asked."""
    return replace(
        _fitting(),
        areas=tuple(chance.sample(WARDS, chance.randint(1, 4))) if chance.random() < 0.8 else (DISTRICT,),
        offers=tuple(chance.sample(CATEGORIES, chance.randint(1, 5))),
        trust_state=chance.choices((TrustState.ACTIVE, TrustState.PAUSED), (8, 2))[0],
        asked=(NOW - timedelta(days=chance.randint(0, 60)),),
        mediation_trained=chance.random() < 0.1,
    )
