from collections import Counter
from typing import Any

import pytest

from shared.contracts.reporting import ReportSubmitted
from shared.contracts.vocabulary import CATEGORIES
from tests.support.memory_store import MemoryDatabase
from tests.support.open311 import BASE, FORM, check, decoded, got, needs_schemas, sent
from tests.support.reporting import WEB_KEY, running_reporting

BOTH = pytest.mark.parametrize("ending", ["json", "xml"])


@BOTH
async def test_a_request_becomes_a_report(ending: str) -> None:
    async with running_reporting() as reporting:
        status, body = await sent(reporting, ending, first_name="Ada", last_name="L", email="ada@example.org")
        event = (await reporting.published("kith.reports.v1", 1))[0]

        assert status == 201
        assert len(body) == 1
        assert body[0]["service_request_id"].startswith("KTH-")
        assert "token" not in body[0]
        assert "999" in body[0]["service_notice"]
        assert body[0]["account_id"] is None
        assert isinstance(event, ReportSubmitted)
        assert (event.intake.channel, event.intake.category, event.has_contact) == ("open311", "env.litter", True)


async def test_json_is_taken_too() -> None:
    async with running_reporting() as reporting:
        body = FORM | {"lat": 53.6, "long": -1.7, "attribute[WHEN]": "today"}
        answer = await reporting.http.post(f"{BASE}/requests.json", json=body)

        assert answer.status_code == 201


@BOTH
async def test_a_private_kind_gets_neither_number_nor_token(ending: str) -> None:
    async with running_reporting() as reporting:
        status, body = await sent(reporting, ending, service_code="saf.child")

        assert status == 201
        assert body[0].keys() == {"service_notice", "account_id"}


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"api_key": ""}, 403, "api_key"),
        ({"api_key": "kith_web-client." + "x" * 43}, 403, "api_key"),
        ({"jurisdiction_id": "elsewhere.example"}, 404, "jurisdiction_id"),
        ({"service_code": ""}, 400, "service_code"),
        ({"service_code": "potholes"}, 404, "service_code"),
        ({"lat": "", "long": ""}, 400, "lat"),
        ({"lat": "north"}, 400, "lat"),
        ({"lat": "NaN"}, 400, "lat"),
        ({"lat": "53,6"}, 400, "lat"),
        ({"lat": "95"}, 400, "lat"),
        ({"long": ""}, 400, "long"),
        ({"description": "x" * 4001}, 400, "description"),
        ({"email": "nobody"}, 400, "email"),
        ({"media_url": "file:///etc/passwd"}, 400, "media_url"),
        ({"attribute[WHEN]": "yesteryear"}, 400, "WHEN"),
        ({"attribute[REPEAT_COUNT]": "-1"}, 400, "REPEAT_COUNT"),
        ({"service_code": "nui.animal"}, 400, "INJURED"),
    ],
)
@BOTH
async def test_errors_have_geo_report_s_form(ending: str, changes: dict[str, str], status: int, said: str) -> None:
    async with running_reporting() as reporting:
        got_status, body = await sent(reporting, ending, **changes)

        assert got_status == status
        assert {error["code"] for error in body} == {status}
        assert said in body[0]["description"]


async def test_what_is_said_twice_could_mean_either_and_is_refused() -> None:
    async with running_reporting() as reporting:
        pairs = "&".join(f"{name}={value}" for name, value in FORM.items()) + "&lat=53.7"
        headers = {"content-type": "application/x-www-form-urlencoded"}
        answer = await reporting.http.post(f"{BASE}/requests.json", content=pairs, headers=headers)

        assert answer.status_code == 400
        assert "lat" in answer.text


@BOTH
async def test_an_outage_has_geo_report_s_form_and_asks_to_come_back(ending: str) -> None:
    database = MemoryDatabase()
    async with running_reporting(database=database) as reporting:
        database.faults.down = True
        answers = [
            await reporting.http.post(f"{BASE}/requests.{ending}", data=FORM),
            await reporting.http.get(f"{BASE}/requests.{ending}"),
        ]
        database.faults.down = False

        for answer in answers:
            assert answer.status_code == 503
            assert decoded(answer)[0]["code"] == 503
            assert "retry-after" in answer.headers


async def test_a_bare_address_is_kept_with_the_words() -> None:
    async with running_reporting() as reporting:
        status, _ = await sent(reporting, lat="", long="", address_string="By the bridge")
        stored = [document async for document in reporting.database.collection("reports").find({})]

        assert status == 201
        assert stored[0]["text"] == "Bags\n\nWhere: By the bridge"


async def test_answers_to_a_service_s_questions_are_the_intake_s_own_fields() -> None:
    questions: dict[str, Any] = {
        "attribute[WHEN]": "last_night",
        "attribute[ONGOING]": "no",
        "attribute[REPEAT_COUNT]": "3",
        "attribute[VULNERABILITY][]": ["carer", "isolated"],
        "attribute[INJURED][]": "no",
        "attribute[WHISPAWN]": "123456",
    }
    async with running_reporting() as reporting:
        status, _ = await sent(reporting, service_code="per.neighbour_dispute", **questions)
        stored = await reporting.database.collection("reports").find_one({})

        assert stored is not None
        assert status == 201
        intake = stored["intake"]
        assert (intake["when"], intake["ongoing"], intake["repeat_count"]) == ("last_night", False, 3)
        assert (intake["vulnerability"], intake["injured"]) == (["carer", "isolated"], "no")
        assert "WHISPAWN: 123456" in stored["text"]


@BOTH
async def test_discovery_leads_to_this_endpoint(ending: str) -> None:
    async with running_reporting() as reporting:
        answer = await reporting.http.get(f"/open311/discovery.{ending}")
        body = decoded(answer)

        assert body.keys() == {"changeset", "contact", "key_service", "endpoints"}
        assert body["endpoints"] == [
            {
                "specification": "http://wiki.open311.org/GeoReport_v2",
                "url": "http://kith.test/open311/v2",
                "changeset": body["changeset"],
                "type": "test",
                "formats": ["text/xml", "application/json"],
            }
        ]


@BOTH
async def test_every_category_is_a_service_and_private_where_it_is_about_people(ending: str) -> None:
    async with running_reporting() as reporting:
        _, services = await got(reporting, f"services.{ending}")

        assert [service["service_code"] for service in services] == list(CATEGORIES)
        types = {service["service_code"]: service["type"] for service in services}
        assert set(types.values()) == {"realtime", "batch", "blackbox"}
        assert types["saf.child"] == types["per.hate"] == types["com.isolation"] == "blackbox"
        private = {service["service_code"] for service in services if "private" in service["keywords"].split(", ")}
        assert private == {code for code, type_ in types.items() if type_ == "blackbox"}


@needs_schemas
@BOTH
async def test_services_and_their_definitions_meet_the_published_schemas(ending: str) -> None:
    async with running_reporting() as reporting:
        _, services = await got(reporting, f"services.{ending}")
        check("services.json", services)
        for code in ("env.litter", "nui.animal", "saf.child", "unk.unclear"):
            status, definition = await got(reporting, f"services/{code}.{ending}")
            assert status == 200
            check("service-definition.json", definition)
            orders = [attribute["order"] for attribute in definition["attributes"]]
            assert orders == list(range(1, len(orders) + 1))
            assert max(Counter(attribute["code"] for attribute in definition["attributes"]).values()) == 1


@BOTH
async def test_a_service_or_a_jurisdiction_that_does_not_exist_is_404(ending: str) -> None:
    async with running_reporting(open311={"jurisdictions": ["north.example", "south.example"]}) as reporting:
        unnamed = await got(reporting, f"services.{ending}")
        named = await got(reporting, f"services.{ending}", jurisdiction_id="south.example")
        elsewhere = await got(reporting, f"services.{ending}", jurisdiction_id="east.example")
        no_service = await got(reporting, f"services/potholes.{ending}", jurisdiction_id="south.example")
        posted = await sent(reporting, ending, jurisdiction_id="north.example")

        assert [unnamed[0], named[0], elsewhere[0], no_service[0], posted[0]] == [400, 200, 404, 404, 201]
        assert no_service[1] == [{"code": 404, "description": "service_code does not exist"}]


async def test_an_unknown_ending_is_not_there() -> None:
    async with running_reporting() as reporting:
        assert (await reporting.http.get(f"{BASE}/services.yaml")).status_code == 404


async def test_a_key_in_an_address_is_not_looked_at_and_so_never_needed_there() -> None:
    async with running_reporting() as reporting:
        form = {name: value for name, value in FORM.items() if name != "api_key"}
        in_address = await reporting.http.post(f"{BASE}/requests.json", params={"api_key": WEB_KEY.text}, data=form)
        in_header = await reporting.http.post(f"{BASE}/requests.json", headers={"x-api-key": WEB_KEY.text}, data=form)

        assert (in_address.status_code, in_header.status_code) == (403, 201)


async def test_a_method_that_is_not_there_is_told_all_that_are() -> None:
    async with running_reporting() as reporting:
        answer = await reporting.http.delete(f"{BASE}/requests.json")

        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, POST")
