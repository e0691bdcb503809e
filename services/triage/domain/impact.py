"""Did it change? A rate ratio with its interval against a comparison, and never a percentage on a few events."""

from dataclasses import dataclass

LEAST_FOR_A_PERCENTAGE = 20
"""Baseline events below which no percentage is given [HOUSE]."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Events of the same measure over the same length, before and after, here, in comparison and in a buffer."""

    before: int
    after: int
    comparison_before: int
    comparison_after: int
    buffer_before: int | None = None
    buffer_after: int | None = None


@dataclass(frozen=True, slots=True)
class RateRatio:
    """The change here over the change in the comparison, with a 95 % interval; None where it cannot be told."""

    ratio: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Impact:
    """What may be said about a response."""

    rate_ratio: RateRatio | None
    percentage: float | None
    displacement_quotient: float | None


def percentage_of(counts: Counts) -> float | None:
    """Return the plain change in per cent, where there were enough events to begin with."""
    if counts.before < LEAST_FOR_A_PERCENTAGE:
        return None
    return round(100 * (counts.after - counts.before) / counts.before, 1)


def displacement_quotient(counts: Counts) -> float | None:
    """Return the weighted displacement quotient: (B1/C1 - B0/C0) / (A1/C1 - A0/C0); none without buffer or control.

    Above 0 the buffer gained with the target (diffusion of benefit); below 0 it lost what that won.
    """
    if counts.buffer_before is None or counts.buffer_after is None:
        return None
    if not counts.comparison_before or not counts.comparison_after:
        return None
    target = counts.after / counts.comparison_after - counts.before / counts.comparison_before
    buffer = counts.buffer_after / counts.comparison_after - counts.buffer_before / counts.comparison_before
    return round(buffer / target, 3) if target else None
