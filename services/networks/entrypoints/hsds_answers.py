"""How the feed answers: pages in either envelope, without nulls, with a tag by which a copy is known to be current."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from pydantic import BaseModel
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.networks.entrypoints.hsds_queries import PageQuery
from services.networks.entrypoints.hsds_views import HsdsPage, LegacyPage

_CACHING = {"Cache-Control": "public, max-age=60"}
_PREFLIGHT = {"Access-Control-Allow-Methods": "GET", "Access-Control-Allow-Headers": "*"}


@dataclass(frozen=True, slots=True)
class Cut:
    """Which part of a list a page holds, and how many items there are in all."""

    total: int
    page: int
    per_page: int

    @property
    def pages(self) -> int:
        """The number of pages; none where there is no item."""
        return -(-self.total // self.per_page)

    @property
    def held(self) -> slice:
        """The items of this page."""
        return slice((self.page - 1) * self.per_page, self.page * self.per_page)


def cut_of(items: Sequence[object], query: PageQuery) -> Cut:
    """Return the part of a list that a query asks for; beyond the end it is empty."""
    return Cut(len(items), query.page, query.per_page)


def hsds_page(cut: Cut, contents: Sequence[BaseModel]) -> HsdsPage[Any]:
    """Return a page in today's envelope."""
    return HsdsPage[Any](
        total_items=cut.total,
        total_pages=cut.pages,
        page_number=cut.page,
        size=len(contents),
        first_page=cut.page == 1,
        last_page=cut.page >= cut.pages,
        empty=not contents,
        contents=list(contents),
    )


def legacy_page(cut: Cut, contents: Sequence[BaseModel]) -> LegacyPage[Any]:
    """Return a page in the envelope of version 1.0."""
    return LegacyPage[Any](
        total_elements=cut.total,
        total_pages=cut.pages,
        number=cut.page,
        size=len(contents),
        first=cut.page == 1,
        last=cut.page >= cut.pages,
        empty=not contents,
        content=list(contents),
    )


def answered(request: Request, body: BaseModel) -> Response:
    """Return the answer, or 304 to somebody who holds the same already; either may be kept for a minute."""
    content = body.model_dump_json(exclude_none=True).encode()
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, **_CACHING}
    known = {held.strip().removeprefix("W/") for held in request.headers.get("if-none-match", "").split(",")}
    if known & {tag, "*"}:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(content, headers=headers, media_type="application/json")


def open_to_every_origin(app: FastAPI, prefix: str) -> FastAPI:
    """Return the application with what lies below a path open to pages of any site."""
    app.add_middleware(OpenToEveryOrigin, prefix=prefix)
    return app


class OpenToEveryOrigin:
    """Lets pages of any site read what lies below a path: every answer says so, errors and refusals included."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self._app = app
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request; a browser's question whether it may read is answered here."""
        if scope["type"] != "http" or not scope["path"].startswith(self._prefix):
            await self._app(scope, receive, send)
            return

        async def opened(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Access-Control-Allow-Origin"] = "*"
                headers["Access-Control-Expose-Headers"] = "ETag"
            await send(message)

        if scope["method"] == "OPTIONS":
            await Response(status_code=HTTPStatus.NO_CONTENT, headers=_PREFLIGHT)(scope, receive, opened)
        else:
            await self._app(scope, receive, opened)
