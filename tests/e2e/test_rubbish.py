"""Whatever is sent to whichever route: the answer is a problem that names the field, never an error of ours."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import aiohttp
import pytest

from deploy.local.tokens import SigningKey
from tests.support.rubbish import JSON, Body, Route, malformed, routes, unfit
from tests.support.stack import RunningStack

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(400)]

SERVICES = ("reporting", "triage", "networks", "notify")
ROLES = [
    "officer", "supervisor", "coordinator", "partner", "auditor", "dash_trained",
    "service.reporting", "service.triage", "service.networks", "service.notify",
]  # fmt: skip
PROBLEM = "application/problem+json"
TOGETHER = 16
_BEFORE_THE_BODY = frozenset({401, 404})
"""Answers that come before a body is read: a hook without a signature, a thing that is not there."""
TAKEN = frozenset({"nothing", "a megabyte of nothing"})
"""What an operation that needs no body may be content with."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was answered to what."""

    route: str
    sent: Body
    status: int
    kind: str
    body: Any

    @property
    def pointers(self) -> list[str]:
        return [error["pointer"] for error in self.body.get("errors", ())] if isinstance(self.body, dict) else []


class Sender:
    """Sends as somebody with every role there is, or as nobody."""

    def __init__(self, stack: RunningStack, session: aiohttp.ClientSession) -> None:
        self._stack = stack
        self._session = session
        key = SigningKey.kept_in(stack.folder / "keys")
        claims = {"roles": ROLES, "agency": "police"}
        token = key.token(issuer=stack.url("issuer"), subject="everybody", claims=claims, seconds=3_600)
        self._insider = {"Authorization": f"Bearer {token}", "If-Match": '"1"'}
        self._room = asyncio.Semaphore(TOGETHER)

    async def interface(self, service: str) -> dict[str, Any]:
        async with self._session.get(f"{self._stack.url(service)}/openapi.json") as answer:
            return dict(await answer.json())

    async def all(self, service: str, routes: Iterable[Route], bodies: list[Body], *, insider: bool) -> list[Told]:
        sent = [self.one(service, route, body, insider=insider) for route in routes for body in bodies]
        return list(await asyncio.gather(*sent))

    async def one(self, service: str, route: Route, body: Body, *, insider: bool) -> Told:
        headers = dict(self._insider) if insider else {}
        if body.kind is not None:
            headers["Content-Type"] = body.kind
        url = f"{self._stack.url(service)}{route.path}"
        skip = ["Content-Type"] if body.kind is None else []
        async with (
            self._room,
            self._session.request(
                route.method, url, data=body.content, headers=headers, skip_auto_headers=skip
            ) as answer,
        ):
            text = await answer.text()
            told = json.loads(text) if text and answer.content_type.endswith("json") else text
            return Told(f"{route.method} {route.path}", body, answer.status, answer.content_type, told)


@pytest.fixture
async def sender(stack: RunningStack) -> AsyncIterator[Sender]:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=120)) as session:
        yield Sender(stack, session)


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("insider", [True, False], ids=["with every role", "with no credentials"])
async def test_rubbish_is_refused_as_a_problem(sender: Sender, service: str, *, insider: bool) -> None:
    there = routes(await sender.interface(service))
    bodies = [*malformed(), *unfit()]

    answers = await sender.all(service, there, bodies, insider=insider)

    assert there
    assert [told for told in answers if told.status >= 500] == []
    assert [told for told in answers if told.status >= 400 and not is_a_problem(told)] == []
    assert {told.sent.name for told in answers if told.status < 400} <= TAKEN


@pytest.mark.parametrize("service", SERVICES)
async def test_what_is_malformed_is_refused_with_its_place(sender: Sender, service: str) -> None:
    there = [route for route in routes(await sender.interface(service)) if not route.path.startswith("/open311/")]

    answers = await sender.all(service, there, list(malformed()), insider=True)

    assert {told.status for told in answers} == {400}
    unnamed = [told for told in answers if told.sent.pointer not in (None, *told.pointers) or not told.pointers]
    assert unnamed == []


@pytest.mark.parametrize("service", SERVICES)
async def test_a_field_of_the_wrong_type_is_named(sender: Sender, service: str) -> None:
    there = [route for route in routes(await sender.interface(service)) if route.schema.get("properties")]

    answers = [
        told
        for route in there
        for told in await sender.all(service, [route], list(route.wrongly_typed()), insider=True)
    ]

    read = [told for told in answers if told.status not in _BEFORE_THE_BODY]
    assert len(read) > len(answers) / 2
    assert {told.status for told in read} == {422}
    unnamed = [told for told in read if not any(p.startswith(told.sent.pointer or "?") for p in told.pointers)]
    assert unnamed == []


@pytest.mark.parametrize("service", SERVICES)
async def test_methods_and_addresses_that_are_not_there_are_problems(sender: Sender, service: str) -> None:
    paths = [path for path in (await sender.interface(service))["paths"] if "{" not in path]
    wrong = [Route(method, path, {}) for path in paths for method in ("DELETE", "PROPFIND", "TRACE")]
    strange = [
        "/v1",
        "/no/such",
        "/v1/%00",
        "/v1/%ff%fe",
        "/v1/" + "a" * 5_000,
        "//",
        "/v1/../v1",
        "/v1/reports/%2e%2e",
    ]
    strange += [f"/v1/{name}/{'x' * 300}" for name in ("cases", "assets", "webhooks", "engagements", "streams")]
    strange += [f"/v1/{name}?limit=x&cursor=%00&since=NaN" for name in ("cases", "assets", "streams/reports", "people")]
    strange += [f"/v1/{name}?limit={10**400}&cursor={'A' * 3_000}" for name in ("cases", "assets", "deliveries")]
    odd = [Route("GET", path, {}) for path in strange]

    answers = await sender.all(service, [*wrong, *odd], [Body("nothing", b"", None)], insider=True)

    assert [told for told in answers if told.status >= 500] == []
    assert [told for told in answers if told.status >= 400 and told.kind != PROBLEM] == []
    assert {told.status for told in answers if told.route.startswith("TRACE")} <= {404, 405}


async def test_the_page_behind_an_offer_s_link_takes_rubbish_calmly(sender: Sender) -> None:
    pages = [Route("POST", f"/offers/{token}/accept", {}) for token in (str(uuid4()), "a" * 4_000, "%00", "%ff")]

    answers = await sender.all("networks", pages, [*malformed(), *unfit()], insider=False)

    assert {told.status for told in answers} <= {400, 404, 413, 415}


def is_a_problem(told: Told) -> bool:
    """Open311 has a form of its own for errors, a list of codes and descriptions."""
    if told.kind == PROBLEM:
        return bool({"type", "title", "status"} <= told.body.keys() and told.body["status"] == told.status)
    if "/open311/" not in told.route:
        return False
    if told.kind == "text/xml":
        return "<errors><error><code>" in told.body
    return told.kind == JSON and all({"code", "description"} <= error.keys() for error in told.body)
