"""What is counted, what counts as a hotspot, and how well a ranking foretells."""

from collections.abc import Sequence
from datetime import date, timedelta

import h3
import numpy as np
import pytest

from services.triage.adapters.analytics.evaluation import evaluated, naive
from services.triage.adapters.analytics.grid import grid_of, projected
from services.triage.adapters.analytics.hotspots import hot_cells, shrunken
from services.triage.domain.errors import UnfitDataError
from services.triage.domain.patterns.evaluation import pai, rri
from services.triage.domain.patterns.hotspots import Cluster, Verdict, cluster_of, counted, shown, unit_of
from services.triage.domain.patterns.sighting import Sighting
from shared.runtime.ids import new_id
from tests.support.sightings import CELL, seen

TOWN = sorted(str(cell) for cell in h3.grid_disk(CELL, 6))


def told(concerns: int, days: int, each: int = 1) -> list[Sighting]:
    names = [new_id() for _ in range(concerns)]
    return [seen(day, concern_id=name) for name in names for day in range(days) for _ in range(each)]


def test_ten_events_of_three_concerns_on_three_days_are_for_a_person_to_confirm() -> None:
    assert cluster_of(told(concerns=4, days=3)).verdict is Verdict.TO_CONFIRM


@pytest.mark.parametrize("cluster", [Cluster(9, 3, 3, 3), Cluster(10, 2, 3, 5), Cluster(10, 3, 2, 4)])
def test_less_is_too_few(cluster: Cluster) -> None:
    assert cluster.verdict is Verdict.TOO_FEW


def test_one_reporter_is_a_case_and_no_hotspot() -> None:
    assert cluster_of(told(concerns=1, days=12)).verdict is Verdict.ONE_REPORTER
    assert cluster_of([*told(concerns=1, days=12), *told(concerns=5, days=2)]).verdict is Verdict.ONE_REPORTER
    assert cluster_of([*told(concerns=1, days=12), *told(concerns=5, days=3)]).verdict is Verdict.TO_CONFIRM


def test_a_concern_counts_once_a_day_however_often_it_is_told() -> None:
    assert len(counted(told(concerns=2, days=3, each=20))) == 6


def test_what_professionals_discover_is_not_counted() -> None:
    assert counted([seen(0, reporter_role="professional")]) == []


def test_a_cell_belongs_to_the_area_of_most_of_its_sightings() -> None:
    assert unit_of([seen(0), seen(1), seen(2, area="E02009999"), seen(3, area=None)]) == "E02002320"
    assert unit_of([seen(0, area=None)]) is None


@pytest.mark.parametrize(
    ("count", "as_shown"), [(0, "0"), (1, "1-4"), (4, "1-4"), (5, "5"), (7, "5"), (8, "10"), (42, "40"), (43, "45")]
)
def test_small_counts_are_hidden_and_others_rounded(count: int, as_shown: str) -> None:
    assert shown(count) == as_shown


def test_a_planted_hotspot_is_found_and_the_rest_left_alone() -> None:
    chance = np.random.default_rng(1)
    counts = {cell: int(chance.poisson(1)) for cell in TOWN}
    hot = {str(cell) for cell in h3.grid_disk(TOWN[len(TOWN) // 2], 1)}
    counts |= dict.fromkeys(hot, 15)

    metres, found = hot_cells(grid_of(TOWN), counts, seed=1)

    assert hot & {one.cell for one in found} == hot
    assert all(min(h3.grid_distance(one.cell, cell) for cell in hot) <= 2 for one in found)
    assert 350 <= metres <= 2_500


def test_chance_alone_makes_no_hotspot() -> None:
    chance = np.random.default_rng(2)

    _, found = hot_cells(grid_of(TOWN), {cell: int(chance.poisson(2)) for cell in TOWN}, seed=1)

    assert found == []


def test_nothing_happened_is_no_hotspot() -> None:
    assert hot_cells(grid_of(TOWN), {}, seed=1)[1] == []


def test_too_few_cells_are_refused() -> None:
    with pytest.raises(UnfitDataError, match="at least 30 cells; there are 7"):
        grid_of([CELL])


def test_distances_are_metres_on_the_british_grid() -> None:
    points = projected([(53.6458, -1.7850), (53.6458, -1.7700)])

    assert np.linalg.norm(points[0] - points[1]) == pytest.approx(992, abs=3)
    with pytest.raises(UnfitDataError, match="EPSG:27700"):
        projected([(53.6, -1.7), (float("nan"), 0.0)])


def test_few_events_are_drawn_to_the_mean_more_than_many() -> None:
    counts = {"small": 3, "large": 300, "middle": 40, "quiet": 10}
    exposure = {"small": 1.0, "large": 100.0, "middle": 30.0, "quiet": 20.0}

    rates = shrunken(counts, exposure)

    assert abs(rates["small"] - 3.0) > abs(rates["large"] - 3.0)
    assert shrunken({"only": 6}, {"only": 3.0}) == {"only": 2.0}


def test_a_quarter_of_the_events_in_three_per_cent_of_the_area_is_8_33() -> None:
    assert pai(25, 100, 3, 100) == pytest.approx(8.33, abs=0.01)


def test_a_place_that_falls_as_everything_falls_has_an_index_of_one() -> None:
    assert rri((40, 100), (20, 50)) == 1
    assert rri((0, 100), (20, 50)) is None


def test_a_ranking_that_knows_beats_the_naive_one_and_both_say_how_sure() -> None:
    hot, before = TOWN[:3], TOWN[50:53]
    happened = events(hot, 20) + events(TOWN[10:40], 1)
    knowing = {cell: float(cell in hot) for cell in TOWN}

    scores = evaluated({"knowing": knowing, "naive": naive(TOWN, before)}, happened, seed=1)

    best = {score.method: score for score in scores if round(score.area_share, 2) == 0.03}
    assert best["knowing"].pai > best["naive"].pai
    assert best["knowing"].interval[0] <= best["knowing"].pai <= best["knowing"].interval[1]
    assert best["knowing"].pei is not None
    assert best["knowing"].pei <= 1
    assert best["knowing"].events == 90


def test_fewer_than_thirty_events_say_nothing() -> None:
    assert evaluated({"naive": naive(TOWN, [])}, events(TOWN[:1], 29), seed=1) == []


def events(cells: Sequence[str], each: int) -> list[tuple[str, date]]:
    return [(cell, date(2026, 3, 1) + timedelta(days=n % 28)) for cell in cells for n in range(each)]


def looped(*, corrected: bool, rounds: int = 50) -> float:
    """Return the measured risk of the watched of two equal areas over that of the other, after some rounds.

    Residents tell the same of both. Officers go where the measured risk is higher and find what they look for.
    """
    history: dict[str, list[Sighting]] = {"watched": [], "other": []}
    for round_number in range(rounds):
        for name, kept in history.items():
            kept += [seen(round_number, area=name, concern_id=new_id()) for _ in range(5)]
        risk = {name: len(counted(kept)) if corrected else len(kept) for name, kept in history.items()}
        patrolled = "watched" if risk["watched"] >= risk["other"] else "other"
        history[patrolled] += [
            seen(round_number, area=patrolled, reporter_role="professional", concern_id=new_id()) for _ in range(4)
        ]
    measured = {name: len(counted(kept)) if corrected else len(kept) for name, kept in history.items()}
    return measured["watched"] / measured["other"]


def test_attention_does_not_feed_on_itself() -> None:
    assert looped(corrected=True) == pytest.approx(1, abs=0.1)


def test_without_the_correction_attention_feeds_on_itself() -> None:
    assert looped(corrected=False) > 1.5
