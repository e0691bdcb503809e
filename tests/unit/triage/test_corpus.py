"""The corpus scored as a safeguarding lead would score it: hard fails none, floors as the reference sets them."""

import pytest

from services.triage.domain.flags import BLOCKING
from tests.support.reports import decided
from tests.unit.triage.corpus import DANGER, HOME, Case
from tests.unit.triage.corpus_more import CASES
from tests.unit.triage.corpus_voices import VOICES

ALL = (*DANGER, *HOME, *CASES, *VOICES)
HIGH = 4


def _label(case: Case) -> str:
    return case.text[:48]


@pytest.mark.parametrize("case", [case for case in ALL if case.level == HIGH], ids=_label)
def test_no_high_risk_report_is_given_a_lower_level_or_loses_a_flag(case: Case) -> None:
    decision = decided(case.text, **case.fields)

    assert decision.level == HIGH
    assert set(case.flags) <= set(decision.flag_names)
    assert not decision.community.allowed


@pytest.mark.parametrize("case", [case for case in ALL if case.no], ids=_label)
def test_figures_of_speech_denials_and_worries_raise_nothing(case: Case) -> None:
    assert not set(case.no) & set(decided(case.text, **case.fields).flag_names)


@pytest.mark.parametrize("case", [case for case in ALL if case.grade in {"EMERGENCY", "PRIORITY"}], ids=_label)
def test_nothing_urgent_waits(case: Case) -> None:
    assert decided(case.text, **case.fields).grade.name in {"EMERGENCY", case.grade}


@pytest.mark.parametrize("case", ALL, ids=_label)
def test_nothing_blocked_is_offered_and_danger_always_says_999(case: Case) -> None:
    decision = decided(case.text, **case.fields)

    if set(decision.flag_names) & BLOCKING or case.offer is False:
        assert not decision.community.allowed
    if "immediate_danger" in decision.flag_names:
        assert "danger-now" in decision.guidance_ids


def test_levels_are_exact_for_nine_in_ten_and_never_too_low_by_more_than_chance() -> None:
    levels = [(case.level, decided(case.text, **case.fields).level) for case in ALL]

    assert sum(said == want for want, said in levels) / len(levels) >= 0.95
    assert [pair for pair in levels if pair[0] == 3 and pair[1] < 3] == []
    assert sum(said > want for want, said in levels) / len(levels) <= 0.05


def test_must_flags_are_found_nearly_always_and_unwanted_ones_hardly_ever() -> None:
    wanted = [(flag, decided(case.text, **case.fields)) for case in ALL for flag in case.flags]

    assert sum(flag in decision.flag_names for flag, decision in wanted) / len(wanted) >= 0.98


def test_a_plain_local_matter_may_be_offered() -> None:
    offered = [decided(case.text, **case.fields).community.allowed for case in ALL if case.offer is True]

    assert sum(offered) / len(offered) >= 0.9
