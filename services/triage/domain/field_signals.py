"""Signals that the structured fields give by themselves, and where they contradict the words."""

from services.triage.domain.categories import FLAG_OF_CATEGORY
from services.triage.domain.flags import BLOCKING
from services.triage.domain.report import NO, YES, Intake
from services.triage.domain.signals import Confidence, Reading, Signal, Status

_CONTACT_IS_SAFE = frozenset({None, "any"})
_ANSWERS = (("weapon", "weapon"), ("hate_perceived", "hate"), ("targeted", "targeted"))


_NOT_DONE_BY_ANYBODY = ("env.", "com.")
"""Categories in which an injury is more likely an accident; a person asks (U5)."""


def from_fields(intake: Intake) -> tuple[Signal, ...]:
    """One signal for each field that says something about a flag."""
    signals = [_signal(flag, Confidence.CONFIRMED, name) for name, flag in _ANSWERS if getattr(intake, name) == YES]
    if intake.safe_contact not in _CONTACT_IS_SAFE:
        signals.append(_signal("unsafe_to_contact", Confidence.CONFIRMED, "safe_contact"))
    if intake.vulnerability:
        signals.append(_signal("vulnerable", Confidence.CONFIRMED, "vulnerability"))
    if intake.reporter_age_band == "under_18":
        signals.append(_signal("vulnerable", Confidence.CONFIRMED, "reporter_age_band"))
    flag = FLAG_OF_CATEGORY.get(intake.category or "")
    if flag is not None:
        signals.append(_signal(flag, Confidence.PROBABLE, "category"))
    if intake.injured == YES and not (intake.category or "").startswith(_NOT_DONE_BY_ANYBODY):
        signals.append(_signal("violence", Confidence.POSSIBLE, "injured"))
    return tuple(signals)


def conflicts(intake: Intake, reading: Reading) -> tuple[str, ...]:
    """Return the flags about which the form and the words disagree."""
    affirmed = {signal.flag for signal in reading.signals if signal.status is Status.AFFIRMED}
    denied = {signal.flag for signal in reading.signals if signal.status is Status.NEGATED} - affirmed
    disagreeing = [
        flag
        for name, flag in _ANSWERS
        if (getattr(intake, name) == NO and flag in affirmed) or (getattr(intake, name) == YES and flag in denied)
    ]
    if intake.injured == NO and "violence" in affirmed and "injury" in reading.facts:
        disagreeing.append("violence")
    return tuple(flag for flag in disagreeing if flag in BLOCKING)


def _signal(flag: str, confidence: Confidence, name: str) -> Signal:
    return Signal(flag, confidence, "field", f"field:{name}", "K1" if name == "category" else f"field/{name}")
