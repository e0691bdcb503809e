"""Notify as a process on real Kafka and a real store: mail, hooks and streams, a SIGKILL, and an orderly stop."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from standardwebhooks import Webhook

from services.notify.domain.cursor import positions_from
from shared.contracts.triage import CaseOpened
from shared.runtime.clock import SystemClock
from tests.integration.notify.world import World
from tests.support.notify import opened
from tests.support.sse import ServerSentEvent, SseReader

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]

POLICE: dict[str, Any] = {"roles": ["partner"], "agency": "police"}


def a_case_now(**changes: Any) -> CaseOpened:
    return opened(occurred_at=SystemClock().now(), **changes)


def has_contact(world: World, event: CaseOpened) -> None:
    world.neighbours.contacts[str(event.report_id)] = {
        "reference": "KTH-7F3K-9Q2M",
        "name": "Ada Planted",
        "email": "ada@planted.example",
        "phone": "07700 900123",
        "language": "en",
        "safe_contact": "any",
        "status_url": "https://kith.example/r/KTH-7F3K-9Q2M",
    }


@asynccontextmanager
async def streaming(
    client: httpx.AsyncClient, path: str, **headers: str
) -> AsyncIterator[AsyncIterator[ServerSentEvent]]:
    async with client.stream("GET", path, headers=headers) as answer:
        assert answer.status_code == 200, await answer.aread()
        reader = SseReader()

        async def events() -> AsyncIterator[ServerSentEvent]:
            async for piece in answer.aiter_raw():
                for event in reader.feed(piece):
                    yield event

        yield events()


async def registered(client: httpx.AsyncClient, world: World) -> dict[str, Any]:
    wish = {"url": f"{world.neighbours.url}/hook", "streams": ["escalations"]}
    answer = await client.post("/v1/webhooks", json=wish)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def listening(client: httpx.AsyncClient, world: World) -> None:
    """Wait until streams can be had: the end of the log has been found."""

    async def found() -> bool:
        async with client.stream("GET", "/v1/streams/escalations") as answer:
            return answer.status_code == 200

    await world.eventually(found, "the end of the log")


async def test_one_event_reaches_its_reporter_a_hook_and_a_stream_and_the_process_stops_in_order(world: World) -> None:
    process = await world.start()
    async with world.client(process, **POLICE) as client:
        hook = await registered(client, world)
        event = a_case_now()
        has_contact(world, event)
        await listening(client, world)
        async with streaming(client, "/v1/streams/escalations") as events:
            await world.publish(a_case_now(level=2), event)
            told = {json.loads((await anext(events)).data)["data"]["case_id"] for _ in range(2)}
            await world.eventually(lambda: _is(len(world.neighbours.hook.posts) == 2), "both posts")
            await world.eventually(lambda: _is(bool(world.neighbours.inbox.mails)), "the mail")
            metrics = (await client.get("/metrics")).text

            began = time.monotonic()
            stopping = asyncio.create_task(asyncio.to_thread(process.terminate))
            assert [one async for one in events] == []
            assert await stopping == 0
            assert time.monotonic() - began < 15

    assert str(event.case_id) in told
    for headers, body in world.neighbours.hook.posts:
        assert Webhook(hook["secret"]).verify(body, headers)
    ((address, mail),) = world.neighbours.inbox.mails
    assert address == "ada@planted.example"
    assert [part.get_content_type() for part in mail.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert mail["Subject"] == "A message from Kith"
    assert "kith_stream_clients 1.0" in metrics
    assert 'kith_webhook_attempts_total{outcome="delivered"} 2.0' in metrics
    assert not [word for word in ("lanted", "900123") if word in world.logs()]


async def _is(holds: bool) -> bool:  # noqa: FBT001 - what is polled for
    return holds


async def test_two_processes_deliver_once(world: World) -> None:
    first = await world.start()
    second = await world.start(NOTIFY_INSTANCE="two")
    async with world.client(first, **POLICE) as client:
        await registered(client, world)
    events = [a_case_now() for _ in range(60)]
    for event in events:
        has_contact(world, event)
    await world.publish(*events, *events)

    await world.eventually(lambda: _is(len(set(world.neighbours.hook.ids)) == 60), "every post")
    await world.eventually(lambda: _is(len(world.neighbours.inbox.mails) >= 60), "every mail")
    first.terminate()
    second.terminate()
    assert len(world.neighbours.hook.ids) == 60
    assert len(world.neighbours.inbox.mails) == 60


async def test_what_was_waiting_when_the_process_was_killed_is_sent_under_the_same_id(world: World) -> None:
    process = await world.start()
    world.neighbours.hook.status = 500
    async with world.client(process, **POLICE) as client:
        hook = await registered(client, world)
        events = [a_case_now() for _ in range(5)]
        await world.publish(*events)
        await world.eventually(lambda: _is(len(world.neighbours.hook.posts) >= 5), "the first tries")
        process.kill()

    failed = set(world.neighbours.hook.ids)
    world.neighbours.hook.posts.clear()
    world.neighbours.hook.status = 200
    for event in events:
        has_contact(world, event)
    again = await world.start()

    await world.eventually(lambda: _is(set(world.neighbours.hook.ids) == failed), "the same deliveries")
    assert len(failed) == 5
    async with world.client(again, **POLICE) as client:

        async def done() -> bool:
            found = (await client.get(f"/v1/webhooks/{hook['id']}/attempts")).json()["deliveries"]
            return {delivery["state"] for delivery in found} == {"delivered"} and len(found) == 5

        await world.eventually(done, "the log of attempts")
    assert len(world.neighbours.hook.ids) == 5


async def test_fifty_drops_on_a_real_log_lose_and_repeat_nothing(world: World) -> None:
    process = await world.start(NOTIFY_STREAMS__RING="150")
    async with world.client(process, **POLICE) as client:
        await listening(client, world)
        async with client.stream("GET", "/v1/streams/escalations") as answer:
            cursor = answer.headers["x-resumed-from"]
        published: list[str] = []
        got: list[str] = []
        for drop in range(50):
            events = [a_case_now() for _ in range(40)]
            published += [str(event.event_id) for event in events]
            await world.publish(*events)
            cursor = await _read(client, cursor, got, 1 + drop % 37)
        await _read(client, cursor, got, len(published) - len(got))

    assert len(got) == len(set(got)) == len(published)
    assert set(got) == set(published)


async def _read(client: httpx.AsyncClient, cursor: str, got: list[str], count: int) -> str:
    """Read so many events, coming back where the stream ends before, then drop the connection."""
    wanted = len(got) + count
    while len(got) < wanted:
        async with streaming(client, "/v1/streams/escalations", **{"Last-Event-ID": cursor}) as events:
            async for event in events:
                assert event.type == "message"
                assert positions_from(event.last_event_id)
                got.append(json.loads(event.data)["id"])
                cursor = event.last_event_id
                if len(got) >= wanted:
                    break
    return cursor


async def test_a_reader_that_does_not_read_is_cut_and_holds_up_nobody(world: World) -> None:
    process = await world.start(NOTIFY_STREAMS__PATIENCE_SECONDS="0.5")
    async with world.client(process, **POLICE) as client:
        await listening(client, world)
        reader, writer = await asyncio.open_connection("127.0.0.1", process.port, limit=1024)
        token = world.neighbours.token("slow", **POLICE)
        writer.write(
            f"GET /v1/streams/escalations HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\n\r\n".encode()
        )
        assert b"200" in await reader.readline()

        async with streaming(client, "/v1/streams/escalations") as events:
            for _ in range(60):
                batch = [a_case_now(areas=("E" * 900,)) for _ in range(200)]
                await world.publish(*batch)
                for _ in batch:
                    await anext(events)

            async def cut() -> bool:
                return 'kith_stream_endings_total{reason="too_slow"} 1.0' in (await client.get("/metrics")).text

            await world.eventually(cut, "the slow reader to be cut", within=20)
        writer.close()
