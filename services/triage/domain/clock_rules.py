"""Working time: Monday to Friday, 09:00 to 17:00 in London, without bank holidays. Deadlines are UTC instants."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from services.triage.domain.grades import Grade

LONDON = ZoneInfo("Europe/London")
CLOSING = time(17, 0)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Clocks:
    """Targets: of emergencies and priorities in minutes of real time, of the others in working days."""

    page_minutes: int = 15
    decide_minutes: int = 60
    act_minutes: int = 24 * 60
    standard_review_days: int = 1
    standard_contact_days: int = 2
    planned_review_days: int = 3
    planned_answer_days: int = 5
    idea_answer_days: int = 10


CLOCKS = Clocks()


@dataclass(frozen=True, slots=True)
class Deadlines:
    """By when a human has looked, and by when the reporter has an answer or is safe."""

    review: datetime
    contact: datetime


def deadlines(
    at: datetime, grade: Grade, level: int, holidays: AbstractSet[date], clocks: Clocks = CLOCKS
) -> Deadlines:
    """EMERGENCY and PRIORITY run in real time; the others in working days after the day of the report."""
    start = at.astimezone(UTC)
    if grade is Grade.EMERGENCY:
        paged = start + timedelta(minutes=clocks.page_minutes)
        return Deadlines(paged, paged)
    if grade is Grade.PRIORITY:
        decided, acted = timedelta(minutes=clocks.decide_minutes), timedelta(minutes=clocks.act_minutes)
        return Deadlines(start + decided, start + acted)
    review, contact = clocks.planned_review_days, clocks.planned_answer_days
    if grade is Grade.STANDARD:
        review, contact = clocks.standard_review_days, clocks.standard_contact_days
    elif level == 1:
        contact = clocks.idea_answer_days
    return Deadlines(end_of_day(at, review, holidays), end_of_day(at, contact, holidays))


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
