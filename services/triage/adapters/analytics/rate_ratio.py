"""The rate ratio against a comparison with its exact 95 % interval, by scipy."""

import math

from scipy.stats.contingency import odds_ratio

from services.triage.domain.impact import Counts, RateRatio


def rate_ratio(counts: Counts) -> RateRatio:
    """Return (after/before) here over (after/before) in the comparison: the conditional odds ratio of the four counts.

    Counts of Poisson events over equal lengths, conditioned on their sums, are a 2x2 table, so Fisher's exact interval
    holds. A side of only zeros tells nothing.
    """
    table = [[counts.after, counts.comparison_after], [counts.before, counts.comparison_before]]
    sums = [
        *(sum(row) for row in table),
        counts.after + counts.before,
        counts.comparison_after + counts.comparison_before,
    ]
    if not all(sums):
        return RateRatio(None, None, None)
    found = odds_ratio(table, kind="conditional")
    interval = found.confidence_interval(confidence_level=0.95)
    return RateRatio(_told(found.statistic), _told(interval.low), _told(interval.high))


def _told(value: float) -> float | None:
    return round(float(value), 4) if math.isfinite(value) else None
