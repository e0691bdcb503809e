"""The labelled reports scored as a safeguarding lead would: hard fails none, floors kept."""

import pytest

from tests.corpus.labelled import DEVELOPMENT, Labelled, labelled_in
from tests.corpus.scoring import HARD_FAILS, floors, hard_fails

PARTS = (DEVELOPMENT,)


@pytest.fixture(scope="module", params=PARTS)
def reports(request: pytest.FixtureRequest) -> tuple[Labelled, ...]:
    return labelled_in(request.param)


@pytest.mark.parametrize("name", HARD_FAILS)
def test_what_may_never_happen_happens_to_no_report(reports: tuple[Labelled, ...], name: str) -> None:
    assert [report.id for report in hard_fails(reports)[name]] == []


def test_every_floor_is_kept(reports: tuple[Labelled, ...]) -> None:
    assert [measure for measure in floors(reports) if not measure.holds] == []


def test_no_report_is_labelled_twice(reports: tuple[Labelled, ...]) -> None:
    ids = [report.id for report in reports]

    assert len(set(ids)) == len(ids)
