"""Repeat victim, repeat location and near repeat, found for a report among the last incidents around it (5.1, R4, R5).

All windows look both ways, so that of two reports that arrive at the same moment at least one finds the other. Reports
that tell of one incident are noted once, with the first of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from services.triage.domain.patterns.pattern import Finding, Kind
from services.triage.domain.patterns.sighting import Incident, Setting, Sighting

NEAR_DAYS = 14
"""5.1, operational band. The 200 m of it lie within the cell and its six neighbours."""
LOCATION_DAYS, LOCATION_INCIDENTS = 182, 3
"""R5: three incidents at a public place in six months."""
VICTIM_DAYS = 365
"""R4: a rolling twelve months where history is held."""
MOST_INCIDENTS = 12
"""How many incidents of a category in a cell are remembered for this; three are enough for any pattern."""
REPEAT_NEARBY = frozenset({"crime.burglary", "crime.vehicle-crime", "crime.robbery"})
"""Kinds for which near repeats exist [S57][S58]; litter in the next street is a matter for hotspots."""

_SAME_CONCERN = "This is another report of a concern that was reported before."
_SAME_HOMES = "A home in the same small area had the same within twelve months: check whether it is this one."
_SAME_PLACE = "The same happened on at least three days in six months in public places of this small area."
_NEARBY = "The same kind of incident happened nearby within two weeks."


def findings(seen: Sighting, around: Mapping[str, Sequence[Incident]]) -> Iterator[Finding]:
    """Yield the patterns that a report belongs to.

    `around` holds the last incidents of its category by cell: those of its own cell, itself among them, and for kinds
    that repeat nearby those of the cells beside it.
    """
    if seen.concern_id != seen.report_id:
        yield Finding(Kind.REPEAT_VICTIM, seen, sure=True, because=_SAME_CONCERN)
    here = around.get(seen.cell, ())
    if seen.incident not in here:
        return
    if seen.category in REPEAT_NEARBY and _is_near_repeat(seen, around):
        yield Finding(Kind.NEAR_REPEAT, seen, sure=True, because=_NEARBY)
    if seen.setting is Setting.PUBLIC and _days_in_public(seen.incident.day, here) >= LOCATION_INCIDENTS:
        yield Finding(Kind.REPEAT_LOCATION, seen, sure=True, because=_SAME_PLACE)
    if seen.setting is Setting.HOME and seen.concern_id == seen.report_id and _home_before(seen.incident.day, here):
        yield Finding(Kind.REPEAT_VICTIM, seen, sure=False, because=_SAME_HOMES)


def _is_near_repeat(seen: Sighting, around: Mapping[str, Sequence[Incident]]) -> bool:
    day = seen.incident.day
    return any(
        abs((one.day - day).days) <= NEAR_DAYS and (cell, one.day) != (seen.cell, day)
        for cell, incidents in around.items()
        for one in incidents
    )


def _days_in_public(day: date, here: Sequence[Incident]) -> int:
    """Return the most days in any window of LOCATION_DAYS that holds the given one."""
    length = timedelta(days=LOCATION_DAYS)
    days = {one.day for one in here if one.setting is Setting.PUBLIC}
    starts = [start for start in days if start <= day <= start + length]
    return max((sum(start <= one <= start + length for one in days) for start in starts), default=0)


def _home_before(day: date, here: Sequence[Incident]) -> bool:
    return any(one.setting is Setting.HOME and 0 < abs((one.day - day).days) <= VICTIM_DAYS for one in here)
