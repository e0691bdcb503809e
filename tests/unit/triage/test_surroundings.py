"""What stands beside a danger never makes it smaller: every danger beside every everyday clause, however joined."""

import itertools

import pytest

from tests.support.reports import decided

DANGERS = (
    "he had a knife",
    "she was being raped",
    "a lad was stabbed",
    "he threatened to kill me",
    "my husband hits me",
    "he touched a child",
    "they set fire to a car",
    "I want to kill myself",
    "a child was hit by his dad",
    "they called me a racist name and spat at me",
    "they make her work all day with no pay and took her passport",
    "a man keeps following me home",
    "people are dealing drugs from the flat",
    "the carer takes all her pension and she has dementia",
)
EVERYDAY = (
    "litter",
    "graffiti again",
    "nothing serious",
    "not much",
    "no",
    "no one there",
    "the bins were not emptied",
    "police not involved",
    "no other problems here",
    "dog mess never cleared up",
    "the kids were playing football",
    "the streetlight is not working",
    "nobody has come from the council",
    "parking was bad",
    "the music was too loud",
)
JOINS = (", ", ". ", " - ", " \N{EN DASH} ", ": ", " and ", " but ", "; ")


@pytest.mark.parametrize("danger", DANGERS)
def test_an_everyday_clause_before_or_after_never_lowers_a_danger_or_opens_it(danger: str) -> None:
    alone = decided(danger)
    around = [
        text
        for everyday, join in itertools.product(EVERYDAY, JOINS)
        for text in (f"{everyday}{join}{danger}", f"{danger}{join}{everyday}")
    ]
    decisions = [(text, decided(text)) for text in around]

    assert [text for text, decision in decisions if decision.level < alone.level or decision.community.allowed] == []
    assert alone.level >= 3


@pytest.mark.parametrize(
    "text",
    [
        "no knife, no punches, nobody hurt",
        "I didn't see a knife",
        "there wasn't any knife or gun",
        "no knife and no gun",
        "a knife was not involved",
    ],
)
def test_what_is_denied_stays_denied(text: str) -> None:
    assert not {"weapon", "violence"} & set(decided(text).flag_names)


@pytest.mark.parametrize(
    "text",
    [
        "litter, nothing serious, he had a knife",
        "litter. no he had a knife",
        "not much she was being raped",
        "dog mess, no one there, child was hit",
        "I was raped, police not involved",
        "nobody was hurt but they were fighting",
    ],
)
def test_a_denial_ends_with_what_it_denies(text: str) -> None:
    assert decided(text).level >= 3
