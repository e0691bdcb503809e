"""Bodies are bounded in size and time, of a known type, and strict JSON before a route sees them."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from prometheus_client import CollectorRegistry
from starlette.types import Message, Receive, Scope, Send

from shared.observability.metrics import HttpMetrics
from shared.web.body_guard import BodyGuard, BodyLimits
from tests.unit.shared.web.sample import Api


async def _chunks(count: int) -> AsyncIterator[bytes]:
    for _ in range(count):
        yield b" " * 1024


@pytest.mark.parametrize("media", ["text/plain", "application/xml", "", "multipart/form-data; boundary=x", "json"])
async def test_another_media_type_is_refused(api: Api, media: str) -> None:
    answer = await api.send(b'{"text":"x"}', media=media)

    assert answer.status_code == 415


@pytest.mark.parametrize(
    "media", ["application/json", "Application/JSON; charset=UTF-8", "application/cloudevents+json"]
)
async def test_json_by_any_of_its_names_is_taken(api: Api, media: str) -> None:
    answer = await api.send(b'{"text":"x"}', media=media)

    assert answer.status_code == 200


async def test_json_in_another_encoding_is_refused(api: Api) -> None:
    answer = await api.send('{"text":"é"}'.encode("latin-1"), media="application/json; charset=iso-8859-1")

    assert answer.status_code == 415


async def test_a_form_is_taken_where_forms_are(api: Api) -> None:
    allowed = await api.send(b"a=1", path="/v1/form", media="application/x-www-form-urlencoded")
    elsewhere = await api.send(b"a=1", media="application/x-www-form-urlencoded")

    assert (allowed.status_code, elsewhere.status_code) == (200, 415)


async def test_a_large_body_is_refused_by_its_announced_length(api: Api) -> None:
    answer = await api.send(b'{"text":"' + b"x" * 5000 + b'"}')

    assert answer.status_code == 413
    assert "4096" in answer.json()["detail"]


async def test_a_large_body_is_refused_when_it_arrives_in_pieces(api: Api) -> None:
    answer = await api.client.post("/v1/raw", content=_chunks(10), headers={"Content-Type": "application/json"})

    assert answer.status_code == 413


async def test_a_body_in_pieces_is_read_whole(api: Api) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b'{"text"'
        yield b':"x"}'

    answer = await api.client.post("/v1/intakes/1", content=pieces(), headers={"Content-Type": "application/json"})

    assert answer.json()["text"] == "x"


async def test_a_duplicate_key_is_refused_before_any_route_sees_it(api: Api) -> None:
    answer = await api.send(b'{"text":"x","text":"y"}')

    assert answer.status_code == 400
    assert answer.json()["errors"] == [{"pointer": "/text", "detail": "is given more than once"}]


async def test_a_route_that_reads_its_own_body_is_as_strict(api: Api) -> None:
    answer = await api.send(b'{"text":"x","text":"y"}', path="/v1/raw")

    assert answer.status_code == 400


async def test_a_client_that_leaves_in_mid_body_is_not_answered() -> None:
    sent = await _through_guard(
        [{"type": "http.request", "body": b"{", "more_body": True}, {"type": "http.disconnect"}]
    )

    assert sent == []


async def test_a_body_that_does_not_arrive_in_time_is_given_up() -> None:
    sent = await _through_guard([{"type": "http.request", "body": b"{", "more_body": True}], seconds=0.01)

    assert sent[0]["status"] == 408


async def _through_guard(arriving: list[Message], *, seconds: float = 1.0) -> list[Message]:
    sent: list[Message] = []
    waiting = list(arriving)

    async def receive() -> Message:
        if waiting:
            return waiting.pop(0)
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    async def route(_: Scope, __: Receive, ___: Send) -> None:
        raise AssertionError("the route was reached")

    scope: Scope = {
        "type": "http",
        "method": "POST",
        "path": "/",
        "headers": [(b"content-type", b"application/json"), (b"transfer-encoding", b"chunked")],
    }
    await BodyGuard(route, BodyLimits(seconds=seconds), HttpMetrics(CollectorRegistry()))(scope, receive, send)
    return sent
