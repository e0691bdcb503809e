"""S1 and S2: the second reader hears danger where no line of the lexicon names one. It asks for a person, no more."""

from services.triage.domain.findings import Findings
from services.triage.domain.flags import DANGERS
from services.triage.domain.rules import Rule, when
from services.triage.domain.text.second_reader import LIKE_DANGER, SOMEWHAT_LIKE_DANGER

_PARTNERSHIP = 3


def sounds_dangerous(findings: Findings) -> bool:
    """S1: tell whether it sounds much like danger and no flag accounts for that, not even a possible one (U2)."""
    return findings.fact(LIKE_DANGER) and DANGERS.isdisjoint(findings.confidence)


def _sounds_doubtful(findings: Findings) -> bool:
    return findings.fact(SOMEWHAT_LIKE_DANGER) and not findings.blocking


DOUBTS = (
    Rule(
        "S1",
        "The words sound much like reports of danger and no flag accounts for that; a person reads them.",
        when(sounds_dangerous, _PARTNERSHIP),
        hold=True,
    ),
    Rule(
        "S2",
        "The words sound somewhat like reports of danger; a person reads them before anybody local is asked.",
        when(_sounds_doubtful, 1),
        hold=True,
    ),
)
