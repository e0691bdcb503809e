"""Dated points from a CSV file for Knox; months are refused, degrees projected where they say so."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from services.triage.adapters.analytics.grid import projected
from services.triage.domain.errors import UnfitDataError
from services.triage.domain.patterns.knox import OPERATIONAL, POLICE_UK, Event, check_fit

_POLICE_UK = frozenset({"month", "falls within", "lsoa code"})


def read_events(path: Path) -> Sequence[Event]:
    """Return the events of a file with `date` (YYYY-MM-DD) and `x`, `y` in metres, or `lat`, `lon` in degrees.

    UnfitDataError names the line and what is wrong with it; a file of data.police.uk is refused as a whole.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        columns = {name.strip().lower() for name in rows.fieldnames or ()}
        if columns >= _POLICE_UK:
            check_fit(POLICE_UK, OPERATIONAL)
        if "date" not in columns or not (columns >= {"x", "y"} or columns >= {"lat", "lon"}):
            raise UnfitDataError("The file needs the columns date and x, y (metres), or date and lat, lon (degrees).")
        lines = [{(name or "").strip().lower(): value for name, value in row.items()} for row in rows]
    days = [_day(number, row) for number, row in enumerate(lines, start=2)]
    if columns >= {"x", "y"}:
        points = [_pair(number, row, "x", "y") for number, row in enumerate(lines, start=2)]
    else:
        degrees = [_pair(number, row, "lat", "lon") for number, row in enumerate(lines, start=2)]
        points = [(x, y) for x, y in projected(degrees).tolist()] if degrees else []
    return [Event(x, y, day) for (x, y), day in zip(points, days, strict=True)]


def _day(number: int, row: Mapping[str, str | None]) -> date:
    try:
        return date.fromisoformat((row["date"] or "").strip())
    except ValueError:
        raise UnfitDataError(f"Line {number}: the date has to be a day such as 2026-03-04; Knox needs days.") from None


def _pair(number: int, row: Mapping[str, str | None], first: str, second: str) -> tuple[float, float]:
    try:
        return float(row[first] or ""), float(row[second] or "")
    except ValueError:
        raise UnfitDataError(f"Line {number}: {first} and {second} have to be numbers.") from None
