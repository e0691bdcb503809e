"""The part of the policy that is a partnership's to set: what categories start from, thresholds, points and clocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.triage.domain.categories import CATEGORIES, CategoryPolicy
from services.triage.domain.clock_rules import CLOCKS, Clocks
from services.triage.domain.matrix import MATRIX, Matrix


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From how many on a rule applies."""

    nuisance_repeats: int = 3
    """R1: incidents of nuisance, personal trouble or noise in six months."""
    place_repeats: int = 5
    """R2: incidents of another environmental kind in six months."""
    review_complaints: int = 3
    """R3: complaints, this one included, that open an ASB case review."""
    location_repeats: int = 3
    """R5: incidents at a public place."""
    unplaced_words: int = 4
    """U6: words that fit no known subject."""


THRESHOLDS = Thresholds()


@dataclass(frozen=True, slots=True)
class Terms:
    """What a policy is set to. The defaults are the ones this release was tested with."""

    categories: Mapping[str, CategoryPolicy] = field(default_factory=lambda: CATEGORIES)
    thresholds: Thresholds = THRESHOLDS
    matrix: Matrix = MATRIX
    clocks: Clocks = CLOCKS


TERMS = Terms()
