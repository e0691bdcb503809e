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

    assert decision.level >= 2
    assert decision.human_required
    assert not decision.community.allowed


def test_children_who_are_affected_narrow_who_may_be_asked_and_no_more() -> None:
    by_field = decided("litter everywhere", category="env.litter", children_present="yes")
    by_words = decided("litter everywhere and my kids play there", category="env.litter")

    assert (by_field.level, by_words.level) == (1, 1)
    assert by_field.community.conditions[-1] == by_words.community.conditions[-1] == "C9_children"


def test_children_who_are_complained_about_are_not_affected() -> None:
    decision = decided("kids playing football in the street", category="nui.ball_games")

    assert "C9_children" not in decision.community.conditions
