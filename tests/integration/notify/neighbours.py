"""Everybody notify speaks to, on this machine: the issuer, reporting, networks, a mail server and a partner's hook."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

from aiohttp import web
from aiosmtpd.smtp import SMTP, Envelope, Session

from deploy.local.tokens import SigningKey


@dataclass
class Hook:
    """A partner's endpoint; `status` is what it answers."""

    status: int = 200
    posts: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return [headers["webhook-id"] for headers, _ in self.posts]


class Inbox:
    """What the mail server was handed."""

    def __init__(self) -> None:
        self.mails: list[tuple[str, Message]] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - its name
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails.append((envelope.rcpt_tos[0], message_from_bytes(content)))
        return "250 taken"


@dataclass
class Neighbours:
    """Where they are, and what they have seen."""

    folder: Path
    key: SigningKey
    hook: Hook = field(default_factory=Hook)
    inbox: Inbox = field(default_factory=Inbox)
    contacts: dict[str, dict[str, Any]] = field(default_factory=dict)
    port: int = 0
    smtp_port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def token(self, subject: str, **claims: Any) -> str:
        return self.key.token(issuer=self.url, subject=subject, claims=claims, seconds=600)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        app = web.Application()
        app.router.add_get("/jwks.json", self._keys)
        app.router.add_post("/token", self._token)
        app.router.add_get("/v1/contacts/{id}", self._contact)
        app.router.add_post("/hook", self._post)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.port = runner.addresses[0][1]
        loop = asyncio.get_running_loop()
        mail = await loop.create_server(lambda: SMTP(self.inbox, loop=loop), "127.0.0.1", 0)
        self.smtp_port = mail.sockets[0].getsockname()[1]
        try:
            yield
        finally:
            mail.close()
            await runner.cleanup()

    async def _keys(self, _: web.Request) -> web.Response:
        return web.json_response({"keys": [self.key.public_jwk()]})

    async def _token(self, _: web.Request) -> web.Response:
        token = self.token("service.notify", roles=["service.notify"])
        return web.json_response({"access_token": token, "token_type": "Bearer", "expires_in": 600})

    async def _contact(self, request: web.Request) -> web.Response:
        assert request.headers["authorization"].startswith("Bearer ")
        found = self.contacts.get(request.match_info["id"])
        return web.json_response(found) if found else web.json_response({}, status=404)

    async def _post(self, request: web.Request) -> web.Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.hook.posts.append((headers, await request.read()))
        return web.Response(status=self.hook.status)
