import asyncio
from typing import Any
from uuid import UUID

import pytest

from shared.contracts.networks import EngagementAccepted, EngagementRecalled
from shared.contracts.reporting import ReportWithdrawn
from shared.contracts.triage import CaseAssigned, CaseClosed
from shared.runtime.ids import new_id
from tests.support.case_events import case_event, engagement, heard, opened
from tests.support.memory_store import Fault
from tests.support.reporting import REPORT, Reporting, running_reporting

TRIAGE = {"authorization": "Bearer service.triage:triage"}
NOTIFY = {"authorization": "Bearer service.notify:notify"}


async def status_of(reporting: Reporting, accepted: dict[str, Any]) -> dict[str, Any]:
    secret = {"x-follow-up-secret": accepted["follow_up_secret"]}
    answer = await reporting.http.get(f"/v1/reports/{accepted['reference']}", headers=secret)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_reporter_reads_what_became_of_it_and_nothing_else() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        fresh = await status_of(reporting, accepted)
        await heard(
            reporting,
            opened(accepted["id"]),
            case_event(CaseAssigned, accepted["id"], 2, level=3, owner_role="lead", agency="housing"),
        )
        later = await status_of(reporting, accepted)

        assert fresh["status"] == "received"
        assert later["status"] == "with_partner"
        assert set(later) == {"id", "reference", "status", "timeline", "advice"}
        assert [entry["status"] for entry in later["timeline"]] == ["received", "in_hand", "with_partner"]
        assert "housing" not in str(later)


async def test_status_follows_case_and_community_in_whatever_order_they_arrive() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        took = engagement(EngagementAccepted, accepted["id"], 5)
        await heard(reporting, took, opened(accepted["id"]), took)

        assert (await status_of(reporting, accepted))["status"] == "with_community"
        await heard(reporting, engagement(EngagementRecalled, accepted["id"], 6))
        assert (await status_of(reporting, accepted))["status"] == "in_hand"
        await heard(reporting, case_event(CaseClosed, accepted["id"], 7, outcome="resolved"))
        assert (await status_of(reporting, accepted))["status"] == "resolved"
        assert len((await reporting.document(accepted["id"]))["facts"]) == 4


async def test_an_event_about_a_report_that_is_not_here_is_passed_over() -> None:
    async with running_reporting() as reporting:
        await heard(reporting, opened(str(new_id())))

        assert await reporting.database.collection("reports").count({}) == 0


@pytest.mark.parametrize("secret", [None, "", "wrong", "ü"])
async def test_a_wrong_reference_and_a_wrong_secret_cannot_be_told_apart(secret: str | None) -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        headers = {} if secret is None else {b"x-follow-up-secret": secret.encode()}
        answers = [
            await reporting.http.get(f"/v1/reports/{reference}", headers=headers)
            for reference in (accepted["reference"], "KTH-0000-0000", "nonsense")
        ]

        assert {answer.status_code for answer in answers} == {404}
        assert len({answer.json()["detail"] for answer in answers}) == 1


async def test_one_report_s_secret_does_not_open_another() -> None:
    async with running_reporting() as reporting:
        one, other = (await reporting.post()).json(), (await reporting.post()).json()
        answer = await reporting.http.get(
            f"/v1/reports/{one['reference']}", headers={"x-follow-up-secret": other["follow_up_secret"]}
        )

        assert answer.status_code == 404


async def test_a_withdrawal_is_announced_once_after_its_report_on_the_same_topic() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post({"text": "he has a knife"})).json()
        path, secret = (
            f"/v1/reports/{accepted['reference']}/withdraw",
            {"x-follow-up-secret": accepted["follow_up_secret"]},
        )
        answers = await asyncio.gather(*(reporting.http.post(path, headers=secret) for _ in range(5)))
        events = await reporting.published("kith.reports.urgent.v1", 2)

        assert {answer.json()["status"] for answer in answers} == {"withdrawn"}
        assert [type(event).__name__ for event in events] == ["ReportSubmitted", "ReportWithdrawn"]
        assert isinstance(events[1], ReportWithdrawn)
        await heard(reporting, opened(accepted["id"]), case_event(CaseClosed, accepted["id"], 9, outcome="resolved"))
        assert (await status_of(reporting, accepted))["status"] == "withdrawn"


async def test_triage_fetches_words_in_a_batch_with_its_own_token() -> None:
    async with running_reporting() as reporting:
        with_words = (await reporting.post()).json()["id"]
        without = (await reporting.post({"category": "env.litter"})).json()["id"]
        asked = {"report_ids": [with_words, without, str(new_id())]}
        answer = await reporting.http.post("/v1/narratives:fetch", json=asked, headers=TRIAGE)

        assert answer.json() == {"narratives": {with_words: {"text": REPORT["text"]}}}
        assert (await reporting.http.post("/v1/narratives:fetch", json=asked)).status_code == 401
        assert (await reporting.http.post("/v1/narratives:fetch", json=asked, headers=NOTIFY)).status_code == 403
        too_many = {"report_ids": [str(new_id())] * 1001}
        assert (await reporting.http.post("/v1/narratives:fetch", json=too_many, headers=TRIAGE)).status_code == 422


async def test_notify_gets_a_contact_and_leaves_a_trace_of_it() -> None:
    contact = {"name": "Ada", "email": "ada@example.org", "language": "pl"}
    async with running_reporting() as reporting:
        accepted = (await reporting.post(REPORT | {"contact": contact, "safe_contact": "text_only"})).json()
        answer = await reporting.http.get(f"/v1/contacts/{accepted['id']}", headers=NOTIFY)

        assert answer.json() == contact | {
            "phone": None, "reference": accepted["reference"], "safe_contact": "text_only",
            "status_url": accepted["status_url"],
        }  # fmt: skip
        log = [entry async for entry in reporting.database.collection("access_log").find({})]
        assert [(entry["reader"], entry["what"], str(entry["report_id"])) for entry in log] == [
            ("notify", "contact", accepted["id"])
        ]
        assert (await reporting.http.get(f"/v1/contacts/{accepted['id']}", headers=TRIAGE)).status_code == 403


async def test_a_contact_that_was_not_given_or_was_erased_is_not_found() -> None:
    async with running_reporting() as reporting:
        without = (await reporting.post()).json()["id"]
        erased = (await reporting.post(REPORT | {"contact": {"phone": "1"}})).json()["id"]
        await reporting.database.collection("reports").update_one(
            {"_id": UUID(erased)}, {"$unset": {"contact.key": ""}}
        )

        for report_id in (without, erased, str(new_id())):
            assert (await reporting.http.get(f"/v1/contacts/{report_id}", headers=NOTIFY)).status_code == 404


async def test_a_contact_is_not_given_where_its_reading_cannot_be_written_down() -> None:
    async with running_reporting() as reporting:
        report_id = (await reporting.post(REPORT | {"contact": {"phone": "1"}})).json()["id"]
        reporting.database.faults.plan(Fault("insert", collection="access_log"))
        answer = await reporting.http.get(f"/v1/contacts/{report_id}", headers=NOTIFY)

        assert answer.status_code == 503
        assert "phone" not in answer.text
