"""The risk matrix at its boundaries."""

from typing import Any

import pytest

from services.triage.domain.ram import Ram
from tests.support.readings import told
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


@pytest.mark.parametrize(
    ("form", "facts", "item", "points"),
    [
        ({"repeat_count": 1}, "", "frequency", 0),
        ({"repeat_count": 2}, "", "frequency", 1),
        ({"repeat_count": 3}, "", "frequency", 2),
        ({"repeat_count": 5}, "", "frequency", 2),
        ({"repeat_count": 6}, "", "frequency", 3),
        ({"repeat_count": 11}, "", "frequency", 3),
        ({"repeat_count": 12}, "", "frequency", 5),
        ({"repeat_count": 2}, "", "linked", 1),
        ({"repeat_count": 2}, "same_people", "linked", 2),
        ({"repeat_count": 1}, "same_people", "linked", 0),
        ({"targeted": "yes"}, "", "targeted", 4),
        ({"getting_worse": "yes"}, "", "getting_worse", 3),
        ({"hate_perceived": "yes"}, "", "hate", 5),
        ({"vulnerability": ("carer",)}, "", "vulnerability", 2),
        ({"vulnerability": ("carer", "autism", "dementia")}, "", "vulnerability", 4),
        ({"impact": "some"}, "", "impact", 2),
        ({"impact": "severe"}, "", "impact", 4),
        ({"children_present": "yes"}, "", "children", 3),
        ({}, "children_affected", "children", 3),
        ({"support_network": "none"}, "", "support", 3),
        ({"support_network": "few"}, "", "support", 1),
        ({"previous_reports": 1, "previous_action": "none"}, "", "reported_before", 2),
        ({"previous_reports": 1, "previous_action": "some"}, "", "reported_before", 1),
        ({"previous_reports": 1, "previous_action": "resolved"}, "", "reported_before", 0),
        ({"weapon": "yes"}, "", "conduct", 5),
    ],
)
def test_each_item_has_its_points(form: dict[str, Any], facts: str, item: str, points: int) -> None:
    assert dict(told("", facts, **form).decision.ram.items).get(item, 0) == points


def test_possible_hate_is_three_points_and_damage_two() -> None:
    assert dict(told("hate?").decision.ram.items)["hate"] == 3
    assert dict(told("", "", "crime.criminal-damage-arson").decision.ram.items)["conduct"] == 2
    assert dict(told("threat_of_violence").decision.ram.items)["conduct"] == 4


def test_an_earlier_report_of_unknown_outcome_gives_no_points_and_is_listed() -> None:
    ram = told(previous_reports=1).decision.ram

    assert "reported_before" in ram.unknown
    assert "reported_before" not in dict(ram.items)


_ELEVEN: dict[str, Any] = {"repeat_count": 2, "targeted": "yes", "getting_worse": "yes", "impact": "some"}


@pytest.mark.parametrize(
    ("form", "score", "level"),
    [
        (_ELEVEN, 11, 2),
        (_ELEVEN | {"support_network": "few"}, 12, 3),
        (_ELEVEN | {"impact": "severe", "support_network": "none", "vulnerability": ("carer", "autism"),
                    "previous_reports": 1, "previous_action": "some"}, 21, 3),
        (_ELEVEN | {"impact": "severe", "support_network": "none", "vulnerability": ("carer", "autism"),
                    "previous_reports": 1, "previous_action": "none"}, 22, 4),
    ],
)  # fmt: skip
def test_eleven_sets_no_floor_twelve_and_twenty_one_are_medium_and_twenty_two_is_high(
    form: dict[str, Any], score: int, level: int
) -> None:
    decision = told(**form).decision

    assert (decision.ram.score, decision.level) == (score, level)


def test_a_medium_score_without_an_incident_sets_no_floor() -> None:
    decision = told(
        repeat_count=0, targeted="yes", getting_worse="yes", impact="severe", support_network="few"
    ).decision

    assert decision.ram.band == "medium"
    assert "RAM" not in {fired.id for fired in decision.rules_fired}
