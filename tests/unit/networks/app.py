"""Networks' interface on stores in memory, with tokens that are simply the names of roles."""

from collections import Counter
from collections.abc import Mapping, Sequence

import httpx
from fastapi import FastAPI
from prometheus_client import CollectorRegistry

from services.networks.adapters.offer_links import HmacOfferLinks
from services.networks.application.use_cases import Stores
from services.networks.domain.area_counts import AreaCount
from services.networks.entrypoints.hsds_answers import open_to_every_origin
from services.networks.entrypoints.http import HttpParts, routers
from services.networks.entrypoints.http_hsds import FEED
from services.networks.entrypoints.problems import PROBLEMS
from shared.runtime.clock import Clock
from shared.runtime.health import Health
from shared.web.app import create_app
from shared.web.body_guard import BodyLimits
from shared.web.identity import Principal
from tests.unit.networks.memory import Networks

LINKS = HmacOfferLinks("a secret that is only for tests", "https://networks.example")


class RolesByName:
    """Believes a token that is a role's name."""

    async def verify(self, token: str) -> Principal:
        return Principal("somebody", frozenset({token}))


class InMemoryAreaNames:
    def __init__(self) -> None:
        self.names: dict[str, str] = {}

    async def name(self, code: str) -> str:
        return self.names.get(code, code)

    async def put(self, names: Mapping[str, str]) -> None:
        self.names |= names


class InMemoryAreaCounts:
    def __init__(self) -> None:
        self.counts: dict[str, Sequence[AreaCount]] = {}

    async def put(self, source: str, counts: Sequence[AreaCount]) -> bool:
        known = source in self.counts
        self.counts.setdefault(source, counts)
        return known

    async def of_area(self, area: str) -> Sequence[AreaCount]:
        sums = Counter[tuple[str, str]]()
        for count in (count for counts in self.counts.values() for count in counts if count.area == area):
            sums[count.month, count.category] += count.count
        return [AreaCount(area, month, category, n) for (month, category), n in sorted(sums.items())]


def an_app(networks: Networks, clock: Clock) -> FastAPI:
    parts = HttpParts(
        do=networks.do,
        stores=Stores(networks.engagements, networks.assets, networks.people, networks.groups),
        links=LINKS,
        area_names=InMemoryAreaNames(),
        area_counts=InMemoryAreaCounts(),
        clock=clock,
        secret=b"a secret for cursors",
    )
    app = create_app(
        service="networks",
        routers=routers(parts),
        problems=PROBLEMS,
        health=Health(),
        registry=CollectorRegistry(),
        limits=BodyLimits(other_types={"/offers/": frozenset({"application/x-www-form-urlencoded"})}),
    )
    app.state.identity = RolesByName()
    return open_to_every_origin(app, FEED)


def a_client(app: FastAPI, role: str | None = None) -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {role}"} if role else {}
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://networks.test", headers=headers)
