"""A partner of the running stack: it reads streams and receives webhooks, whose signature it checks."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import aiohttp
from aiohttp import web
from standardwebhooks import Webhook

from tests.support.journey import Platform
from tests.support.sse import SseReader

STREAMS = "reports,escalations,engagements"


@dataclass
class Partner:
    """What a partner has seen: events by stream as they were written, and webhooks that are rightly signed."""

    platform: Platform
    name: str
    events: list[dict[str, Any]] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    hooked: list[dict[str, Any]] = field(default_factory=list)
    _secret: str = ""

    def types(self, report_id: UUID) -> list[str]:
        """Return the types of the events that it has seen about a report, in order."""
        mine = [event for event in self.events if event["data"].get("report_id") == str(report_id)]
        return [str(event["type"]) for event in mine]

    @asynccontextmanager
    async def listening(self, streams: str = STREAMS, **query: str) -> AsyncIterator[None]:
        """Read streams while the block runs, from now on where the query does not say otherwise."""
        url = f"{self.platform.stack.url('notify')}/v1/streams/{streams}"
        headers = {"Authorization": f"Bearer {self.platform.stack.token(self.name)}", "Accept": "text/event-stream"}
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=10)
        async with self.platform.session.get(url, headers=headers, params=query, timeout=timeout) as answer:
            assert answer.status == 200, await answer.text()
            reading = asyncio.create_task(self._read(answer))
            try:
                yield
            finally:
                reading.cancel()
                with contextlib.suppress(asyncio.CancelledError, aiohttp.ClientError):
                    await reading

    @asynccontextmanager
    async def receiving(self, streams: list[str]) -> AsyncIterator[None]:
        """Be registered for webhooks while the block runs."""
        app = web.Application()
        app.router.add_post("/hook", self._take_hook)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        hooks = f"{self.platform.stack.url('notify')}/v1/webhooks"
        wish = {"url": f"http://127.0.0.1:{runner.addresses[0][1]}/hook", "streams": streams}
        made = await self.platform.asked("POST", hooks, who=self.name, json=wish)
        assert made.status == 201, made.body
        self._secret = made.body["secret"]
        try:
            yield
        finally:
            removed = await self.platform.asked("DELETE", f"{hooks}/{made.body['id']}", who=self.name)
            assert removed.status == 204
            await runner.cleanup()

    async def _read(self, answer: aiohttp.ClientResponse) -> None:
        reader = SseReader()
        async for piece in answer.content.iter_any():
            self.raw += piece
            for event in reader.feed(piece):
                assert event.type == "message", event
                self.events.append(json.loads(event.data))

    async def _take_hook(self, request: web.Request) -> web.Response:
        body = await request.read()
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.hooked.append({"id": headers["webhook-id"], **Webhook(self._secret).verify(body, headers)})
        self.raw += body
        return web.Response(status=204)
