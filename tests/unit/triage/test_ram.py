"""The risk matrix at its boundaries."""

import pytest

from services.triage.domain.ram import Ram
from tests.support.reports import decided


@pytest.mark.parametrize(("score", "band"), [(11, "standard"), (12, "medium"), (21, "medium"), (22, "high")])
def test_bands_begin_where_the_table_says(score: int, band: str) -> None:
    assert Ram(score, (), ()).band == band


def test_the_worked_example_is_medium() -> None:
    decision = decided(
        category="nui.rowdy_gathering",
        repeat_count=7,
        getting_worse="yes",
        vulnerability=("isolated",),
        impact="some",
        previous_reports=1,
        previous_action="some",
    )

    assert decision.ram.score == 12
    assert decision.level == 3
    assert "RAM" in {fired.id for fired in decision.rules_fired}


def test_twenty_two_points_are_high_risk() -> None:
    decision = decided(
        category="per.harassment",
        repeat_count=12,
        targeted="yes",
        getting_worse="yes",
        vulnerability=("isolated", "older_person"),
        impact="severe",
        support_network="few",
    )

    assert decision.ram.score == 22
    assert decision.level == 4


def test_unknown_items_are_listed_and_five_make_it_incomplete() -> None:
    decision = decided(category="env.litter")

    assert {"frequency", "targeted", "impact"} <= set(decision.ram.unknown)
    assert decision.ram.incomplete


def test_a_low_score_sets_no_floor() -> None:
    assert "RAM" not in {fired.id for fired in decided(category="env.litter").rules_fired}
