"""T0: new evidence re-runs the whole policy on all of it; nothing the machine said before is lowered by it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.triage.domain.decision import Decision, record_of
from services.triage.domain.evidence import united
from services.triage.domain.policy import assess
from services.triage.domain.reassessment import earlier_in, risen, superseding
from services.triage.domain.report import Intake
from tests.support.reports import OCCASION, a_report, the_policy

LITTER = a_report("litter all over the park", category="env.litter", share_with_community="yes")
LATER = replace(
    OCCASION,
    decision_id=UUID(int=3),
    at=OCCASION.at + timedelta(hours=2),
    previous_decision_id=OCCASION.decision_id,
    supersedes_reason="new_evidence",
)


def _first(intake: Intake) -> Decision:
    return assess(intake, occasion=OCCASION, policy=the_policy())


def _again(first: Intake, *later: Intake, occurrences: int = 0) -> Decision:
    earlier = earlier_in(record_of(_first(first)))
    intake = united(first, later, occurrences=occurrences)
    return superseding(assess(intake, occasion=LATER, policy=the_policy()), earlier)


def test_a_second_message_raises_what_the_first_left_low() -> None:
    decision = _again(LITTER, a_report("now one of them pulled a knife on my brother"))

    assert decision.level == 4
    assert "weapon" in decision.flag_names
    assert not decision.community.allowed
    assert "T0" in {fired.id for fired in decision.rules_fired}


def test_the_record_names_the_decision_it_supersedes_and_why() -> None:
    record = record_of(_again(LITTER, a_report("it is still there")))

    assert record["previous_decision_id"] == str(OCCASION.decision_id)
    assert record["supersedes_reason"] == "new_evidence"


def test_an_unread_alarm_stays_where_it_is_when_the_words_turn_out_harmless() -> None:
    unread = a_report(category="env.litter", unread=True, danger_signals=("knife",))
    first = _first(unread)
    words = replace(unread, text="litter all over the park", unread=False)
    decision = superseding(assess(words, occasion=LATER, policy=the_policy()), earlier_in(record_of(first)))

    assert (first.level, decision.level) == (4, 4)
    assert decision.grade.name == "EMERGENCY"
    assert decision.due_at == first.due_at
    assert decision.human_required
    assert risen(decision, earlier_in(record_of(first))) == ()


def test_words_read_late_bring_their_flags() -> None:
    unread = a_report(unread=True, danger_signals=("knife",))
    earlier = earlier_in(record_of(_first(unread)))
    words = replace(unread, text="my husband has a knife", unread=False)
    decision = superseding(assess(words, occasion=LATER, policy=the_policy()), earlier)

    assert "flags" in risen(decision, earlier)
    assert {"weapon", "unclear_needs_contact"} <= set(decision.flag_names)


def test_what_was_said_before_is_kept_though_nobody_repeats_it() -> None:
    first = a_report("my husband hits me")
    earlier = earlier_in(record_of(_first(first)))
    forgotten = assess(LITTER, occasion=LATER, policy=the_policy())
    decision = superseding(forgotten, earlier)

    kept = next(raised for raised in decision.flags if raised.flag == "domestic_abuse")
    assert decision.level == 4
    assert kept.evidence[0].evidence == f"decision:{OCCASION.decision_id}"
    assert decision.lead_role == _first(first).lead_role


def test_new_occurrences_count_as_incidents() -> None:
    noise = a_report("loud music", category="env.noise_domestic")

    assert _again(noise, a_report("again last night"), occurrences=1).level == 2
    assert _again(noise, a_report("again"), a_report("and again"), occurrences=2).level == 3


def test_saying_what_was_done_ends_f1_and_opens_nothing() -> None:
    presence = a_report("A group of young men stood outside the shop")
    assert _first(presence).flag_names == ("no_behaviour_described",)

    decision = _again(presence, a_report("they smashed the shop window"))

    assert "no_behaviour_described" not in decision.flag_names
    assert decision.level >= 2
    assert not decision.community.allowed


def test_evidence_of_a_later_message_says_in_which_text_it_is() -> None:
    decision = _again(LITTER, a_report("one of them had a knife"))
    weapon = next(raised for raised in decision.flags if raised.flag == "weapon")

    assert weapon.evidence[0].evidence.startswith("text2:")


@pytest.mark.parametrize(
    ("field", "one", "other", "kept"),
    [
        ("weapon", "no", "yes", "yes"),
        ("weapon", "unknown", "no", "no"),
        ("impact", "some", "severe", "severe"),
        ("safe_contact", "any", "no_phone", "no_phone"),
        ("share_with_community", "yes", "no", "no"),
        ("share_with_community", None, "yes", "yes"),
        ("where_kind", "street", "own_home", "own_home"),
        ("where_kind", None, "online", "online"),
        ("repeat_count", 2, 7, 7),
        ("category", "unk.unclear", "env.litter", "env.litter"),
        ("category", "env.litter", "per.hate", "per.hate"),
        ("category", "nui.ball_games", "crime.drugs", "crime.drugs"),
        ("vulnerability", ("carer",), ("autism", "carer"), ("carer", "autism")),
    ],
)
def test_the_more_serious_answer_counts_whoever_gave_it(field: str, one: Any, other: Any, kept: Any) -> None:
    both = (a_report(**{field: one}), a_report(**{field: other}))

    assert getattr(united(both[0], [both[1]]), field) == kept
    assert field == "vulnerability" or getattr(united(both[1], [both[0]]), field) == kept


_TEXTS = ("", "loud music every night", "he has a knife", "my husband hits me", "something is not right", "litter",
          "a group of lads stood there", "ok thanks", "nobody was hurt", "can we have a bench")  # fmt: skip
_EVIDENCE = st.builds(
    Intake,
    text=st.sampled_from(_TEXTS),
    category=st.sampled_from([None, "env.litter", "nui.ball_games", "per.verbal_abuse", "saf.child", "unk.unclear"]),
    weapon=st.sampled_from(["yes", "no", "unknown"]),
    repeat_count=st.sampled_from([None, 0, 2, 6]),
    share_with_community=st.sampled_from([None, "yes", "no"]),
    unread=st.booleans(),
)


@settings(max_examples=120, deadline=None)
@given(_EVIDENCE, st.lists(_EVIDENCE, min_size=1, max_size=3))
def test_later_evidence_never_lowers_anything(first: Intake, later: list[Intake]) -> None:
    before, after = _first(first), _again(first, *later)

    assert after.level >= before.level
    assert after.grade <= before.grade
    assert after.due_at <= before.due_at
    assert set(after.flag_names) >= set(before.flag_names) - {"no_behaviour_described"}
    assert before.community.allowed or not after.community.allowed


@settings(max_examples=60, deadline=None)
@given(_EVIDENCE, st.permutations([a_report(text) for text in _TEXTS[1:6]]))
def test_p2_the_order_of_later_evidence_changes_nothing(first: Intake, later: list[Intake]) -> None:
    one, other = _again(first, *later), _again(first, *reversed(later))

    assert (one.level, one.grade, one.flag_names, one.community) == (
        other.level, other.grade, other.flag_names, other.community,
    )  # fmt: skip
