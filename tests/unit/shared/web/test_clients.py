"""API keys, rate limits, cursors and preconditions: what clients bring along."""

from typing import Annotated

import httpx
import pytest
from fastapi import APIRouter, Depends
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client import CollectorRegistry

from shared.runtime.health import Health
from shared.web.api_keys import ApiClient, ApiClientRecord, ApiClients, api_client, new_key, parse_key
from shared.web.app import create_app
from shared.web.paging import Cursors
from shared.web.preconditions import etag, if_match, stale
from shared.web.problem import ProblemError
from shared.web.rate_limit import RateLimiter, RatePolicy

SECRET = b"the same in every replica"


async def test_a_registered_client_is_known_by_its_key_the_public_passes_and_a_wrong_key_does_not() -> None:
    key = new_key("web-app")
    record = ApiClientRecord(id="web-app", name="The town's app", sha256=key.sha256, scopes=frozenset({"intake"}))
    router = APIRouter()

    @router.get("/who")
    async def who(client: Annotated[ApiClient | None, Depends(api_client)]) -> dict[str, str | None]:
        return {"id": client.id if client and client.may("intake") else None}

    app = create_app(service="s", routers=[router], problems={}, health=Health(), registry=CollectorRegistry())
    app.state.api_clients = ApiClients([record])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://s") as client:
        known = await client.get("/who", headers={"X-API-Key": key.text})
        public = await client.get("/who")
        wrong = [
            await client.get("/who", headers={"X-API-Key": text})
            for text in (new_key("web-app").text, new_key("other").text, key.text[:-1], "rubbish", "kith_web-app.")
        ]

    assert (known.json(), public.json()) == ({"id": "web-app"}, {"id": None})
    assert {answer.status_code for answer in wrong} == {401}
    assert all(answer.headers["content-type"] == "application/problem+json" for answer in wrong)


def test_a_key_reads_back_and_does_not_print_its_secret() -> None:
    key = new_key("web-app")

    assert parse_key(key.text) == key
    assert key.secret not in repr(key)
    assert key.secret not in key.sha256


@given(st.text(max_size=80))
def test_no_made_up_key_is_anybodys(text: str) -> None:
    clients = ApiClients([ApiClientRecord(id="a", name="A", sha256="0" * 64)])

    assert clients.identify(text) is None


def test_a_bucket_empties_says_when_to_come_back_and_fills_again() -> None:
    now = [0.0]
    limiter = RateLimiter(RatePolicy("public", quota=2, window_seconds=60), now=lambda: now[0])

    first, second, third = (limiter.take("client") for _ in range(3))
    now[0] += 30.0
    later = limiter.take("client")

    assert [first.allowed, second.allowed, third.allowed, later.allowed] == [True, True, False, True]
    assert third.headers == {
        "RateLimit-Policy": '"public";q=2;w=60',
        "RateLimit": '"public";r=0;t=30',
        "Retry-After": "30",
    }
    assert first.headers["RateLimit"] == '"public";r=1;t=0'
    assert "Retry-After" not in first.headers


def test_clients_do_not_share_a_bucket() -> None:
    limiter = RateLimiter(RatePolicy("public", quota=1, window_seconds=60), now=lambda: 0.0)

    assert limiter.take("one").allowed
    assert limiter.take("two").allowed
    assert not limiter.take("one").allowed


def test_the_oldest_of_too_many_clients_is_forgotten() -> None:
    limiter = RateLimiter(RatePolicy("public", quota=1, window_seconds=60), most_keys=100, now=lambda: 0.0)

    for number in range(1000):
        limiter.take(f"client-{number}")

    assert not limiter.take("client-999").allowed
    assert limiter.take("client-0").allowed


def test_a_refusal_names_the_policy_that_was_violated() -> None:
    limiter = RateLimiter(RatePolicy("public", quota=1, window_seconds=60), now=lambda: 0.0)
    limiter.check("client")

    with pytest.raises(ProblemError) as refused:
        limiter.check("client")

    assert refused.value.status == 429
    assert refused.value.type.endswith("#quota-exceeded")
    assert refused.value.extensions == {"violated-policies": ["public"]}
    assert refused.value.headers["Retry-After"] == "60"


@given(st.lists(st.text() | st.integers(-(2**63), 2**63 - 1), min_size=1, max_size=3))
def test_a_cursor_reads_back(position: list[str | int]) -> None:
    cursors = Cursors(SECRET, "cases")

    cursor = cursors.encode(*position)

    assert list(cursors.decode(cursor)) == position
    assert cursor.isascii()


@given(st.text(max_size=60) | st.binary(max_size=40).map(lambda raw: raw.hex()))
def test_a_made_up_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(ProblemError) as refused:
        Cursors(SECRET, "cases").decode(cursor)

    assert refused.value.status == 400


def test_one_listings_cursor_is_not_anothers() -> None:
    cursor = Cursors(SECRET, "cases").encode("2026-11-22", 7)

    with pytest.raises(ProblemError):
        Cursors(SECRET, "problems").decode(cursor)


@pytest.mark.parametrize(
    ("given_version", "status"),
    [(None, 428), ("7", 412), ('W/"7"', 412), ('"seven"', 412), ("*", 412), ('"8"', 412), ('"7"', 200)],
)
async def test_a_change_needs_the_version_it_is_based_on(given_version: str | None, status: int) -> None:
    router = APIRouter()

    @router.post("/close")
    async def close(version: Annotated[int, Depends(if_match)]) -> dict[str, str]:
        if version != 7:
            raise stale(7)
        return {"etag": etag(8)}

    app = create_app(service="s", routers=[router], problems={}, health=Health(), registry=CollectorRegistry())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://s") as client:
        answer = await client.post("/close", headers={"If-Match": given_version} if given_version else {})

    assert answer.status_code == status
    assert answer.headers.get("etag") == ('"7"' if given_version == '"8"' else None)
