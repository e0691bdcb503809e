"""Every rule of the policy by its id: what fires it, with its floor and grade, and what just does not."""

import pytest

from services.triage.domain.alarm_rules import ALARM_RULES
from services.triage.domain.doubts import DOUBTS
from services.triage.domain.hard_rules import HARD_RULES
from services.triage.domain.soft_rules import SOFT_RULES
from tests.support.readings import Told, told
from tests.support.reports import decided

NOTHING = told()
EMERGENCY, PRIORITY, STANDARD, PLANNED = "EMERGENCY", "PRIORITY", "STANDARD", "PLANNED"

#: rule, what fires it, its level and grade, and the nearest thing that does not fire it.
TABLE: tuple[tuple[str, Told, int, str, Told], ...] = (
    ("H01", told("violence", "ongoing_violence"), 4, EMERGENCY, told("violence", "")),
    ("H01", told("threat_of_violence", when="now"), 4, EMERGENCY, told("threat_of_violence", when="today")),
    ("H01", told("arson_fire_risk", "fire_now"), 4, EMERGENCY, told("arson_fire_risk", "accelerant")),
    ("H01", told("suicide_self_harm", "suicide_plan"), 4, EMERGENCY, told("suicide_self_harm")),
    ("H01", told("", "intruder"), 4, EMERGENCY, NOTHING),
    ("H02", told("weapon"), 4, PRIORITY, NOTHING),
    ("H02", told("weapon?"), 4, PRIORITY, NOTHING),
    ("H02", told("weapon", "recent"), 4, EMERGENCY, NOTHING),
    ("H03", told("violence"), 3, PRIORITY, NOTHING),
    ("H04", told("threat_of_violence"), 4, PRIORITY, NOTHING),
    ("H05", told("domestic_abuse"), 4, PRIORITY, NOTHING),
    ("H05", told("domestic_abuse:a"), 3, PRIORITY, NOTHING),
    ("H05", told("domestic_abuse:a domestic_abuse:b"), 4, PRIORITY, NOTHING),
    ("H05b", told("domestic_abuse", children_present="yes"), 4, PRIORITY, told("domestic_abuse")),
    ("H06", told("sexual_offence"), 4, PRIORITY, NOTHING),
    ("H07", told("child_safeguarding"), 4, PRIORITY, NOTHING),
    ("H07", told("child_safeguarding:c"), 3, PRIORITY, NOTHING),
    ("H08", told("adult_safeguarding"), 4, PRIORITY, NOTHING),
    ("H08", told("adult_safeguarding:c"), 3, PRIORITY, NOTHING),
    ("H09", told("exploitation"), 4, PRIORITY, NOTHING),
    ("H09", told("exploitation:a"), 3, PRIORITY, NOTHING),
    ("H10", told("modern_slavery"), 4, PRIORITY, NOTHING),
    ("H10", told("modern_slavery:b"), 3, PRIORITY, NOTHING),
    ("H11", told("hate"), 3, PRIORITY, NOTHING),
    ("H12", told("stalking"), 4, PRIORITY, NOTHING),
    ("H12", told("stalking:a"), 3, PRIORITY, NOTHING),
    ("H13", told("suicide_self_harm?"), 4, PRIORITY, NOTHING),
    ("H13", told("suicide_self_harm", "suicide_act"), 4, EMERGENCY, NOTHING),
    ("H14", told("radicalisation"), 4, PRIORITY, NOTHING),
    ("H14", told("radicalisation:a"), 3, PRIORITY, NOTHING),
    ("H14", told("radicalisation weapon"), 4, EMERGENCY, NOTHING),
    ("H15", told("honour_based_abuse?"), 4, PRIORITY, NOTHING),
    ("H16", told("missing_person"), 4, PRIORITY, NOTHING),
    ("H16", told("missing_person", "child_named"), 4, EMERGENCY, NOTHING),
    ("H16", told("missing_person", vulnerability=("dementia",)), 4, EMERGENCY, NOTHING),
    ("H17", told("arson_fire_risk"), 3, PRIORITY, NOTHING),
    ("H18", told("drug_supply"), 3, PRIORITY, NOTHING),
    ("H19", told("intimidation_reprisal"), 3, PRIORITY, NOTHING),
    ("H19", told("intimidation_reprisal", "reprisal"), 4, PRIORITY, NOTHING),
    ("H20", told("dangerous_dog"), 3, PRIORITY, NOTHING),
    ("H20", told("dangerous_dog", "dog_person"), 4, PRIORITY, NOTHING),
    ("H20", told("dangerous_dog", when="now"), 3, EMERGENCY, NOTHING),
    ("H21", told("position_of_trust?"), 4, PRIORITY, NOTHING),
    ("H22", told("community_tension"), 3, PRIORITY, NOTHING),
    ("SC1", told(safe_contact="text_only"), 2, PRIORITY, told(safe_contact="any")),
    ("SC1", told("unsafe_to_contact"), 2, PRIORITY, NOTHING),
    ("R1", told(repeat_count=3), 3, STANDARD, told(repeat_count=2)),
    ("R1", told(repeat_count=3, category="per.verbal_abuse"), 3, STANDARD, told(repeat_count=2)),
    ("R1", told(repeat_count=3, category="env.noise_commercial"), 3, STANDARD,
     told(repeat_count=3, category="env.litter")),
    ("R1", told("", "repeated"), 3, STANDARD, told(repeat_count=2)),
    ("R2", told(repeat_count=5, category="env.litter"), 3, STANDARD, told(repeat_count=4, category="env.litter")),
    ("R3", told(previous_reports=2), 3, STANDARD, told(previous_reports=1)),
    ("R3", told(previous_reports=3, when="longer_ago"), 3, STANDARD, told(previous_reports=2, when="longer_ago")),
    ("R3", told(previous_reports=2), 3, STANDARD, told(previous_reports=2, category="crime.shoplifting")),
    ("R4", told(repeat_count=2, where_kind="own_home"), 2, STANDARD, told(repeat_count=1, where_kind="own_home")),
    ("R4", told(repeat_count=2, reporter_role="victim"), 2, PLANNED, told(repeat_count=2, reporter_role="witness")),
    ("R4", told(vulnerability=("previous_victim",)), 2, PRIORITY, told(vulnerability=("carer",))),
    ("R5", told(repeat_count=5, category="env.litter", where_kind="street"), 3, STANDARD,
     told(repeat_count=2, where_kind="street")),
    ("R5", told(repeat_count=3, category="env.litter", where_kind="street"), 1, PLANNED,
     told(repeat_count=5, where_kind="own_home")),
    ("V0", told(vulnerability=("autism",)), 2, PRIORITY, NOTHING),
    ("V0", told(vulnerability=("autism",), category="env.litter"), 1, STANDARD, NOTHING),
    ("V1", told(vulnerability=("autism",), targeted="yes"), 3, PRIORITY, told(targeted="yes")),
    ("V1", told(vulnerability=("autism",), repeat_count=2), 3, PRIORITY,
     told(vulnerability=("autism",), repeat_count=1)),
    ("V1", told("vulnerable", impact="severe"), 3, PRIORITY, told("vulnerable", impact="some")),
    ("U1", told(category="unk.unclear"), 2, PRIORITY, NOTHING),
    ("U1", told("", "unease", category=None), 2, PRIORITY, told("", "unease", "env.litter", category=None)),
    ("U2", told("stalking:a"), 3, PRIORITY, told("stalking")),
    ("U2", told("stalking:a stalking:a"), 3, PRIORITY, told("stalking:a stalking:b")),
    ("U3", told("stalking:a stalking:b"), 4, PRIORITY, told("stalking:a stalking:a")),
    ("U3", told("stalking:a stalking:b"), 4, PRIORITY, told("stalking:a domestic_abuse:b")),
    ("U4", told(unread=True), 2, PRIORITY, NOTHING),
    ("U5", told(injured="yes", category="env.litter"), 2, PLANNED, told(injured="no", category="env.litter")),
    ("K1", told("domestic_abuse"), 4, PRIORITY, told("domestic_abuse", category="saf.domestic_abuse")),
    ("K1", told("", "", "crime.burglary", category="nui.trespass"), 3, PRIORITY,
     told("", "", "env.litter", category="nui.trespass")),
    ("K2", told("weapon", weapon="no"), 4, PRIORITY, told("weapon", weapon="unknown")),
    ("K2", told("", "repeated", repeat_count=1), 3, STANDARD, told("", "repeated", repeat_count=3)),
    ("I1", told(danger_signals=("knife",)), 3, PRIORITY, told("weapon", danger_signals=("knife",))),
    ("I2", told(danger_signals=("knife",), unread=True), 4, EMERGENCY, told(danger_signals=("knife",))),
    ("S1", told("", "like_danger"), 3, PRIORITY, told("", "somewhat_like_danger")),
    ("S1", told("targeted", "like_danger"), 3, PRIORITY, told("stalking:a", "like_danger")),
    ("S2", told("", "somewhat_like_danger"), 2, PLANNED, told("weapon", "somewhat_like_danger")),
    ("F1", told("", "presence only_presence"), 1, PLANNED, told("", "presence only_presence behaviour")),
    ("F1", told("", "presence only_presence", repeat_count=12, people_involved=40), 1, PLANNED,
     told("violence", "presence only_presence")),
    ("G1", told("immediate_danger"), 4, EMERGENCY, told("weapon")),
    ("G2", told("", "", "env.drug_litter"), 2, PRIORITY, told("", "", "env.litter")),
    ("G2", told(vulnerability=("rough_sleeping",), category="env.litter"), 1, PRIORITY,
     told(vulnerability=("carer",), category="env.litter")),
    ("G3", told(where_kind="own_home"), 2, STANDARD, told(where_kind="street")),
    ("G4", NOTHING, 2, PLANNED, told(category="per.verbal_abuse")),
)  # fmt: skip


def _fired(of: Told) -> set[str]:
    return {fired.id for fired in of.decision.rules_fired}


@pytest.mark.parametrize(("rule", "fires", "level", "grade", "just_not"), TABLE, ids=[row[0] for row in TABLE])
def test_a_rule_fires_on_its_case_and_not_on_the_nearest_other(
    rule: str, fires: Told, level: int, grade: str, just_not: Told
) -> None:
    assert rule in _fired(fires)
    assert (fires.decision.level, fires.decision.grade.name) == (level, grade)
    assert rule not in _fired(just_not)


def test_no_rule_is_left_out_of_the_table() -> None:
    written = {rule.id for rule in (*HARD_RULES, *SOFT_RULES, *ALARM_RULES, *DOUBTS)}

    assert written - {row[0] for row in TABLE} == {"U6"}


VIOLENCE_AT_FOUR = (
    told("violence", injured="yes"),
    told("violence", "injury"),
    told("violence", ongoing=True),
    told("violence weapon"),
    told("violence hate"),
    told("violence domestic_abuse"),
    told("violence", children_present="yes"),
    told("violence", reporter_age_band="under_18"),
    told("violence", vulnerability=("dementia",)),
    told("violence", targeted="yes"),
    told("violence", reporter_role="victim"),
)
HATE_AT_FOUR = (
    told("hate violence"),
    told("hate threat_of_violence"),
    told("hate weapon"),
    told("hate arson_fire_risk"),
    told("hate", "home_attacked"),
    told("hate", "", "crime.criminal-damage-arson", where_kind="place_of_worship"),
    told("hate", repeat_count=2),
    told("hate", children_present="yes"),
    told("hate", vulnerability=("learning_disability",)),
)
FIRE_AT_FOUR = (
    told("arson_fire_risk", "occupied"),
    told("arson_fire_risk", "accelerant"),
    told("arson_fire_risk threat_of_violence"),
    told("arson_fire_risk", ongoing=True),
)
SUPPLY_AT_FOUR = (
    told("drug_supply exploitation"),
    told("drug_supply", "supply_to_child"),
    told("drug_supply", children_present="yes"),
    told("drug_supply adult_safeguarding"),
    told("drug_supply weapon"),
    told("drug_supply violence"),
    told("drug_supply threat_of_violence"),
)


@pytest.mark.parametrize("case", [*VIOLENCE_AT_FOUR, *HATE_AT_FOUR, *FIRE_AT_FOUR, *SUPPLY_AT_FOUR], ids=str)
def test_each_aggravation_of_h03_h11_h17_and_h18_is_enough(case: Told) -> None:
    assert case.decision.level == 4


@pytest.mark.parametrize("rule", ["violence", "hate", "arson_fire_risk", "drug_supply"])
def test_without_an_aggravation_they_stay_with_the_partnership(rule: str) -> None:
    assert told(rule, repeat_count=1).decision.level == 3


@pytest.mark.parametrize(
    ("case", "also"),
    [
        (told("domestic_abuse", children_present="yes"), "child_safeguarding"),
        (told("exploitation", "child_victim"), "child_safeguarding"),
        (told("exploitation", vulnerability=("dementia",)), "adult_safeguarding"),
        (told("radicalisation", reporter_age_band="under_18"), "child_safeguarding"),
    ],
    ids=["H05b", "H09 child", "H09 adult", "H14"],
)
def test_one_flag_brings_the_other_with_it(case: Told, also: str) -> None:
    assert also in case.decision.flag_names


def test_u6_words_about_nothing_known_are_seen_by_a_person_before_any_offer() -> None:
    odd, plain = decided("blorp fnarg zib quux", category="env.litter"), decided("blorp", category="env.litter")

    assert "U6" in {fired.id for fired in odd.rules_fired}
    assert "C3" in odd.community.blockers
    assert "U6" not in {fired.id for fired in plain.rules_fired}
