import asyncio
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from services.reporting.adapters.request_files import Wishes, read_requests
from services.reporting.application.importing import OrderUnclearError
from services.reporting.application.replaying import ReplayEvent, ReplayRow, Reply, replay
from shared.runtime.errors import TransientError
from tests.support.reporting import WEB_KEY, Reporting, running_reporting

GAINESVILLE = """id,request_type,description,status,created_at,closed_at,via_mobile,latitude,longitude
1,Graffiti,Tag on the wall.,Open,2017-09-11T08:00:00,,FALSE,29.6516,-82.3248
2,Noise Complaint,,Open,2017-09-11T08:00:30,,TRUE,29.6526,-82.3248
3,Pothole of a new kind,Content blocked by rejections,Open,2017-09-11T07:59:00,,TRUE,29.6506,-82.3248
4,Graffiti,Far away.,Open,2017-09-12T08:00:00,,FALSE,45.0,-82.3248
,Graffiti,No id.,Open,2017-09-12T08:00:00,,FALSE,29.65,-82.32
5,Graffiti,No time.,Open,,,FALSE,29.65,-82.32
"""
ST_LOUIS = """requestid,datetimeinit,probaddtype,callertype,problemcode,description,status,srx,sry
7,2018-01-01 00:48:30.0,A,WEB,Noise,Noise,OPEN,875854.877,998434.947
7,2018-01-01 00:48:30.0,A,WEB,Noise,Noise,OPEN,875854.877,998434.947
7,2018-01-01 00:48:30.0,A,WEB,Noise,Noise,CLOSED,875854.877,998434.947
NA,2018-01-01 00:48:30.0,A,WEB,Noise,Noise,CLOSED,875854.877,998434.947
"""
PUBLIC = Path(__file__).parents[4] / "shared/data/reports311"


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text)
    return file


class ToReporting:
    """Sends a replay into reporting in memory."""

    def __init__(self, reporting: Reporting, outages: int = 0) -> None:
        self.reporting = reporting
        self.outages = outages

    async def send(self, row: ReplayRow) -> Reply:
        if self.outages:
            self.outages -= 1
            raise TransientError("out")
        answer = await self.reporting.post(dict(row.body), idempotency_key=f'"{row.key}"', x_api_key=WEB_KEY.text)
        return Reply(answer.status_code, "idempotent-replayed" in answer.headers, answer.json())


def test_rows_become_reports_in_order_of_arrival(tmp_path: Path) -> None:
    rows, remarks = read_requests(written(tmp_path, "g.csv", GAINESVILLE), Wishes(day=date(2017, 9, 11), share="yes"))

    assert [row.row_id for row in rows] == ["3", "1", "2"]
    assert [row.body["category"] for row in rows] == ["unk.unclear", "env.graffiti", "env.noise_domestic"]
    assert ["text" in row.body for row in rows] == [False, True, False]
    assert {row.body["share_with_community"] for row in rows} == {"yes"}
    assert (remarks.without_id, remarks.without_time, remarks.without_words, remarks.of_unknown_type) == (1, 1, 2, 1)


def test_points_are_moved_as_they_lie_and_far_ones_are_dropped(tmp_path: Path) -> None:
    rows, remarks = read_requests(written(tmp_path, "g.csv", GAINESVILLE), Wishes(place_at=(53.6458, -1.785)))
    places = {row.row_id: row.body.get("location") for row in rows}

    assert places["3"] == {"lat": pytest.approx(53.6448, abs=2e-3), "lon": pytest.approx(-1.785, abs=1e-2)}
    assert places["4"] is None
    assert remarks.far_away == 1


def test_repeats_and_new_versions_are_told_apart(tmp_path: Path) -> None:
    rows, remarks = read_requests(written(tmp_path, "s.csv", ST_LOUIS), Wishes())

    assert len(rows) == 3
    assert len({row.key for row in rows}) == 2
    assert (remarks.repeated, remarks.conflicting, remarks.without_place, remarks.without_id) == (1, 1, 3, 1)
    assert any("conflict" in line for line in remarks.lines())


def test_a_file_of_no_known_layout_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OrderUnclearError):
        read_requests(written(tmp_path, "x.csv", "a,b\n1,2\n"), Wishes())


async def test_a_replay_makes_one_report_of_repeats_and_can_be_repeated(tmp_path: Path) -> None:
    rows, _ = read_requests(written(tmp_path, "s.csv", ST_LOUIS), Wishes())
    told: list[ReplayEvent] = []
    async with running_reporting() as reporting:
        first = await replay(rows, ToReporting(reporting, outages=1), 0, told.append)
        second = await replay(rows, ToReporting(reporting), 0, told.append)

        assert (first.accepted, first.replayed, first.refused, first.retries) == (2, 1, 0, 1)
        assert (second.accepted, second.replayed) == (0, 3)
        assert await reporting.database.collection("reports").count({}) == 2
        assert len(told) == 6


async def test_rows_are_sent_at_their_own_pace_times_the_speed(tmp_path: Path) -> None:
    rows, _ = read_requests(written(tmp_path, "g.csv", GAINESVILLE), Wishes(day=date(2017, 9, 11)))
    loop = asyncio.get_running_loop()
    sent: list[float] = []

    class Noting:
        async def send(self, row: ReplayRow) -> Reply:
            sent.append(loop.time())
            return Reply(202)

    began = loop.time()
    await replay(rows, Noting(), 600, lambda _: None)

    assert [round(at - began, 1) for at in sent] == [0.0, 0.1, pytest.approx(0.15, abs=0.06)]


@pytest.mark.skipif(not PUBLIC.exists(), reason=f"public data is not beside the project ({PUBLIC})")
@pytest.mark.parametrize(
    ("name", "day", "count", "remarks"),
    [
        ("gainesville-mygnv-2015_2020.csv", date(2017, 9, 11), 288, {}),
        ("stlouis-csb-2018-01.csv", None, 1554, {"repeated": 13, "conflicting": 9}),
    ],
)
def test_the_publishers_own_files_are_read(name: str, day: date | None, count: int, remarks: dict[str, int]) -> None:
    rows, told = read_requests(PUBLIC / name, Wishes(day=day))

    assert len(rows) == count
    assert {what: getattr(told, what) for what in remarks} == remarks
    assert _is_in_order(rows)


def _is_in_order(rows: Sequence[ReplayRow]) -> bool:
    return all(one.at <= other.at for one, other in pairwise(rows))
