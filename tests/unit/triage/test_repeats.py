"""Repeat victims, repeat locations and near repeats among the reports around one report."""

import math
from collections.abc import Sequence

import h3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.triage.adapters.h3_cells import H3Cells
from services.triage.adapters.sighting_documents import incident_key
from services.triage.domain.patterns.pattern import Finding, Kind
from services.triage.domain.patterns.repeats import findings
from services.triage.domain.patterns.sighting import Incident, Sighting, area_unit, group_of, leaves_a_sighting
from shared.runtime.ids import new_id
from tests.support.sightings import BESIDE, CELL, FAR, in_public, seen

NEAR = (CELL, *H3Cells().beside(CELL))


def found(one: Sighting, *others: Sighting) -> dict[Kind, Finding]:
    """What is found for a report when the others are known as well, in the order of time."""
    incidents: dict[str, dict[str, Incident]] = {cell: {} for cell in NEAR}
    for known in sorted([one, *others], key=lambda known: known.at):
        if known.category == one.category and known.cell in incidents:
            incidents[known.cell].setdefault(incident_key(known.incident), known.incident)
    return {
        finding.kind: finding for finding in findings(one, {c: list(known.values()) for c, known in incidents.items()})
    }


def test_a_burglary_next_door_within_two_weeks_is_a_near_repeat() -> None:
    assert found(seen(0), seen(13, cell=BESIDE))[Kind.NEAR_REPEAT].sure


@pytest.mark.parametrize(
    "other",
    [seen(15), seen(3, cell=FAR), seen(3, category="crime.robbery"), seen(0.01)],
    ids=["too long ago", "too far", "another kind", "the same incident told twice"],
)
def test_what_is_no_near_repeat(other: Sighting) -> None:
    assert Kind.NEAR_REPEAT not in found(seen(0), other)


def test_kinds_without_evidence_for_it_do_not_repeat_nearby() -> None:
    assert Kind.NEAR_REPEAT not in found(in_public(0), in_public(3), in_public(5, cell=BESIDE))


def test_several_reports_of_one_incident_are_noted_once() -> None:
    earlier, reports = seen(5), [seen(0.1), seen(0.05), seen(0)]

    noted = [one for one in reports if Kind.NEAR_REPEAT in found(one, earlier, *reports)]

    assert noted == [reports[0]]


def test_of_two_reports_that_arrive_together_each_finds_the_other() -> None:
    first, second = seen(1), seen(0, cell=BESIDE)

    assert Kind.NEAR_REPEAT in found(first, second)
    assert Kind.NEAR_REPEAT in found(second, first)


def test_three_days_of_trouble_in_a_park_within_six_months_are_a_repeat_location() -> None:
    assert found(in_public(0), in_public(90), in_public(180))[Kind.REPEAT_LOCATION].sure


@pytest.mark.parametrize(
    "others",
    [
        [in_public(90)],
        [in_public(90), in_public(190)],
        [in_public(90), in_public(90.1)],
        [in_public(90), in_public(30, cell=BESIDE)],
        [in_public(90), in_public(30, where_kind="own_home")],
        [in_public(90), in_public(30, category="nui.fireworks")],
    ],
    ids=["two", "too long ago", "two on one day", "elsewhere", "a home", "another kind"],
)
def test_what_is_no_repeat_location(others: Sequence[Sighting]) -> None:
    assert Kind.REPEAT_LOCATION not in found(in_public(0), *others)


def test_another_report_of_a_concern_is_a_repeat_victim() -> None:
    assert found(seen(0, concern_id=new_id()))[Kind.REPEAT_VICTIM].sure


def test_a_home_in_the_same_cell_is_for_a_person_to_check() -> None:
    assert not found(seen(0, where_kind="own_home"), seen(100, where_kind="own_home"))[Kind.REPEAT_VICTIM].sure


@pytest.mark.parametrize(
    "other",
    [
        seen(366, where_kind="own_home"),
        seen(100, where_kind="own_home", cell=BESIDE),
        seen(100, where_kind="street"),
        seen(100, where_kind="own_home", category="crime.robbery"),
        seen(0.01, where_kind="own_home"),
    ],
    ids=["too long ago", "another cell", "no home", "another kind", "the same day"],
)
def test_what_is_no_repeat_victim(other: Sighting) -> None:
    assert Kind.REPEAT_VICTIM not in found(seen(0, where_kind="own_home"), other)


def test_an_incident_that_is_remembered_no_more_is_noted_no_more() -> None:
    one = seen(0)

    assert list(findings(one, {BESIDE: [seen(3, cell=BESIDE).incident]})) == []


def test_who_is_private_leaves_no_sighting() -> None:
    assert leaves_a_sighting("nui.rowdy_gathering", ["repeat_location", "weapon"])
    assert not leaves_a_sighting("per.hate", [])
    assert not leaves_a_sighting("saf.domestic_abuse", [])
    assert not leaves_a_sighting("per.harassment", ["domestic_abuse"])
    assert not leaves_a_sighting("com.isolation", [])
    assert not leaves_a_sighting("unk.unclear", [])


def test_incidents_belong_to_a_group() -> None:
    assert [group_of(name) for name in ("env.litter", "crime.burglary", "com.doorstep_scam")] == [
        "asb",
        "crime",
        "crime",
    ]


def test_a_pattern_is_told_by_the_smallest_unit_that_may_be_published() -> None:
    assert area_unit(["E01011021", "E02002320", "E05016501", "E08000034"]) == "E02002320"
    assert area_unit(["E01011021", "E05016501"]) == "E05016501"
    assert area_unit(["E01011021"]) is None


@given(
    metres=st.floats(0, 199), bearing=st.floats(0, 2 * math.pi), lat=st.floats(53.5, 53.8), lon=st.floats(-2.0, -1.5)
)
def test_every_place_within_two_hundred_metres_lies_in_the_cell_or_beside_it(
    metres: float, bearing: float, lat: float, lon: float
) -> None:
    metre = 1 / 111_320
    there = (
        lat + metres * math.cos(bearing) * metre,
        lon + metres * math.sin(bearing) * metre / math.cos(math.radians(lat)),
    )
    cell = h3.latlng_to_cell(lat, lon, 9)

    assert h3.latlng_to_cell(*there, 9) in {cell, *H3Cells().beside(cell)}


def test_what_is_no_cell_has_no_neighbours() -> None:
    assert H3Cells().beside("nowhere") == ()
