"""What was noticed about a report, by whom or what, and how sure that is."""

from dataclasses import dataclass
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
    """Whether a signal counts, and if not, why not (N1, N2, N3, N6, N8)."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"
    FIGURATIVE = "figurative"
    HYPOTHETICAL = "hypothetical"
    PAST = "past"
    ELSEWHERE = "elsewhere"


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
