"""Files of data.police.uk: street-level CSV in its published and its damaged forms, and answers of its interface."""

import csv
import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from services.networks.application.import_police import PoliceFile
from services.networks.domain.area_counts import NO_AREA, UNKNOWN_CATEGORY, Incident, category_of, month_of
from services.networks.domain.errors import SourceNotReadableError

_MONTH_COLUMNS = ("Month", "month")
_CATEGORY_COLUMNS = ("Crime type", "category", "crime_type")
_AREA_COLUMNS = ("LSOA code", "lsoa21cd", "lsoa_code")
_NAME_COLUMNS = ("LSOA name", "lsoa21nm", "lsoa_name")


def read_police(path: Path) -> PoliceFile:
    """Read a CSV or JSON file; SourceNotReadableError where it is neither. Every row is an incident, alike or not."""
    try:
        content = path.read_bytes()
        rows = _json_rows(content) if path.suffix.casefold() == ".json" else _csv_rows(content)
    except (OSError, ValueError, csv.Error) as error:
        raise SourceNotReadableError(f"{path.name} cannot be read: {error}") from error
    return _counted(path.name, hashlib.sha256(content).hexdigest(), rows)


def _counted(name: str, digest: str, rows: Iterable[Mapping[str, str]]) -> PoliceFile:
    incidents: list[Incident] = []
    unknown = Counter[str]()
    undated = 0
    names: dict[str, str] = {}
    for row in rows:
        month = month_of(_first(row, _MONTH_COLUMNS))
        if month is None:
            undated += 1
            continue
        said = _first(row, _CATEGORY_COLUMNS)
        category = category_of(said)
        if category is None:
            unknown[said or "(blank)"] += 1
        area = _first(row, _AREA_COLUMNS).upper() or NO_AREA
        if area and (area_name := _first(row, _NAME_COLUMNS)):
            names[area] = area_name
        incidents.append(Incident(area, month, category or UNKNOWN_CATEGORY))
    return PoliceFile(name, digest, tuple(incidents), undated, dict(unknown), names)


def _csv_rows(content: bytes) -> Iterator[Mapping[str, str]]:
    reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    columns = frozenset(reader.fieldnames or ())
    for wanted in (_MONTH_COLUMNS, _CATEGORY_COLUMNS):
        if columns.isdisjoint(wanted):
            raise ValueError(f"it has no column {wanted[0]!r}")
    return ({key: value or "" for key, value in row.items() if key} for row in reader)


def _json_rows(content: bytes) -> list[Mapping[str, str]]:
    found: Any = json.loads(content.decode("utf-8-sig"))
    if not isinstance(found, list) or not all(isinstance(item, dict) and "category" in item for item in found):
        raise ValueError("it is not a list of street-level crimes")
    return [{"month": str(item.get("month", "")), "category": str(item["category"])} for item in found]


def _first(row: Mapping[str, str], columns: Iterable[str]) -> str:
    return next((row[column].strip() for column in columns if row.get(column)), "")
