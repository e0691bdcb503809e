import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from services.reporting.adapters.area_files import read_areas
from services.reporting.adapters.area_index import map_of
from services.reporting.adapters.file_imports import import_areas
from services.reporting.adapters.mongo_postcodes import postcodes_in
from services.reporting.adapters.postcode_files import PostcodesUnreadableError, read_postcodes
from services.reporting.bootstrap import areas_of
from shared.contracts.reporting import ReportSubmitted
from tests.support.memory_store import MemoryDatabase
from tests.support.reporting import REPORT, running_reporting

PUBLIC = Path(__file__).parents[4] / "shared/data/geo"
LOWER, UPPER, DISTRICT, OLD_WARD, WARD = "E01000001", "E02000001", "E08000001", "E05000001", "E05000002"


def square(south: float, west: float, size: float) -> dict[str, Any]:
    north, east = south + size, west + size
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def boundaries(folder: Path, name: str, properties: dict[str, str], geometry: dict[str, Any]) -> None:
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    (folder / name).write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    boundaries(
        tmp_path,
        "lsoa.geojson",
        {"LSOA21CD": LOWER, "LSOA21NM": "Lower 1", "LADCD_ACTIVE": DISTRICT},
        square(53, -2, 1),
    )
    boundaries(tmp_path, "older.geojson", {"LSOA11CD": "E01000009"}, square(53, -2, 1))
    boundaries(tmp_path, "msoa.geojson", {"MSOA21CD": UPPER}, square(53, -2, 2))
    boundaries(tmp_path, "wards.geojson", {"WD25CD": WARD, "LAD25CD": DISTRICT}, square(53, -2, 1))
    boundaries(tmp_path, "grid.geojson", {"WD23CD": WARD}, square(410_000, 417_000, 500))
    (tmp_path / "fit.csv").write_text(f"lsoa21_code,ward24_code,ltla24_code\n{LOWER},{OLD_WARD},{DISTRICT}\n")
    (tmp_path / "change.csv").write_text(f"\ufefflsoa11_code,lsoa21_code\nE01000009,{LOWER}\n")
    (tmp_path / "people.csv").write_text(f'LSOA21CD,pop_2021\n{LOWER},"1,234"\n')
    (tmp_path / "scores.csv").write_text(f"lsoa21_code,score\n{LOWER},1\n")
    return tmp_path


def test_what_the_files_say_of_one_edition_is_put_together(folder: Path) -> None:
    reading = read_areas([folder])

    lower = reading.areas[f"lsoa21:{LOWER}"]
    assert (lower.name, lower.population, set(lower.parents)) == ("Lower 1", 1234, {DISTRICT, OLD_WARD})
    assert reading.areas["lsoa11:E01000009"].became == {LOWER}
    assert f"ward24:{OLD_WARD}" in reading.areas


def test_a_file_that_is_of_no_use_is_named_with_the_reason(folder: Path) -> None:
    skipped = {Path(file).name: reason for file, reason in read_areas([folder]).skipped}

    assert "longitude and latitude" in skipped["grid.geojson"]
    assert "no population" in skipped["scores.csv"]
    assert set(skipped) == {"grid.geojson", "scores.csv"}


async def test_importing_twice_stores_each_area_once(folder: Path) -> None:
    database = MemoryDatabase()
    first = await import_areas([folder], areas_of(database))
    once = await areas_of(database).all()
    await import_areas([folder], areas_of(database))

    assert await areas_of(database).all() == once
    assert len(once) == first.by_kind.total()


async def test_a_report_is_placed_by_geometry_and_newest_edition(folder: Path) -> None:
    database = MemoryDatabase()
    async with running_reporting(database=database) as reporting:
        await import_areas([folder], areas_of(database))
        await reporting.parts.areas.refresh()

        async def areas(**place: Any) -> list[str]:
            accepted = (await reporting.post(REPORT | place)).json()
            found: list[str] = (await reporting.document(accepted["id"]))["areas"]
            return found

        # The ward that contains the point, not the one that the lookup thinks fits best.
        assert await areas(location={"lat": 53.5, "lon": -1.5}) == [LOWER, UPPER, WARD, DISTRICT]
        assert await areas(location={"lat": 54.5, "lon": -0.5}) == [UPPER]
        assert await areas(location={"lat": 51.0, "lon": 0.0}) == []
        assert await areas(area_ref=WARD) == [WARD, DISTRICT]
        assert await areas(area_ref="E01000009") == [LOWER, "E01000009", OLD_WARD, DISTRICT]
        assert await areas(area_ref="my aunt's house") == []


@pytest.mark.skipif(not PUBLIC.exists(), reason=f"public data is not beside the project ({PUBLIC})")
async def test_the_publishers_own_files_are_read() -> None:
    reading = read_areas([PUBLIC])
    kinds = [area.id.partition(":")[0] for area in reading.areas.values()]

    assert (kinds.count("lsoa21"), kinds.count("lsoa11"), kinds.count("msoa21")) == (260, 259, 59)
    assert (kinds.count("ward25"), kinds.count("ward26")) == (23, 23)
    assert reading.areas["lsoa11:E01033542"].became == {"E01034584", "E01034585"}
    assert [Path(file).name for file, _ in reading.skipped] == ["kirklees-lsoa-latlong.csv"]


async def test_a_report_is_placed_by_what_is_in_force_on_its_day(tmp_path: Path) -> None:
    newer = "E05000003"
    boundaries(tmp_path, "old.geojson", {"WD25CD": WARD}, square(53, -2, 1))
    boundaries(tmp_path, "new.geojson", {"WD26CD": newer}, square(53, -2, 1))
    boundaries(tmp_path, "lsoa.geojson", {"LSOA21CD": LOWER}, square(53, -2, 1))
    database = MemoryDatabase()
    await import_areas([tmp_path / "old.geojson", tmp_path / "lsoa.geojson"], areas_of(database))
    await import_areas([tmp_path / "new.geojson"], areas_of(database), date(2026, 11, 21))
    async with running_reporting(database=database) as reporting:
        found = []
        for _ in range(2):
            accepted = (await reporting.post(REPORT | {"location": {"lat": 53.5, "lon": -1.5}})).json()
            found.append((await reporting.document(accepted["id"]))["areas"])
            reporting.clock.forward(days=1)

        assert found == [[LOWER, WARD], [LOWER, newer]]


async def test_what_is_not_yet_in_force_is_nowhere(tmp_path: Path) -> None:
    boundaries(tmp_path, "new.geojson", {"WD26CD": WARD}, square(53, -2, 1))
    database = MemoryDatabase()
    await import_areas([tmp_path], areas_of(database), date(2026, 5, 7))
    areas = map_of(await areas_of(database).all())

    assert areas.at(53.5, -1.5, date(2026, 5, 6)) == ()
    assert areas.at(53.5, -1.5, date(2026, 5, 7)) == (WARD,)


DIRECTORY = """pcds,doterm,oslaua,lat,long
HD1 2AB,,E08000001,53.5,-1.5
hd12ac,,E08000001,53.6,-1.4
HD1 2AD,202401,E08000001,53.5,-1.5
LS1 1AA,,E08000035,53.8,-1.5
GX11 1AA,,L99999999,99.999999,0.0
"""


async def test_a_postcode_stands_for_a_point_and_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "onspd.csv").write_text(DIRECTORY)
    boundaries(tmp_path, "wards.geojson", {"WD25CD": WARD}, square(53, -2, 1))
    database = MemoryDatabase()
    await import_areas([tmp_path / "wards.geojson"], areas_of(database))
    assert await postcodes_in(database).save(read_postcodes(tmp_path / "onspd.csv", "E08000001")) == 2
    async with running_reporting(database=database) as reporting:
        placed = (await reporting.post(REPORT | {"area_ref": "hd12ab"})).json()
        unknown = (await reporting.post(REPORT | {"area_ref": "HD1 2AD"})).json()
        first, second = await reporting.published("kith.reports.v1", 2)

        assert (await reporting.document(placed["id"]))["areas"] == [WARD]
        assert (await reporting.document(unknown["id"]))["areas"] == []
        assert isinstance(first, ReportSubmitted)
        assert (first.areas, bool(first.cell)) == ((WARD,), True)
        assert "HD1" not in first.model_dump_json().upper() + second.model_dump_json().upper()


def test_only_postcodes_in_use_with_a_place_are_read(tmp_path: Path) -> None:
    (tmp_path / "onspd.csv").write_text(DIRECTORY)
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    (tmp_path / "bare.csv").write_text("pcds,lat,long\nHD1 2AB,53.5,-1.5\n")

    assert [code for code, _, _ in read_postcodes(tmp_path / "onspd.csv", None)] == ["HD1 2AB", "HD1 2AC", "LS1 1AA"]
    for file, within in (("other.csv", None), ("bare.csv", "E08000001")):
        with pytest.raises(PostcodesUnreadableError):
            list(read_postcodes(tmp_path / file, within))
