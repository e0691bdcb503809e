"""How long the history of places is kept (7.3), as data, and what is left of a sighting when its time is over."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from services.triage.domain.patterns.periods import day_of, month_of, month_start
from services.triage.domain.patterns.sighting import Sighting


@dataclass(frozen=True, slots=True)
class Keeping:
    """[HOUSE] periods; check them against the corporate schedule.

    After `named_months` a sighting leads to no report any more, after `kept_months` it is gone; the last incidents of a
    place are of use as long as a repeat may follow one.
    """

    named_months: int = 24
    kept_months: int = 72
    repeat_days: int = 366

    def first_named(self, now: datetime) -> str:
        """Return the first month whose sightings may still lead to their reports."""
        return _months_before(now, self.named_months)

    def first_kept(self, now: datetime) -> str:
        """Return the first month that is still kept."""
        return _months_before(now, self.kept_months)

    def is_past(self, last_incident: date, now: datetime) -> bool:
        """Tell whether no repeat can follow any more where this was the last incident."""
        return last_incident < day_of(now) - timedelta(days=self.repeat_days)


KEEPING = Keeping()


def nameless(seen: Iterable[Sighting], new_name: Callable[[], UUID]) -> list[Sighting]:
    """Return sightings that lead to no report; those of one concern still belong together."""
    names: dict[UUID, UUID] = {}
    return [replace(one, report_id=new_name(), concern_id=names.setdefault(one.concern_id, new_name())) for one in seen]


def _months_before(now: datetime, months: int) -> str:
    start = month_start(month_of(now))
    number = start.year * 12 + start.month - 1 - months
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
