import pytest

from shared.contracts.reporting import ReportSubmitted
from shared.contracts.vocabulary import CATEGORIES
from tests.support.memory_store import MemoryDatabase
from tests.support.reporting import WEB_KEY, Reporting, running_reporting

FORM = {"api_key": WEB_KEY.text, "service_code": "env.litter", "lat": "53.6", "long": "-1.7", "description": "Bags"}
URL = "/open311/v2/requests.json"


async def sent(reporting: Reporting, **changes: str) -> tuple[int, list[dict[str, object]]]:
    answer = await reporting.http.post(URL, data=FORM | changes)
    return answer.status_code, answer.json()


async def test_a_request_becomes_a_report() -> None:
    async with running_reporting() as reporting:
        status, body = await sent(reporting, first_name="Ada", last_name="L", email="ada@example.org")
        event = (await reporting.published("kith.reports.v1", 1))[0]

        assert status == 201
        assert str(body[0]["service_request_id"]).startswith("KTH-")
        assert "999" in str(body[0]["service_notice"])
        assert isinstance(event, ReportSubmitted)
        assert (event.intake.channel, event.intake.category, event.has_contact) == ("open311", "env.litter", True)


async def test_json_is_taken_too() -> None:
    async with running_reporting() as reporting:
        answer = await reporting.http.post(URL, json=FORM | {"lat": 53.6, "long": -1.7})

        assert answer.status_code == 201


async def test_a_private_kind_gets_no_number() -> None:
    async with running_reporting() as reporting:
        status, body = await sent(reporting, service_code="saf.child")

        assert status == 201
        assert "service_request_id" not in body[0]


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"api_key": ""}, 403),
        ({"api_key": "kith_web-client." + "x" * 43}, 403),
        ({"service_code": ""}, 400),
        ({"service_code": "potholes"}, 404),
        ({"lat": "", "long": ""}, 400),
        ({"lat": "north"}, 400),
        ({"lat": "95"}, 400),
        ({"long": ""}, 400),
        ({"description": "x" * 4001}, 400),
        ({"email": "nobody"}, 400),
    ],
)
async def test_errors_have_geo_report_s_form(changes: dict[str, str], status: int) -> None:
    async with running_reporting() as reporting:
        got, body = await sent(reporting, **changes)

        assert got == status
        assert body[0]["code"] == status
        assert body[0]["description"]


async def test_an_outage_has_geo_report_s_form_and_asks_to_come_back() -> None:
    database = MemoryDatabase()
    async with running_reporting(database=database) as reporting:
        database.faults.down = True
        answer = await reporting.http.post(URL, data=FORM)
        database.faults.down = False

        assert answer.status_code == 503
        assert answer.json()[0]["code"] == 503
        assert "retry-after" in answer.headers


async def test_a_bare_address_is_kept_with_the_words() -> None:
    async with running_reporting() as reporting:
        status, _ = await sent(reporting, lat="", long="", address_string="By the bridge")
        stored = [document async for document in reporting.database.collection("reports").find({})]

        assert status == 201
        assert stored[0]["text"] == "Bags\n\nWhere: By the bridge"


async def test_every_category_is_a_service() -> None:
    async with running_reporting() as reporting:
        services = (await reporting.http.get("/open311/v2/services.json")).json()

        assert {service["service_code"] for service in services} == set(CATEGORIES)
        assert {service["type"] for service in services} == {"realtime", "blackbox"}
