"""Working time: Monday to Friday, 09:00 to 17:00 in London, without bank holidays. Deadlines are UTC instants."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from services.triage.domain.grades import Grade

LONDON = ZoneInfo("Europe/London")
CLOSING = time(17, 0)
PAGE_WITHIN = timedelta(minutes=15)
DECIDE_WITHIN = timedelta(minutes=60)
ACT_WITHIN = timedelta(hours=24)
STANDARD_REVIEW, STANDARD_CONTACT, PLANNED_REVIEW, PLANNED_ANSWER, IDEA_ANSWER = 1, 2, 3, 5, 10
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Deadlines:
    """By when a human has looked, and by when the reporter has an answer or is safe."""

    review: datetime
    contact: datetime


def deadlines(at: datetime, grade: Grade, level: int, holidays: AbstractSet[date]) -> Deadlines:
    """EMERGENCY and PRIORITY run in real time; the others in working days after the day of the report."""
    start = at.astimezone(UTC)
    if grade is Grade.EMERGENCY:
        return Deadlines(start + PAGE_WITHIN, start + PAGE_WITHIN)
    if grade is Grade.PRIORITY:
        return Deadlines(start + DECIDE_WITHIN, start + ACT_WITHIN)
    if grade is Grade.STANDARD:
        return Deadlines(end_of_day(at, STANDARD_REVIEW, holidays), end_of_day(at, STANDARD_CONTACT, holidays))
    answer = IDEA_ANSWER if level == 1 else PLANNED_ANSWER
    return Deadlines(end_of_day(at, PLANNED_REVIEW, holidays), end_of_day(at, answer, holidays))


def end_of_day(at: datetime, working_days: int, holidays: AbstractSet[date]) -> datetime:
    """Close of business on the n-th working day after the day of `at` in London."""
    return _closing_after(at.astimezone(LONDON).date(), working_days, frozenset(holidays))


@lru_cache(maxsize=256)
def _closing_after(day: date, working_days: int, holidays: frozenset[date]) -> datetime:
    """Count once for all reports of a day."""
    left = working_days
    while left:
        day += timedelta(days=1)
        if is_working_day(day, holidays):
            left -= 1
    return datetime.combine(day, CLOSING, LONDON).astimezone(UTC)


def is_working_day(day: date, holidays: AbstractSet[date]) -> bool:
    """Tell whether offices are open."""
    return day.weekday() < _SATURDAY and day not in holidays
