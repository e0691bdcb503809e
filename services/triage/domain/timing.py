"""The clock of a case that changes level: never a slower grade than it had, and time counted from the change."""

from collections.abc import Set as AbstractSet
from datetime import date, datetime

from services.triage.domain.clock_rules import deadlines
from services.triage.domain.grades import Grade

#: The slowest grade that a level allows.
SLOWEST = {4: Grade.PRIORITY, 3: Grade.STANDARD}


def timed(level: int, grade: str, at: datetime, holidays: AbstractSet[date]) -> tuple[str, datetime]:
    """Return the grade of a case that is at this level from now on, and by when a person has to have looked."""
    faster = min(Grade[grade], SLOWEST.get(level, Grade.PLANNED))
    return faster.name, deadlines(at, faster, level, holidays).review
