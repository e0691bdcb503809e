"""THRIVE: recorded for the human who decides, never scored. `not_known` is an answer."""

from services.triage.domain.circumstances import happening_now, incidents, someone_hurt
from services.triage.domain.findings import Findings
from services.triage.domain.flags import FLAGS
from services.triage.domain.report import YES

NOT_KNOWN = "not_known"
_HARM = {"none": "none", "some": "moderate", "severe": "serious"}


def thrive_of(findings: Findings, level: int) -> dict[str, str]:
    """One value per heading."""
    danger = findings.has("immediate_danger")
    gravest = next((flag for flag in FLAGS if findings.has(flag)), "none seen")
    return {
        "threat": f"{gravest}; {'now' if danger or happening_now(findings) else NOT_KNOWN}",
        "harm": "life"
        if danger
        else ("serious" if someone_hurt(findings) else _HARM.get(findings.intake.impact, NOT_KNOWN)),
        "risk": "occurring" if danger else ("likely" if (incidents(findings) or 0) > 1 else "possible"),
        "investigation": "perishable evidence possible"
        if findings.intake.when in {"now", "today", "last_night"}
        else NOT_KNOWN,
        "vulnerability": "factors stated" if findings.has("vulnerable") else NOT_KNOWN,
        "engagement": "safe contact only" if findings.has("unsafe_to_contact") else findings.intake.channel,
        "prevention": "children affected" if findings.intake.children_present == YES else NOT_KNOWN,
        "intervention": f"level {level}",
    }
