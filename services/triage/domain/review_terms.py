"""What a partnership sets for its ASB case reviews [HOUSE]: how long a stage may last, what else meets the threshold.

No Kirklees timescale was found. How many complaints it takes is R3's threshold, one number for both.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class ReviewTerms:
    """Days are working days, except the window to appeal in; each counts from entering the stage."""

    acknowledge_days: int = 3
    decide_days: int = 10
    review_days: int = 20
    """From the threshold's being met to the panel's recommendations."""
    outcome_days: int = 5
    appeal_window_days: int = 28
    """Days of the calendar; longer is kinder, so never fewer."""
    appeal_decision_days: int = 15
    action_review_weeks: int = 8
    hate_single_complaint: bool = False
    linked_location_reports: int | None = None
    """From how many people about one place on the threshold is met too; None: never by that."""

    def breaches(self) -> Iterator[str]:
        """Yield every way in which these are less careful than this release's."""
        if not _WINDOW <= self.appeal_window_days <= _A_YEAR:
            yield f"case_review appeal_window_days: {self.appeal_window_days}; it is {_WINDOW} to {_A_YEAR}"
        for name, most in _MOST.items():
            value = getattr(self, name)
            if not 1 <= value <= most:
                yield f"case_review {name}: {value}; it is {most} at most and 1 at least"
        people = self.linked_location_reports
        if people is not None and people < 1:
            yield f"case_review linked_location_reports: {people}; it is 1 at least, or null for never"


REVIEW_TERMS = ReviewTerms()
_A_YEAR, _WINDOW = 366, REVIEW_TERMS.appeal_window_days
_OTHERS = {"appeal_window_days", "hate_single_complaint", "linked_location_reports"}
_MOST = {one.name: getattr(REVIEW_TERMS, one.name) for one in fields(ReviewTerms) if one.name not in _OTHERS}
