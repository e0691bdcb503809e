"""Turns requests away at once when too many are waiting, so that those already taken are still answered in time."""

from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.observability.metrics import HttpMetrics
from shared.web.problem import ProblemError

_ALWAYS_SERVED = ("/health/", "/metrics")


class OverloadGuard:
    """At most `limit` requests wait for the start of their answer; an open stream no longer counts."""

    def __init__(self, app: ASGIApp, limit: int, metrics: HttpMetrics) -> None:
        self._app = app
        self._limit = limit
        self._refused = metrics.refused.labels("overload")
        self._waiting = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request, or answer 503 without reading it."""
        if scope["type"] != "http" or scope["path"].startswith(_ALWAYS_SERVED):
            await self._app(scope, receive, send)
        elif self._waiting >= self._limit:
            self._refused.inc()
            busy = ProblemError(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "Too many requests are waiting; please send this one again shortly.",
                type="/problems/overloaded",
                headers={"Retry-After": "1"},
            )
            await busy.response(scope, receive, send)
        else:
            await self._serve(scope, receive, send)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        waits = True
        self._waiting += 1

        async def noting(message: Message) -> None:
            nonlocal waits
            if waits:
                waits = False
                self._waiting -= 1
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            if waits:
                self._waiting -= 1
