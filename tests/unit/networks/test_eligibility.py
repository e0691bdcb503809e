"""P9, the second look: who may never be offered to a community."""

import pytest

from services.networks.domain.categories import ELIGIBLE
from services.networks.domain.concern import HARMLESS, NEVER_WITH_COMMUNITY, Flag, refusals
from shared.contracts.vocabulary import CATEGORIES
from tests.unit.networks.builders import a_concern


def test_an_everyday_concern_that_triage_allows_may_be_offered() -> None:
    assert refusals(a_concern()) == ()


@pytest.mark.parametrize("level", [0, 3, 4])
def test_only_levels_one_and_two_may_be_offered(level: int) -> None:
    assert "C1" in refusals(a_concern(level=level))


@pytest.mark.parametrize("flag", sorted(NEVER_WITH_COMMUNITY))
def test_a_blocking_flag_refuses_even_where_the_event_calls_it_harmless(flag: str) -> None:
    assert refusals(a_concern(flags=(Flag(flag, blocking=False),))) == ("C2",)


@pytest.mark.parametrize("flag", sorted(HARMLESS))
def test_other_known_flags_do_not_refuse_unless_the_event_says_so(flag: str) -> None:
    assert refusals(a_concern(flags=(Flag(flag, blocking=False),))) == ()
    assert refusals(a_concern(flags=(Flag(flag, blocking=True),))) == ("C2",)


def test_a_flag_that_networks_has_never_heard_of_refuses() -> None:
    assert refusals(a_concern(flags=(Flag("newly_invented", blocking=False),))) == ("C2",)


@pytest.mark.parametrize("category", sorted(set(CATEGORIES) - ELIGIBLE.keys()))
def test_what_is_not_in_the_table_is_never_offered(category: str) -> None:
    assert "C4" in refusals(a_concern(category=category))


def test_every_eligible_category_is_one_that_services_exchange() -> None:
    assert set(CATEGORIES) >= ELIGIBLE.keys()
    assert len(ELIGIBLE) == 14


def test_no_crime_and_no_safeguarding_matter_is_in_the_table() -> None:
    assert not [category for category in ELIGIBLE if category.startswith(("crime.", "saf.", "unk."))]


def test_a_person_who_must_look_first_refuses() -> None:
    assert refusals(a_concern(human_required=True)) == ("C3",)


def test_what_triage_forbids_stays_forbidden() -> None:
    assert refusals(a_concern(allowed=False)) == ("triage",)


def test_a_reporter_who_must_be_asked_first_refuses() -> None:
    assert refusals(a_concern(conditions=("C6", "C9"))) == ("C6",)


def test_the_filters_are_what_c9_asks_for_and_mediators_what_c5_does() -> None:
    assert refusals(a_concern(conditions=("C9",))) == ()
    assert not a_concern(conditions=("C9",)).needs_safeguarding
    assert a_concern(conditions=("C9_children",)).needs_safeguarding
    assert refusals(a_concern(conditions=("C5", "C9"))) == ()
    assert a_concern(conditions=("C5", "C9")).needs_mediation


def test_an_unknown_condition_refuses() -> None:
    assert refusals(a_concern(conditions=("C99",))) == ("unknown_condition",)


def test_a_vulnerable_person_asks_for_safeguarding() -> None:
    assert a_concern(flags=(Flag("vulnerable", blocking=False),)).needs_safeguarding
    assert not a_concern().needs_safeguarding


def test_a_dispute_asks_for_mediation() -> None:
    assert a_concern(category="per.neighbour_dispute").needs_mediation
    assert not a_concern().needs_mediation
