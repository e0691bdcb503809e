"""C1-C8: each condition can forbid an offer by itself."""

from typing import Any

import pytest

from tests.support.reports import decided

PLAIN: dict[str, Any] = {"text": "litter all over the park", "category": "env.litter", "share_with_community": "yes"}


def test_a_plain_concern_may_be_offered_on_condition_of_a_safe_match() -> None:
    community = decided(**PLAIN).community

    assert community.allowed
    assert community.conditions == ("C9",)


def test_an_unset_wish_must_be_asked_first() -> None:
    assert "C6" in decided(**PLAIN | {"share_with_community": None}).community.conditions


def test_a_dispute_between_people_needs_mediation() -> None:
    assert (
        "C5"
        in decided("fallen out with next door over the fence", category="per.neighbour_dispute").community.conditions
    )


@pytest.mark.parametrize(
    ("blocker", "change"),
    [
        ("C1", {"repeat_count": 5}),
        ("C2", {"safe_contact": "none"}),
        ("C3", {"text": "something does not seem right over there"}),
        ("C4", {"category": "env.fly_tipping"}),
        ("C5", {"targeted": "yes"}),
        ("C5", {"text": "litter from number 14 all over the path"}),
        ("C6", {"share_with_community": "no"}),
        ("C7", {"text": "the volunteers at the food bank leave litter and were rude"}),
        ("C8", {"reporter_age_band": "under_18"}),
    ],
)
def test_one_reason_against_is_enough(blocker: str, change: dict[str, Any]) -> None:
    community = decided(**PLAIN | change).community

    assert not community.allowed
    assert blocker in community.blockers
