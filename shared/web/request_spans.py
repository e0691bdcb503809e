"""One span for each request, when traces are wanted."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.observability.telemetry import Telemetry
from shared.web.request_metrics import route_of


class RequestSpans:
    """Reports method, route template and status; never the path or the query, which clients fill."""

    def __init__(self, app: ASGIApp, telemetry: Telemetry) -> None:
        self._app = app
        self._telemetry = telemetry

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request inside a span."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with self._telemetry.span("http.request") as span:

            async def noting(message: Message) -> None:
                if message["type"] == "http.response.start":
                    span.rename(f"{scope['method']} {route_of(scope)}")
                    span.note("http.response.status_code", message["status"])
                await send(message)

            await self._app(scope, receive, noting)
