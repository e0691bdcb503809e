"""I1 and I2: what the intake screen heard is never dropped because the words were read otherwise, or not at all."""

from services.triage.domain.findings import Findings
from services.triage.domain.rules import Rule, when

_PARTNERSHIP, _HIGH = 3, 4


def _alarmed(findings: Findings) -> bool:
    return bool(findings.intake.danger_signals)


def _unexplained(findings: Findings) -> bool:
    return _alarmed(findings) and not findings.blocking and not findings.fault


def _unread(findings: Findings) -> bool:
    return _alarmed(findings) and findings.fault


ALARM_RULES = (
    Rule(
        "I1",
        "The intake screen heard danger that no flag here accounts for; a person reads the words.",
        when(_unexplained, _PARTNERSHIP),
        hold=True,
    ),
    Rule(
        "I2",
        "The intake screen heard danger and the words could not be read yet; it counts as danger now.",
        when(_unread, _HIGH),
        urgent=_unread,
        hold=True,
    ),
)
