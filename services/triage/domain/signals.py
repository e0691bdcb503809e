"""What was noticed about a report, by whom or what, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum


class Confidence(IntEnum):
    """How sure: a soft sign alone is possible, two of them probable, a direct statement confirmed."""

    POSSIBLE = 1
    PROBABLE = 2
    CONFIRMED = 3

    @property
    def word(self) -> str:
        """The word that leaves the service."""
        return self.name.lower()


class Status(StrEnum):
    """Whether a signal counts, and if not, why not (N1, N2, N3, N6, N8, F1)."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"
    FIGURATIVE = "figurative"
    HYPOTHETICAL = "hypothetical"
    PAST = "past"
    ELSEWHERE = "elsewhere"
    ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True)
class Signal:
    """One hint at one flag; `evidence` is a field's name or a place in the text, never the words themselves."""

    flag: str
    confidence: Confidence
    source: str
    evidence: str
    rule: str
    status: Status = Status.AFFIRMED
    letter: str = ""
    """The soft sign of the policy (1.9) this is, if it is one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a text says to the policy: signals, circumstances, likely categories, and whether it could be read."""

    signals: tuple[Signal, ...] = ()
    facts: frozenset[str] = frozenset()
    categories: tuple[tuple[str, int], ...] = ()
    """Categories that the words suggest, and by how many patterns."""
    understood: bool = True
    """False where the text is not English, or nothing in it could be read (N11)."""
    words: int = 0
    extractor: str = ""
    complete: bool = True
    """False where reading took too long and was given up: U4, on top of what was found before."""


def together(readings: Sequence[Reading]) -> Reading:
    """Return several texts' readings as one; evidence from the second on says in which text it is."""
    if len(readings) < 2:  # noqa: PLR2004 - one text is the rule, none is nothing to read
        return readings[0] if readings else Reading()
    return Reading(
        signals=tuple(_in_text(signal, number) for number, one in enumerate(readings) for signal in one.signals),
        facts=frozenset().union(*(one.facts for one in readings)),
        categories=_added(readings),
        understood=all(one.understood for one in readings),
        words=sum(one.words for one in readings),
        extractor=readings[0].extractor,
        complete=all(one.complete for one in readings),
    )


def _in_text(signal: Signal, number: int) -> Signal:
    return replace(signal, evidence=signal.evidence.replace("text:", f"text{number + 1}:")) if number else signal


def _added(readings: Sequence[Reading]) -> tuple[tuple[str, int], ...]:
    support: dict[str, int] = {}
    for name, count in (pair for one in readings for pair in one.categories):
        support[name] = support.get(name, 0) + count
    return tuple(sorted(support.items()))
