"""NetworkAssessment: what a network does for safety in one context, on both axes, by somebody who answers for it.

It is about a network and a setting, never about a person, and is never inferred: a person writes it, cites why, and
it runs out. It is shown to coordinators only and is part of no decision of the platform's.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from services.networks.domain.errors import InvalidAssessmentError

LONGEST_VALID = timedelta(days=366)


class Strength(StrEnum):
    """How strongly a network protects, or puts at risk."""

    UNKNOWN = "unknown"
    NONE = "none"
    SOME = "some"
    STRONG = "strong"


class Confidence(StrEnum):
    """How sure its author is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis with what it rests on: where something was observed or can be read."""

    strength: Strength
    evidence: tuple[str, ...] = ()

    @property
    def is_grounded(self) -> bool:
        """Say whether evidence stands behind it; that nothing is known needs none."""
        return self.strength is Strength.UNKNOWN or any(source.strip() for source in self.evidence)


@dataclass(frozen=True, slots=True)
class NetworkAssessment:
    """A network may protect and put at risk at once, so neither axis is worked out from the other."""

    context: str
    protective: Axis
    risky: Axis
    confidence: Confidence
    author: str
    at: datetime
    review_on: date

    def __post_init__(self) -> None:
        if not self.context.strip() or not self.author.strip():
            raise InvalidAssessmentError("an assessment names its context and its author")
        if not (self.protective.is_grounded and self.risky.is_grounded):
            raise InvalidAssessmentError("each axis cites evidence, or is unknown")
        if not self.at.date() < self.review_on <= self.at.date() + LONGEST_VALID:
            raise InvalidAssessmentError("review_on lies after today and within a year")

    def is_current_on(self, day: date) -> bool:
        """Say whether it still stands; after its review date nobody may rely on it."""
        return day <= self.review_on
