import asyncio
from uuid import UUID

import pytest

from shared.contracts.reporting import ReportSubmitted
from tests.support.memory_store import Fault, MemoryDatabase
from tests.support.reporting import REPORT, STRICT_KEY, WEB_KEY, running_reporting


async def test_a_report_is_accepted_with_all_that_its_reporter_needs() -> None:
    async with running_reporting() as reporting:
        answer = await reporting.post(REPORT | {"location": {"lat": 53.6458, "lon": -1.785}})

        body = answer.json()
        assert answer.status_code == 202
        assert body["reference"].startswith("KTH-")
        assert body["status_url"] == f"http://kith.test/v1/reports/{body['reference']}" == answer.headers["location"]
        assert body["advice"][0]["id"] == "danger-now"
        assert "999" in body["advice"][0]["text"]
        assert body["possible_duplicates"] == []
        assert body["follow_up_secret"]
        stored = await reporting.document(body["id"])
        assert stored["reference"] == body["reference"]
        assert stored["cell"]


async def test_the_event_says_what_happened_and_no_word_of_it() -> None:
    contact = {"name": "Ada Planted", "email": "ada@planted.example", "phone": "07700 900123"}
    async with running_reporting() as reporting:
        body = (await reporting.post(REPORT | {"text": "planted words", "contact": contact})).json()
        event = (await reporting.published("kith.reports.v1", 1))[0]

        assert isinstance(event, ReportSubmitted)
        assert event.report_id == UUID(body["id"]) == event.concern_id
        assert event.has_text
        assert event.has_contact
        record = reporting.bus.records("kith.reports.v1")[0]
        assert not [
            word for word in (b"lanted", b"900123") if word in (record.value or b"") + repr(record.headers).encode()
        ]
        assert "lanted" not in repr((await reporting.document(body["id"]))["contact"])


async def test_the_correlation_id_of_the_request_goes_on_with_the_event() -> None:
    mine = UUID("0190aaaa-0000-7000-8000-00000000c0de")
    async with running_reporting() as reporting:
        answer = await reporting.post(REPORT, x_correlation_id=str(mine))
        event = (await reporting.published("kith.reports.v1", 1))[0]

        assert answer.headers["x-correlation-id"] == str(mine)
        assert event.correlation_id == mine


async def test_danger_goes_to_the_urgent_topic_with_advice_in_the_same_answer() -> None:
    async with running_reporting() as reporting:
        body = (await reporting.post({"text": "he's got a knife outside the shop"})).json()

        event = (await reporting.published("kith.reports.urgent.v1", 1))[0]
        assert isinstance(event, ReportSubmitted)
        assert event.danger_signals == ("text.weapon",)
        assert [advice["id"] for advice in body["advice"]] == ["danger-now"]
        assert reporting.bus.records("kith.reports.v1") == []


async def test_a_hundred_equal_posts_at_once_are_one_report() -> None:
    async with running_reporting() as reporting:
        posts = [
            reporting.post(REPORT, idempotency_key='"one-and-the-same"', x_api_key=WEB_KEY.text) for _ in range(100)
        ]
        answers = await asyncio.gather(*posts)

        assert {answer.status_code for answer in answers} == {202}
        assert len({answer.content for answer in answers}) == 1
        assert sum("idempotent-replayed" in answer.headers for answer in answers) == 99
        assert await reporting.database.collection("reports").count({}) == 1


async def test_a_later_post_with_the_same_key_gets_the_same_answer_marked_as_replayed() -> None:
    async with running_reporting() as reporting:
        first = await reporting.post(REPORT, idempotency_key='"a"')
        second = await reporting.post(dict(reversed(REPORT.items())), idempotency_key="a")

        assert second.content == first.content
        assert second.headers["idempotent-replayed"] == "true"


async def test_the_same_key_with_another_body_is_refused() -> None:
    async with running_reporting() as reporting:
        await reporting.post(REPORT, idempotency_key='"a"')
        answer = await reporting.post(REPORT | {"text": "something else"}, idempotency_key='"a"')

        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"


async def test_a_key_belongs_to_the_client_that_sent_it() -> None:
    async with running_reporting() as reporting:
        first = await reporting.post(REPORT, idempotency_key="k", x_api_key=WEB_KEY.text)
        second = await reporting.post(REPORT, idempotency_key="k", x_api_key=STRICT_KEY.text)

        assert first.json()["id"] != second.json()["id"]


@pytest.mark.parametrize("key", ["", '""', "x" * 256, '"unclosed', "tw o", "ü"])
async def test_a_malformed_key_is_refused(key: str) -> None:
    async with running_reporting() as reporting:
        answer = await reporting.http.post("/v1/reports", json=REPORT, headers={b"idempotency-key": key.encode()})

        assert answer.status_code == 400


async def test_only_a_client_that_promised_a_key_is_refused_without_one() -> None:
    async with running_reporting() as reporting:
        assert (await reporting.post(REPORT, x_api_key=STRICT_KEY.text)).status_code == 400
        assert (await reporting.post(REPORT)).status_code == 202


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"x_api_key": "kith_web-client." + "x" * 43}, 401),
        ({"x_api_key": ""}, 401),
        ({"authorization": "Bearer nonsense"}, 401),
        ({"authorization": "Basic abc"}, 401),
        ({"authorization": "Bearer service.notify:notify"}, 403),
        ({"authorization": "Bearer officer:anna"}, 202),
        ({"authorization": "Bearer partner:police"}, 202),
        ({"x_api_key": WEB_KEY.text}, 202),
    ],
)
async def test_a_wrong_credential_is_never_taken_for_none(headers: dict[str, str], status: int) -> None:
    async with running_reporting() as reporting:
        assert (await reporting.post(REPORT, **headers)).status_code == status


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"category": "nui.nonsense"}, "/category"),
        ({"colour": "red"}, "/colour"),
        ({"repeat_count": 1_000_000}, "/repeat_count"),
        ({"repeat_count": "2"}, "/repeat_count"),
        ({"repeat_count": 1.5}, "/repeat_count"),
        ({"ongoing": "yes"}, "/ongoing"),
        ({"people_involved": -1}, "/people_involved"),
        ({"text": "x" * 10_001}, "/text"),
        ({"text": 7}, "/text"),
        ({"location": {"lat": 91, "lon": 0}}, "/location/lat"),
        ({"location": {"lat": 53}}, "/location/lon"),
        ({"location": {"lat": 53, "lon": 0, "alt": 1}}, "/location/alt"),
        ({"contact": {"email": "nobody"}}, "/contact/email"),
        ({"vulnerability": ["rich"]}, "/vulnerability/0"),
        ({"text": " ", "category": None}, "/text"),
    ],
)
async def test_a_fault_is_named_by_its_field(change: dict[str, object], pointer: str) -> None:
    async with running_reporting() as reporting:
        answer = await reporting.post(REPORT | change)

        assert answer.status_code == 422
        assert pointer in [error["pointer"] for error in answer.json()["errors"]]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"\xff\xfe",
        b'{"text":"a","text":"b"}',
        b'{"text":' + b"[" * 99 + b"]" * 99 + b"}",
    ],
)
async def test_rubbish_is_a_problem_and_never_a_fault_of_ours(body: bytes) -> None:
    async with running_reporting() as reporting:
        answer = await reporting.http.post("/v1/reports", content=body, headers={"content-type": "application/json"})

        assert answer.status_code in {400, 422}
        assert answer.headers["content-type"] == "application/problem+json"


async def test_every_field_of_the_intake_is_taken() -> None:
    everything = {
        "channel": "app", "category": "per.hate", "when": "now", "where_kind": "street", "ongoing": True,
        "repeat_count": 3, "previous_reports": 2, "previous_action": "some", "people_involved": 4,
        "reporter_role": "victim", "reporter_age_band": "25_64", "vulnerability": ["carer", "isolated"],
        "targeted": "yes", "hate_perceived": "yes", "injured": "no", "weapon": "no", "getting_worse": "yes",
        "impact": "severe", "support_network": "few", "children_present": "no", "safe_contact": "text_only",
        "share_with_community": "no", "text": "words", "area_ref": "E01011004", "location": {"lat": 1, "lon": 2.5},
        "contact": {"name": "A", "email": "a@b.example", "phone": "1", "language": "pl"},
    }  # fmt: skip
    async with running_reporting() as reporting:
        answer = await reporting.post(everything)

        assert answer.status_code == 202, answer.text
        stored = await reporting.document(answer.json()["id"])
        assert stored["intake"]["vulnerability"] == ["carer", "isolated"]
        assert stored["areas"] == []


async def test_the_public_is_limited_by_address_and_told_what_to_do_in_danger() -> None:
    async with running_reporting(limits={"public_reports": 2}) as reporting:
        answers = [await reporting.post() for _ in range(3)]
        with_a_key = await reporting.post(REPORT, x_api_key=WEB_KEY.text)

        assert [answer.status_code for answer in answers] == [202, 202, 429]
        assert "retry-after" in answers[2].headers
        assert "999" in answers[2].json()["detail"]
        assert with_a_key.status_code == 202


async def test_an_unknown_outcome_is_not_acknowledged_and_a_retry_gives_one_report() -> None:
    database = MemoryDatabase()
    async with running_reporting(database=database) as reporting:
        database.faults.plan(Fault("insert_each", after_effect=True, collection="reports"))
        refused = await reporting.post(REPORT, idempotency_key='"retry"')
        retried = await reporting.post(REPORT, idempotency_key='"retry"')

        assert refused.status_code == 503
        assert "retry-after" in refused.headers
        assert "999" in refused.json()["detail"]
        assert retried.status_code == 202
        assert await database.collection("reports").count({}) == 1
