"""Which complaints count towards an ASB case review (section 3; ASB, Crime and Policing Act 2014 s.104)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_TO_COMPLAIN, MONTHS_TO_APPLY = 1, 6
IN_FORCE_FROM = date(2014, 10, 20)
"""The day on which the Act's part on case reviews came into force."""
MOST_THRESHOLD = 3
"""Areas may ask for fewer complaints, never for more."""


def last_day(day: date, months: int) -> date:
    """Return the last day of so many months beginning with a day, that day counted as the first.

    It is the day before the same day-number, or the last day of a month that has no such day [HOUSE]. What would lie
    in the calendar's last month or after it is the calendar's last day.
    """
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    if (year, month) >= (date.max.year, date.max.month):
        return date.max
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return end if day.day > end.day else date(year, month, day.day) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint of one incident to one agency. Equal ids say that it is the same complaint or the same incident.

    Whether the agency has closed it does not matter.
    """

    complaint_id: str
    incident_id: str
    agency: str
    incident_on: date
    reported_on: date
    hate: bool = False


@dataclass(frozen=True, slots=True)
class Threshold:
    """What the partnership asks for [HOUSE values apart from the number of the Act]."""

    complaints: int = MOST_THRESHOLD
    hate_single_complaint: bool = False
    linked_location_reports: int | None = None

    def __post_init__(self) -> None:
        """Refuse what the Act does not allow."""
        if not 1 <= self.complaints <= MOST_THRESHOLD:
            raise ValueError(f"The threshold is {MOST_THRESHOLD} complaints or fewer.")


@dataclass(frozen=True, slots=True)
class Eligibility:
    """How many complaints count, and by what the threshold is met; nothing, where a person decides on harm."""

    qualifying: int
    met_by: tuple[str, ...]

    @property
    def must_be_met(self) -> bool:
        """Whether the agencies have to find the threshold met."""
        return bool(self.met_by)


def qualifies(complaint: Complaint, applied_on: date) -> bool:
    """Tell whether a complaint was made within a month of the behaviour and within six months of the application."""
    made_in_time = complaint.incident_on <= complaint.reported_on <= last_day(complaint.incident_on, MONTHS_TO_COMPLAIN)
    return made_in_time and complaint.reported_on <= applied_on <= last_day(complaint.reported_on, MONTHS_TO_APPLY)


def eligibility(
    complaints: Iterable[Complaint], applied_on: date, threshold: Threshold, people: int = 1
) -> Eligibility:
    """Count what qualifies, one incident and one complaint once whoever was told; `people` complain about one place."""
    counting = [complaint for complaint in complaints if qualifies(complaint, applied_on)]
    number = _distinct(counting)
    rules = {
        "complaints": number >= threshold.complaints,
        "hate": threshold.hate_single_complaint and any(complaint.hate for complaint in counting),
        "location": threshold.linked_location_reports is not None
        and number > 0
        and people >= threshold.linked_location_reports,
    }
    return Eligibility(number, tuple(name for name, met in rules.items() if met))


def _distinct(complaints: Iterable[Complaint]) -> int:
    """Count groups of complaints that share an incident or are one complaint."""
    groups: list[set[str]] = []
    for complaint in complaints:
        names = {f"complaint {complaint.complaint_id}", f"incident {complaint.incident_id}"}
        touching = [group for group in groups if group & names]
        groups = [group for group in groups if not group & names] + [names.union(*touching)]
    return len(groups)
