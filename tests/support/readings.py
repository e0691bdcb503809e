"""Readings as a test states them, so that a rule is tried without the words that would lead to it."""

import dataclasses
from typing import Any

from services.triage.domain.decision import Decision
from services.triage.domain.policy import assess
from services.triage.domain.report import Intake
from services.triage.domain.signals import Confidence, Reading, Signal
from tests.support.reports import OCCASION, the_policy

ROWDY = "nui.rowdy_gathering"


@dataclasses.dataclass(frozen=True)
class Told:
    """What the words say (`weapon` surely, `weapon?` possibly, `stalking:a` as a soft sign) and what the form says."""

    flags: str = ""
    facts: str = ""
    suggested: str = ""
    form: dict[str, Any] = dataclasses.field(default_factory=dict)

    @property
    def reading(self) -> Reading:
        return Reading(
            signals=tuple(map(_signal, self.flags.split())),
            facts=frozenset(self.facts.split()),
            categories=tuple((name, 1) for name in self.suggested.split()),
        )

    @property
    def decision(self) -> Decision:
        """What the policy makes of it."""
        policy = dataclasses.replace(the_policy(), read=lambda _: self.reading)
        return assess(Intake("words", **self.form), occasion=OCCASION, policy=policy)


def told(flags: str = "", facts: str = "", suggested: str = "", **form: Any) -> Told:
    """A rowdy gathering, unless the form says otherwise, of which the words say this."""
    return Told(flags, facts, suggested, {"category": ROWDY} | form)


def _signal(word: str) -> Signal:
    flag, _, letter = word.rstrip("?").partition(":")
    unsure = bool(letter) or word.endswith("?")
    return Signal(flag, Confidence(1 if unsure else 3), "text", "text:0-5", "test", letter=letter)
