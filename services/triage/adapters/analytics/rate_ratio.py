"""The rate ratio against a comparison with its 95 % interval: exact by scipy, log-normal above 1,000 events."""

import math
from statistics import NormalDist

from scipy.stats.contingency import odds_ratio

from services.triage.domain.impact import Counts, RateRatio

MOST_FOR_EXACT = 1_000


def rate_ratio(counts: Counts) -> RateRatio:
    """Return (after/before) here over (after/before) in the comparison: the conditional odds ratio of the four counts.

    Counts of Poisson events over equal lengths, conditioned on their sums, are a 2x2 table, so up to 1,000 events in
    all Fisher's exact interval is told. Above that it would take minutes and hardly differ: the ratio is then the plain
    odds ratio with the log-normal (Wald) interval, half an event being added to each count where one is nought
    (Haldane and Anscombe). A side of only zeros tells nothing.
    """
    table = [[counts.after, counts.comparison_after], [counts.before, counts.comparison_before]]
    sums = [
        *(sum(row) for row in table),
        counts.after + counts.before,
        counts.comparison_after + counts.comparison_before,
    ]
    if not all(sums):
        return RateRatio(None, None, None)
    if sum(map(sum, table)) > MOST_FOR_EXACT:
        return _log_normal(table)
    found = odds_ratio(table, kind="conditional")
    interval = found.confidence_interval(confidence_level=0.95)
    return RateRatio(_told(found.statistic), _told(interval.low), _told(interval.high))


def _log_normal(table: list[list[int]]) -> RateRatio:
    cells = [number for row in table for number in row]
    after, comparison_after, before, comparison_before = cells if all(cells) else [number + 0.5 for number in cells]
    ratio = after * comparison_before / (comparison_after * before)
    error = math.sqrt(1 / after + 1 / comparison_after + 1 / before + 1 / comparison_before)
    factor = math.exp(NormalDist().inv_cdf(0.975) * error)
    return RateRatio(_told(ratio), _told(ratio / factor), _told(ratio * factor))


def _told(value: float) -> float | None:
    return round(float(value), 4) if math.isfinite(value) else None
