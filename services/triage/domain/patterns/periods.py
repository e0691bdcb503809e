"""The periods of the history: days of incidents, and the months in which everything is kept and told."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta


def month_of(moment: datetime) -> str:
    """Return the month of a moment in UTC, such as `2026-03`: nothing is told of a finer time."""
    return f"{moment.astimezone(UTC):%Y-%m}"


def day_of(moment: datetime) -> date:
    """Return the day of a moment in UTC."""
    return moment.astimezone(UTC).date()


def month_start(month: str) -> datetime:
    """Return the first moment of a month such as `2026-03`."""
    year, number = month.split("-")
    return datetime(int(year), int(number), 1, tzinfo=UTC)


def months_between(first: date, last: date) -> Iterator[str]:
    """Yield every month that has a day from `first` to `last`, in order."""
    day = first.replace(day=1)
    while day <= last:
        yield f"{day:%Y-%m}"
        day = (day + timedelta(days=32)).replace(day=1)
