"""A reading that would take too long is given up: at the same word each time, keeping what was found, for a person."""

import functools
from dataclasses import replace

import pytest

from services.triage.adapters.lexicon_files import lexicon_source
from services.triage.domain.decision import Decision, record_of
from services.triage.domain.policy import Policy, assess
from services.triage.domain.signals import Reading
from services.triage.domain.text.extract import read
from services.triage.domain.text.lexicon import Lexicon, compiled
from services.triage.domain.text.tokens import LONGEST_TEXT
from tests.support.reports import OCCASION, a_report, the_policy

FULL = "My husband hit me and took my phone, there is a man outside with a knife. They are dealing drugs again. "
ENOUGH_FOR_SOME = 4_000


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return compiled(lexicon_source())


@pytest.fixture(scope="module")
def hurried(lexicon: Lexicon) -> Policy:
    return replace(the_policy(), read=functools.partial(read, lexicon=lexicon, most=ENOUGH_FOR_SOME))


def decided_by(policy: Policy, text: str) -> Decision:
    return assess(a_report(text), occasion=OCCASION, policy=policy)


def test_a_usual_report_is_read_to_its_end(hurried: Policy) -> None:
    decision = decided_by(hurried, "my neighbour plays loud music every night")

    assert "U4" not in {fired.id for fired in decision.rules_fired}


def test_u4_a_reading_that_is_given_up_is_for_a_person_and_says_so(hurried: Policy) -> None:
    decision = decided_by(hurried, FULL * 100)

    (because,) = (fired.because for fired in decision.rules_fired if fired.id == "U4")
    assert "in time" in because
    assert decision.human_required
    assert not decision.community.allowed


def test_what_was_found_before_a_reading_was_given_up_still_counts(lexicon: Lexicon) -> None:
    reading = read(FULL * 20, lexicon, most=ENOUGH_FOR_SOME)

    assert not reading.complete
    assert reading.signals


def test_a_reading_is_given_up_at_the_same_word_each_time(hurried: Policy) -> None:
    first, again = (record_of(decided_by(hurried, FULL * 100)) for _ in range(2))

    assert first == again


def test_the_longest_text_of_one_danger_after_the_other_is_read_within_the_limit(lexicon: Lexicon) -> None:
    text = FULL * (LONGEST_TEXT // len(FULL))

    assert read(text, lexicon).complete


def test_u4_words_that_cannot_be_read_a_second_time_are_for_a_person_too() -> None:
    """Sentences are read again for the further concerns they tell of."""
    text = "There is litter by the gate. Loud music every night from next door."

    def once(words: str) -> Reading:
        if words != text:
            raise RuntimeError
        return the_policy().read(words)

    decision = decided_by(replace(the_policy(), read=once), text)

    assert "U4" in {fired.id for fired in decision.rules_fired}
    assert decision.human_required
