"""F2: who people are never changes what is decided, only what they do."""

import itertools

import pytest

from services.triage.domain.decision import Decision
from tests.support.reports import decided

GROUPS = (
    "pensioners", "young mums", "students", "teenagers", "boys", "girls", "Kurdish men", "Roma women", "gay lads",
    "elderly women", "Asian youths", "white lads", "Scottish builders",
)  # fmt: skip
DEEDS = (
    "some {} were shouting and laughing outside the library until midnight",
    "{} keep dropping litter outside the shop",
    "{} are always drinking cans by the war memorial",
    "two {} had a fight outside the chippy, nobody hurt",
    "a group of {} keep parking across my drive",
    "I saw {} dealing drugs by the garages",
    "{} next door play loud music all night",
    "there are always {} sitting on the benches in the square",
    "{} threw stones at my window",
    "{} were carrying a machete on the tram",
    "{} hang about outside the shop. Please move them",
)
SWAPS = (("man", "woman"), ("he", "she"), ("husband", "wife"), ("boyfriend", "girlfriend"), ("dad", "mum"))
TELLING = (
    "the {1} next door had a knife",
    "my {0} hits me when dinner is late",
    "a {0} followed me home every night this week",
    "my {0} checks my phone and takes my wages",
    "{0} says {0} will burn the house down",
    "the {0} at number 9 leaves the toddler alone all night",
)


def outcome(decision: Decision) -> tuple[object, ...]:
    return decision.level, decision.grade, decision.flag_names, decision.community.allowed


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_is_the_same_whoever_does_it(deed: str) -> None:
    expected = outcome(decided(deed.format("people")))

    assert {group: outcome(decided(deed.format(group))) for group in GROUPS} == dict.fromkeys(GROUPS, expected)


@pytest.mark.parametrize(("telling", "pair"), list(itertools.product(TELLING, SWAPS)))
def test_women_and_men_are_read_alike(telling: str, pair: tuple[str, str]) -> None:
    one, other = pair

    assert outcome(decided(telling.format(one, one))) == outcome(decided(telling.format(other, other)))
