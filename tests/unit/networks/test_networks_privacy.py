"""Nothing personal on the log, links that tell nothing, and counters that count once."""

from uuid import uuid4

import pytest
from prometheus_client import CollectorRegistry

from services.networks.adapters.metrics import NetworksMetrics
from services.networks.adapters.offer_links import HmacOfferLinks
from services.networks.domain.errors import LinkNotValidError
from services.networks.domain.offers import Move
from shared.messaging.codec import record_of
from shared.runtime.ids import derived_id
from tests.unit.networks.builders import SetClock, an_asset, case_escalated, case_opened
from tests.unit.networks.replicas import Cluster


async def test_no_event_carries_anything_about_the_people_of_an_asset() -> None:
    cluster, first, second = Cluster(SetClock()), case_opened(), case_opened()
    do = cluster.replicas[0].do
    asset = an_asset(name="Planted Name", council_contact="Planted Officer", max_open=9)
    await cluster.enter([asset])
    await do.begin_matching([first, second, case_opened(areas=())])
    await do.answer_offer(derived_id(first.case_id, "offer", "1"), Move.ACCEPT)
    await do.recall_offers([case_escalated(first)])
    await do.answer_offer(derived_id(second.case_id, "offer", "1"), Move.FIND_UNSAFE)

    records = [record_of(event) for event in await cluster.announced()]

    assert len(records) == 7
    for planted in (b"Planted", b"Gardener", b"garden@example.org"):
        assert not [record for record in records if planted in repr(record).encode()]


def test_a_link_leads_back_to_its_offer_only_with_the_same_secret() -> None:
    engagement_id = uuid4()
    links = HmacOfferLinks("one secret", "https://kith.example/")
    token = links.token(engagement_id)

    assert links.url(engagement_id) == f"https://kith.example/offers/{token}"
    assert links.engagement_id(token) == engagement_id
    assert links.token(engagement_id) == token
    with pytest.raises(LinkNotValidError):
        HmacOfferLinks("another secret", "https://kith.example").engagement_id(token)


def test_no_changed_character_makes_another_valid_link() -> None:
    links = HmacOfferLinks("one secret", "https://kith.example")
    engagement_id = uuid4()
    token = links.token(engagement_id)
    for place in range(len(token)):
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        try:
            assert links.engagement_id(changed) == engagement_id
        except LinkNotValidError:
            continue


async def test_counters_count_what_was_announced() -> None:
    registry = CollectorRegistry()
    metrics, cluster = NetworksMetrics(registry), Cluster(SetClock())
    await cluster.enter([an_asset()])
    await cluster.replicas[0].do.begin_matching([case_opened(), case_opened(areas=())])

    metrics.announced(await cluster.announced())

    offered = {"event": "offered", "offer_number": "1"}
    assert registry.get_sample_value("kith_engagements_total", offered) == 1
    assert registry.get_sample_value("kith_matching_ended_total", {"reason": "no_asset_fits"}) == 1
    assert registry.get_sample_value("kith_matching_refusals_total", {"filter": "area"}) == 1
