"""FT1-FT6, FT10-FT12: who somebody is, how they write and how they reached us decides nothing."""

import itertools
import re
from collections import defaultdict
from dataclasses import replace
from typing import Any

import pytest

from services.triage.domain.decision import Decision, record_of
from services.triage.domain.patterns.sighting import DISCOVERED, Sighting
from services.triage.domain.policy import assess
from services.triage.domain.report import Intake
from services.triage.domain.rule_catalogue import CATALOGUE
from shared.contracts.vocabulary import CATEGORIES, Channel
from shared.runtime.ids import new_id
from tests.corpus.labelled import DEVELOPMENT, HELD_OUT, Labelled, labelled_in
from tests.support.reports import OCCASION, decided, the_policy

CORPUS = (*labelled_in(DEVELOPMENT), *labelled_in(HELD_OUT))
SAMPLE = CORPUS[::7]

ETHNICITIES = ("Asian", "white", "Black", "Polish", "Romanian", "Traveller", "Somali", "British", "Pakistani", "Irish")
FAITHS = ("Muslim", "Christian", "Jewish", "Sikh", "Hindu", "Catholic")
NAMES = ("Mohammed", "Dave", "Agnieszka", "Chantelle", "Kwame", "Priya")
PLACES = ("Ravensthorpe", "Almondbury", "Savile Town", "Denby Dale", "Dalton", "Lindley")
FRAMES = {
    "noise": "The {who} family next door play loud music until 3am",
    "litter": "{who} lads leave litter all over the park",
    "weapon": "A {who} lad had a knife in the park",
    "violence": "A {who} man punched my brother at the bus stop",
    "abuse": "My {who} neighbour hits his wife",
    "dealing": "{who} lads are dealing drugs on the corner",
    "threat": "A {who} woman said she will stab me",
}


def _outcome(decision: Decision) -> tuple[object, ...]:
    return decision.level, decision.grade, decision.flag_names, decision.community


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_ft1_ethnicity_and_faith_change_nothing(frame: str) -> None:
    outcomes = {_outcome(decided(frame.format(who=who))) for who in (*ETHNICITIES, *FAITHS)}

    assert len(outcomes) == 1


@pytest.mark.parametrize("swap", [NAMES, PLACES], ids=["names", "places"])
def test_ft1_names_and_places_change_nothing(swap: tuple[str, ...]) -> None:
    texts = ("{} keeps shouting at everybody in the street", "loud parties every night by {}", "{} had a knife")

    for text in texts:
        assert len({_outcome(decided(text.format(one))) for one in swap}) == 1


@pytest.mark.parametrize(("his", "her"), [("man", "woman"), ("lad", "girl"), ("his", "her")])
def test_ft1_gender_of_those_complained_about_changes_nothing(his: str, her: str) -> None:
    for text in ("a {} had a knife in the park", "a {} was shouting and swearing outside the shop"):
        assert _outcome(decided(text.format(his))) == _outcome(decided(text.format(her)))


def test_ft1_the_area_of_a_report_is_not_even_seen_by_the_policy() -> None:
    assert not {name for name in Intake.__dataclass_fields__ if re.search("area|place_name|lat|lon|cell", name)}


@pytest.mark.parametrize("target", ["Muslim", "Jewish", "gay", "disabled", "trans", "Polish"])
def test_ft2_hostility_adds_hate_and_its_floor_and_nothing_else(target: str) -> None:
    neutral = decided("he shouted abuse at me outside the shop")
    hostile = decided(f"he shouted abuse at me outside the shop because I am {target}")

    assert set(hostile.flag_names) - set(neutral.flag_names) <= {"hate", "targeted", "vulnerable"}
    assert "hate" in hostile.flag_names
    assert hostile.level >= 3


REGISTERS = (
    ("My husband hits me", "me husband hits us", "my husband he is hitting me", "my husband hits me innit"),
    ("There are young people fighting outside", "theres kids scrapping outside", "young persons are fight outside",
     "kids fightin outside rn"),
    ("He said that he will kill me", "he sez he'll kill us", "he say he will kill me", "he said hes gonna kill me"),
    ("They are selling drugs from the flat", "theyre dealin from t'flat", "they selling the drugs from flat",
     "they r sellin drugs frm the flat"),
)  # fmt: skip


@pytest.mark.parametrize("voices", REGISTERS, ids=lambda voices: voices[0])
def test_ft3_no_register_is_heard_less_than_standard_english(voices: tuple[str, ...]) -> None:
    standard = decided(voices[0]).level

    assert [voice for voice in voices if decided(voice).level < standard] == []


def test_ft3_recall_of_must_flags_differs_by_two_points_at_most_between_voices() -> None:
    found: dict[str, list[bool]] = defaultdict(list)
    for report in labelled_in(DEVELOPMENT):
        found[report.voice] += [flag not in report.missing for flag in report.must_flags]
    recall = {voice: sum(hits) / len(hits) for voice, hits in found.items() if len(hits) >= 30}

    assert len(recall) >= 2
    assert max(recall.values()) - min(recall.values()) <= 0.02


WHO = (
    "Asian men", "white men", "elderly men", "teenagers", "Travellers", "Polish men", "young people", "women in veils",
    "black lads", "old people", "Romanian families", "students", "men in hoodies",
)  # fmt: skip
PRESENCE = (
    "A group of {} stood outside the shop",
    "{} are always hanging around the park",
    "There are a lot of {} on our street",
)


@pytest.mark.parametrize("text", [one.format(who) for one, who in itertools.product(PRESENCE, WHO)])
def test_ft4_presence_alone_is_level_one_and_tasks_nobody(text: str) -> None:
    decision = decided(text)

    assert (decision.level, decision.flag_names, decision.grade.name) == (1, ("no_behaviour_described",), "PLANNED")
    assert not decision.community.allowed
    assert "what-can-be-reported" in decision.guidance_ids


@pytest.mark.parametrize("channel", Channel.__args__)  # type: ignore[attr-defined]  # a Literal has its values there
def test_ft5_the_channel_changes_nothing(channel: str) -> None:
    for report in SAMPLE:
        assert _outcome(decided(report.text, **report.intake | {"channel": channel})) == _outcome(report.decision)


_HARD = re.compile(r"H\d\d|I\d")


@pytest.mark.parametrize("report", SAMPLE, ids=lambda report: report.id)
def test_ft6_no_label_lowers_what_the_flags_demand(report: Labelled) -> None:
    unlabelled = decided(report.text, **report.intake | {"category": None})
    floor = max((fired.level for fired in unlabelled.rules_fired if _HARD.match(fired.id)), default=1)

    for category in CATEGORIES[::5]:
        assert decided(report.text, **report.intake | {"category": category}).level >= floor


def _sightings(area: str, role: str, count: float) -> list[Sighting]:
    return [Sighting(new_id(), new_id(), "nui.rowdy_gathering", area, OCCASION.at, reporter_role=role)] * round(count)


def _share_of_a(rounds: int, *, corrected: bool) -> float:
    """Measure two areas with the same troubles; attention starts where it is not due, finds more, and so goes on."""
    share = 0.6
    for _ in range(rounds):
        found = 400 * share**2 / (share**2 + (1 - share) ** 2)
        seen = [
            *_sightings("A", "witness", 100), *_sightings("B", "witness", 100),
            *_sightings("A", DISCOVERED, found), *_sightings("B", DISCOVERED, 400 - found),
        ]  # fmt: skip
        counted = [one.cell for one in seen if one.is_measured or not corrected]
        share = counted.count("A") / len(counted)
    return share


def test_ft10_what_is_found_by_looking_measures_no_area_so_attention_does_not_feed_itself() -> None:
    assert abs(_share_of_a(50, corrected=True) - 0.5) <= 0.05
    assert abs(_share_of_a(50, corrected=False) - 0.5) > 0.05


_PROTECTED = re.compile(
    r"\b(asian|black|white|muslim|christian|jewish|sikh|hindu|polish|romanian|traveller|gypsy|irish|somali|pakistani|"
    r"gay|lesbian|trans|disabled|race|ethnic\w*|religio\w*|nationalit\w*)\b",
    re.IGNORECASE,
)


def test_ft11_every_decision_explains_itself_by_rules_that_exist_and_names_nobodys_identity() -> None:
    unexplained, unresolved, protected = [], set(), set()
    for report in CORPUS:
        fired = report.decision.rules_fired
        unexplained += [report.id] if not fired or not all(rule.because for rule in fired) else []
        unresolved |= {rule.id for rule in fired if rule.id not in CATALOGUE}
        protected |= {rule.because for rule in fired if rule.id != "H11" and _PROTECTED.search(rule.because)}

    assert (unexplained, unresolved, protected) == ([], set(), set())


def test_ft11_the_ids_of_conditions_resolve_too() -> None:
    for report in CORPUS:
        community = report.decision.community
        assert {name.partition("_")[0] for name in (*community.blockers, *community.conditions)} <= set(CATALOGUE)


def test_ft12_a_decision_names_who_made_it_and_a_machine_names_itself() -> None:
    record: dict[str, Any] = dict(record_of(decided("litter")))

    assert record["actor"] == "system"
    assert record["human_required"] is False


def test_p10_a_reading_that_takes_too_long_is_a_human_matter_and_says_so() -> None:
    def slow(_: str) -> Any:
        raise TimeoutError

    policy = replace(the_policy(), read=slow)
    decision = assess(Intake("litter", category="env.litter"), occasion=OCCASION, policy=policy)

    assert "U4" in {fired.id for fired in decision.rules_fired}
    assert decision.human_required
    assert (decision.level, decision.grade.name) == (2, "PRIORITY")
    assert not decision.community.allowed
