"""Postcodes as the ONS publishes them (ONSPD, NSPL): the ones in use, with the middle of each."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from services.reporting.application.find_place import postcode_in

_NOWHERE = 90.0
"""The directory writes latitude 99.999999 for postcodes without a place."""


class PostcodesUnreadableError(Exception):
    """The file is not a postcode directory; the message says what is missing."""


def read_postcodes(file: Path, within: str | None) -> Iterator[tuple[str, float, float]]:
    """Yield each postcode in use with latitude and longitude, those of one district only where `within` names it.

    PostcodesUnreadableError where the file has no such columns.
    """
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        titles = {title.lower(): title for title in rows.fieldnames or ()}
        missing = {"pcds", "lat", "long"} - titles.keys()
        if missing:
            raise PostcodesUnreadableError(f"has no column {', '.join(sorted(missing))}")
        district = next((title for name, title in titles.items() if name in {"oslaua", "laua"} or _is_lad(name)), None)
        if within and district is None:
            raise PostcodesUnreadableError("has no column of districts (oslaua, laua, lad25cd)")
        for row in rows:
            if (not within or row[district or ""] == within) and not row.get(titles.get("doterm", ""), ""):
                yield from _place_in(row, titles)


def _is_lad(name: str) -> bool:
    return name.startswith("lad") and name.endswith("cd")


def _place_in(row: Mapping[str, str], titles: Mapping[str, str]) -> Iterator[tuple[str, float, float]]:
    postcode = postcode_in(row[titles["pcds"]])
    try:
        lat, lon = float(row[titles["lat"]]), float(row[titles["long"]])
    except ValueError:
        return
    if postcode is not None and abs(lat) <= _NOWHERE:
        yield postcode, lat, lon
