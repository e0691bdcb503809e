"""Circumstances that several rules ask about: is it happening now, against whom, how often."""

from services.triage.domain.categories import ASB_PREFIXES, WITHOUT_INCIDENT
from services.triage.domain.findings import Findings
from services.triage.domain.report import YES

_REPEATED = 3


def happening_now(findings: Findings) -> bool:
    """Tell whether the form or the words say that it happens at this moment."""
    intake = findings.intake
    return intake.when == "now" or intake.ongoing is True or findings.fact("now", "help")


def just_happened(findings: Findings) -> bool:
    """Tell whether it happens now or did within the last hour."""
    return happening_now(findings) or findings.fact("recent")


def child_concerned(findings: Findings) -> bool:
    """Tell whether a child is a victim or lives with it."""
    return (
        findings.any_of("child_safeguarding")
        or findings.intake.children_present == YES
        or findings.intake.reporter_age_band == "under_18"
        or findings.fact("child_victim")
    )


def somebody_aimed_at(findings: Findings) -> bool:
    """Tell whether a particular person is the victim."""
    return findings.fact("aimed") or findings.intake.targeted == YES or findings.intake.reporter_role == "victim"


def someone_hurt(findings: Findings) -> bool:
    """Tell whether anybody was injured."""
    return findings.intake.injured == YES or findings.fact("injury")


def incidents(findings: Findings) -> int | None:
    """How many incidents in six months: the form's number, and three at least where the words speak of so many."""
    said = findings.intake.repeat_count
    return max(said or 0, _REPEATED) if findings.fact("repeated") else said


def complaints(findings: Findings) -> int:
    """Earlier complaints: the form's number, and three at least where the words speak of so many."""
    said = findings.intake.previous_reports or 0
    return max(said, _REPEATED) if findings.fact("reported_before") else said


def number_contradicts(findings: Findings) -> bool:
    """Tell whether the form gives a smaller number than the words."""
    counted, complained = findings.intake.repeat_count, findings.intake.previous_reports
    return (counted is not None and counted < (incidents(findings) or 0)) or (
        complained is not None and complained < complaints(findings)
    )


def children_affected(findings: Findings) -> bool:
    """Tell whether a child lives with it or is a victim; children who are complained about are not affected."""
    return (
        findings.intake.children_present == YES
        or findings.fact("child_victim", "children_affected")
        or findings.any_of("child_safeguarding")
    )


def is_asb(findings: Findings) -> bool:
    """Tell whether any category of the report is anti-social behaviour."""
    return any(category.startswith(ASB_PREFIXES) for category in findings.categories)


def had_incident(findings: Findings) -> bool:
    """Tell whether something has happened; unknown counts as yes except for worries, ideas and loneliness."""
    count = incidents(findings)
    if count is not None:
        return count >= 1
    return not WITHOUT_INCIDENT.issuperset(findings.categories)
