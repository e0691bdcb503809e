from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.reporting.domain.mailbox import MOST_MESSAGES
from services.reporting.domain.status import Fact, Happening, Status, disputed, progress_of
from shared.contracts.reporting import ReportDisputed, ReportMessaged, ReportSubmitted
from shared.contracts.triage import CaseClosed, CaseReopened
from shared.runtime.ids import new_id
from tests.support.case_events import case_event, heard, opened
from tests.support.memory_store import Fault
from tests.support.reporting import NOON, REPORT, Reporting, running_reporting

OFFICER = {"authorization": "Bearer officer:anna"}
TRIAGE = {"authorization": "Bearer service.triage:triage"}
SUPERVISOR = {"authorization": "Bearer supervisor:sam"}
NOTIFY = {"authorization": "Bearer service.notify:notify"}
DANGER = "he is at the door with a knife right now"


def secret_of(accepted: dict[str, Any]) -> dict[str, str]:
    return {"x-follow-up-secret": accepted["follow_up_secret"]}


async def write(reporting: Reporting, accepted: dict[str, Any], text: str, key: str | None = None) -> Any:
    reporting.clock.forward(seconds=1)
    headers = secret_of(accepted) | ({"idempotency-key": key} if key else {})
    path = f"/v1/reports/{accepted['reference']}/messages"
    return await reporting.http.post(path, json={"text": text}, headers=headers)


async def answer(reporting: Reporting, report_id: str, text: str, headers: dict[str, str] = OFFICER) -> Any:
    reporting.clock.forward(seconds=1)
    return await reporting.http.post(f"/v1/records/{report_id}/messages", json={"text": text}, headers=headers)


async def mailbox(reporting: Reporting, accepted: dict[str, Any]) -> list[tuple[str, str | None]]:
    found = await reporting.http.get(f"/v1/reports/{accepted['reference']}/messages", headers=secret_of(accepted))
    assert found.headers["cache-control"] == "no-store"
    return [(message["author"], message["text"]) for message in found.json()]


async def feedback(reporting: Reporting, accepted: dict[str, Any], **body: Any) -> Any:
    path = f"/v1/reports/{accepted['reference']}/feedback"
    return await reporting.http.post(path, json=body, headers=secret_of(accepted))


async def closed(reporting: Reporting, body: Any = REPORT, **details: Any) -> dict[str, Any]:
    accepted: dict[str, Any] = (await reporting.post(body)).json()
    await heard(
        reporting,
        opened(accepted["id"]),
        case_event(CaseClosed, accepted["id"], 9, **({"outcome": "resolved"} | details)),
    )
    return accepted


async def test_both_write_and_both_read() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        first = await write(reporting, accepted, "They are there again.")
        reporting.clock.forward(minutes=1)
        second = await answer(reporting, accepted["id"], "Thank you. Somebody comes by tonight.")
        staff = await reporting.http.get(f"/v1/records/{accepted['id']}/messages", headers=OFFICER)

        assert (first.status_code, second.status_code) == (201, 201)
        expected = [("reporter", "They are there again."), ("team", "Thank you. Somebody comes by tonight.")]
        assert await mailbox(reporting, accepted) == expected
        assert [(message["author"], message["text"]) for message in staff.json()] == expected
        assert "anna" not in second.text + str(await mailbox(reporting, accepted))
        log = reporting.database.collection("access_log").everything()
        assert [(entry["reader"], entry["what"]) for entry in log] == [("anna", "messages")]


async def test_words_of_a_message_stay_here_and_triage_fetches_them_by_its_id() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        message = (await write(reporting, accepted, "They are there again.")).json()
        _, event = await reporting.published("kith.reports.v1", 2)

        assert isinstance(event, ReportMessaged)
        assert (str(event.message_id), event.written_by, event.urgent) == (message["id"], "reporter", False)
        assert b"there again" not in b"".join(
            record.value or b"" for record in reporting.bus.records("kith.reports.v1")
        )
        asked = {"report_ids": [message["id"], accepted["id"], str(new_id())]}
        fetched = await reporting.http.post("/v1/narratives:fetch", json=asked, headers=TRIAGE)
        assert fetched.json()["narratives"] == {
            message["id"]: {"text": "They are there again."}, accepted["id"]: {"text": REPORT["text"]},
        }  # fmt: skip


async def test_a_message_that_tells_of_danger_is_answered_with_advice_and_goes_ahead_and_behind_its_report() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        told = await write(reporting, accepted, DANGER)
        (urgent,) = await reporting.published("kith.reports.urgent.v1", 1)
        _, behind = await reporting.published("kith.reports.v1", 2)

        assert told.json()["advice"][0]["id"] == "danger-now"
        assert isinstance(urgent, ReportMessaged)
        assert isinstance(behind, ReportMessaged)
        assert urgent.danger_signals
        assert urgent.danger_signals == behind.danger_signals
        assert urgent.message_id == behind.message_id
        assert urgent.event_id != behind.event_id


async def test_a_message_sent_again_under_its_key_is_one_message() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        answers = [await write(reporting, accepted, "Again.", key='"m1"') for _ in range(3)]
        other = await write(reporting, accepted, "Something else.", key='"m1"')

        assert len({answer.json()["id"] for answer in answers}) == 1
        assert other.status_code == 422
        assert await mailbox(reporting, accepted) == [("reporter", "Again.")]


async def test_a_mailbox_is_bounded() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        for number in range(MOST_MESSAGES):
            await write(reporting, accepted, f"message {number}")
        full = await write(reporting, accepted, "one more")

        assert full.status_code == 409
        assert full.json()["type"] == "/problems/mailbox-full"


@pytest.mark.parametrize("text", ["", "   ", "x" * 4_001, None])
async def test_a_message_has_words(text: str | None) -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        refused = await write(reporting, accepted, text)  # type: ignore[arg-type]

        assert refused.status_code == 422
        assert refused.json()["errors"][0]["pointer"] == "/text"


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "messages", {"text": "x"}),
        ("GET", "messages", None),
        ("POST", "feedback", {"settled": False}),
        ("DELETE", "contact", None),
    ],
)
async def test_without_the_report_s_own_secret_there_is_no_such_report(method: str, path: str, body: Any) -> None:
    async with running_reporting() as reporting:
        mine, other = (await reporting.post()).json(), (await reporting.post()).json()
        for headers in ({}, secret_of(other)):
            refused = await reporting.http.request(
                method, f"/v1/reports/{mine['reference']}/{path}", json=body, headers=headers
            )

            assert refused.status_code == 404
        assert reporting.database.collection("messages").everything() == []


@pytest.mark.parametrize(
    ("headers", "status"), [({}, 401), ({"authorization": "Bearer partner:pat"}, 403), (TRIAGE, 403), (OFFICER, 404)]
)
async def test_only_staff_answer_for_the_team(headers: dict[str, str], status: int) -> None:
    async with running_reporting() as reporting:
        assert (await answer(reporting, str(new_id()), "Hello.", headers)).status_code == status


async def test_somebody_who_must_not_be_contacted_still_has_a_mailbox() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post(REPORT | {"safe_contact": "none"})).json()
        await heard(reporting, opened(accepted["id"], contact_allowed=False))
        await answer(reporting, accepted["id"], "We have spoken to the landlord.")

        assert await mailbox(reporting, accepted) == [("team", "We have spoken to the landlord.")]
        assert (await reporting.http.get(f"/v1/contacts/{accepted['id']}", headers=NOTIFY)).status_code == 404


async def test_not_settled_within_the_window_takes_the_case_up_again_once() -> None:
    async with running_reporting() as reporting:
        accepted = await closed(reporting)
        reporting.clock.forward(days=13)
        answers = [await feedback(reporting, accepted, settled=False, text="Still every night.") for _ in range(3)]
        events = await reporting.published("kith.reports.v1", 3)

        assert [answer.json()["status"] for answer in answers] == ["in_hand"] * 3
        assert [type(event) for event in events] == [type(events[0]), ReportDisputed, ReportMessaged]
        assert await mailbox(reporting, accepted) == [("reporter", "Still every night.")]
        await heard(reporting, case_event(CaseReopened, accepted["id"], 20_000))
        assert (await feedback(reporting, accepted, settled=False)).json()["status"] == "in_hand"
        assert len(reporting.bus.records("kith.reports.v1")) == 3


async def test_a_second_closing_can_be_disputed_again() -> None:
    async with running_reporting() as reporting:
        accepted = await closed(reporting)
        reporting.clock.forward(days=1)
        await feedback(reporting, accepted, settled=False)
        await heard(
            reporting,
            case_event(CaseReopened, accepted["id"], 1_500),
            case_event(CaseClosed, accepted["id"], 1_600, outcome="no_further_action"),
        )
        reporting.clock.forward(days=1)
        await feedback(reporting, accepted, settled=False)

        disputes = [e for e in await reporting.published("kith.reports.v1", 3) if isinstance(e, ReportDisputed)]
        assert len({event.event_id for event in disputes}) == 2


async def test_after_the_window_the_refusal_says_why_and_what_to_do() -> None:
    async with running_reporting() as reporting:
        accepted = await closed(reporting)
        reporting.clock.forward(days=15)
        refused = await feedback(reporting, accepted, settled=False)

        assert refused.status_code == 409
        assert refused.json()["type"] == "/problems/too-late-to-dispute"
        for words in ("20 November 2026", "14 days", "new report"):
            assert words in refused.json()["detail"]


async def test_an_open_report_is_not_disputed_and_a_settled_one_stays_closed() -> None:
    async with running_reporting() as reporting:
        still_open, done = (await reporting.post()).json(), await closed(reporting)
        refused = await feedback(reporting, still_open, settled=False)
        thanks = await feedback(reporting, done, settled=True)

        assert (refused.status_code, refused.json()["type"]) == (409, "/problems/not-closed")
        assert thanks.json()["status"] == "resolved"
        assert [type(event) for event in await reporting.published("kith.reports.v1", 2)] == [ReportSubmitted] * 2


@pytest.mark.parametrize(
    ("details", "said"),
    [
        ({"outcome": "resolved"}, ["Our team", "settled"]),
        ({"outcome": "resolved", "agency": "housing"}, ["partner organisation", "settled"]),
        ({"outcome": "no_further_action"}, ["Our team", "not take it further"]),
    ],
)
async def test_every_closure_says_who_and_what_and_names_nobody(details: dict[str, Any], said: list[str]) -> None:
    async with running_reporting() as reporting:
        accepted = await closed(reporting, **details)
        status = await reporting.http.get(f"/v1/reports/{accepted['reference']}", headers=secret_of(accepted))

        message = status.json()["timeline"][-1]["message"]
        assert all(words in message for words in said)
        assert "14 days" in message
        assert "housing" not in message


async def test_a_reporter_takes_back_the_contact_and_nothing_can_be_sent() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post(REPORT | {"contact": {"email": "ada@example.org"}})).json()
        path = f"/v1/reports/{accepted['reference']}/contact"
        gone = [await reporting.http.delete(path, headers=secret_of(accepted)) for _ in range(2)]

        assert [answer.status_code for answer in gone] == [204, 204]
        assert (await reporting.http.get(f"/v1/contacts/{accepted['id']}", headers=NOTIFY)).status_code == 404


async def test_words_of_messages_go_with_an_erasure_and_with_the_one_that_came_meanwhile() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        await write(reporting, accepted, "Ring Ada Planted.")
        await answer(reporting, accepted["id"], "We rang Ada Planted.")
        asked = {"reason": "subject_request", "parts": ["messages"]}
        erased = await reporting.http.post(f"/v1/reports/{accepted['id']}:erase", json=asked, headers=SUPERVISOR)

        assert erased.status_code == 200
        assert await mailbox(reporting, accepted) == [("reporter", None), ("team", None)]
        assert "Planted" not in str(reporting.database.collection("messages").everything())
        assert "mailbox" not in await reporting.document(accepted["id"])


async def test_a_message_whose_storing_fails_is_not_acknowledged_and_can_be_sent_again() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        reporting.database.faults.plan(Fault("insert_absent", collection="messages", after_effect=True))
        failed = await write(reporting, accepted, "Again.", key="m1")
        repeated = await write(reporting, accepted, "Again.", key="m1")

        assert (failed.status_code, repeated.status_code) == (503, 201)
        assert await mailbox(reporting, accepted) == [("reporter", "Again.")]


@given(st.lists(st.sampled_from(list(Happening)), max_size=8))
def test_a_dispute_stands_until_the_next_closing_and_only_then(happenings: list[Happening]) -> None:
    facts = [Fact(UUID(int=i), NOON + timedelta(minutes=i), what) for i, what in enumerate(happenings)]
    closings = {Happening.CASE_RESOLVED, Happening.CASE_RESOLVED_BY_PARTNER, Happening.CASE_NOT_TAKEN_FURTHER}
    last = next((what for what in reversed(happenings) if what in closings | {Happening.REPORTER_DISPUTED}), None)

    assert disputed(facts) is (last is Happening.REPORTER_DISPUTED)
    if disputed(facts) and Happening.CASE_WITHDRAWN not in happenings:
        assert progress_of(NOON, facts).status is not Status.RESOLVED
