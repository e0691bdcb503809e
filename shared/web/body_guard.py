"""Reads request bodies before a route does: bounded in size and time, of a known type, and strict JSON."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.observability.metrics import HttpMetrics
from shared.web.headers import header_of
from shared.web.problem import ProblemError
from shared.web.strict_json import MAX_DEPTH, read_json

_WITH_BODY = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class BodyLimits:
    """What bodies an application takes.

    `read_by_route` names paths whose route calls `read_json` itself, so that a body is not parsed twice; size, time
    and type are held all the same. `other_types` allows further media types below a path's beginning, `larger` bodies
    of more bytes.
    """

    max_bytes: int = 64 * 1024
    max_depth: int = MAX_DEPTH
    seconds: float = 20.0
    read_by_route: frozenset[str] = frozenset()
    other_types: Mapping[str, frozenset[str]] = field(default_factory=dict)
    larger: Mapping[str, int] = field(default_factory=dict)

    def bytes_for(self, path: str) -> int:
        """Return how large a body sent to this path may be."""
        return next((most for beginning, most in self.larger.items() if path.startswith(beginning)), self.max_bytes)


class BodyGuard:
    """Answers 400, 408, 413 or 415 for a body that no route should see."""

    def __init__(self, app: ASGIApp, limits: BodyLimits, metrics: HttpMetrics) -> None:
        self._app = app
        self._limits = limits
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request with its body read and found in order."""
        if scope["type"] != "http" or scope["method"] not in _WITH_BODY or not _has_body(scope):
            await self._app(scope, receive, send)
            return
        try:
            is_json = self._type_is_json(scope)
            body = await self._read(scope, receive)
            if is_json and body and scope["path"] not in self._limits.read_by_route:
                read_json(body, max_depth=self._limits.max_depth)
        except ProblemError as problem:
            self._metrics.refused.labels(f"body_{problem.status}").inc()
            await problem.response(scope, receive, send)
        except _ClientLeftError:
            return
        else:
            await self._app(scope, _replay(body, receive), send)

    def _type_is_json(self, scope: Scope) -> bool:
        media_type, _, parameters = (header_of(scope, b"content-type") or "").partition(";")
        media_type = media_type.strip().lower()
        charset = parameters.lower().replace('"', "").replace(" ", "")
        if media_type == _JSON or (media_type.startswith("application/") and media_type.endswith("+json")):
            if "charset=" in charset and "charset=utf-8" not in charset:
                raise _unsupported("JSON is read in UTF-8 only.")
            return True
        for beginning, allowed in self._limits.other_types.items():
            if scope["path"].startswith(beginning) and media_type in allowed:
                return False
        raise _unsupported(f"This resource takes {_JSON}.")

    async def _read(self, scope: Scope, receive: Receive) -> bytes:
        most = self._limits.bytes_for(scope["path"])
        if int(header_of(scope, b"content-length") or 0) > most:
            raise _too_large(most)
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _ClientLeftError
        body: bytes = message.get("body", b"")
        if message.get("more_body", False):
            body = await self._read_on(body, receive, most)
        if len(body) > most:
            raise _too_large(most)
        return body

    async def _read_on(self, beginning: bytes, receive: Receive, most: int) -> bytes:
        chunks, size = [beginning], len(beginning)
        try:
            async with asyncio.timeout(self._limits.seconds):
                while size <= most:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise _ClientLeftError
                    chunks.append(message.get("body", b""))
                    size += len(chunks[-1])
                    if not message.get("more_body", False):
                        break
        except TimeoutError:
            raise ProblemError(HTTPStatus.REQUEST_TIMEOUT, "The body did not arrive in time.") from None
        return b"".join(chunks)


def _too_large(most: int) -> ProblemError:
    return ProblemError(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        f"A body may hold up to {most} bytes.",
        headers={"Connection": "close"},
    )


class _ClientLeftError(Exception):
    """Nobody waits for an answer any more."""


def _has_body(scope: Scope) -> bool:
    length = header_of(scope, b"content-length")
    return header_of(scope, b"transfer-encoding") is not None or (length is not None and length.strip("0 ") != "")


def _unsupported(detail: str) -> ProblemError:
    return ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail, headers={"Accept": _JSON})


def _replay(body: bytes, receive: Receive) -> Receive:
    told = False

    async def replayed() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replayed
