"""H01-H22 and SC1: the rules that no configuration can switch off. Each line is a rule of the policy."""

from services.triage.domain.circumstances import (
    child_concerned,
    happening_now,
    incidents,
    somebody_aimed_at,
    someone_hurt,
)
from services.triage.domain.danger_now import suicide_is_near, weapon_is_near
from services.triage.domain.findings import Findings
from services.triage.domain.flags import FLAGS
from services.triage.domain.report import YES
from services.triage.domain.rules import Rule, when

_TWICE = 2


def _floor(flag: str) -> Rule:
    """Give the flag's own floor: the lower one while a single soft sign is all there is (U2)."""
    policy = FLAGS[flag]

    def level(findings: Findings) -> int:
        if not findings.has(flag):
            return 0
        return policy.floor if findings.sure(flag) else policy.possible_floor

    return Rule(policy.rule, policy.because, level)


def _violence(findings: Findings) -> int:
    if not findings.has("violence"):
        return 0
    grave = (
        someone_hurt(findings)
        or happening_now(findings)
        or findings.fact("ongoing_violence")
        or findings.any_of("weapon", "hate", "domestic_abuse", "vulnerable", "adult_safeguarding")
        or child_concerned(findings)
        or somebody_aimed_at(findings)
    )
    return 4 if grave else 3


def _hate(findings: Findings) -> int:
    if not findings.has("hate"):
        return 0
    grave = (
        findings.any_of("violence", "threat_of_violence", "weapon", "arson_fire_risk", "vulnerable")
        or findings.fact("home_attacked", "repeated")
        or (
            findings.intake.where_kind == "place_of_worship"
            and "crime.criminal-damage-arson" in findings.text_categories
        )
        or (incidents(findings) or 0) >= _TWICE
        or child_concerned(findings)
    )
    return 4 if grave else 3


def _fire(findings: Findings) -> int:
    if not findings.has("arson_fire_risk"):
        return 0
    grave = findings.fact("occupied", "accelerant", "fire_now") or happening_now(findings)
    return 4 if grave or findings.has("threat_of_violence") else 3


def _supply(findings: Findings) -> int:
    if not findings.has("drug_supply"):
        return 0
    grave = (
        findings.any_of("adult_safeguarding", "weapon", "violence", "threat_of_violence")
        or findings.sure("exploitation")
        or child_concerned(findings)
        or findings.fact("supply_to_child")
    )
    return 4 if grave else 3


def _reprisal(findings: Findings) -> int:
    if not findings.has("intimidation_reprisal"):
        return 0
    return 4 if findings.fact("reprisal") else 3


def _dog(findings: Findings) -> int:
    if not findings.has("dangerous_dog"):
        return 0
    return 4 if findings.fact("dog_person") or findings.intake.injured == YES else 3


def _missing_is_urgent(findings: Findings) -> bool:
    return child_concerned(findings) or findings.has("vulnerable") or findings.fact("child_named", "cared_for_named")


def _told(rule: str, flag: str, level: int) -> Rule:
    return Rule(rule, FLAGS[flag].because, when(lambda findings: findings.has(flag), level))


HARD_RULES: tuple[Rule, ...] = (
    Rule("H01", FLAGS["immediate_danger"].because, when(lambda f: f.has("immediate_danger"), 4), lambda _: True),
    Rule("H02", FLAGS["weapon"].because, when(lambda f: f.has("weapon"), 4), weapon_is_near),
    Rule("H03", FLAGS["violence"].because, _violence),
    _told("H04", "threat_of_violence", 4),
    _floor("domestic_abuse"),
    Rule(
        "H05b",
        "Children in a household with domestic abuse are victims in their own right.",
        when(lambda f: f.sure("domestic_abuse") and children_at_home(f), 4),
    ),
    _told("H06", "sexual_offence", 4),
    _floor("child_safeguarding"),
    _floor("adult_safeguarding"),
    _floor("exploitation"),
    _floor("modern_slavery"),
    Rule("H11", FLAGS["hate"].because, _hate),
    _floor("stalking"),
    Rule("H13", FLAGS["suicide_self_harm"].because, when(lambda f: f.has("suicide_self_harm"), 4), suicide_is_near),
    Rule(
        "H14",
        FLAGS["radicalisation"].because,
        _floor("radicalisation").level,
        lambda f: f.fact("attack_plan") or (f.sure("radicalisation") and f.has("weapon")),
    ),
    _told("H15", "honour_based_abuse", 4),
    Rule("H16", FLAGS["missing_person"].because, when(lambda f: f.has("missing_person"), 4), _missing_is_urgent),
    Rule("H17", FLAGS["arson_fire_risk"].because, _fire, lambda f: f.fact("fire_now") or happening_now(f)),
    Rule("H18", FLAGS["drug_supply"].because, _supply),
    Rule("H19", FLAGS["intimidation_reprisal"].because, _reprisal),
    Rule("H20", FLAGS["dangerous_dog"].because, _dog, lambda f: f.fact("dog_now") or happening_now(f)),
    _told("H21", "position_of_trust", 4),
    _told("H22", "community_tension", 3),
    Rule("SC1", FLAGS["unsafe_to_contact"].because, when(lambda f: f.has("unsafe_to_contact"), 1)),
)


def children_at_home(findings: Findings) -> bool:
    """Tell whether children live with the abuse (H05b)."""
    return (
        findings.intake.children_present == YES
        or findings.intake.reporter_age_band == "under_18"
        or findings.fact("children_present", "child_victim")
    )
