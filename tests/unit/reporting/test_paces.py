"""How fast reports may come, and what a flood costs (H8)."""

import httpx
import pytest

from shared.web.rate_limit import RateLimiter, RatePolicy
from tests.support.open311 import BASE, FORM, decoded
from tests.support.reporting import REPORT, WEB_KEY, Reporting, running_reporting


async def post_from(reporting: Reporting, address: str) -> httpx.Response:
    transport = httpx.ASGITransport(reporting.app, client=(address, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://kith.test") as http:
        return await http.post("/v1/reports", json=REPORT)


async def test_every_answer_tells_how_many_more_may_come() -> None:
    async with running_reporting(limits={"public_reports": 2, "known_reports": 3}) as reporting:
        public = [await reporting.post() for _ in range(3)]
        known = [await reporting.post(x_api_key=WEB_KEY.text) for _ in range(4)]

        assert [answer.status_code for answer in public] == [202, 202, 429]
        assert [answer.status_code for answer in known] == [202, 202, 202, 429]
        assert public[0].headers["ratelimit-policy"] == '"public-reports";q=2;w=60'
        assert [answer.headers["ratelimit"].split(";")[1] for answer in public] == ["r=1", "r=0", "r=0"]
        assert known[0].headers["ratelimit"].startswith('"reports";r=2;')
        assert known[3].json()["violated-policies"] == ["reports"]
        assert int(known[3].headers["retry-after"]) > 0
        assert "999" in known[3].json()["detail"]


@pytest.mark.parametrize("ending", ["json", "xml"])
async def test_open311_says_too_much_in_its_own_form(ending: str) -> None:
    async with running_reporting(limits={"known_reports": 1}) as reporting:
        url = f"{BASE}/requests.{ending}"
        answers = [await reporting.http.post(url, data=FORM) for _ in range(2)]

        assert [answer.status_code for answer in answers] == [201, 429]
        assert decoded(answers[1])[0]["code"] == 429
        assert "retry-after" in answers[1].headers


async def test_one_flood_leaves_other_addresses_open_and_a_network_is_one_address() -> None:
    async with running_reporting(limits={"public_reports": 1}) as reporting:
        statuses = [
            (await post_from(reporting, address)).status_code
            for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::ffff", "2001:db8:0:1::1")
        ]

        assert statuses == [202, 429, 202, 202, 429, 202]


async def test_a_flood_of_the_same_report_costs_no_storage() -> None:
    async with running_reporting(limits={"public_reports": 1000}) as reporting:
        for _ in range(300):
            await reporting.post(REPORT, idempotency_key='"the-same-report-again"')

        assert await reporting.database.collection("reports").count({}) == 1


def test_memory_is_bounded_whoever_comes() -> None:
    limiter = RateLimiter(RatePolicy("p", 1, 60), most_keys=100, now=lambda: 0.0)
    for number in range(10_000):
        limiter.take(str(number))

    assert limiter.remembered <= 100


def test_many_at_once_are_counted_all_or_none() -> None:
    limiter = RateLimiter(RatePolicy("p", 10, 10), now=lambda: 0.0)

    assert limiter.take("a", cost=8).allowed
    refused = limiter.take("a", cost=5)
    assert (refused.allowed, refused.remaining, refused.seconds_to_next) == (False, 2, 3)
    assert limiter.take("a", cost=2).allowed
