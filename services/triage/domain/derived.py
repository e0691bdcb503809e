"""Flags that follow from other findings, before any floor is set; each step may see the ones before."""

from services.triage.domain.circumstances import number_contradicts
from services.triage.domain.danger_now import in_danger_now
from services.triage.domain.findings import Findings
from services.triage.domain.flags import BLOCKING
from services.triage.domain.hard_rules import children_at_home
from services.triage.domain.report import YES
from services.triage.domain.signals import Confidence, Signal, Status
from services.triage.domain.soft_rules import is_unclear, repeat_location, repeat_victim, review_is_due

_BEHAVIOURAL_EXCEPTIONS = frozenset({"com.feels_unsafe", "com.tension"})
_NOT_AGAINST_F1 = frozenset({"no_behaviour_described", "unsafe_to_contact", "unclear_needs_contact"})


def completed(findings: Findings, conflicting: tuple[str, ...]) -> Findings:
    """Return the findings with every derived flag: F1 excludes the rest, as nothing but presence was described."""
    if describes_no_behaviour(findings):
        return findings.with_flag(_derived("no_behaviour_described", "F1"))
    steps = (
        ("child_safeguarding", "H05b", findings.sure("domestic_abuse") and children_at_home(findings)),
        ("child_safeguarding", "H09", findings.sure("exploitation") and _of_a_child(findings)),
        ("adult_safeguarding", "H09", findings.sure("exploitation") and _of_an_adult_at_risk(findings)),
        ("child_safeguarding", "H14", findings.sure("radicalisation") and _of_a_child(findings)),
        ("immediate_danger", "H01", in_danger_now(findings)),
        ("case_review_eligible", "R3", review_is_due(findings)),
        ("repeat_victim", "R4", repeat_victim(findings)),
        ("repeat_location", "R5", repeat_location(findings)),
        ("field_text_conflict", "K2", bool(conflicting) or number_contradicts(findings)),
        ("unclear_needs_contact", "U1", is_unclear(findings)),
        ("accessible_contact_needed", "N11", not findings.understood),
    )
    for flag, rule, applies in steps:
        if applies:
            findings = findings.with_flag(_derived(flag, rule))
    return findings


def describes_no_behaviour(findings: Findings) -> bool:
    """F1: people are said to be there, and nothing else."""
    if findings.fault or not findings.understood or findings.fact("behaviour") or findings.intake.danger_signals:
        return False
    if not (findings.fact("presence") and findings.fact("only_presence")) or findings.fact("concern_for"):
        return False
    if set(findings.text_categories) - _BEHAVIOURAL_EXCEPTIONS or findings.intake.injured == YES:
        return False
    return not any(_tells_of_behaviour(findings, signal) for signal in findings.signals)


def _tells_of_behaviour(findings: Findings, signal: Signal) -> bool:
    """Tell whether a signal ends F1: a blocking flag, unless it is only the label the reporter chose (not saf.*)."""
    if signal.status is not Status.AFFIRMED or signal.flag not in BLOCKING or signal.flag in _NOT_AGAINST_F1:
        return False
    return signal.evidence != "field:category" or (findings.intake.category or "").startswith("saf.")


def _derived(flag: str, rule: str) -> Signal:
    return Signal(flag, Confidence.CONFIRMED, "text", "rule", rule)


def _of_a_child(findings: Findings) -> bool:
    return (
        findings.intake.reporter_age_band == "under_18"
        or findings.intake.children_present == YES
        or findings.fact("child_named", "child", "child_victim")
    )


def _of_an_adult_at_risk(findings: Findings) -> bool:
    return findings.fact("cared_for_named") or bool(
        {"learning_disability", "dementia", "older_person", "autism", "mental_health", "physical_disability"}
        & set(findings.intake.vulnerability)
    )
