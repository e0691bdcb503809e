"""The part of the policy that is a partnership's to set: what categories start from, thresholds, points and clocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.triage.domain.categories import CATEGORIES, CategoryPolicy
from services.triage.domain.clock_rules import CLOCKS, Clocks
from services.triage.domain.dash import MARAC, MaracPolicy
from services.triage.domain.matrix import MATRIX, Matrix
from services.triage.domain.qualifying import Threshold
from services.triage.domain.review_terms import REVIEW_TERMS, ReviewTerms


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

    def said(self, sentence: str) -> str:
        """Return a rule's sentence with the numbers that it names, such as `{thresholds.nuisance_repeats}`."""
        return sentence.format(thresholds=self) if "{" in sentence else sentence


THRESHOLDS = Thresholds()


@dataclass(frozen=True, slots=True)
class Terms:
    """What a policy is set to. The defaults are the ones this release was tested with."""

    categories: Mapping[str, CategoryPolicy] = field(default_factory=lambda: CATEGORIES)
    thresholds: Thresholds = THRESHOLDS
    matrix: Matrix = MATRIX
    clocks: Clocks = CLOCKS
    case_review: ReviewTerms = REVIEW_TERMS
    marac: MaracPolicy = MARAC

    @property
    def review_threshold(self) -> Threshold:
        """What an application for a case review is measured by; R3 tells people of it from the same number on."""
        terms = self.case_review
        return Threshold(self.thresholds.review_complaints, terms.hate_single_complaint, terms.linked_location_reports)


TERMS = Terms()
