"""Networks' interface: who may do what, preconditions, problems, and the pages behind links."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from services.networks.domain import errors
from services.networks.domain.asset import Asset, TrustState
from services.networks.domain.errors import NetworksError
from services.networks.domain.offers import OfferState
from services.networks.domain.safe_helping import KEEP_SAFE, NEVER_ASKED
from services.networks.entrypoints.problems import PROBLEMS, status_of
from tests.unit.networks.app import LINKS, a_client, an_app
from tests.unit.networks.builders import NOW, WARD, SetClock, an_asset, case_escalated, case_opened
from tests.unit.networks.memory import Networks


class World:
    """Networks with its interface, and one case offered to one asset."""

    def __init__(self, *assets: Asset) -> None:
        self.clock = SetClock()
        self.networks = Networks(self.clock, *assets)
        self.app = an_app(self.networks, self.clock)
        self.opened = case_opened()

    def as_(self, role: str | None) -> httpx.AsyncClient:
        return a_client(self.app, role)

    async def offered(self) -> UUID:
        await self.networks.do.begin_matching([self.opened])
        return self.networks.engagements.stored[self.opened.case_id].engagement.offers[-1].id

    @property
    def state(self) -> OfferState:
        return self.networks.engagements.stored[self.opened.case_id].engagement.offers[0].state


def a_body(**changes: Any) -> dict[str, Any]:
    body: dict[str, Any] = {
        "kind": "associations",
        "name": "Park friends",
        "areas": [WARD],
        "offers": ["env.litter"],
        "contact": {"name": "A. Gardener", "email": "garden@example.org"},
        "council_contact": "Community team",
        "capacity": {"max_open": 2},
        "consent": {"receives_offers": True},
    }
    return body | changes


ROUTES = [
    ("GET", "/v1/assets", {"coordinator"}),
    ("GET", "/v1/people", {"coordinator"}),
    ("GET", "/v1/networks", {"coordinator"}),
    ("GET", f"/v1/engagements?case_id={uuid4()}", {"coordinator", "officer", "supervisor", "auditor"}),
    ("GET", f"/v1/assets/{uuid4()}/contact", {"service.notify"}),
    ("GET", f"/v1/engagements/{uuid4()}/link", {"service.notify"}),
    ("POST", f"/v1/engagements/{uuid4()}/accept", {"coordinator", "officer", "supervisor"}),
    ("GET", "/v1/areas/E05/police-counts", {"coordinator", "officer", "supervisor", "auditor"}),
]
ROLES = ("coordinator", "officer", "supervisor", "auditor", "partner", "service.notify", "service.triage")


@pytest.mark.parametrize(("method", "path", "allowed"), ROUTES)
async def test_a_route_is_open_to_its_roles_only(method: str, path: str, allowed: set[str]) -> None:
    world = World()

    async with world.as_(None) as client:
        assert (await client.request(method, path)).status_code == 401
    for role in ROLES:
        async with world.as_(role) as client:
            answer = await client.request(method, path)
        assert (answer.status_code != 403) == (role in allowed), role


async def test_an_asset_is_entered_verified_and_activated_with_if_match() -> None:
    async with World().as_("coordinator") as client:
        entered = await client.post("/v1/assets", json=a_body(trust_state="active"))
        path = entered.headers["Location"]
        missing = await client.patch(path, json={"trust_state": "verified"})
        jump = await client.patch(path, json={"trust_state": "active"}, headers={"If-Match": '"1"'})
        await client.patch(path, json={"trust_state": "verified"}, headers={"If-Match": entered.headers["ETag"]})
        stale = await client.patch(path, json={"name": "Other"}, headers={"If-Match": '"1"'})
        active = await client.patch(path, json={"trust_state": "active"}, headers={"If-Match": '"2"'})

    assert entered.status_code == 201
    assert entered.json()["trust_state"] == "proposed"
    assert [missing.status_code, jump.status_code, stale.status_code] == [428, 409, 412]
    assert active.json()["trust_state"] == "active"
    assert active.headers["ETag"] == '"3"'
    assert stale.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"offers": ["crime.burglary"]}, 422),
        ({"kind": "gang"}, 422),
        ({"capacity": {"max_open": -1}}, 422),
        ({"last_confirmed": "2027-01-01"}, 422),
        ({"kind": "individuals"}, 422),
        ({"surprise": 1}, 422),
        ({"name": "  "}, 422),
        ({"contact": {"name": "x", "email": "not an address"}}, 422),
    ],
)
async def test_an_asset_that_breaks_a_rule_is_refused(changes: dict[str, Any], status: int) -> None:
    async with World().as_("coordinator") as client:
        answer = await client.post("/v1/assets", json=a_body(**changes))

    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"


async def test_a_patch_names_the_field_that_is_wrong() -> None:
    async with World().as_("coordinator") as client:
        path = (await client.post("/v1/assets", json=a_body())).headers["Location"]
        answer = await client.patch(path, json={"capacity": {"max_open": "many"}}, headers={"If-Match": '"1"'})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/capacity/max_open"


async def test_listings_have_pages() -> None:
    async with World(*(an_asset() for _ in range(5))).as_("coordinator") as client:
        first = (await client.get("/v1/assets?limit=3")).json()
        second = (await client.get("/v1/assets", params={"limit": 3, "cursor": first["next"]})).json()
        made_up = await client.get("/v1/assets?cursor=abc")

    assert len({item["id"] for item in first["items"] + second["items"]}) == 5
    assert second["next"] is None
    assert made_up.status_code == 400


async def test_notify_gets_contact_and_link_only_while_the_offer_is_open() -> None:
    asset = an_asset()
    world = World(asset)
    engagement_id = await world.offered()

    async with world.as_("service.notify") as client:
        contact = (await client.get(f"/v1/assets/{asset.id}/contact")).json()
        link = (await client.get(f"/v1/engagements/{engagement_id}/link")).json()
        await world.networks.do.recall_offers([case_escalated(world.opened)])
        gone = await client.get(f"/v1/engagements/{engagement_id}/link")

    assert contact == {
        "name": asset.name, "contact_name": "A. Gardener", "email": "garden@example.org", "language": "en",
    }  # fmt: skip
    assert link == {"url": LINKS.url(engagement_id)}
    assert gone.status_code == 404


async def test_staff_see_a_cases_offers_and_answer_for_an_asset() -> None:
    world = World(an_asset())
    engagement_id = await world.offered()

    async with world.as_("officer") as client:
        listed = (await client.get(f"/v1/engagements?case_id={world.opened.case_id}")).json()
        accepted = await client.post(f"/v1/engagements/{engagement_id}/accept")
        again = await client.post(f"/v1/engagements/{engagement_id}/accept")
        done = await client.post(f"/v1/engagements/{engagement_id}/done")

    assert [item["state"] for item in listed["items"]] == ["offered"]
    assert accepted.json()["state"] == "accepted"
    assert again.status_code == 409
    assert done.json()["state"] == "completed"


async def test_looking_at_an_offer_changes_nothing_and_shows_only_what_it_may() -> None:
    asset = an_asset()
    world = World(asset)
    token = LINKS.token(await world.offered())

    async with world.as_(None) as client:
        pages = [await client.get(f"/offers/{token}") for _ in range(3)]

    text = re.sub(r"<[^>]+>", " ", pages[0].text.split("<body>")[1])
    assert all(page.status_code == 200 for page in pages)
    assert world.state is OfferState.OFFERED
    assert "Litter" in text
    assert WARD in text
    assert "Community team" in text
    for secret in (str(world.opened.report_id), str(world.opened.case_id), asset.name, "Gardener", "PLANNED"):
        assert secret not in pages[0].text
    assert "<script" not in pages[0].text
    assert "default-src 'none'" in pages[0].headers["Content-Security-Policy"]
    assert pages[0].headers["Referrer-Policy"] == "no-referrer"
    assert pages[0].headers["Cache-Control"] == "no-store"


async def test_each_answer_by_link_works_once() -> None:
    world = World(an_asset())
    token = LINKS.token(await world.offered())

    async with world.as_(None) as client:
        accepted = await client.post(f"/offers/{token}/accept")
        again = await client.post(f"/offers/{token}/accept", data={"button": "pressed"})
        done = await client.post(f"/offers/{token}/done")

    assert [answer.status_code for answer in (accepted, again, done)] == [200, 409, 200]
    assert "cannot be given any more" in again.text
    assert again.headers["Content-Type"].startswith("text/html")
    assert world.state is OfferState.COMPLETED


async def test_not_safe_by_link_is_heard_at_once() -> None:
    world = World(an_asset())
    token = LINKS.token(await world.offered())

    async with world.as_(None) as client:
        answer = await client.post(f"/offers/{token}/not-safe")

    assert "Professionals take over" in answer.text
    assert world.networks.announced[-1] == "EngagementFoundUnsafe"


async def test_a_recalled_offer_says_only_that_it_is_no_longer_needed() -> None:
    world = World(an_asset())
    token = LINKS.token(await world.offered())
    await world.networks.do.recall_offers([case_escalated(world.opened)])

    async with world.as_(None) as client:
        page = await client.get(f"/offers/{token}")
        refused = await client.post(f"/offers/{token}/accept")

    assert "no longer needed" in page.text
    assert "<form" not in page.text
    assert refused.status_code == 409
    assert world.state is OfferState.RECALLED


async def test_an_offer_whose_time_is_over_cannot_be_accepted_even_before_the_timer() -> None:
    world = World(an_asset())
    token = LINKS.token(await world.offered())
    world.clock.advance(timedelta(hours=49))

    async with world.as_(None) as client:
        page = await client.get(f"/offers/{token}")
        refused = await client.post(f"/offers/{token}/accept")

    assert "time to answer is over" in page.text
    assert refused.status_code == 409


async def test_whoever_is_asked_reads_how_to_help_safely_and_what_is_never_asked() -> None:
    world = World(an_asset())
    token = LINKS.token(await world.offered())

    async with world.as_(None) as client:
        page = (await client.get(f"/offers/{token}")).text

    assert all(rule in page for rule in (*KEEP_SAFE, *NEVER_ASKED))


@pytest.mark.parametrize("path", ["nonsense", "AAAA", "é", LINKS.token(uuid4())[:-4] + "AAAA", LINKS.token(uuid4())])
async def test_a_link_that_is_not_ours_is_a_kind_404(path: str) -> None:
    async with World().as_(None) as client:
        looked = await client.get(f"/offers/{path}")
        pressed = await client.post(f"/offers/{path}/accept")

    assert [looked.status_code, pressed.status_code] == [404, 404]
    assert "does not work" in looked.text


async def test_a_person_who_withdraws_is_forgotten_and_their_gift_leaves_the_register() -> None:
    world = World()
    body = {"name": "Sam Example", "email": "sam@example.org", "skills": ["repairs"], "consented_at": NOW.isoformat()}
    async with world.as_("coordinator") as client:
        person_id = (await client.post("/v1/people", json=body)).json()["id"]
        gift = an_asset(kind="individuals", person_id=UUID(person_id))
        world.networks.assets.stored[gift.id] = gift
        await world.offered()

        withdrawn = [(await client.post(f"/v1/people/{person_id}/withdraw")).status_code for _ in range(2)]
        left = (await client.get(f"/v1/people/{person_id}")).json()
        changed = await client.patch(f"/v1/people/{person_id}", json={"name": "X"}, headers={"If-Match": '"2"'})

    asset = world.networks.assets.stored[gift.id]
    assert withdrawn == [204, 204]
    assert "Sam" not in str(left)
    assert (asset.trust_state, asset.contact, asset.open) == (TrustState.REMOVED, None, 0)
    assert world.state is OfferState.DECLINED
    assert changed.status_code == 404


async def test_nobody_is_entered_without_consent() -> None:
    async with World().as_("coordinator") as client:
        assert (await client.post("/v1/people", json={"name": "Sam"})).status_code == 422


async def test_a_network_is_entered_listed_and_changed() -> None:
    body = {"name": "Allotment holders", "form": "informal", "areas": [WARD]}
    async with World().as_("coordinator") as client:
        entered = await client.post("/v1/networks", json=body)
        changed = await client.patch(
            entered.headers["Location"], json={"purpose": "growing"}, headers={"If-Match": entered.headers["ETag"]}
        )
        listed = (await client.get("/v1/networks")).json()["items"]

    assert changed.json()["purpose"] == "growing"
    assert [item["name"] for item in listed] == ["Allotment holders"]


async def test_areas_can_be_named_and_the_page_shows_the_name() -> None:
    world = World(an_asset())
    token = LINKS.token(await world.offered())

    async with world.as_("coordinator") as client:
        named = await client.put("/v1/areas/names", json={"names": {WARD: "Dalton"}})
        page = await client.get(f"/offers/{token}")

    assert named.status_code == 204
    assert "Dalton" in page.text


def _family(error: type[NetworksError]) -> list[type[NetworksError]]:
    return [error, *(member for child in error.__subclasses__() for member in _family(child))]


@pytest.mark.parametrize("error", _family(NetworksError)[1:])
def test_every_error_has_a_status(error: type[NetworksError]) -> None:
    assert 400 <= status_of(error) < 500


def test_the_family_is_drawn_at_the_top() -> None:
    assert all(error.__name__ in str(errors.__doc__) for error in _family(NetworksError))
    assert set(PROBLEMS) <= set(_family(NetworksError))
