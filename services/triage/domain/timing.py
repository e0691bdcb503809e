"""The clock of a case: deadlines never slower than the grade it had, reviews on days when somebody is there."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from services.triage.domain.clock_rules import CLOCKS, CLOSING, LONDON, Clocks, deadlines, is_working_day
from services.triage.domain.grades import Grade

#: The slowest grade that a level allows.
SLOWEST = {4: Grade.PRIORITY, 3: Grade.STANDARD}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Timing:
    """Time as cases meet it: London's days, without these bank holidays, by the clocks of the policy in force.

    Every moment returned is in UTC.
    """

    holidays: AbstractSet[date] = frozenset()
    clocks: Clocks = CLOCKS

    def __call__(self, level: int, grade: str, at: datetime) -> tuple[str, datetime]:
        """Return the grade of a case at this level from now on, and by when a person has to have looked."""
        faster = min(Grade[grade], SLOWEST.get(level, Grade.PLANNED))
        return faster.name, deadlines(at, faster, level, self.holidays, self.clocks).review

    def contact(self, level: int, grade: str, at: datetime) -> datetime:
        """Return by when somebody has to have spoken to the reporter (1.2)."""
        return deadlines(at, Grade[grade], level, self.holidays, self.clocks).contact

    def close_of_day(self, since: datetime, days: int) -> datetime:
        """Return the close of business so many days later, or of the next working day where offices are shut."""
        day = since.astimezone(LONDON).date() + days * _DAY
        while not is_working_day(day, self.holidays):
            day += _DAY
        return datetime.combine(day, CLOSING, LONDON).astimezone(UTC)

    @staticmethod
    def same_time(since: datetime, days: int) -> datetime:
        """Return the same time by the clocks of London so many days later, whatever day that is."""
        local = since.astimezone(LONDON)
        return datetime.combine(local.date() + days * _DAY, local.time(), LONDON).astimezone(UTC)
