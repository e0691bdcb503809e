import asyncio
from typing import Any

import httpx
import pytest

from tests.support.memory_store import MemoryDatabase
from tests.support.reporting import REPORT, WEB_KEY, Reporting, running_reporting

PARTNER = {"authorization": "Bearer partner:police"}
FAULTY = {"category": "nui.nonsense"}


async def batch(reporting: Reporting, *reports: Any, **headers: str) -> httpx.Response:
    return await reporting.http.post("/v1/reports:batch", json={"reports": list(reports)}, headers=headers or PARTNER)


async def test_all_are_stored_and_each_has_its_receipt() -> None:
    async with running_reporting() as reporting:
        answer = await batch(reporting, *(REPORT | {"text": f"report {number}"} for number in range(20)))
        results = answer.json()["results"]

        assert answer.status_code == 201
        assert {result["status"] for result in results} == {202}
        assert len({result["id"] for result in results}) == 20
        assert all(result["follow_up_secret"] and result["advice"] for result in results)
        assert await reporting.database.collection("reports").count({}) == 20


async def test_a_report_at_fault_keeps_no_other_from_being_stored() -> None:
    async with running_reporting() as reporting:
        answer = await batch(reporting, REPORT, FAULTY, "rubbish", REPORT | {"key": 7})
        statuses = [result["status"] for result in answer.json()["results"]]

        assert answer.status_code == 207
        assert statuses == [202, 422, 422, 422]
        assert answer.json()["results"][1]["problem"]["errors"][0]["pointer"] == "/category"


async def test_nothing_but_faults_is_400_and_nothing_but_an_outage_503() -> None:
    database = MemoryDatabase()
    async with running_reporting(database=database) as reporting:
        faults = await batch(reporting, FAULTY, FAULTY)
        database.faults.down = True
        outage = await batch(reporting, FAULTY, REPORT)
        database.faults.down = False

        assert (faults.status_code, outage.status_code) == (400, 503)


async def test_a_batch_sent_again_stores_nothing_again() -> None:
    async with running_reporting() as reporting:
        reports = [REPORT | {"key": "one"}, REPORT | {"key": "two"}, REPORT | {"key": "one"}]
        first, second = await asyncio.gather(batch(reporting, *reports), batch(reporting, *reports))

        ids = [[result["id"] for result in answer.json()["results"]] for answer in (first, second)]
        assert ids[0] == ids[1]
        assert len(set(ids[0])) == 2
        assert await reporting.database.collection("reports").count({}) == 2


@pytest.mark.parametrize("body", [{}, {"reports": []}, {"reports": {}}, [], {"reports": [REPORT] * 501}])
async def test_what_is_no_batch_is_refused_as_a_whole(body: Any) -> None:
    async with running_reporting() as reporting:
        answer = await reporting.http.post("/v1/reports:batch", json=body, headers=PARTNER)

        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == "/reports"


async def test_a_batch_needs_a_credential() -> None:
    async with running_reporting() as reporting:
        answers = [
            await batch(reporting, REPORT, accept="*/*"),
            await batch(reporting, REPORT, **{"x-api-key": "kith_web-client." + "x" * 43}),
            await batch(reporting, REPORT, **{"x-api-key": WEB_KEY.text}),
        ]

        assert [answer.status_code for answer in answers] == [401, 401, 201]


async def test_each_report_of_a_batch_counts_towards_its_sender_s_pace() -> None:
    async with running_reporting(limits={"known_reports": 5}) as reporting:
        first = await batch(reporting, *[REPORT] * 3)
        second = await batch(reporting, *[REPORT] * 3)

        assert (first.status_code, second.status_code) == (201, 429)
        assert await reporting.database.collection("reports").count({}) == 3
