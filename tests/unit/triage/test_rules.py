"""Every hard rule fires on what it is about and not on its denial; thresholds hold on both sides."""

import pytest

from tests.support.reports import decided

PAIRS = (
    ("H02", "a lad had a knife in the park", "there was no knife in the park, just lads being loud"),
    ("H03", "he punched me outside the shop", "he never punched me, he was just rude outside the shop"),
    ("H04", "he said he will stab me", "he didn't threaten me, he was loud"),
    ("H05", "my husband hits me", "my husband has never hit me, the bins are overflowing"),
    ("H06", "a man exposed himself to us", "nobody exposed himself, the streetlight is out"),
    ("H07", "my neighbour beats his kids", "he does not beat his kids, his music is loud"),
    ("H08", "the carer slapped my nan, she has dementia", "the carer has never slapped my nan, the hedge is overgrown"),
    ("H09", "they are cuckooing an old man", "he is not being cuckooed, the dog is barking"),
    ("H10", "workers kept like slaves at the car wash", "no modern slavery here, litter all over the car wash"),
    ("H11", "he shouted racist abuse at us", "it was not racist, he swore at me about parking"),
    ("H12", "I have a stalker", "I have no stalker, my bin is missing"),
    ("H13", "I want to kill myself", "the grass needs cutting on the verge"),
    ("H14", "he supports isis", "he is not an extremist, he parks on the pavement"),
    ("H15", "it is a forced marriage", "it is not a forced marriage, their party music was loud"),
    ("H16", "my son has gone missing", "my son was never missing, the streetlight is broken"),
    ("H17", "someone set fire to the bins", "nobody set fire to the bins, they are overflowing"),
    ("H18", "he is a drug dealer", "he is not a drug dealer, he plays loud music"),
    (
        "H19",
        "they threatened me because I complained to the council",
        "nobody minds that I complained, the litter is gone",
    ),
    ("H20", "a dog attacked my cat", "no dog attacked anyone, dog mess all over the path"),
    ("H21", "the football coach touched my son", "the football coach never touched anyone, parking at the club is bad"),
    ("H22", "leaflets are calling for a march on the mosque", "there is no protest, just litter by the mosque"),
)


@pytest.mark.parametrize(("rule", "told", "denied"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_a_rule_fires_on_what_it_is_about_and_not_on_its_denial(rule: str, told: str, denied: str) -> None:
    assert rule in {fired.id for fired in decided(told).rules_fired}
    assert rule not in {fired.id for fired in decided(denied).rules_fired}
    assert decided(denied).level <= 2


@pytest.mark.parametrize(
    ("count", "category", "level"),
    [
        (2, "nui.parking", 2),
        (3, "nui.parking", 3),
        (4, "env.litter", 1),
        (5, "env.litter", 3),
        (3, "env.noise_domestic", 3),
    ],
)
def test_repeats_raise_at_their_thresholds(count: int, category: str, level: int) -> None:
    assert decided(category=category, repeat_count=count).level == level


def test_the_third_complaint_in_six_months_earns_a_case_review() -> None:
    assert decided(category="env.noise_commercial", previous_reports=1).level == 2

    third = decided(category="env.noise_commercial", previous_reports=2)

    assert third.level == 3
    assert "case_review_eligible" in third.flag_names
    assert "case-review" in third.guidance_ids


def test_one_soft_sign_is_possible_and_two_different_ones_are_probable() -> None:
    one = decided("the baby next door cries for hours every night")
    two = decided("the baby next door cries for hours every night and is always filthy and hungry")

    assert (one.level, two.level) == (3, 4)
    assert one.human_required
    assert "C3" in one.community.blockers


def test_vulnerability_alone_is_a_flag_and_never_a_level() -> None:
    assert decided(category="nui.ball_games", vulnerability=("older_person",)).level == 2
    assert decided(category="nui.ball_games", vulnerability=("older_person",), targeted="yes").level == 3


def test_when_form_and_words_disagree_the_more_serious_counts() -> None:
    decision = decided("he had a knife", weapon="no", category="nui.rowdy_gathering")

    assert decision.level == 4
    assert "field_text_conflict" in decision.flag_names


def test_the_labels_a_reporter_chose_can_raise_and_never_lower() -> None:
    assert decided("my husband hits me", category="env.noise_domestic").level == 4
    assert decided("bins overflowing", category="saf.child").level == 4


def test_unsafe_contact_holds_back_messages() -> None:
    decision = decided(category="env.litter", safe_contact="none")

    assert not decision.contact_allowed
    assert not decision.community.allowed
