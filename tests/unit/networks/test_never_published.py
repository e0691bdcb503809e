"""Over any register: no person, no informal network and nobody without consent is found anywhere public."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.networks.application.show_directory import KEPT_FOR
from services.networks.domain.asset import Asset, AssetKind, Consent, Contact, Provenance, TrustState
from services.networks.domain.listing import Listing
from services.networks.domain.people import Group, GroupForm, Person
from shared.runtime.ids import derived_id, new_id
from tests.support.hsds import pages
from tests.unit.networks.app import a_client, an_app
from tests.unit.networks.builders import NOW, WARD, SetClock, an_asset
from tests.unit.networks.memory import Networks

TODAY = NOW.date()
DAYS = st.one_of(st.none(), st.integers(-2, 2).map(lambda days: TODAY + timedelta(days=days)))
PEOPLE = [
    Person(new_id(), "Unsaid Person", "unsaid@example.org", ("guitar",), (WARD,), ("en",), NOW),
    Person(new_id(), "", None, (), (), (), None, withdrawn_at=NOW),
]
GROUPS = [
    Group(new_id(), "Unsaid network", GroupForm.INFORMAL, "Unsaid purpose", (WARD,)),
    Group(new_id(), "Watch", GroupForm.FORMAL, "Watching over each other", (WARD,)),
]
UNKNOWN = new_id()


@st.composite
def registers(draw: st.DrawFn) -> list[Asset]:
    assets = []
    for number in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(AssetKind))
        person = draw(st.sampled_from([None, *(person.id for person in PEOPLE)]))
        if kind is AssetKind.INDIVIDUALS:
            person = person or PEOPLE[0].id
        assets.append(
            an_asset(
                id=derived_id(UUID(int=number), "asset"),
                kind=kind,
                name=f"Asset {number}",
                person_id=person,
                network_id=draw(st.sampled_from([None, UNKNOWN, *(group.id for group in GROUPS)])),
                consent=Consent(draw(st.booleans()), draw(st.booleans()), draw(DAYS)),
                trust_state=draw(st.sampled_from(TrustState)),
                contact=Contact("Unsaid Contact", "unsaid-contact@example.org"),
                council_contact="Unsaid officer",
                conflicts=("unsaid-conflict",),
                last_confirmed=draw(st.sampled_from([TODAY, date(2020, 1, 1)])),
                listing=Listing(description=f"About asset {number}"),
                provenance=Provenance(trial=draw(st.booleans())),
            )
        )
    return assets


def _may_be_seen(asset: Asset) -> bool:
    """Said again in other words than the code's, so that the two do not share a mistake."""
    if asset.person_id or asset.kind == "individuals" or asset.provenance.trial:
        return False
    if asset.network_id not in {None, GROUPS[1].id}:
        return False
    if asset.trust_state in {"proposed", "removed"}:
        return False
    return asset.consent.listed_publicly and not (asset.consent.until and asset.consent.until < TODAY)


CLOCK = SetClock()
NETWORKS = Networks(CLOCK)
NETWORKS.people.stored = {person.id: person for person in PEOPLE}
NETWORKS.groups.stored = {group.id: group for group in GROUPS}
APP = an_app(NETWORKS, CLOCK)
"""One service for all registers: building the application is what takes time."""


@settings(deadline=None, max_examples=60)
@given(registers())
async def test_whoever_may_not_be_seen_is_nowhere_in_the_feed_and_the_others_are(register: list[Asset]) -> None:
    NETWORKS.assets.stored = {asset.id: asset for asset in register}
    CLOCK.advance(KEPT_FOR)
    seen = {str(asset.id) for asset in register if _may_be_seen(asset)}

    async with a_client(APP) as client:
        services = await pages(client, "/hsds/services", 3)
        places = await pages(client, "/hsds/service_at_locations", 3)
        shown = {str(asset.id): await client.get(f"/hsds/services/{asset.id}") for asset in register}

    assert {item["id"] for page in services for item in page["contents"]} == seen
    assert {identifier for identifier, answer in shown.items() if answer.status_code == 200} == seen
    everything = f"{services}{places}{[answer.text for answer in shown.values()]}".casefold()
    assert "unsaid" not in everything
    assert all(f"asset {n}'" not in everything for n, asset in enumerate(register) if str(asset.id) not in seen)


@pytest.mark.parametrize("path", ["/v1/assets", "/v1/people", "/v1/networks"])
async def test_the_register_itself_is_shown_to_coordinators_only(path: str) -> None:
    async with a_client(an_app(Networks(SetClock()), SetClock())) as client:
        assert (await client.get(path)).status_code == 401


def test_what_is_left_of_a_person_says_nothing_in_public() -> None:
    gift = an_asset(kind=AssetKind.INDIVIDUALS, person_id=PEOPLE[0].id, listing=Listing("Unsaid"))

    assert gift.without_person().listing == Listing()
