"""The Knox test against PySAL, against published tables, on planted contagion and on none."""

import csv
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pointpats.spacetime import Knox

from services.triage.adapters.analytics.knox import Draws, arrays, knox, pair_table, tables
from services.triage.domain.errors import UnfitDataError
from services.triage.domain.patterns.knox import (
    CELLS,
    EXACT,
    EXPLORATION,
    LEAST_PERMUTATIONS,
    OPERATIONAL,
    POLICE_UK,
    Bands,
    Event,
    check_fit,
    collapsed,
)

PUBLISHED = Path(__file__).parents[3].parent / "shared/data/nearrepeat"
published = pytest.mark.skipif(
    not PUBLISHED.exists(), reason="the published near-repeat tables (../shared/data/nearrepeat) are not here"
)
START = date(2025, 1, 1)
NOTEBOOK = Bands((0.1, 200, 400, 600), (7, 14, 21))


def read(name: str) -> list[Event]:
    with (PUBLISHED / name).open() as file:
        return [
            Event(float(row["x"]), float(row["y"]), date.fromisoformat(row["date"])) for row in csv.DictReader(file)
        ]


def known(name: str) -> Any:
    return json.loads((PUBLISHED / "known-good.json").read_text())[name]


@published
@pytest.mark.parametrize(
    ("table", "closed", "metric"),
    [
        ("euclidean_intervals_closed_right", "right", "euclidean"),
        ("euclidean_intervals_open_right", "left", "euclidean"),
        ("manhattan_intervals_closed_right", "right", "manhattan"),
    ],
)
def test_the_tables_of_a_year_of_burglaries_are_the_published_ones(table: str, closed: Any, metric: Any) -> None:
    bands = Bands(NOTEBOOK.space, NOTEBOOK.time, closed)

    counted = pair_table(*arrays(read("chicago-burglary-2016.csv")), bands, metric)

    assert counted.tolist() == known("python_knox_notebook")[table]["observed"]


@published
@pytest.mark.parametrize(
    ("name", "file", "table", "tolerance"),
    [
        ("near_repeat_calculator_burglary_month1", "chicago-burglary-2016-01.csv", "observed", 0),
        ("near_repeat_calculator_arson", "chicago-arson-2016.csv", "exact_float_observed", 0),
        ("near_repeat_calculator_arson", "chicago-arson-2016.csv", "nrc_observed", 1),
    ],
)
def test_the_tables_of_the_near_repeat_calculator_are_met(name: str, file: str, table: str, tolerance: int) -> None:
    expected = known(name)
    bands = Bands((*expected["space_edges_m"][1:-1], 1e9), (*expected["time_edges_days"][1:-1], 1e9), "left")

    counted = pair_table(*arrays(read(file)), bands, "manhattan")

    assert np.abs(counted - np.array(expected[table])).max() <= tolerance


@published
def test_ratios_and_probabilities_come_near_the_published_ones() -> None:
    expected = known("python_knox_notebook")["euclidean_intervals_closed_right"]
    points, days = arrays(read("chicago-burglary-2016.csv"))

    observed, simulated = tables(points, days, NOTEBOOK, Draws(1, 99))

    ratios = observed / np.median(simulated, axis=0)
    assert ratios == pytest.approx(np.array(expected["ratio_to_median"]), rel=0.1)
    assert ratios[1:] == pytest.approx(np.array(expected["ratio_to_median"])[1:], rel=0.03)
    p = (1 + (simulated >= observed).sum(axis=0)) / 100
    assert p == pytest.approx(np.array(expected["p_values_99_perms"]), abs=0.05)


@published
def test_two_events_three_days_and_a_hundred_metres_apart_are_one_pair_in_the_band_that_ends_there() -> None:
    pair = [Event(0, 0, date(2019, 1, 1)), Event(0, 100, date(2019, 1, 4))]

    assert pair_table(*arrays(pair), Bands((100, 200), (3, 6))).tolist() == [[1, 0], [0, 0]]
    assert pair_table(*arrays(pair), Bands((100, 200), (3, 6), "left")).tolist() == [[0, 0], [0, 1]]


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), metres=st.integers(50, 800), days=st.integers(1, 60))
def test_the_counts_are_those_of_pysal(seed: int, metres: int, days: int) -> None:
    events = random_events(seed, 60)
    points, when = arrays(events)

    counted = pair_table(points, when, Bands((metres,), (days,)))

    assert counted[0, 0] == Knox(points, when.reshape(-1, 1), metres, days, permutations=0).nst


def test_contagion_within_a_hundred_and_fifty_metres_and_five_days_is_found() -> None:
    result = knox(contagious(seed=3), OPERATIONAL, Draws(11))

    signals = {(cell.space, cell.time) for cell in result.near if cell.is_signal}
    assert ("(0.1, 100]", "[0, 7]") in signals
    assert ("(300, 400]", "(21, 28]") not in signals


def test_complete_spatial_randomness_gives_about_one_false_cell_in_twenty() -> None:
    raw = [
        cell.p < 0.05
        for seed in range(12)
        for cell in knox(random_events(seed, 250, metres=3_000), OPERATIONAL, Draws(seed)).near
    ]

    assert 0.01 <= sum(raw) / len(raw) <= 0.10


def test_complete_spatial_randomness_seldom_raises_a_signal_after_correction() -> None:
    towns = [knox(random_events(seed, 250, metres=3_000), OPERATIONAL, Draws(seed)) for seed in range(30)]

    alarmed = [town for town in towns if any(cell.is_signal for cell in town.near)]

    assert len(alarmed) / len(towns) <= 0.15


def test_the_same_seed_gives_the_same_table() -> None:
    events = contagious(seed=5)

    assert knox(events, OPERATIONAL, Draws(7)) == knox(events, OPERATIONAL, Draws(7))
    assert knox(events, OPERATIONAL, Draws(7)) != knox(events, OPERATIONAL, Draws(8))


def test_ten_reports_of_one_burglary_are_one_event() -> None:
    events = random_events(1, 50)
    repeated = [*events, *([events[0]] * 9)]

    assert collapsed(repeated) == events
    assert knox(repeated, OPERATIONAL, Draws(1)) == knox(events, OPERATIONAL, Draws(1))


def test_repeats_at_the_same_place_are_told_apart_from_near_repeats() -> None:
    homes = [Event(410_000 + 1_000 * n, 416_000, START + timedelta(days=29 * n)) for n in range(20)]
    again = [Event(one.x, one.y, one.day + timedelta(days=3)) for one in homes]

    result = knox([*homes, *again], OPERATIONAL, Draws(1))

    assert {cell.space for cell in result.repeats} == {"[0, 0.1]"}
    assert result.repeats[0].is_signal
    assert not any(cell.is_signal for cell in result.near)


def test_data_of_police_uk_is_refused_and_the_reason_given() -> None:
    with pytest.raises(UnfitDataError, match=r"data\.police\.uk gives the month only.*31 days.*200 m"):
        check_fit(POLICE_UK, OPERATIONAL)


def test_cells_bear_wide_bands_only() -> None:
    with pytest.raises(UnfitDataError, match="350 m"):
        check_fit(CELLS, EXPLORATION)
    check_fit(CELLS, Bands((0.1, 400, 800), (7, 14)))
    check_fit(EXACT, EXPLORATION)


def test_months_in_disguise_and_degrees_are_refused() -> None:
    months = [Event(410_000 + n, 416_000, date(2025, 1 + n % 12, 1)) for n in range(12)]

    with pytest.raises(UnfitDataError, match="first of a month"):
        knox(months, OPERATIONAL, Draws(1))
    with pytest.raises(UnfitDataError, match="degrees"):
        knox([Event(-1.78, 53.64, START), Event(-1.79, 53.65, START)], OPERATIONAL, Draws(1))


def test_too_few_permutations_are_refused() -> None:
    with pytest.raises(UnfitDataError, match="999"):
        knox(random_events(1, 20), OPERATIONAL, Draws(1, LEAST_PERMUTATIONS - 1))


@pytest.mark.parametrize("edges", [(), (0.0, 5.0), (200.0, 100.0), (100.0, 100.0)])
def test_bands_that_do_not_rise_are_refused(edges: tuple[float, ...]) -> None:
    with pytest.raises(UnfitDataError, match="rise"):
        Bands(edges, (7,))


def random_events(seed: int, number: int, metres: int = 1_500) -> list[Event]:
    chance = np.random.default_rng(seed)
    places = chance.uniform(0, metres, (number, 2)) + np.array([410_000, 416_000])
    days = chance.integers(0, 365, number)
    return [Event(x, y, START + timedelta(days=int(day))) for (x, y), day in zip(places.tolist(), days, strict=True)]


def contagious(seed: int) -> list[Event]:
    """Random burglaries over a town, every fourth followed by one within 150 m and five days."""
    chance = np.random.default_rng(seed)
    events = random_events(seed, 300, metres=5_000)
    for one in events[::4]:
        distance, bearing = chance.uniform(10, 150), chance.uniform(0, 2 * np.pi)
        day = one.day + timedelta(days=int(chance.integers(0, 6)))
        events.append(Event(one.x + distance * np.cos(bearing), one.y + distance * np.sin(bearing), day))
    return events
