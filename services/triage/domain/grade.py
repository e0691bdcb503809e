"""G1-G4: how fast, apart from how serious. The faster of the first trigger and the categories' usual grade."""

from collections.abc import Sequence

from services.triage.domain.doubts import sounds_dangerous
from services.triage.domain.findings import Findings
from services.triage.domain.flags import BLOCKING, NOT_URGENT
from services.triage.domain.grades import Grade
from services.triage.domain.rules import Fired

_URGENT_CATEGORIES = frozenset({"env.drug_litter", "nui.begging_rough_sleeping", "crime.burglary"})
_AT_HOME = frozenset({"own_home", "neighbour_home"})
_HIGH, _PARTNERSHIP, _EARLY = 4, 3, 2


def grade_of(findings: Findings, level: int, fired: Sequence[Fired]) -> tuple[Grade, str]:
    """Return the grade and the rule that gave it."""
    trigger, rule = _trigger(findings, level, fired)
    usual = min(findings.terms.categories[category].grade for category in findings.categories)
    return (usual, "CAT") if usual < trigger else (trigger, rule)


def _trigger(findings: Findings, level: int, fired: Sequence[Fired]) -> tuple[Grade, str]:
    if findings.has("immediate_danger") or any(rule.grade is Grade.EMERGENCY for rule in fired):
        return Grade.EMERGENCY, "G1"
    if _is_priority(findings, level):
        return Grade.PRIORITY, "G2"
    if _is_standard(findings, level):
        return Grade.STANDARD, "G3"
    return Grade.PLANNED, "G4"


def _is_priority(findings: Findings, level: int) -> bool:
    return (
        level == _HIGH
        or bool(findings.intake.danger_signals)
        or any(flag in BLOCKING and flag not in NOT_URGENT for flag in findings.confidence)
        or sounds_dangerous(findings)
        or bool(_URGENT_CATEGORIES.intersection((*findings.categories, *findings.text_categories)))
        or "rough_sleeping" in findings.intake.vulnerability
        or (findings.has("vulnerable") and level >= _EARLY)
    )


def _is_standard(findings: Findings, level: int) -> bool:
    return (
        level == _PARTNERSHIP
        or findings.has("vulnerable")
        or any(category.startswith("per.") for category in findings.categories)
        or (level == _EARLY and findings.intake.where_kind in _AT_HOME)
    )
