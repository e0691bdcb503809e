"""The demo's own data: valid, fictional, and of the size and mix that the demo promises."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from shapely import Point
from shapely.geometry import shape

from deploy.demo.geography import codes_in, names_in
from deploy.demo.groups import Group, the_groups
from deploy.demo.reports import DATA, the_day
from services.networks.domain.asset import Asset, TrustState
from services.networks.domain.concern import Concern
from services.networks.domain.filters import Search, refusal
from services.networks.entrypoints.views import AssetBody
from services.reporting.adapters.area_files import read_areas
from services.reporting.entrypoints.submissions import submission_of
from shared.runtime.clock import SystemClock

AREAS = DATA / "areas.geojson"
TODAY = date(2026, 6, 15)
EMAIL = re.compile(r"[\w.+-]+@[\w.-]+")
PHONE = re.compile(r"\+?\d[\d ]{8,}\d")
FICTIONAL_PHONE = re.compile(r"(07700 900\d{3}|01632 960\d{3})")


def test_there_are_at_least_150_reports_with_different_ids() -> None:
    day = the_day()

    assert len(day) >= 150
    assert len({report.id for report in day}) == len(day)


def test_reports_come_from_four_kinds_of_clients() -> None:
    clients = Counter(report.client for report in the_day())

    assert set(clients) == {"web", "app", "open311", "partner"}
    assert min(clients.values()) >= 10


def test_reporting_takes_every_report() -> None:
    for report in the_day():
        submission = submission_of(report.body, client="client:demo", key=None)

        assert submission.text


def test_two_reporters_think_better_of_it() -> None:
    assert sum(report.withdraw for report in the_day()) == 2


@pytest.mark.parametrize("name", ["reports.jsonl", "groups.yaml", "areas.geojson", "README.md"])
def test_nobody_in_the_data_is_real(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")

    assert {found.partition("@")[2].rstrip(".") for found in EMAIL.findall(text)} <= {"example.org"}
    numbers = [found for found in PHONE.findall(text) if found.strip().startswith(("0", "+", "1"))]
    assert all(FICTIONAL_PHONE.fullmatch(number.strip()) for number in numbers), numbers


def test_there_are_at_least_twelve_groups_to_ask_and_some_never_to_be_asked() -> None:
    groups = the_groups().groups

    assert sum(group.never is None for group in groups) >= 12
    assert {"it is paused", "it has not agreed to be asked", "it has no room"} <= {group.never for group in groups}
    assert len({group.name for group in groups}) == len({group.email for group in groups}) == len(groups)


def test_one_group_is_trained_to_mediate() -> None:
    trained = [group for group in the_groups().groups if group.mediation_trained]

    assert len(trained) == 1
    assert "per.neighbour_dispute" in trained[0].offers


@pytest.mark.parametrize("group", the_groups().groups, ids=lambda group: group.name)
def test_a_group_is_asked_unless_its_entry_says_why_not(group: Group) -> None:
    asset = _asset_of(group)
    concern = Concern(
        uuid4(), uuid4(), uuid4(), uuid4(), 1, group.offers[0], areas=group.areas, conditions=("C9",), allowed=True
    )

    refused = refusal(asset, Search(concern, SystemClock().now().replace(year=2026, month=6, day=15)))

    assert (refused is None) == (group.never is None), refused


def test_areas_are_twelve_in_three_wards_and_say_that_they_are_not_official() -> None:
    names = names_in([AREAS])

    assert len(codes_in([AREAS], "LSOA")) == 12
    assert len(codes_in([AREAS], "WD")) == 3
    assert all(code.startswith("X") for code in names)
    assert all("demo, not official" in name for name in names.values())


def test_the_products_importer_reads_the_areas() -> None:
    reading = read_areas([AREAS])

    kinds = Counter(area.kind for area in reading.areas.values() if area.geometry)
    assert kinds == {"lsoa": 12, "ward": 3}
    assert not reading.skipped


def test_every_report_lies_in_an_area_and_a_ward_that_groups_serve() -> None:
    features = json.loads(AREAS.read_text())["features"]
    drawn = [(shape(feature["geometry"]), feature["properties"]) for feature in features]
    served = {area for group in the_groups().groups for area in group.areas}

    for report in the_day():
        point = Point(report.location.lon, report.location.lat)
        around = [properties for outline, properties in drawn if outline.intersects(point)]
        assert any("LSOA21CD" in properties for properties in around), report.id
        assert {properties["WD25CD"] for properties in around} & served, report.id


def test_the_folder_says_what_it_holds() -> None:
    words = (DATA / "README.md").read_text()

    assert all(file.name in words for file in Path(DATA).iterdir() if file.name != "README.md")
    assert "does not exist" in words


def _asset_of(group: Group) -> Asset:
    body = AssetBody.model_validate_json(json.dumps(group.body("Community team", TODAY)))
    asset = Asset(id=uuid4(), **({"last_confirmed": TODAY} | body.fields()))
    steps = {
        "active": (TrustState.VERIFIED, TrustState.ACTIVE),
        "paused": (TrustState.VERIFIED, TrustState.ACTIVE, TrustState.PAUSED),
        "proposed": (),
    }
    for state in steps[group.trust]:
        asset = asset.with_trust(state)
    return asset
