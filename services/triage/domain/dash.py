"""DASH and MARAC (2.4): who is referred. Asked by trained people in safe conditions, never as a form to a victim."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

#: How many questions each published tool has: SafeLives Dash, and the police's DASH 2009.
TOOLS: Mapping[str, int] = MappingProxyType({"safelives_dash": 24, "police_dash_2009": 27})
VISIBLE_HIGH_RISK, MEDIUM = 14, 10
MOST_EVENTS = 5


@dataclass(frozen=True, slots=True)
class MaracPolicy:
    """Local values: after how many domestic events in 12 months a case escalates [HOUSE: 3; areas differ, up to 5]."""

    escalation_events: int = 3

    def breaches(self) -> Iterator[str]:
        """Yield what no area does."""
        if not 1 <= self.escalation_events <= MOST_EVENTS:
            yield f"marac escalation_events: {self.escalation_events}; it is {MOST_EVENTS} at most and 1 at least"


@dataclass(frozen=True, slots=True)
class Dash:
    """One assessment: a tick for each question answered yes, and what a trained person makes of it all."""

    tool: str
    answers: tuple[bool, ...]
    professional_judgement: bool
    da_events_12m: int
    repeat_marac: bool

    @property
    def ticks(self) -> int:
        """How many questions were answered yes."""
        return sum(self.answers)

    @property
    def band(self) -> str:
        """The suggested band of the ticks alone; other factors may raise it and never reduce it."""
        if self.ticks >= VISIBLE_HIGH_RISK:
            return "high"
        return "medium" if self.ticks >= MEDIUM else "standard"


MARAC = MaracPolicy()


def marac_criteria(dash: Dash, policy: MaracPolicy) -> tuple[str, ...]:
    """Return the criteria that are met; any one of them alone makes a MARAC referral, and none takes one away."""
    met = {
        "visible_high_risk": dash.ticks >= VISIBLE_HIGH_RISK,
        "professional_judgement": dash.professional_judgement,
        "potential_escalation": dash.da_events_12m >= policy.escalation_events,
        "repeat_marac": dash.repeat_marac,
    }
    return tuple(name for name, holds in met.items() if holds)
