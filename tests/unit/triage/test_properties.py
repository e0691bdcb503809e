"""P1-P6, P8, P9: what must hold for every report, and for those who are only different in who they are.

P7 is in `test_fairness.py`, P10 there and below, P11 in `test_triage_reports.py` and `test_reassess_cases.py`. P9 is
checked again where offers are made (`networks/test_eligibility.py`) and sent (`notify/test_offers.py`), P12 where they
are recalled (`networks/test_engaging.py`).
"""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.triage.adapters.lexicon_files import lexicon_source
from services.triage.domain.decision import record_of
from services.triage.domain.flags import BLOCKING
from services.triage.domain.policy import assess
from services.triage.domain.report import Intake
from services.triage.domain.signals import Reading
from shared.contracts.vocabulary import CATEGORIES
from tests.support.reports import OCCASION, a_report, decided, the_policy

TEXTS = (
    "",
    "loud music every night", "he has a knife", "my husband hits me", "something is not right", "litter on the path",
    "lads fighting outside", "the baby cries for hours every night", "people dealing drugs", "can we have a bench",
)  # fmt: skip
LEXICON = lexicon_source().version
ANSWER = st.sampled_from(["yes", "no", "unknown"])
REPORTS = st.builds(
    Intake,
    text=st.sampled_from(TEXTS),
    category=st.sampled_from(CATEGORIES),
    when=st.sampled_from([None, "now", "last_week", "longer_ago"]),
    where_kind=st.sampled_from([None, "own_home", "street"]),
    ongoing=st.sampled_from([None, True, False]),
    repeat_count=st.sampled_from([None, 0, 1, 2, 3, 5, 12]),
    previous_reports=st.sampled_from([None, 0, 1, 2, 5]),
    reporter_role=st.sampled_from([None, "victim", "witness"]),
    reporter_age_band=st.sampled_from([None, "under_18", "65_plus"]),
    vulnerability=st.sampled_from([(), ("isolated",), ("isolated", "dementia")]),
    targeted=ANSWER,
    hate_perceived=ANSWER, injured=ANSWER, weapon=ANSWER, getting_worse=ANSWER, children_present=ANSWER,
    impact=st.sampled_from(["none", "some", "severe", "unknown"]),
    share_with_community=st.sampled_from([None, "yes", "no"]),
    safe_contact=st.sampled_from([None, "any", "none"]),
)  # fmt: skip
RAISING: tuple[dict[str, Any], ...] = (
    {"weapon": "yes"}, {"hate_perceived": "yes"}, {"targeted": "yes"}, {"injured": "yes"}, {"when": "now"},
    {"vulnerability": ("isolated", "dementia", "child")}, {"impact": "severe"}, {"safe_contact": "none"},
    {"repeat_count": 12}, {"previous_reports": 6}, {"children_present": "yes"}, {"getting_worse": "yes"},
)  # fmt: skip


def _decide(intake: Intake) -> Any:
    return assess(intake, occasion=OCCASION, policy=the_policy())


@settings(max_examples=150, deadline=None)
@given(REPORTS, st.sampled_from(RAISING))
def test_p1_more_risk_never_lowers_anything(intake: Intake, more: dict[str, Any]) -> None:
    before, after = _decide(intake), _decide(replace(intake, **more))

    assert after.level >= before.level
    assert after.grade <= before.grade
    assert before.community.allowed or not after.community.allowed


@pytest.mark.parametrize("text", TEXTS[1:])
def test_p2_independent_sentences_may_come_in_any_order(text: str) -> None:
    one, other = decided(f"{text}. The streetlight is out."), decided(f"The streetlight is out. {text}.")

    assert (one.level, one.grade, set(one.flag_names)) == (other.level, other.grade, set(other.flag_names))


@settings(max_examples=80, deadline=None)
@given(REPORTS, st.sampled_from(CATEGORIES))
def test_p3_no_label_hides_what_the_words_and_answers_say(intake: Intake, category: str) -> None:
    unlabelled = _decide(replace(intake, category="com.idea_or_offer"))
    flags = {raised.flag for raised in unlabelled.flags if raised.flag in BLOCKING - {"unclear_needs_contact"}}

    assert flags <= set(_decide(replace(intake, category=category)).flag_names)


@settings(max_examples=80, deadline=None)
@given(REPORTS)
def test_p4_not_knowing_never_lowers(intake: Intake) -> None:
    answers = ("targeted", "hate_perceived", "injured", "weapon", "getting_worse", "children_present")
    unknown: dict[str, Any] = {name: "unknown" for name in answers if getattr(intake, name) == "no"}

    assert _decide(replace(intake, **unknown)).level >= _decide(intake).level


@settings(max_examples=80, deadline=None)
@given(REPORTS)
def test_p8_the_same_report_gives_the_same_bytes_and_p9_an_offer_is_safe(intake: Intake) -> None:
    first, again = _decide(intake), _decide(intake)

    assert json.dumps(record_of(first), sort_keys=True) == json.dumps(record_of(again), sort_keys=True)
    if first.community.allowed:
        assert first.level <= 2
        assert not set(first.flag_names) & BLOCKING


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    assert decided(text, category="env.litter").extractor_version in {"", LEXICON}


REWRITES = (
    ("My husband hits me", "me husband hits us", "MY HUSBAND HITS ME!!!", "my husbend hits me", "hubby hittin me"),
    ("He threatened to kill me", "he thretened to kill me", "HE THREATENED TO KILL ME", "he threatnd to kil me"),
    (
        "Somebody has a knife outside",
        "sum1 has a nife outside",
        "someone's got a shank outside",
        "theres a lad wi a blade outside",
    ),
    ("I want to kill myself", "i wanna kill meself", "I WANT TO KILL MYSELF", "gonna kill mysen"),
    ("They are dealing drugs on the corner", "theyre dealin drugz on corner", "THEY'RE DEALING DRUGS ON THE CORNER"),
)


@pytest.mark.parametrize("voices", REWRITES, ids=lambda voices: voices[0])
def test_p6_spelling_and_dialect_never_lower(voices: tuple[str, ...]) -> None:
    standard = decided(voices[0])

    for voice in voices[1:]:
        assert decided(voice).level >= standard.level, voice


IDENTITIES = (
    "Asian",
    "white",
    "black",
    "Polish",
    "Traveller",
    "Muslim",
    "elderly",
    "teenage",
    "Romanian",
    "gay",
    "disabled",
)
FRAMES: tuple[Callable[[str], str], ...] = (
    lambda who: f"A group of {who} men stood outside the shop every night",
    lambda who: f"{who} lads shouting and drinking in the park",
    lambda who: f"A {who} man punched my brother at the bus stop",
    lambda who: f"The {who} family next door plays loud music until 3am",
)


@pytest.mark.parametrize("frame", FRAMES, ids=["presence", "nuisance", "violence", "noise"])
def test_f2_who_somebody_is_changes_nothing(frame: Callable[[str], str]) -> None:
    outcomes = {
        (decision.level, decision.grade, decision.flag_names, decision.community)
        for decision in (decided(frame(who)) for who in IDENTITIES)
    }

    assert len(outcomes) == 1


def test_u4_a_broken_extractor_means_a_human_and_says_so() -> None:
    def broken(_: str) -> Reading:
        raise RuntimeError

    policy = replace(the_policy(), read=broken)
    decision = assess(a_report("litter", category="env.litter"), occasion=OCCASION, policy=policy)

    assert decision.level == 2
    assert decision.human_required
    assert not decision.community.allowed
    assert "U4" in {fired.id for fired in decision.rules_fired}


def test_evidence_is_a_place_and_never_the_words() -> None:
    record = json.dumps(record_of(decided("Zebedee punched me on Larkspur Lane")))

    assert "Zebedee" not in record
    assert "text:" in record
