"""Importing another directory: from its feed or a file, whole or damaged, once or again."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from services.networks.adapters.hsds_reading import feed_of
from services.networks.adapters.hsds_source import fetched, read_hsds_file
from services.networks.application.import_directory import (
    DirectoryFeed,
    DirectoryImported,
    DirectoryTerms,
    ImportDirectory,
)
from services.networks.bootstrap import command_line
from services.networks.domain.asset import Asset, AssetKind, TrustState
from services.networks.domain.errors import SourceNotReadableError
from services.networks.domain.listing import Listing, OpenTime
from shared.web.client import Answer
from tests.support.hsds import PROFILE, needs_profile
from tests.unit.networks.app import a_client, an_app
from tests.unit.networks.builders import NOW, WARD, SetClock, an_asset
from tests.unit.networks.memory import InMemoryAssets, Networks
from tests.unit.networks.test_hsds_feed import LISTED, a_listed

MOCKS = PROFILE / "validator-mocks"
LUNCH = {
    "id": "0b4a9c86-4c4a-4f0f-8a0e-4f3b0c6f4c11",
    "name": "Lunch club",
    "description": "For older people",
    "status": "active",
    "organization": {"name": "Neighbours", "website": "https://neighbours.example.org"},
    "contacts": [{"id": "1", "name": "Unsaid Person"}],
    "email": "unsaid@example.org",
    "schedules": [{"freq": "WEEKLY", "byday": "MO,WE", "opens_at": "12:00", "closes_at": "14:00"}],
    "assured_date": "2026-03-01",
}


class ServedBy:
    """A feed's server that is an application in this process; it counts what it is asked."""

    def __init__(self, client: httpx.AsyncClient, base: str) -> None:
        self._client = client
        self._base = base
        self.asked = 0

    async def get(self, path: str, *, query: Mapping[str, str] | None = None) -> Answer:
        self.asked += 1
        answer = await self._client.get(self._base + path, params=dict(query or {}))
        return Answer(answer.status_code, answer.json())


class Pages:
    """A server that answers the same page whatever it is asked."""

    def __init__(self, status: int, body: Any) -> None:
        self.answer = Answer(status, body)

    async def get(self, path: str, *, query: Mapping[str, str] | None = None) -> Answer:
        return self.answer if path == "/services" else Answer(404, None)


async def imported(feed: DirectoryFeed, assets: InMemoryAssets, **terms: Any) -> DirectoryImported:
    return await ImportDirectory(assets, SetClock())(feed, DirectoryTerms(**terms))


def the_only(assets: InMemoryAssets) -> Asset:
    (asset,) = assets.stored.values()
    return asset


async def test_a_service_is_proposed_with_its_provenance_and_without_its_people() -> None:
    assets = InMemoryAssets()

    outcome = await imported(feed_of("feed", [LUNCH]), assets, areas=(WARD,), licence="OGL 3.0")

    asset = the_only(assets)
    assert outcome.added == 1
    assert (asset.trust_state, asset.areas, asset.last_confirmed.isoformat()) == (
        TrustState.PROPOSED,
        (WARD,),
        "2026-03-01",
    )
    assert (asset.provenance.source, asset.provenance.reference) == ("hsds: feed", LUNCH["id"])
    assert asset.provenance.licence == "OGL 3.0"
    assert "com.isolation" in asset.offers
    assert asset.listing.website == "https://neighbours.example.org"
    assert [times.day for times in asset.listing.open_times] == ["MO", "WE"]
    assert not asset.consent.listed_publicly
    assert "unsaid" not in repr(asset).casefold()


async def test_the_same_feed_again_changes_nothing() -> None:
    assets = InMemoryAssets()
    await imported(feed_of("feed", [LUNCH]), assets)
    before = dict(assets.stored)

    outcome = await imported(feed_of("feed", [LUNCH, LUNCH]), assets)

    assert (outcome.added, outcome.refreshed, outcome.kept) == (0, 0, 1)
    assert assets.stored == before


async def test_an_entry_follows_its_source_until_somebody_changes_what_it_says() -> None:
    assets = InMemoryAssets()
    await imported(feed_of("feed", [LUNCH]), assets)

    followed = await imported(feed_of("feed", [LUNCH | {"name": "Lunch and tea"}]), assets)
    assert (followed.refreshed, the_only(assets).name) == (1, "Lunch and tea")

    ours = await assets.save(replace(the_only(assets), listing=Listing("In our words")), NOW)
    left = await imported(feed_of("feed", [LUNCH | {"name": "Dinner club"}]), assets)
    assert (left.refreshed, left.kept, the_only(assets)) == (0, 1, ours)


async def test_verifying_an_entry_does_not_keep_it_from_following_its_source() -> None:
    assets = InMemoryAssets()
    await imported(feed_of("feed", [LUNCH]), assets)
    await assets.save(the_only(assets).with_trust(TrustState.VERIFIED), NOW)

    await imported(feed_of("feed", [LUNCH | {"description": "For everybody"}]), assets)

    assert the_only(assets).trust_state is TrustState.VERIFIED
    assert the_only(assets).listing.description == "For everybody"


async def test_what_was_removed_here_stays_removed() -> None:
    assets = InMemoryAssets()
    await imported(feed_of("feed", [LUNCH]), assets)
    removed = await assets.save(the_only(assets).with_trust(TrustState.REMOVED), NOW)

    await imported(feed_of("feed", [LUNCH | {"name": "Back again"}]), assets)

    assert the_only(assets) == removed


async def test_services_that_do_not_run_or_have_no_name_are_counted_and_left_out() -> None:
    assets = InMemoryAssets()
    items = [LUNCH | {"status": "defunct"}, {"id": "1"}, {"name": "No id"}, "nonsense", LUNCH | {"id": 7, "name": "  "}]

    outcome = await imported(feed_of("feed", items), assets)

    assert (outcome.services, outcome.not_running, outcome.unreadable, outcome.added) == (1, 1, 4, 0)


async def test_a_field_that_cannot_be_read_does_not_cost_the_service() -> None:
    damaged = LUNCH | {
        "minimum_age": "grown-up", "maximum_age": 999, "url": "javascript:alert(1)", "schedules": [{"freq": 3}, None],
        "service_at_locations": "none", "languages": [{"code": "klingon"}], "assured_date": "soon", "organization": [],
    }  # fmt: skip
    assets = InMemoryAssets()

    await imported(feed_of("feed", [damaged]), assets)

    assert the_only(assets).listing == Listing("For older people")
    assert the_only(assets).last_confirmed == NOW.date()


async def test_ids_that_are_not_unique_in_the_world_are_their_sources_own() -> None:
    assets = InMemoryAssets()

    for source in ("https://one.example", "https://other.example"):
        await imported(feed_of(source, [LUNCH | {"id": 7}]), assets)

    assert len(assets.stored) == 2


@pytest.mark.parametrize("envelope", ["/hsds", "/hsds/v1"])
async def test_a_feed_of_ours_fills_another_register_with_the_same(envelope: str) -> None:
    ours = [a_listed(f"Group {n}", languages=("en", "ur")) for n in range(120)]
    ours.append(an_asset(name="Bare", consent=LISTED, kind=AssetKind.INSTITUTIONS))
    app, theirs = an_app(Networks(SetClock(), *ours), SetClock()), InMemoryAssets()

    async with a_client(app) as client:
        server = ServedBy(client, envelope)
        feed = await fetched(server, "https://networks.test/hsds")
    await imported(feed, theirs)

    assert server.asked == 2 + len(ours)
    assert sorted(map(_said, theirs.stored.values())) == sorted(map(_said, ours))


def _said(asset: Asset) -> tuple[Any, ...]:
    listing = asset.listing
    organisation = listing.organisation or asset.name
    website = listing.website or ""
    times = tuple((t.day, t.opens, t.closes) for t in listing.open_times if isinstance(t, OpenTime))
    about = (
        listing.description,
        organisation,
        website,
        listing.minimum_age,
        listing.maximum_age,
        times,
        str(listing.place),
    )
    return (asset.name, asset.kind, asset.offers, asset.areas, asset.languages, asset.last_confirmed, about)


async def test_a_server_that_gives_the_same_page_for_ever_is_read_once() -> None:
    feed = await fetched(Pages(200, {"contents": [LUNCH]}), "https://feed.example")

    assert [service.name for service in feed.services] == ["Lunch club"]


@pytest.mark.parametrize(("status", "body"), [(404, None), (200, {"error": "x"}), (200, None)])
async def test_an_address_without_services_is_said_to_be_so(status: int, body: Any) -> None:
    with pytest.raises(SourceNotReadableError, match=r"feed\.example"):
        await fetched(Pages(status, body), "https://feed.example")


def test_a_file_that_is_no_feed_is_said_to_be_so(tmp_path: Path) -> None:
    for text in ("not json", '{"error": 1}', "3"):
        (tmp_path / "feed.json").write_text(text)
        with pytest.raises(SourceNotReadableError, match=r"feed\.json"):
            read_hsds_file(tmp_path / "feed.json")


def test_the_command_names_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "feed.json").write_text(json.dumps([LUNCH]))

    outcome = CliRunner(env={"NETWORKS_MONGO__URL": None}).invoke(command_line(), ["hsds", str(tmp_path / "feed.json")])

    assert outcome.exit_code == 1
    assert "NETWORKS_MONGO__URL" in outcome.output


@needs_profile
@pytest.mark.parametrize(
    ("feed", "services", "unreadable", "distinct"),
    [("Default", 1, 0, 1), ("Warn", 1, 0, 1), ("Test", 128, 0, 1), ("Fail", 0, 4, 0)],
)
async def test_the_validators_own_feeds_are_read(feed: str, services: int, unreadable: int, distinct: int) -> None:
    assets = InMemoryAssets()

    found = read_hsds_file(MOCKS / f"V3.0-UK-{feed}/service_list.json")
    outcome = await imported(found, assets)

    assert (len(found.services), found.unreadable) == (services, unreadable)
    assert outcome.added == len(assets.stored) == distinct
