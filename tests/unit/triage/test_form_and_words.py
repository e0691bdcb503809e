"""Where the form and the words differ, the more serious counts; children who are affected are seen."""

import pytest

from tests.support.reports import decided


def test_a_small_number_in_the_form_does_not_hide_what_the_words_say() -> None:
    decision = decided(
        "loud music every night for months, reported it five times",
        category="env.noise_domestic",
        repeat_count=1,
        previous_reports=0,
    )

    assert decision.level == 3
    assert {"field_text_conflict", "case_review_eligible"} <= set(decision.flag_names)


@pytest.mark.parametrize("category", ["env.litter", "com.isolation", "nui.ball_games"])
def test_an_injury_is_never_without_consequence(category: str) -> None:
    decision = decided("", category=category, injured="yes")

    assert "violence" in decision.flag_names
    assert decision.human_required
    assert not decision.community.allowed


def test_children_who_are_affected_make_a_report_vulnerable_and_no_more() -> None:
    by_field = decided("litter everywhere", category="env.litter", children_present="yes")
    by_words = decided("litter everywhere and my kids play there", category="env.litter")

    assert (by_field.level, by_words.level) == (1, 1)
    assert "vulnerable" in by_field.flag_names
    assert "vulnerable" in by_words.flag_names


def test_children_who_are_complained_about_are_not_affected() -> None:
    assert "vulnerable" not in decided("kids playing football in the street").flag_names
