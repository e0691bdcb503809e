"""Safe matching: hard filters with a reason each, a ranking without popularity, and speed."""

import random
from collections import Counter
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.networks.domain.asset import Consent, Reservation, Safeguarding, TrustState, rest_after
from services.networks.domain.asset_index import BEST, AssetIndex
from services.networks.domain.concern import Flag
from services.networks.domain.filters import STANDING, Search, refusal
from services.networks.domain.matching import rank, shared_area
from tests.unit.networks.builders import NOW, TRAINED, WARD, a_concern, an_asset

VULNERABLE = (Flag("vulnerable", blocking=False),)


def a_search(**changes: Any) -> Search:
    return Search(a_concern(**changes), NOW)


def test_an_asset_that_passes_every_filter_is_matched() -> None:
    asset = an_asset()

    match = AssetIndex([asset]).match(a_search())

    assert match.ranked == (asset,)
    assert match.refusals == ()


REFUSED: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("area", {"areas": ("E05009999",)}, {}),
    ("category", {"offers": ("com.isolation",)}, {}),
    ("not_active", {"trust_state": TrustState.PROPOSED}, {}),
    ("not_active", {"trust_state": TrustState.VERIFIED}, {}),
    ("not_active", {"trust_state": TrustState.PAUSED}, {}),
    ("not_active", {"trust_state": TrustState.REMOVED}, {}),
    ("unconfirmed", {"last_confirmed": NOW.date() - timedelta(days=184)}, {}),
    ("untrained", {"safeguarding": Safeguarding()}, {}),
    ("untrained", {"safeguarding": Safeguarding(trained_until=NOW.date() - timedelta(days=1))}, {}),
    ("consent", {"consent": Consent()}, {}),
    ("consent", {"consent": Consent(receives_offers=True, until=NOW.date() - timedelta(days=1))}, {}),
    ("capacity", {"max_open": 1, "reservations": (Reservation(uuid4(), uuid4(), NOW),)}, {}),
    ("capacity", {"max_open": 0}, {}),
    ("cool_off", {"cool_off_until": NOW + timedelta(hours=1)}, {}),
    ("cool_off", {"asked": (NOW - timedelta(days=20), NOW - timedelta(days=10), NOW - timedelta(days=1))}, {}),
    ("language", {"languages": ("pa",)}, {"language": "en"}),
    ("safeguarding", {}, {"flags": VULNERABLE}),
    ("mediation", {"offers": ("per.neighbour_dispute",)}, {"category": "per.neighbour_dispute"}),
    ("conflict", {"conflicts": (WARD,)}, {}),
    ("conflict", {"conflicts": ("env.litter",)}, {}),
]


@pytest.mark.parametrize(("reason", "asset", "concern"), REFUSED)
def test_a_filter_refuses_by_name(reason: str, asset: dict[str, Any], concern: dict[str, Any]) -> None:
    refused = an_asset(**asset)

    match = AssetIndex([refused]).match(a_search(**concern))

    assert match.ranked == ()
    assert match.refusals == (f"{reason}:1",)


def test_an_asset_without_contact_is_refused_whatever_its_state_says() -> None:
    asset = an_asset(trust_state=TrustState.PAUSED, contact=None)

    found = [item.id for item in STANDING if item.refuses(asset, NOW.date())]

    assert found == ["not_active", "contact"]


def test_an_asset_asked_before_about_the_case_is_not_asked_again() -> None:
    asset = an_asset()

    search = Search(a_concern(), NOW, asked_before=frozenset({asset.id}))

    assert refusal(asset, search) == "asked_before"


@pytest.mark.parametrize("day", [-1, 0, 1])
def test_training_counts_on_its_last_day_and_not_after(day: int) -> None:
    until = NOW.date() + timedelta(days=day)
    guarded = TRAINED.__class__(until, TRAINED.policy_date, TRAINED.dbs_roles)

    refused = refusal(an_asset(safeguarding=guarded), a_search(flags=VULNERABLE))

    assert (refused is None) == (day >= 0)


def test_an_old_check_or_a_missing_policy_does_not_count() -> None:
    old = TRAINED.dbs_roles[0].__class__("leader", "enhanced", date(2022, 1, 1))

    assert not TRAINED.__class__(TRAINED.trained_until, TRAINED.policy_date, (old,)).is_valid_on(NOW.date())
    assert not TRAINED.__class__(TRAINED.trained_until, None, TRAINED.dbs_roles).is_valid_on(NOW.date())


def test_a_mediation_trained_asset_is_matched_to_a_dispute() -> None:
    asset = an_asset(offers=("per.neighbour_dispute",), mediation_trained=True)

    assert AssetIndex([asset]).match(a_search(category="per.neighbour_dispute")).ranked == (asset,)


def test_counts_of_refusals_and_matches_add_up_to_the_register() -> None:
    assets = [
        an_asset(),
        an_asset(areas=("E05000001",)),
        an_asset(offers=("com.isolation",)),
        an_asset(trust_state=TrustState.PAUSED),
    ]

    match = AssetIndex(assets).match(a_search())

    assert match.refusals == ("area:1", "category:1", "not_active:1")
    assert match.fitting + sum(count for _, count in match.refused) == len(assets)


def test_a_changed_asset_is_found_where_it_is_now() -> None:
    asset = an_asset()
    index = AssetIndex([asset])

    index.put(an_asset(id=asset.id, areas=("E05000001",)))

    assert index.match(a_search()).refusals == ("area:1",)
    assert len(index) == 1


RANKED: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("who offers just this", {}, {"offers": ("env.litter", "com.isolation")}),
    ("whose rarer training is not needed", {}, {"mediation_trained": True}),
    ("who has more room", {"max_open": 4}, {"max_open": 2, "reservations": (Reservation(uuid4(), uuid4(), NOW),)}),
    ("who was asked longer ago", {"asked": (NOW - timedelta(days=90),)}, {"asked": (NOW - timedelta(days=5),)}),
    ("who is nearer", {"areas": (WARD,)}, {"areas": ("E08000034",)}),
    ("who serves fewer areas", {"areas": (WARD,)}, {"areas": (WARD, "E05000001")}),
]


@pytest.mark.parametrize(("_why", "first", "second"), RANKED, ids=[why for why, _, _ in RANKED])
def test_rank_prefers(_why: str, first: dict[str, Any], second: dict[str, Any]) -> None:
    preferred, other = an_asset(**first), an_asset(**second)

    assert AssetIndex([other, preferred]).match(a_search()).ranked == (preferred, other)


def test_equals_are_drawn_by_case_so_that_nobody_always_wins() -> None:
    assets = [an_asset() for _ in range(4)]

    winners = {AssetIndex(assets).match(a_search()).ranked[0].id for _ in range(100)}

    assert winners == {asset.id for asset in assets}


def test_a_draw_does_not_depend_on_the_order_of_the_register() -> None:
    assets, search = [an_asset() for _ in range(6)], a_search()
    shuffled = random.Random(1).sample(assets, 6)  # noqa: S311 - the order of a test

    assert AssetIndex(assets).match(search).ranked == AssetIndex(shuffled).match(search).ranked


def test_neither_name_nor_past_success_changes_the_rank() -> None:
    assets, search = [an_asset() for _ in range(5)], a_search()
    renamed = [an_asset(id=asset.id, name=f"Group {n}", languages=("ur",)) for n, asset in enumerate(assets)]

    before = [asset.id for asset in AssetIndex(assets).match(search).ranked]
    after = [asset.id for asset in AssetIndex(renamed).match(search).ranked]

    assert before == after


def test_an_asset_learns_the_smallest_area_that_it_serves_itself() -> None:
    search = a_search(areas=("E08000034", WARD, "E01011130"))

    assert shared_area(an_asset(areas=("E08000034", WARD)), search) == WARD


@pytest.mark.parametrize(
    ("days", "rests"),
    [((0, 10, 20), True), ((0, 15, 30), True), ((0, 15, 31), False), ((0, 1), False), ((), False)],
)
def test_three_offers_within_thirty_days_earn_a_rest(days: tuple[int, ...], rests: bool) -> None:  # noqa: FBT001
    asked = [NOW + timedelta(days=day) for day in days]

    assert rest_after(asked) == (asked[2] + timedelta(days=28) if rests else None)


SOME = st.fixed_dictionaries(
    {
        "areas": st.sampled_from([(WARD,), ("E08000034",), (WARD, "E08000034"), ("E05000001",)]),
        "offers": st.sampled_from([("env.litter",), ("com.isolation",), ("env.litter", "com.isolation")]),
        "trust_state": st.sampled_from([TrustState.ACTIVE, TrustState.ACTIVE, TrustState.PAUSED]),
        "consent": st.sampled_from([Consent(receives_offers=True), Consent(receives_offers=True, until=NOW.date())]),
        "max_open": st.integers(0, 2),
        "reservations": st.sampled_from([(), (Reservation(uuid4(), uuid4(), NOW),)]),
        "asked": st.sampled_from([(), (NOW,), (NOW, NOW, NOW)]),
        "safeguarding": st.sampled_from([TRAINED, TRAINED.__class__()]),
        "mediation_trained": st.booleans(),
        "languages": st.sampled_from([("en",), ("pa", "en"), ("pa",)]),
        "conflicts": st.sampled_from([(), (WARD,), ("E05000001",)]),
        "cool_off_until": st.sampled_from([None, NOW, NOW + timedelta(days=2)]),
    }
)
CONCERN = st.fixed_dictionaries(
    {
        "areas": st.sampled_from([(WARD, "E08000034"), ("E05000001",), ()]),
        "flags": st.sampled_from([(), VULNERABLE]),
        "language": st.sampled_from([None, "en", "pa"]),
        "conditions": st.sampled_from([(), ("C5",)]),
    }
)


@given(st.lists(SOME, max_size=12), st.lists(SOME, max_size=4), CONCERN, st.integers(-1, 1), st.integers(0, 3))
def test_the_index_answers_as_if_it_looked_at_every_asset(
    first: list[dict[str, Any]], changes: list[dict[str, Any]], concern: dict[str, Any], day: int, asked: int
) -> None:
    assets = [an_asset(**changed) for changed in first]
    index = AssetIndex(assets)
    index.match(Search(a_concern(), NOW + timedelta(days=day)))
    for place, changed in zip(range(len(assets)), changes, strict=False):
        assets[place] = an_asset(id=assets[place].id, **changed)
        index.put(assets[place])
    search = Search(a_concern(**concern), NOW, frozenset(asset.id for asset in assets[:asked]))

    match = index.match(search)

    reasons = [refusal(asset, search) for asset in assets]
    fitting = [asset for asset, reason in zip(assets, reasons, strict=True) if reason is None]
    assert match.ranked == rank(fitting, search)[:BEST]
    assert match.fitting == len(fitting)
    assert dict(match.refused) == Counter(reason for reason in reasons if reason)
