"""A mail server that delivers to a folder: every mail is a file, and can be read over HTTP as JSON."""

import asyncio
import re
import secrets
import time
from collections.abc import AsyncIterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Annotated, Any

import typer
from aiohttp import web
from aiosmtpd.smtp import SMTP

from deploy.local.ports import HOST

_LARGEST = 10_000_000
_ID = re.compile(r"\d{20}-[0-9a-f]{6}")


class Mailbox:
    """Mails in a folder, oldest first; the name of a file is the id of its mail."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def keep(self, content: bytes) -> str:
        """Store a mail whole and return its id; ids sort by arrival."""
        name = f"{time.time_ns():020d}-{secrets.token_hex(3)}"
        draft = self._folder / f".{name}"
        draft.write_bytes(content)
        draft.replace(self._folder / f"{name}.eml")
        return name

    def ids(self) -> list[str]:
        """Return every id in order of arrival."""
        return sorted(path.stem for path in self._folder.glob("*.eml"))

    def read(self, name: str) -> EmailMessage | None:
        """Return a mail, None when there is none by that id."""
        path = self._folder / f"{name}.eml"
        if not _ID.fullmatch(name) or not path.exists():
            return None
        return message_from_bytes(path.read_bytes(), policy=policy.default)

    def empty(self) -> int:
        """Remove every mail and return how many there were."""
        paths = list(self._folder.glob("*.eml"))
        for path in paths:
            path.unlink(missing_ok=True)
        return len(paths)


class Delivery:
    """What the SMTP side does with a mail that has been received whole."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox

    async def handle_DATA(self, _server: SMTP, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep the mail with its envelope's recipients, then acknowledge it."""
        recipients = ", ".join(envelope.rcpt_tos)
        header = f"X-Envelope-From: {envelope.mail_from}\r\nX-Envelope-To: {recipients}\r\n"
        name = self._mailbox.keep(header.encode() + envelope.content)
        return f"250 kept as {name}"


class Reading:
    """The HTTP side: GET /messages?to=&after=, GET /messages/{id}, DELETE /messages."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox
        self._summaries: dict[str, dict[str, Any]] = {}

    def app(self) -> web.Application:
        """Return the routes."""
        app = web.Application()
        app.router.add_get("/messages", self._all)
        app.router.add_get("/messages/{id}", self._one)
        app.router.add_delete("/messages", self._empty)
        return app

    async def _all(self, request: web.Request) -> web.Response:
        """List mails, all or those to an address or after an id; each is parsed once, since a mail never changes."""
        wanted, after = request.query.get("to", "").lower(), request.query.get("after", "")
        views = [self._listed(name) for name in self._mailbox.ids() if name > after]
        return web.json_response({"messages": [view for view in views if view and wanted in str(view["to"]).lower()]})

    def _listed(self, name: str) -> dict[str, Any]:
        if name not in self._summaries:
            mail = self._mailbox.read(name)
            if mail is None:
                return {}
            self._summaries[name] = _summary(name, mail)
        return self._summaries[name]

    async def _one(self, request: web.Request) -> web.Response:
        name = request.match_info["id"]
        mail = self._mailbox.read(name)
        if mail is None:
            return web.json_response({"error": "no such mail"}, status=404)
        return web.json_response(_summary(name, mail) | _content(mail))

    async def _empty(self, _: web.Request) -> web.Response:
        return web.json_response({"removed": self._mailbox.empty()})


def _summary(name: str, mail: EmailMessage) -> dict[str, Any]:
    headers = {"from": "From", "subject": "Subject", "date": "Date", "message_id": "Message-ID"}
    view: dict[str, Any] = {key: str(mail[header] or "") for key, header in headers.items()}
    return {"id": name, "to": str(mail["X-Envelope-To"] or mail["To"] or "")} | view


def _content(mail: EmailMessage) -> dict[str, Any]:
    text, page = mail.get_body(("plain",)), mail.get_body(("html",))
    return {
        "headers": {key: str(value) for key, value in mail.items()},
        "text": text.get_content() if text is not None else "",
        "html": page.get_content() if page is not None else "",
    }


async def _smtp_beside(_app: web.Application, mailbox: Mailbox, host: str, port: int) -> AsyncIterator[None]:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(Delivery(mailbox), data_size_limit=_LARGEST, enable_SMTPUTF8=True, hostname="local"), host, port
    )
    yield
    server.close()
    await server.wait_closed()


def main(
    *,
    folder: Annotated[Path, typer.Option()],
    port: Annotated[int, typer.Option()],
    smtp_port: Annotated[int, typer.Option()],
    host: str = HOST,
) -> None:
    """Serve until told to stop."""
    mailbox = Mailbox(folder)
    app = Reading(mailbox).app()
    app.cleanup_ctx.append(lambda started: _smtp_beside(started, mailbox, host, smtp_port))
    web.run_app(app, host=host, port=port, access_log=None, print=None)


if __name__ == "__main__":
    typer.run(main)
