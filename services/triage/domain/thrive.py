"""THRIVE: recorded for the human who decides, never scored. `not_known` is an answer."""

from dataclasses import dataclass

from services.triage.domain.circumstances import happening_now, incidents, someone_hurt
from services.triage.domain.findings import Findings
from services.triage.domain.flags import FLAGS
from services.triage.domain.report import YES

NOT_KNOWN = "not_known"
_HARM = {"none": "none", "some": "moderate", "severe": "serious"}
_PERISHABLE = frozenset({"now", "today", "last_night"})


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known under one letter: by whose word, and how surely. Nobody's word where it is not known."""

    value: str = NOT_KNOWN
    source: str | None = None
    confidence: str | None = None


def thrive_of(findings: Findings, level: int) -> tuple[tuple[str, Heading], ...]:
    """One heading for each letter, and prevention and intervention."""
    intake = findings.intake
    return (
        ("threat", _threat(findings)),
        ("harm", _harm(findings)),
        ("risk", _risk(findings)),
        ("investigation", _told("perishable evidence possible", "field") if intake.when in _PERISHABLE else Heading()),
        ("vulnerability", _of_flag(findings, "vulnerable", "factors stated")),
        ("engagement", _of_flag(findings, "unsafe_to_contact", "safe contact only", _told(intake.channel, "field"))),
        ("prevention", _told("children affected", "field") if intake.children_present == YES else Heading()),
        ("intervention", Heading(f"level {level}", "policy", "confirmed")),
    )


def _threat(findings: Findings) -> Heading:
    gravest = next((flag for flag in FLAGS if findings.has(flag)), None)
    when = "now" if findings.has("immediate_danger") or happening_now(findings) else NOT_KNOWN
    if gravest is None:
        return Heading(f"none seen; {when}", "policy", "possible")
    return _of_flag(findings, gravest, f"{gravest}; {when}")


def _harm(findings: Findings) -> Heading:
    if findings.has("immediate_danger"):
        return _of_flag(findings, "immediate_danger", "life")
    if someone_hurt(findings):
        return _told("serious", "field" if findings.intake.injured == YES else "text")
    harm = _HARM.get(findings.intake.impact)
    return _told(harm, "field") if harm else Heading()


def _risk(findings: Findings) -> Heading:
    if findings.has("immediate_danger"):
        return _of_flag(findings, "immediate_danger", "occurring")
    if (incidents(findings) or 0) > 1:
        return _told("likely", "text" if findings.fact("repeated") else "field")
    return Heading("possible", "policy", "possible")


def _told(value: str, source: str) -> Heading:
    return Heading(value, source, "confirmed")


def _of_flag(findings: Findings, flag: str, value: str, otherwise: Heading | None = None) -> Heading:
    if not findings.has(flag):
        return otherwise or Heading()
    source = next(signal.source for signal in findings.signals if signal.flag == flag)
    return Heading(value, source, findings.confidence[flag].word)
