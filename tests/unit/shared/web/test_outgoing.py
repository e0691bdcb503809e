"""Calls to other servers: what is an outage, whose token goes along, and which ids."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from shared.observability.correlation import correlated, correlation_of
from shared.runtime.errors import TransientError
from shared.web.client import JsonClient
from shared.web.json_fetch import ServerUnavailableError, fetch_from
from shared.web.service_token import ServiceTokens


class Sibling:
    """A server that answers with what a test asks for, and keeps what it was sent."""

    def __init__(self) -> None:
        self.status, self.body = 200, b'{"ok":true}'
        self.seen: list[Mapping[str, str]] = []
        self.bodies: list[bytes] = []
        self.good_token: str | None = None

    async def answer(self, request: web.Request) -> web.Response:
        self.seen.append(request.headers)
        self.bodies.append(await request.read())
        if self.good_token and request.headers.get("Authorization") != f"Bearer {self.good_token}":
            return web.Response(status=401)
        return web.Response(status=self.status, body=self.body, headers={"Location": "http://elsewhere.example/"})


@asynccontextmanager
async def serving(sibling: Sibling, tokens: ServiceTokens | None = None) -> AsyncIterator[JsonClient]:
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", sibling.answer)
    async with TestServer(app) as server:
        client = JsonClient(str(server.make_url("/")), tokens=tokens, seconds=2.0)
        try:
            yield client
        finally:
            await client.stop()


class Issuer:
    """A token endpoint and its clock."""

    def __init__(self) -> None:
        self.now, self.grants, self.out = 0.0, 0, False

    async def grant(self) -> Mapping[str, Any]:
        if self.out:
            raise ServerUnavailableError("out")
        self.grants += 1
        return {"access_token": f"token-{self.grants}", "expires_in": 100}

    def tokens(self) -> ServiceTokens:
        return ServiceTokens("http://id.example/token", "me", "secret", grant=self.grant, now=lambda: self.now)


async def test_an_answer_comes_with_its_status() -> None:
    sibling = Sibling()
    async with serving(sibling) as client:
        found = await client.get("/v1/things", query={"a": "b c"})
        sibling.status, sibling.body = 404, b""
        missing = await client.post("/v1/things", {"a": 1})

    assert (found.status, found.body) == (200, {"ok": True})
    assert (missing.status, missing.body) == (404, None)
    assert sibling.bodies[1] == b'{"a":1}'


@pytest.mark.parametrize("status", [401, 403, 408, 429, 500, 502, 503])
async def test_what_may_be_better_next_time_is_an_outage(status: int) -> None:
    sibling = Sibling()
    sibling.status = status
    async with serving(sibling) as client:
        with pytest.raises(TransientError):
            await client.get("/v1/things")


@pytest.mark.parametrize("body", [b"<html>", b'{"cut":', b"\xff"])
async def test_half_an_answer_is_an_outage(body: bytes) -> None:
    sibling = Sibling()
    sibling.body = body
    async with serving(sibling) as client:
        with pytest.raises(TransientError):
            await client.get("/v1/things")


async def test_nobody_there_is_an_outage() -> None:
    client = JsonClient("http://127.0.0.1:1", seconds=2.0)

    with pytest.raises(TransientError):
        await client.get("/")
    with pytest.raises(TransientError):
        await fetch_from("http://127.0.0.1:1/jwks")()
    await client.stop()


async def test_a_redirect_is_not_followed() -> None:
    sibling = Sibling()
    sibling.status, sibling.body = 302, b""
    async with serving(sibling) as client:
        answer = await client.get("/v1/things")

    assert answer.status == 302


async def test_the_current_ids_go_along() -> None:
    sibling = Sibling()
    correlation = correlation_of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", None)
    async with serving(sibling) as client:
        with correlated(correlation):
            await client.get("/v1/things")

    assert sibling.seen[0]["traceparent"].split("-")[1] == "0af7651916cd43dd8448eb211c80319c"
    assert sibling.seen[0]["X-Correlation-ID"] == str(correlation.correlation_id)


async def test_a_token_that_is_refused_is_replaced_once() -> None:
    sibling, issuer = Sibling(), Issuer()
    sibling.good_token = "token-2"
    async with serving(sibling, issuer.tokens()) as client:
        answer = await client.get("/v1/things")

    assert answer.status == 200
    assert [headers["Authorization"] for headers in sibling.seen] == ["Bearer token-1", "Bearer token-2"]


async def test_a_token_is_kept_and_replaced_before_it_ends() -> None:
    issuer = Issuer()
    tokens = issuer.tokens()

    headers = [await tokens.header(), await tokens.header()]
    issuer.now = 81.0
    headers.append(await tokens.header())

    assert [header["Authorization"] for header in headers] == ["Bearer token-1", "Bearer token-1", "Bearer token-2"]


async def test_a_token_outlives_a_short_outage_of_its_issuer() -> None:
    issuer = Issuer()
    tokens = issuer.tokens()
    await tokens.header()
    issuer.out = True

    issuer.now = 90.0
    still_good = await tokens.header()
    issuer.now = 101.0
    with pytest.raises(TransientError):
        await tokens.header()

    assert still_good == {"Authorization": "Bearer token-1"}


async def test_a_token_is_granted_by_client_credentials() -> None:
    sibling = Sibling()
    sibling.body = b'{"access_token":"abc","expires_in":60}'
    app = web.Application()
    app.router.add_post("/token", sibling.answer)
    async with TestServer(app) as server:
        header = await ServiceTokens(str(server.make_url("/token")), "kith-triage", "hush").header()

    assert header == {"Authorization": "Bearer abc"}
    assert sibling.bodies == [b"grant_type=client_credentials&client_id=kith-triage&client_secret=hush"]
