from typing import Any

import pytest

from shared.contracts.triage import CaseDeescalated, CaseEscalated, CommunityDecision
from shared.runtime.ids import new_id
from tests.support.case_events import case_event, heard, opened
from tests.support.memory_store import Fault
from tests.support.reporting import NOON, REPORT, Reporting, running_reporting

OFFICER = {"authorization": "Bearer officer:anna"}
SUPERVISOR = {"authorization": "Bearer supervisor:sam"}
AUDITOR = {"authorization": "Bearer auditor:otto"}
PARTNER = {"authorization": "Bearer partner:pat"}
NOTIFY = {"authorization": "Bearer service.notify:notify"}
CONTACT = {"name": "Ada Planted", "email": "ada.planted@example.org"}
WITH_ALL = REPORT | {"contact": CONTACT, "location": {"lat": 53.6458, "lon": -1.785}}
ROUTES = ("", "/accesses", "/subject-access?party=reporter")


async def read(reporting: Reporting, report_id: str, headers: dict[str, str], route: str = "") -> Any:
    reporting.clock.forward(seconds=1)
    return await reporting.http.get(f"/v1/records/{report_id}{route}", headers=headers)


async def readings(reporting: Reporting, report_id: str) -> list[tuple[str, str, str | None]]:
    found = (await read(reporting, report_id, AUDITOR, "/accesses")).json()
    return [(entry["reader"], entry["what"], entry["why"]) for entry in found]


async def test_staff_read_words_and_the_exact_place_and_never_the_contact() -> None:
    async with running_reporting() as reporting:
        report_id = (await reporting.post(WITH_ALL)).json()["id"]
        answer = await read(reporting, report_id, OFFICER)

        assert answer.json()["text"] == REPORT["text"]
        assert answer.json()["location"] == {"lat": 53.6458, "lon": -1.785, "area_ref": None}
        assert "planted" not in answer.text.lower()
        assert answer.headers["cache-control"] == "no-store"
        assert await readings(reporting, report_id) == [("anna", "record", None)]


async def test_nobody_reads_what_cannot_be_written_down() -> None:
    async with running_reporting() as reporting:
        report_id = (await reporting.post(WITH_ALL)).json()["id"]
        for route, headers in (("", OFFICER), ("/subject-access?party=reporter", AUDITOR)):
            reporting.database.faults.plan(Fault("insert", collection="access_log"))
            answer = await read(reporting, report_id, headers, route)

            assert answer.status_code == 503
            assert REPORT["text"] not in answer.text


@pytest.mark.parametrize(
    ("route", "headers", "status"),
    [
        *((route, {}, 401) for route in ROUTES),
        *((route, PARTNER, 403) for route in ROUTES),
        *((route, NOTIFY, 403) for route in ROUTES),
        ("/accesses", OFFICER, 403),
        ("/accesses", SUPERVISOR, 403),
        ("/subject-access?party=reporter", SUPERVISOR, 403),
        ("/subject-access?party=somebody", AUDITOR, 422),
    ],
)
async def test_each_route_has_its_roles(route: str, headers: dict[str, str], status: int) -> None:
    async with running_reporting() as reporting:
        report_id = (await reporting.post(WITH_ALL)).json()["id"]

        assert (await read(reporting, report_id, headers, route)).status_code == status
        assert await reporting.database.collection("access_log").count({}) == 0


async def test_a_report_that_is_not_here_is_not_found_and_leaves_no_entry() -> None:
    async with running_reporting() as reporting:
        for route, headers in (("", OFFICER), ("/subject-access?party=reporter", AUDITOR)):
            assert (await read(reporting, str(new_id()), headers, route)).status_code == 404
        assert await reporting.database.collection("access_log").count({}) == 0


async def test_at_level_4_an_officer_says_why_and_is_written_down_with_it() -> None:
    async with running_reporting() as reporting:
        report_id = (await reporting.post(WITH_ALL)).json()["id"]
        moved = {
            "grade": "EMERGENCY",
            "due_at": NOON,
            "community": CommunityDecision(allowed=False),
            "reason_code": "x",
        }
        up = case_event(CaseEscalated, report_id, 2, level=4, previous_level=2, lead_role="police", **moved)
        down = case_event(CaseDeescalated, report_id, 3, level=3, previous_level=4, **moved)
        await heard(reporting, opened(report_id), up)
        refused = await read(reporting, report_id, OFFICER)
        explained = await read(reporting, report_id, OFFICER, "?why=visiting%20the%20family%20today")
        supervised = await read(reporting, report_id, SUPERVISOR)
        await heard(reporting, down)
        lowered = await read(reporting, report_id, OFFICER)

        assert refused.status_code == 403
        assert refused.json()["type"] == "/problems/reason-needed"
        assert [answer.status_code for answer in (explained, supervised, lowered)] == [200, 200, 200]
        assert await readings(reporting, report_id) == [
            ("anna", "record", "visiting the family today"), ("sam", "record", None), ("anna", "record", None),
        ]  # fmt: skip


async def test_a_reporter_is_given_everything_that_is_held_and_every_reading_without_names() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post(WITH_ALL)).json()
        await heard(reporting, opened(accepted["id"]))
        await read(reporting, accepted["id"], OFFICER)
        reporting.clock.forward(seconds=1)
        await reporting.http.get(f"/v1/contacts/{accepted['id']}", headers=NOTIFY)
        answer = await read(reporting, accepted["id"], AUDITOR, "/subject-access?party=reporter")
        export = answer.json()

        assert export["held"]["text"] == REPORT["text"]
        assert export["held"]["contact"] == CONTACT | {"phone": None, "language": None}
        assert export["held"]["location"]["lat"] == 53.6458
        assert [entry["status"] for entry in export["held"]["timeline"]] == ["received", "in_hand"]
        assert [(view["what"], view["roles"]) for view in export["views"]] == [
            ("record", ["officer"]), ("contact", ["service.notify"]), ("subject-access", ["auditor"]),
        ]  # fmt: skip
        assert "anna" not in answer.text


async def test_whoever_is_complained_about_learns_nothing_of_the_reporter() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post(WITH_ALL)).json()
        answer = await read(reporting, accepted["id"], AUDITOR, "/subject-access?party=complained_about")

        assert answer.json()["held"] is None
        assert answer.json()["withheld"]
        for planted in ("Planted", "planted", REPORT["text"], accepted["reference"], "53.64"):
            assert planted not in answer.text


async def test_an_export_after_an_erasure_shows_that_and_not_what_was_erased() -> None:
    async with running_reporting() as reporting:
        report_id = (await reporting.post(WITH_ALL)).json()["id"]
        asked = {"reason": "subject_request", "parts": ["contact", "place"]}
        await reporting.http.post(f"/v1/reports/{report_id}:erase", json=asked, headers=SUPERVISOR)
        held = (await read(reporting, report_id, AUDITOR, "/subject-access?party=reporter")).json()["held"]

        assert (held["contact"], held["location"]) == (None, None)
        assert [gone["parts"] for gone in held["removed"]] == [["contact", "place"]]
