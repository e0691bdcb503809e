"""`immediate_danger`: serious harm happening or about to happen (H01), put together from the other flags."""

from services.triage.domain.circumstances import happening_now, just_happened
from services.triage.domain.findings import Findings
from services.triage.domain.report import YES

_DISTRESS = frozenset({"a", "b"})


def in_danger_now(findings: Findings) -> bool:
    """Tell whether anybody is in danger at this moment, or will be by a stated plan."""
    now = happening_now(findings)
    tests = (
        findings.has("violence") and (findings.fact("ongoing_violence") or now),
        findings.has("weapon") and (findings.fact("ongoing_violence") or weapon_is_near(findings)),
        findings.has("threat_of_violence") and now,
        findings.has("sexual_offence") and now,
        findings.has("arson_fire_risk") and (findings.fact("fire_now") or now),
        findings.has("suicide_self_harm") and suicide_is_near(findings),
        findings.has("domestic_abuse") and now and _in_distress(findings),
        findings.has("dangerous_dog") and (findings.fact("dog_now") or (now and findings.intake.injured == YES)),
        findings.has("child_safeguarding") and findings.fact("now", "help") and _left_alone(findings),
        findings.fact("attack_plan"),
        findings.fact("intruder"),
    )
    return any(tests)


def weapon_is_near(findings: Findings) -> bool:
    """Tell whether a weapon is there now, or was within the last hour (H02)."""
    return findings.fact("weapon_now") or just_happened(findings)


def suicide_is_near(findings: Findings) -> bool:
    """Tell whether there is intent now, a plan, means or an act (H13)."""
    return (
        findings.intake.when == "now"
        or findings.intake.ongoing is True
        or findings.fact("suicide_plan", "suicide_act", "suicide_now")
    )


def _in_distress(findings: Findings) -> bool:
    return any(signal.flag == "domestic_abuse" and signal.letter in _DISTRESS for signal in findings.signals)


def _left_alone(findings: Findings) -> bool:
    return any(signal.flag == "child_safeguarding" and signal.letter == "a" for signal in findings.signals)
