"""Gives each request its ids before anything else sees it, and tells the client which ones."""

import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.observability.correlation import correlated, correlation_of
from shared.web.headers import header_of

_SAFE_ID = re.compile(r"^[A-Za-z0-9._:-]{1,64}$")


class RequestContext:
    """Takes `X-Request-ID`, `X-Correlation-ID` and `traceparent` from the client where they are well formed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request with its ids as the current ones."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = header_of(scope, b"x-request-id")
        correlation = correlation_of(
            header_of(scope, b"traceparent"),
            header_of(scope, b"x-correlation-id"),
            asked if asked and _SAFE_ID.fullmatch(asked) else None,
        )
        told = [
            (b"x-request-id", correlation.request_id.encode()),
            (b"x-correlation-id", str(correlation.correlation_id).encode()),
        ]

        async def send_with_ids(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *told]
            await send(message)

        with correlated(correlation):
            await self._app(scope, receive, send_with_ids)
