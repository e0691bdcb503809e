"""Two partners that listen: both to streams of Server-Sent Events, one of them by webhook too."""

import asyncio
import base64
import binascii
import contextlib
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import orjson
from aiohttp import web

from deploy.demo.errors import DemoError
from deploy.demo.ledger import Ledger
from deploy.local.ports import HOST

STREAMS = "reports,escalations,engagements"
_PATH = "/kith-demo"
_HOOKED = ("kith.case.opened.v1", "kith.case.escalated.v1")
_PAUSE = 0.5
_QUIET_FOR = aiohttp.ClientTimeout(total=None, sock_connect=5, sock_read=60)

Told = Callable[[str, dict[str, Any]], None]
"""Hears the partner's name and the event as the partner got it."""


@dataclass(slots=True)
class Listener:
    """A partner's reader of streams: goes on where it was, whatever happens to the connection."""

    session: aiohttp.ClientSession
    notify: str
    name: str
    token: str
    ledger: Ledger
    told: Told
    cursor: str | None = None

    async def run(self) -> None:
        """Listen until cancelled."""
        self.ledger.streamed.setdefault(self.name, set())
        while True:
            with contextlib.suppress(aiohttp.ClientError, TimeoutError, ConnectionError):
                await self._listen()
            await asyncio.sleep(_PAUSE)

    async def _listen(self) -> None:
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "text/event-stream"}
        if self.cursor:
            headers["Last-Event-ID"] = self.cursor
        url = f"{self.notify}/v1/streams/{STREAMS}"
        async with self.session.get(url, headers=headers, timeout=_QUIET_FOR) as answer:
            answer.raise_for_status()
            self.cursor = answer.headers.get("X-Resumed-From", self.cursor)
            event: dict[str, str] = {}
            async for raw in answer.content:
                line = raw.decode().rstrip("\r\n")
                if line:
                    field, _, value = line.partition(":")
                    event[field] = value.removeprefix(" ")
                else:
                    self._take(event)
                    event = {}

    def _take(self, event: dict[str, str]) -> None:
        self.cursor = event.get("id", self.cursor)
        if event.get("event") == "gap":
            self.ledger.gaps += 1
        elif "data" in event:
            received = orjson.loads(event["data"])
            known = self.ledger.streamed[self.name]
            if received["id"] not in known:
                known.add(received["id"])
                self.told(self.name, received)


class Receiver:
    """A partner's own web server on this machine, which checks each signature before it believes a word."""

    def __init__(self, ledger: Ledger, told: Told) -> None:
        self._ledger = ledger
        self._told = told
        self._key = b""
        self._url = ""
        self._runner = web.AppRunner(self._app(), access_log=None)

    async def open(self) -> None:
        """Listen on a free port of this machine."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, 0)
        await site.start()
        self._url = f"http://{HOST}:{self._runner.addresses[0][1]}{_PATH}"

    async def register(self, session: aiohttp.ClientSession, notify: str, token: str) -> None:
        """Ask for webhooks to this receiver, in place of those of an earlier demo."""
        headers = {"Authorization": f"Bearer {token}"}
        hooks = f"{notify}/v1/webhooks"
        async with session.get(hooks, headers=headers) as answer:
            known = (await answer.json())["webhooks"]
        for hook in known:
            if hook["url"].endswith(_PATH):
                async with session.delete(f"{hooks}/{hook['id']}", headers=headers):
                    pass
        wish = {"url": self._url, "streams": ["escalations"], "types": list(_HOOKED)}
        async with session.post(hooks, headers=headers, json=wish) as answer:
            if answer.status != 201:  # noqa: PLR2004 - Created
                raise DemoError(f"the webhook was answered {answer.status}: {await answer.text()}")
            self._key = base64.b64decode((await answer.json())["secret"].removeprefix("whsec_"))

    async def close(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()

    def _app(self) -> web.Application:
        app = web.Application()
        app.router.add_post(_PATH, self._received)
        return app

    async def _received(self, request: web.Request) -> web.Response:
        body = await request.read()
        if not self._is_signed(request, body):
            self._ledger.hooks_refused += 1
            return web.Response(status=401)
        identifier = request.headers["webhook-id"]
        if identifier not in self._ledger.hooked:
            self._ledger.hooked.add(identifier)
            self._told("webhook", orjson.loads(body))
        return web.Response(status=204)

    def _is_signed(self, request: web.Request, body: bytes) -> bool:
        parts = (request.headers.get("webhook-id", ""), request.headers.get("webhook-timestamp", ""))
        signed = f"{parts[0]}.{parts[1]}.".encode() + body
        expected = hmac.digest(self._key, signed, hashlib.sha256)
        for given in request.headers.get("webhook-signature", "").split():
            try:
                if hmac.compare_digest(expected, base64.b64decode(given.removeprefix("v1,"))):
                    return True
            except (binascii.Error, ValueError):
                continue
        return False
