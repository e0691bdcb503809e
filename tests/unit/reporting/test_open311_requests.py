import asyncio
import re
from datetime import timedelta
from typing import Any

import pytest

from shared.contracts.networks import EngagementFoundUnsafe
from shared.contracts.triage import CaseClosed, CaseEscalated, CommunityDecision, FlagRaised
from tests.support.case_events import case_event, engagement, heard, opened
from tests.support.open311 import BASE, check, decoded, got, needs_schemas, report_id, sent
from tests.support.reporting import NOON, REPORT, WEB_KEY, Reporting, running_reporting

BOTH = pytest.mark.parametrize("ending", ["json", "xml"])
NOON_SAID = "2026-11-20T12:00:00Z"


async def listed(reporting: Reporting, number: int = 1, **changes: str) -> list[str]:
    """Post requests that are then opened at level 2, and return their numbers."""
    numbers = []
    for _ in range(number):
        status, body = await sent(reporting, **changes)
        assert status == 201
        numbers.append(body[0]["service_request_id"])
        id_ = await report_id(reporting, numbers[-1])
        await heard(reporting, opened(id_, category=changes.get("service_code", "env.litter")))
        reporting.clock.forward(seconds=1)
    return numbers


async def numbers(reporting: Reporting, **query: str) -> list[str]:
    status, body = await got(reporting, "requests.json", **query)
    assert status == 200, body
    return [request["service_request_id"] for request in body]


@BOTH
async def test_before_anybody_weighed_it_a_request_has_a_number_and_no_more(ending: str) -> None:
    async with running_reporting() as reporting:
        _, body = await sent(reporting)
        number = body[0]["service_request_id"]
        status, found = await got(reporting, f"requests/{number}.{ending}")

        assert status == 200
        assert (found[0]["status"], found[0]["service_code"]) == ("open", "env.litter")
        assert [found[0][name] for name in ("description", "lat", "long")] == [None, None, None]
        assert await numbers(reporting) == []


@needs_schemas
@BOTH
async def test_a_request_that_may_be_seen_meets_the_published_schema(ending: str) -> None:
    async with running_reporting() as reporting:
        await listed(reporting)
        _, found = await got(reporting, f"requests.{ending}", extensions="true")

        check("requests.json", found)
        assert found[0]["requested_datetime"] == NOON_SAID
        assert found[0]["description"] == "Bags"
        assert found[0]["lat"] != 53.6
        assert abs(found[0]["lat"] - 53.6) < 0.01
        assert found[0]["extended_attributes"]["group"] == "Surroundings"
        assert [note["type"] for note in found[0]["notes"]] == ["received", "in_hand"]


@BOTH
async def test_nothing_of_the_sender_is_ever_given_back(ending: str) -> None:
    planted: dict[str, Any] = {
        "first_name": "Planted", "last_name": "Planted", "email": "planted@example.org", "phone": "07700 900123",
        "device_id": "planted", "account_id": "planted", "address_string": "Planted Street", "address_id": "planted",
        "media_url": "http://planted.example/a.jpg",
    }  # fmt: skip
    async with running_reporting() as reporting:
        number = (await listed(reporting, **planted))[0]
        paths = [f"requests.{ending}", f"requests/{number}.{ending}", f"servicerequestupdates.{ending}"]
        answers = [await reporting.http.get(f"{BASE}/{path}?extensions=true") for path in paths]

        assert [answer.status_code for answer in answers] == [200, 200, 200]
        assert not [answer for answer in answers if re.search("planted|900123", answer.text, re.IGNORECASE)]


@pytest.mark.parametrize(
    ("code", "description"),
    [
        ("nui.rowdy_gathering", "The lads from number 12"),
        ("env.litter", "Ring me on 07700 900123"),
        ("env.litter", "it was dumped by sam@example.org"),
    ],
)
async def test_words_about_people_are_not_shown(code: str, description: str) -> None:
    async with running_reporting() as reporting:
        await listed(reporting, service_code=code, description=description)
        _, found = await got(reporting, "requests.json")

        assert found[0]["description"] is None


async def test_words_from_a_form_that_never_said_they_would_be_shown_are_not() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post(REPORT | {"category": "env.litter"})).json()
        await heard(reporting, opened(accepted["id"], category="env.litter"))
        _, found = await got(reporting, "requests.json")

        assert [found[0]["service_request_id"], found[0]["description"]] == [accepted["reference"], None]


SECOND_THOUGHTS: dict[str, Any] = {
    "escalated": lambda id_: case_event(
        CaseEscalated, id_, 2, level=3, previous_level=2, grade="PRIORITY", due_at=NOON, lead_role="officer",
        community=CommunityDecision(allowed=False), reason_code="new_evidence",
    ),
    "found unsafe": lambda id_: engagement(EngagementFoundUnsafe, id_, 2),
    "withdrawn": lambda id_: case_event(CaseClosed, id_, 2, outcome="withdrawn"),
}  # fmt: skip


@pytest.mark.parametrize("thought", SECOND_THOUGHTS)
@pytest.mark.parametrize("late", [False, True], ids=["in order", "out of order"])
async def test_what_is_found_to_be_more_is_seen_no_longer(thought: str, *, late: bool) -> None:
    async with running_reporting() as reporting:
        _, body = await sent(reporting)
        number = body[0]["service_request_id"]
        id_ = await report_id(reporting, number)
        events = [opened(id_, category="env.litter"), SECOND_THOUGHTS[thought](id_)]
        await heard(reporting, *(reversed(events) if late else events))

        assert await numbers(reporting) == []
        assert (await got(reporting, f"requests/{number}.json"))[0] == 404
        assert (await got(reporting, "servicerequestupdates.json"))[1] == []


@pytest.mark.parametrize(
    "details",
    [
        {"level": 3},
        {"category": "saf.child"},
        {"flags": (FlagRaised(flag="vulnerable", confidence="possible", blocking=True),)},
    ],
)
async def test_what_triage_finds_to_be_more_never_appears(details: dict[str, Any]) -> None:
    async with running_reporting() as reporting:
        _, body = await sent(reporting)
        number = body[0]["service_request_id"]
        await heard(reporting, opened(await report_id(reporting, number), **({"category": "env.litter"} | details)))

        assert await numbers(reporting) == []
        assert (await got(reporting, f"requests/{number}.json"))[0] == 404


@BOTH
async def test_a_request_that_has_to_be_weighed_first_is_found_by_its_token(ending: str) -> None:
    async with running_reporting() as reporting:
        _, body = await sent(reporting, ending, service_code="crime.vehicle-crime")
        token = body[0]["token"]
        _, before = await got(reporting, f"tokens/{token}.{ending}")
        await heard(reporting, opened(token, category="crime.vehicle-crime"))
        _, after = await got(reporting, f"tokens/{token}.{ending}")
        _, found = await got(reporting, f"requests/{after[0]['service_request_id']}.{ending}")
        nowhere = await got(reporting, f"tokens/nonsense.{ending}")

        assert "service_request_id" not in body[0]
        assert before == [{"token": token}]
        assert after[0].keys() == {"service_request_id", "token"}
        assert found[0]["service_code"] == "crime.vehicle-crime"
        assert nowhere == (404, [{"code": 404, "description": "token does not exist"}])


async def test_a_list_is_sifted_by_kind_status_and_time() -> None:
    async with running_reporting() as reporting:
        first, second = await listed(reporting, 2)
        third = (await listed(reporting, service_code="nui.parking"))[0]
        reporting.clock.forward(days=1)
        fourth = (await listed(reporting))[0]
        await heard(reporting, case_event(CaseClosed, await report_id(reporting, second), 90, outcome="resolved"))

        assert await numbers(reporting) == [first, second, third, fourth]
        assert await numbers(reporting, service_code="nui.parking,env.graffiti") == [third]
        assert await numbers(reporting, status="closed") == [second]
        assert await numbers(reporting, status="open,closed", service_code="env.litter") == [first, second, fourth]
        assert await numbers(reporting, start_date="2026-11-21T00:00:00+00:00") == [fourth]
        assert await numbers(reporting, start_date="2026-11-21T00:00:00 00:00") == [fourth]
        assert await numbers(reporting, end_date="2026-11-20T13:00:00+01:00") == [first]
        assert await numbers(reporting, updated_after="2026-11-20T13:00:00Z") == [second, fourth]
        assert await numbers(reporting, service_request_id=f"{third}, nonsense,{first}", status="closed") == [
            third,
            first,
        ]
        assert await numbers(reporting, colour="green", status="") == [first, second, third, fourth]


async def test_ninety_days_is_what_is_shown_unless_other_ninety_are_asked_for() -> None:
    async with running_reporting() as reporting:
        old = (await listed(reporting))[0]
        reporting.clock.forward(days=91)
        new = (await listed(reporting))[0]

        assert await numbers(reporting) == [new]
        assert await numbers(reporting, start_date="2026-11-01T00:00:00Z") == [old]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"start_date": "2026-01-01T00:00:00Z", "end_date": "2026-06-01T00:00:00Z"}, "90 days"),
        ({"start_date": "2026-11-02T00:00:00Z", "end_date": "2026-11-01T00:00:00Z"}, "later"),
        ({"start_date": "2026-11-01T00:00:00"}, "start_date"),
        ({"start_date": "2026-11-01"}, "start_date"),
        ({"end_date": "2026-02-30T00:00:00Z"}, "end_date"),
        ({"status": "ajar"}, "status"),
        ({"page": "0"}, "page"),
        ({"page_size": "1001"}, "page_size"),
        ({"page_size": "ten"}, "page_size"),
        ({"cursor": "nonsense"}, "cursor"),
    ],
)
@BOTH
async def test_a_query_that_cannot_be_understood_is_400(ending: str, query: dict[str, str], said: str) -> None:
    async with running_reporting() as reporting:
        status, body = await got(reporting, f"requests.{ending}", **query)

        assert status == 400
        assert body[0]["code"] == 400
        assert said in body[0]["description"]


async def test_pages_and_the_links_between_them_miss_nothing_and_repeat_nothing_while_more_arrives() -> None:
    async with running_reporting(limits={"public_reports": 2000}) as reporting:
        there = await listed(reporting, 30)
        by_page: list[str] = []
        for page in range(1, 5):
            by_page += await numbers(reporting, page=str(page), page_size="10")
            await listed(reporting, 5)
        by_link: list[str] = []
        url = f"{BASE}/requests.json?page_size=7&status=open"
        while url:
            answer = await reporting.http.get(url)
            by_link += [request["service_request_id"] for request in decoded(answer)]
            link = re.match("<(.*)>", answer.headers.get("link", ""))
            url = link.group(1) if link else ""
            if len(by_link) < 20:
                await listed(reporting, 5)

        assert by_page[:30] == by_link[:30] == there
        assert len(set(by_page)) == len(by_page)
        assert len(set(by_link)) == len(by_link) >= 50


@BOTH
async def test_what_happened_is_told_as_updates(ending: str) -> None:
    async with running_reporting() as reporting:
        number = (await listed(reporting))[0]
        await heard(reporting, case_event(CaseClosed, await report_id(reporting, number), 90, outcome="resolved"))
        reporting.clock.forward(days=1)
        _, updates = await got(reporting, f"servicerequestupdates.{ending}")
        again = await got(reporting, f"servicerequestupdates.{ending}", start_date=NOON_SAID)
        none = await got(reporting, f"servicerequestupdates.{ending}", end_date=NOON_SAID)

        assert [(update["service_request_id"], update["status"]) for update in updates] == [
            (number, "open"),
            (number, "closed"),
        ]
        assert updates[1]["updated_datetime"] == (NOON + timedelta(minutes=90)).strftime("%Y-%m-%dT%H:%M:%SZ")
        assert again[1] == updates
        assert none[1] == []


@BOTH
async def test_an_update_sent_again_is_one(ending: str) -> None:
    async with running_reporting() as reporting:
        number = (await listed(reporting))[0]
        update = {
            "api_key": WEB_KEY.text, "service_request_id": number, "update_id": "u-1", "status": "OPEN",
            "updated_datetime": NOON_SAID, "description": "He is back, with a knife.",
        }  # fmt: skip
        posts = [
            reporting.http.post(f"{BASE}/servicerequestupdates.{ending}", data=update | changes)
            for changes in ({}, {}, {"description": "The same, told otherwise."})
        ]
        answers = await asyncio.gather(*posts)
        events = await reporting.published("kith.reports.urgent.v1", 1)

        assert [(answer.status_code, decoded(answer)) for answer in answers] == [(201, [{"update_id": "u-1"}])] * 3
        assert await reporting.database.collection("reports").count({}) == 2
        assert events[0].partition_key == await report_id(reporting, number)
        assert await numbers(reporting) == [number]


@BOTH
async def test_an_update_that_says_too_little_is_told_all_that_is_missing(ending: str) -> None:
    async with running_reporting() as reporting:
        url = f"{BASE}/servicerequestupdates.{ending}"
        update = {"service_request_id": "KTH-0000-0000", "update_id": "u", "status": "open", "description": "d"}
        keyless = await reporting.http.post(url, data=update)
        bare = await reporting.http.post(url, data={"api_key": WEB_KEY.text})
        dated = update | {"api_key": WEB_KEY.text, "updated_datetime": NOON_SAID}
        unknown = await reporting.http.post(url, data=dated)

        assert [keyless.status_code, bare.status_code, unknown.status_code] == [403, 400, 404]
        assert len(decoded(bare)) == 5
