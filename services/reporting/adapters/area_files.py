"""Areas as the Office for National Statistics publishes them: GeoJSON boundaries, CSV lookups and populations."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import orjson

#: The kinds of area, the finest first, with the names that publishers give them.
KINDS = {"OA": "oa", "LSOA": "lsoa", "MSOA": "msoa", "WD": "ward", "WARD": "ward", "LAD": "lad", "LTLA": "lad"}
_FINEST_FIRST = ("oa", "lsoa", "msoa", "ward", "lad")
#: Wards and MSOAs overlap: neither contains the other.
_NOT_NESTED = frozenset({("msoa", "ward")})
_CODE = re.compile(r"([A-Z]+?)(\d\d)?(?:CD(?:_ACTIVE)?|_CODE)|([A-Z]+) CODE \(20(\d\d)\)", re.IGNORECASE)
_POPULATION = re.compile(r"(total )?pop(ulation)?([_: ].*)?(\d{4})?.*", re.IGNORECASE)
_VALUE = re.compile(r"[A-Z]\d{8}")
_SUFFIXES = frozenset({".geojson", ".csv"})


@dataclass(frozen=True, slots=True)
class Area:
    """One edition of an area, or what one file says of it."""

    kind: str
    year: int
    code: str
    name: str | None = None
    geometry: Mapping[str, Any] | None = None
    population: int | None = None
    parents: frozenset[str] = frozenset()
    became: frozenset[str] = frozenset()
    valid_from: date | None = None
    """The day from which the edition is in force, where whoever imported it said so; else it always was."""

    @property
    def id(self) -> str:
        """Kind, edition and code: codes are kept from one edition to the next while shapes change."""
        return f"{self.kind}{self.year:02}:{self.code}"


@dataclass(slots=True)
class Reading:
    """What the files said, merged by edition, and what was passed over and why."""

    areas: dict[str, Area] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    skipped: list[tuple[str, str]] = field(default_factory=list)

    def add(self, area: Area) -> None:
        """Merge an area with what was said before."""
        known = self.areas.get(area.id)
        self.areas[area.id] = _merged(known, area) if known else area


class UnusableFileError(Exception):
    """A file does not say anything of areas that is used here; the message says why."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of area codes, such as `LSOA21CD`."""

    title: str
    kind: str
    year: int | None


def read_areas(paths: Sequence[Path]) -> Reading:
    """Read files and folders; a file that cannot be used is named with the reason, and the others are read."""
    reading = Reading()
    for file in _files_in(paths):
        try:
            found = list(_areas_in(file))
        except (UnusableFileError, orjson.JSONDecodeError, UnicodeDecodeError, csv.Error) as error:
            reading.skipped.append((str(file), str(error)))
            continue
        for area in found:
            reading.add(area)
        reading.used[str(file)] = len({area.id for area in found})
    return reading


def _files_in(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.suffix.lower() in _SUFFIXES)
        else:
            yield path


def _areas_in(file: Path) -> Iterator[Area]:
    if file.suffix.lower() == ".geojson":
        yield from _areas_of_geojson(orjson.loads(file.read_bytes()))
        return
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        yield from _areas_of_table(rows.fieldnames or (), rows)


def _areas_of_geojson(document: Any) -> Iterator[Area]:
    features = document.get("features") if isinstance(document, dict) else None
    if not features:
        raise UnusableFileError("is not a GeoJSON FeatureCollection with features")
    for feature in features:
        properties: Mapping[str, Any] = feature.get("properties") or {}
        columns = _columns_of(properties)
        own = next((column for column in columns if column.year is not None), None)
        if own is None:
            raise UnusableFileError("no property such as LSOA21CD or WD25CD names the area and its edition")
        if not _is_in_degrees(feature.get("geometry")):
            raise UnusableFileError("the coordinates are not longitude and latitude; export it as WGS 84")
        yield from _areas_of_row(columns, properties, geometry=feature["geometry"])


def _areas_of_table(titles: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[Area]:
    columns = _columns_of(dict.fromkeys(titles))
    population = next((title for title in titles if _POPULATION.fullmatch(title)), None)
    edition = "SOURCEFILE" if "SOURCEFILE" in titles else None
    dated = [column for column in columns if column.year is not None or edition]
    if not dated:
        raise UnusableFileError("no column such as LSOA21CD or lsoa21_code names an area and its edition")
    if len(dated) == 1 and population is None:
        raise UnusableFileError(f"says nothing of {dated[0].title} that is used here (no parent, no population)")
    for row in rows:
        year = int(row[edition]) % 100 if edition and str(row[edition]).isdigit() else None
        known = [column if column.year is not None else replace(column, year=year) for column in dated]
        yield from _areas_of_row(known, row, population=_whole_number(row.get(population)) if population else None)


def _areas_of_row(
    columns: Sequence[_Column],
    row: Mapping[str, Any],
    *,
    geometry: Mapping[str, Any] | None = None,
    population: int | None = None,
) -> Iterator[Area]:
    there = [column for column in columns if _VALUE.fullmatch(str(row.get(column.title) or ""))]
    for position, column in enumerate(there):
        first = position == 0
        coarser = [other for other in there if _contains(other.kind, column.kind)]
        later = [other for other in there if other.kind == column.kind and (other.year or 0) > (column.year or 0)]
        code = str(row[column.title])
        yield Area(
            column.kind,
            column.year or 0,
            code,
            name=_name_for(column, row),
            geometry=geometry if first else None,
            population=population if first else None,
            parents=frozenset(str(row[other.title]) for other in coarser),
            became=frozenset(str(row[other.title]) for other in later) - {code},
        )


def _columns_of(row: Mapping[str, Any]) -> list[_Column]:
    columns = []
    for title in row:
        found = _CODE.fullmatch(title)
        if found:
            kind = KINDS.get((found.group(1) or found.group(3)).upper())
            year = found.group(2) or found.group(4)
            if kind:
                columns.append(_Column(title, kind, int(year) if year else None))
    dated = {column.kind for column in columns if column.year is not None}
    wanted = [column for column in columns if column.year is not None or column.kind not in dated]
    return sorted(wanted, key=lambda column: _FINEST_FIRST.index(column.kind))


def _contains(coarse: str, fine: str) -> bool:
    return _FINEST_FIRST.index(coarse) > _FINEST_FIRST.index(fine) and (fine, coarse) not in _NOT_NESTED


def _name_for(column: _Column, row: Mapping[str, Any]) -> str | None:
    named = (re.sub("(?i)cd(_active)?$", "NM", column.title), re.sub("(?i)_?code$", "_name", column.title))
    name = next((str(row[title]).strip() for title in named if title != column.title and row.get(title)), None)
    return name or None


def _is_in_degrees(geometry: Any) -> bool:
    found = geometry.get("coordinates") if isinstance(geometry, dict) else None
    while isinstance(found, list) and found and isinstance(found[0], list):
        found = found[0]
    if not isinstance(found, list) or len(found) < 2:  # noqa: PLR2004 - longitude and latitude
        return False
    return bool(abs(found[0]) <= 180 and abs(found[1]) <= 90)  # noqa: PLR2004 - degrees


def _whole_number(value: Any) -> int | None:
    text = str(value or "").replace(",", "")
    return int(float(text)) if re.fullmatch(r"\d+(\.0+)?", text) else None


def _merged(known: Area, said: Area) -> Area:
    return replace(
        known,
        name=said.name or known.name,
        geometry=said.geometry or known.geometry,
        population=said.population if said.population is not None else known.population,
        parents=known.parents | said.parents,
        became=known.became | said.became,
    )
