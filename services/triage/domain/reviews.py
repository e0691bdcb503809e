"""When a case is looked at again (1.1): at level 2 on days 14 and 28, at 3 every 28 days, at 4 daily, then every 14."""

from dataclasses import dataclass
from datetime import datetime

from services.triage.domain.case import HIGH_RISK, PARTNERSHIP, Case
from services.triage.domain.timing import Timing

EARLY_RESOLUTION = 2
ESCALATES_ON_DAY = 28
"""A case at level 2 that is still open then goes to level 3."""
SUPERVISOR_FROM_DAY = 56


@dataclass(frozen=True, slots=True)
class Rhythm:
    """On which days: `first`, then `every` so many, up to `last` (None: as long as the case is open)."""

    first: int
    every: int
    last: int | None = None

    def after(self, day: int) -> int | None:
        """Return the review after the one of this day."""
        following = self.first if day < self.first else day + self.every
        return following if self.last is None or following <= self.last else None


EARLY = Rhythm(14, 14, last=ESCALATES_ON_DAY)
PARTNERS = Rhythm(28, 28)
DAILY = Rhythm(1, 1)
SAFETY_PLAN = Rhythm(14, 14)


@dataclass(frozen=True, slots=True)
class Review:
    """A review that is due: its day since the case came to its level, and the moment."""

    day: int
    at: datetime


def rhythm_of(case: Case) -> Rhythm | None:
    """Return the rhythm of a case; at level 1 there is none."""
    level = case.standing.level
    if level >= HIGH_RISK:
        return SAFETY_PLAN if case.watch.safety_plan else DAILY
    return {EARLY_RESOLUTION: EARLY, PARTNERSHIP: PARTNERS}.get(level)


def next_review(case: Case, timing: Timing, *, by: datetime | None = None) -> Review | None:
    """Return the next review; of several that have passed `by` then, the last, so that an outage calls for one.

    At level 4 days are days, whoever is at work; below, a review falls on a working day's close of business.
    """
    rhythm = rhythm_of(case)
    day = rhythm.after(case.watch.review_day) if rhythm else None
    if rhythm is None or day is None:
        return None
    review = _on(case, day, timing)
    while by is not None and review.at <= by:
        following = rhythm.after(review.day)
        later = _on(case, following, timing) if following is not None else None
        if later is None or later.at > by:
            return review
        review = later
    return review


def _on(case: Case, day: int, timing: Timing) -> Review:
    since = case.watch.since or case.opened_at
    clock = timing.same_time if case.sealed else timing.close_of_day
    return Review(day, clock(since, day))
