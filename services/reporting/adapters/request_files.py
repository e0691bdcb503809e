"""Service requests as cities publish them (311-style CSV), read as reports with their own times of arrival."""

import csv
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from statistics import median

import orjson

from services.reporting.adapters.request_types import GAINESVILLE, ST_LOUIS
from services.reporting.application.importing import FormatChoice, OrderUnclearError, ShareChoice
from services.reporting.application.replaying import ReplayRow

Row = Mapping[str, str]

_METRES_PER_DEGREE = 111_320.0
_FARTHEST_METRES = 30_000.0
_MOST_TEXT = 10_000
_BLOCKED = re.compile(r"content blocked by rejections?\.?", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a publisher puts what we read."""

    name: str
    columns: frozenset[str]
    id: str
    type: str
    text: str | None
    arrived: str
    categories: Mapping[str, str]
    lat: str | None = None
    lon: str | None = None


LAYOUTS = (
    Layout(
        "gainesville", frozenset({"request_type", "created_at", "via_mobile"}), "id", "request_type", "description",
        "created_at", GAINESVILLE, "latitude", "longitude",
    ),
    # `description` repeats the problem's code; `srx`, `sry` are State Plane feet and place nothing here.
    Layout(
        "stlouis", frozenset({"requestid", "problemcode", "datetimeinit"}), "requestid", "problemcode", None,
        "datetimeinit", ST_LOUIS,
    ),
)  # fmt: skip


@dataclass(slots=True)
class Remarks:
    """What a person should know of a file that was read."""

    rows: int = 0
    without_id: int = 0
    without_time: int = 0
    without_words: int = 0
    without_place: int = 0
    far_away: int = 0
    of_unknown_type: int = 0
    repeated: int = 0
    conflicting: int = 0

    def lines(self) -> Iterator[str]:
        """Say what is not nothing, one line each."""
        told = {
            "rows passed over: no id": self.without_id,
            "rows passed over: no time of arrival": self.without_time,
            "rows without words (their kind alone is reported)": self.without_words,
            "rows without latitude and longitude (reported without a place)": self.without_place,
            "rows more than 30 km from the middle of the others (reported without a place)": self.far_away,
            "rows of a kind not known here (reported as unk.unclear)": self.of_unknown_type,
            "rows that repeat an earlier one exactly (sent again under the same key: no second report)": self.repeated,
            "rows that repeat an earlier id with other content (new versions: conflicts)": self.conflicting,
        }
        return (f"{count} {what}" for what, count in told.items() if count)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to read a file: one day of it, moved to another place, with or without consent to share."""

    format: FormatChoice = "auto"
    day: date | None = None
    place_at: tuple[float, float] | None = None
    share: ShareChoice | None = None


def read_requests(file: Path, wishes: Wishes) -> tuple[list[ReplayRow], Remarks]:
    """Return the rows in order of arrival and what there is to say of them.

    A row's key depends on the file's name, the row's id and its content, so that importing again makes no second
    report; a second content under the same id is a new version with a key of its own.
    """
    with file.open(encoding="utf-8-sig", newline="") as lines:
        table = csv.DictReader(lines)
        layout = _layout_of(frozenset(table.fieldnames or ()), wishes.format)
        rows = list(table)
    remarks = Remarks(rows=len(rows))
    moved = _mover(rows, layout, wishes.place_at)
    found = [row for row in (_replay_row(row, layout, remarks, file.stem) for row in rows) if row is not None]
    kept = [row for row in found if wishes.day is None or row.at.date() == wishes.day]
    placed = [replace(row, body=_body_of(row.source, layout, remarks, moved) | _consent(wishes)) for row in kept]
    _count_versions(placed, remarks)
    return sorted(placed, key=lambda row: row.at), remarks


def _layout_of(columns: frozenset[str], wanted: FormatChoice) -> Layout:
    for layout in LAYOUTS:
        if wanted in {"auto", layout.name} and layout.columns <= columns:
            return layout
    raise OrderUnclearError(f"the columns are not those of {' or '.join(layout.name for layout in LAYOUTS)}")


def _replay_row(row: Row, layout: Layout, remarks: Remarks, file_id: str) -> ReplayRow | None:
    row_id = row[layout.id].strip()
    arrived = _moment(row[layout.arrived])
    if not row_id or row_id == "NA":
        remarks.without_id += 1
        return None
    if arrived is None:
        remarks.without_time += 1
        return None
    content = sha256(orjson.dumps(row, option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]
    return ReplayRow(row_id=row_id, at=arrived, key=f"{file_id[:60]}:{row_id[:60]}:{content}", body={}, source=row)


def _body_of(row: Row, layout: Layout, remarks: Remarks, moved: "_Move") -> dict[str, object]:
    category = layout.categories.get(row[layout.type].strip())
    if category is None:
        remarks.of_unknown_type += 1
    body: dict[str, object] = {"channel": "web", "category": category or "unk.unclear", "reporter_role": "third_party"}
    text = (row.get(layout.text) or "").strip() if layout.text else ""
    if text and not _BLOCKED.fullmatch(text):
        body["text"] = text[:_MOST_TEXT]
    else:
        remarks.without_words += 1
    point = _point_of(row, layout)
    if point is None:
        remarks.without_place += 1
        return body
    place = moved(point)
    if place is None:
        remarks.far_away += 1
        return body
    return body | {"location": {"lat": place[0], "lon": place[1]}}


_Move = Callable[[tuple[float, float]], tuple[float, float] | None]


def _mover(rows: Iterable[Row], layout: Layout, place_at: tuple[float, float] | None) -> _Move:
    """Return how points are moved: distances are kept, the middle comes to lie at `place_at`."""
    points = [point for row in rows if (point := _point_of(row, layout))]
    middle = (median(lat for lat, _ in points), median(lon for _, lon in points)) if points else (0.0, 0.0)
    target = place_at or middle

    def moved(point: tuple[float, float]) -> tuple[float, float] | None:
        north = (point[0] - middle[0]) * _METRES_PER_DEGREE
        east = (point[1] - middle[1]) * _METRES_PER_DEGREE * math.cos(math.radians(middle[0]))
        if math.hypot(north, east) > _FARTHEST_METRES:
            return None
        lat = target[0] + north / _METRES_PER_DEGREE
        lon = target[1] + east / (_METRES_PER_DEGREE * math.cos(math.radians(target[0])))
        return round(lat, 6), round(lon, 6)

    return moved


def _point_of(row: Row, layout: Layout) -> tuple[float, float] | None:
    if layout.lat is None or layout.lon is None:
        return None
    given = [(row.get(name) or "").strip() for name in (layout.lat, layout.lon)]
    if not all(_NUMBER.fullmatch(value) for value in given):
        return None
    lat, lon = (float(value) for value in given)
    return (lat, lon) if abs(lat) <= 90 and abs(lon) <= 180 and (lat, lon) != (0.0, 0.0) else None  # noqa: PLR2004


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip().removesuffix(".0").replace(" ", "T"))
    except ValueError:
        return None


def _consent(wishes: Wishes) -> dict[str, object]:
    return {"share_with_community": wishes.share} if wishes.share else {}


def _count_versions(rows: Iterable[ReplayRow], remarks: Remarks) -> None:
    versions: dict[str, set[str]] = {}
    for row in rows:
        seen = versions.setdefault(row.row_id, set())
        if row.key in seen:
            remarks.repeated += 1
        elif seen:
            remarks.conflicting += 1
        seen.add(row.key)
