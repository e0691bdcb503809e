"""The open directory as an Open Referral UK feed: its shape, its pages, its filters, and what is never in it."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from services.networks.application.taxonomy_ids import TAXONOMY_IDS, TERM_IDS
from services.networks.domain.asset import Asset, AssetKind, Consent, TrustState
from services.networks.domain.listing import Address, Listing, OpenTime, Place, Weekday
from tests.support.hsds import faults, needs_profile, pages
from tests.unit.networks.app import a_client, an_app
from tests.unit.networks.builders import NOW, SetClock, an_asset
from tests.unit.networks.memory import Networks

HALL = Place("Village hall", 53.60, -1.80, Address("High Street", "Holmfirth", "West Yorkshire", "HD9 1AA"))
FAR = Place("Far hall", 53.70, -1.80, Address("Long Road", "Batley", "West Yorkshire", "WF17 5SS"))
EVENING = OpenTime(Weekday.TUESDAY, time(18), time(20, 30))
LISTED = Consent(receives_offers=True, listed_publicly=True)


def a_listed(name: str = "Walking group", **changes: Any) -> Asset:
    about = Listing(
        "Walks for everybody", "Walkers of Holmfirth", "https://walks.example.org", 16, 99, (EVENING,), HALL
    )
    return an_asset(**{"name": name, "consent": LISTED, "listing": about} | changes)


class Feed:
    def __init__(self, *assets: Asset) -> None:
        self.clock = SetClock()
        self.networks = Networks(self.clock, *assets)
        self.app = an_app(self.networks, self.clock)

    def client(self) -> httpx.AsyncClient:
        return a_client(self.app)

    async def get(self, path: str, **query: Any) -> Any:
        async with self.client() as client:
            answer = await client.get(path, params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def names(self, **query: Any) -> list[str]:
        return [item["name"] for item in (await self.get("/hsds/services", **query))["contents"]]


async def test_the_feed_says_what_it_is_with_and_without_the_last_slash() -> None:
    for path in ("/hsds/", "/hsds"):
        about = await Feed().get(path)
        assert about["version"] == "HSDS-UK-3.0"
        assert about["openapi_url"] == "http://networks.test/openapi.json"


@needs_profile
async def test_every_item_of_every_page_keeps_to_the_profile() -> None:
    feed = Feed(*(a_listed(f"Group {n}") for n in range(7)), an_asset(name="Bare", consent=LISTED))
    async with feed.client() as client:
        services = await pages(client, "/hsds/services", 3)
        places = await pages(client, "/hsds/service_at_locations", 3)

    assert [page["size"] for page in services] == [3, 3, 2]
    assert {page["total_items"] for page in services} == {8}
    for page in services:
        for item in page["contents"]:
            assert faults("service_list", item) == []
            assert faults("service", await feed.get(f"/hsds/services/{item['id']}")) == []
    assert sum(page["size"] for page in places) == 7
    for page in places:
        for item in page["contents"]:
            whole = await feed.get(f"/hsds/service_at_locations/{item['id']}")
            assert faults("service_at_location_list", item) == faults("service_at_location", whole) == []
            assert faults("service", whole) == faults("service", whole["service"]) == []


async def test_vocabularies_and_their_words_can_be_listed_and_shown() -> None:
    feed = Feed()
    for path, known in (("/hsds/taxonomies", TAXONOMY_IDS), ("/hsds/taxonomy_terms", TERM_IDS)):
        page = await feed.get(path, per_page=100)
        assert {UUID(item["id"]) for item in page["contents"]} == set(known.values())
        for item in page["contents"]:
            assert item["name"]
            assert item["description"]
            assert await feed.get(f"{path}/{item['id']}") == item


async def test_a_page_beyond_the_end_is_empty_and_so_is_a_register_without_entries() -> None:
    beyond = await Feed(a_listed()).get("/hsds/services", page=9)
    none = await Feed().get("/hsds/services")

    assert (beyond["empty"], beyond["contents"], beyond["total_items"], beyond["last_page"]) == (True, [], 1, True)
    assert none == {
        "total_items": 0, "total_pages": 0, "page_number": 1, "size": 0,
        "first_page": True, "last_page": True, "empty": True, "contents": [],
    }  # fmt: skip


async def test_older_clients_get_the_envelope_of_version_1() -> None:
    page = await Feed(a_listed(), a_listed("Another")).get("/hsds/v1/services", per_page=1)

    assert page.keys() == {"totalElements", "totalPages", "number", "size", "first", "last", "empty", "content"}
    assert (page["totalElements"], page["totalPages"], page["number"], page["first"], page["last"]) == (
        2,
        2,
        1,
        True,
        False,
    )


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("/hsds/services", {"page": "0"}, 400),
        ("/hsds/services", {"page": "first"}, 400),
        ("/hsds/services", {"per_page": "0"}, 400),
        ("/hsds/services", {"per_page": "100000"}, 400),
        ("/hsds/services", {"taxonomy_term_id": "litter"}, 400),
        ("/hsds/services", {"day": "someday"}, 400),
        ("/hsds/services", {"minimum_age": "nan"}, 400),
        ("/hsds/service_at_locations", {"postcode": "HD9 1AA", "proximity": "near"}, 400),
        ("/hsds/services/not-an-id", {}, 400),
        (f"/hsds/services/{uuid4()}", {}, 404),
        (f"/hsds/service_at_locations/{uuid4()}", {}, 404),
        (f"/hsds/taxonomies/{uuid4()}", {}, 404),
        ("/hsds/organizations", {}, 404),
    ],
)
async def test_what_cannot_be_answered_is_said_in_json_and_any_page_may_read_it(
    path: str, query: dict[str, str], status: int
) -> None:
    async with Feed(a_listed()).client() as client:
        answer = await client.get(path, params=query)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    for name in query if status == 400 and "proximity" not in query else ():
        assert answer.json()["errors"][0]["pointer"] == f"/query/{name}"


async def test_only_the_feed_is_open_to_pages_of_other_sites() -> None:
    async with Feed().client() as client:
        asked = await client.options("/hsds/services", headers={"Origin": "https://elsewhere.example"})
        register = await client.get("/v1/assets")

    assert (asked.status_code, asked.headers["access-control-allow-origin"]) == (204, "*")
    assert "access-control-allow-origin" not in register.headers


async def test_a_copy_that_is_still_right_is_not_sent_again() -> None:
    feed = Feed(a_listed())
    async with feed.client() as client:
        first = await client.get("/hsds/services")
        same = await client.get("/hsds/services", headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
        other = await client.get("/hsds/taxonomies", headers={"If-None-Match": first.headers["etag"]})

    assert first.headers["cache-control"] == "public, max-age=60"
    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", first.headers["etag"])
    assert same.headers["access-control-allow-origin"] == "*"
    assert other.status_code == 200


async def test_consent_taken_back_takes_the_entry_out_within_half_a_minute() -> None:
    asset = a_listed()
    feed = Feed(asset)
    assert await feed.names() == [asset.name]

    feed.networks.assets.stored[asset.id] = replace(asset, consent=Consent(receives_offers=True))
    feed.clock.advance(timedelta(seconds=30))

    assert await feed.names() == []


async def test_an_entry_that_nobody_confirmed_comes_last_and_says_so() -> None:
    stale, fresh = a_listed("Aaa", last_confirmed=date(2025, 1, 1)), a_listed("Zzz")

    listed = (await Feed(stale, fresh).get("/hsds/services"))["contents"]

    assert [item["name"] for item in listed] == ["Zzz", "Aaa"]
    assert "alert" not in listed[0]
    assert "2025-01-01" in listed[1]["alert"]


@pytest.mark.parametrize(
    ("state", "status"),
    [(TrustState.VERIFIED, "active"), (TrustState.ACTIVE, "active"), (TrustState.PAUSED, "temporarily closed")],
)
async def test_the_status_follows_the_trust(state: TrustState, status: str) -> None:
    listed = await Feed(a_listed(trust_state=state)).get("/hsds/services")

    assert [item["status"] for item in listed["contents"]] == [status]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"search": "walk"}, ["Walking group"]),
        ({"search": "walk batley"}, []),
        ({"taxonomy_term_id": TERM_IDS["env.litter"]}, ["Park", "Walking group"]),
        ({"taxonomy_term_id": TERM_IDS[AssetKind.PHYSICAL_SPACE]}, ["Park"]),
        ({"taxonomy_term_id": uuid4()}, []),
        ({"taxonomy_id": TAXONOMY_IDS["asset-kinds"]}, ["Park", "Walking group"]),
        ({"minimum_age": 16}, ["Walking group"]),
        ({"minimum_age": 17}, []),
        ({"maximum_age": 99}, ["Walking group"]),
        ({"maximum_age": 98}, []),
        ({"day": "TU"}, ["Walking group"]),
        ({"day": "tuesday"}, ["Walking group"]),
        ({"day": "MO"}, []),
        ({"start_time": "18:00"}, ["Walking group"]),
        ({"start_time": "18:01"}, []),
        ({"end_time": "20:30"}, ["Walking group"]),
        ({"day": "TU", "end_time": "20:00"}, []),
        ({"search": "walk", "taxonomy_term_id": TERM_IDS[AssetKind.PHYSICAL_SPACE]}, []),
    ],
)
async def test_services_are_found_by_everything_that_is_asked(query: dict[str, Any], expected: list[str]) -> None:
    park = a_listed("Park", kind=AssetKind.PHYSICAL_SPACE, listing=Listing(place=FAR))

    assert await Feed(a_listed(), park).names(**query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"postcode": "hd91aa"}, ["Village hall"]),
        ({"postcode": "HD9 1AA", "proximity": 11_000}, ["Village hall"]),
        ({"postcode": "HD9 1AA", "proximity": 11_200}, ["Far hall", "Village hall"]),
        ({"postcode": "LS1 1AA", "proximity": 99_999}, []),
    ],
)
async def test_places_are_found_around_a_postcode(query: dict[str, Any], expected: list[str]) -> None:
    feed = Feed(a_listed(), a_listed("Park", listing=Listing(place=FAR)), a_listed("Nowhere", listing=Listing()))

    found = await feed.get("/hsds/service_at_locations", **query)

    assert [item["location"]["name"] for item in found["contents"]] == expected


async def test_the_day_turns_with_the_clock() -> None:
    feed = Feed(a_listed(consent=replace(LISTED, until=NOW.date())))
    assert len(await feed.names()) == 1

    feed.clock.advance(timedelta(hours=12))

    assert await feed.names() == []
