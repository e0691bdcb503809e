"""Answers with a problem when something that nobody expected goes wrong, and logs where, never what was sent."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.observability.logging import facts_of, get_logger
from shared.web.errors import unexpected
from shared.web.request_metrics import route_of

log = get_logger(__name__)


class AnswerBrokenOffError(Exception):
    """The answer had begun when something went wrong; the server closes the connection, so the client can tell."""


class LastResort:
    """The outermost place that catches; nothing with a request's words in it gets past."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request; whatever happens, there is an answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:  # noqa: BLE001 -- the web edge answers for everything below it
            log.error("request_failed", method=scope["method"], route=route_of(scope), **facts_of(error))  # noqa: TRY400
            if begun:
                raise AnswerBrokenOffError from None
            await unexpected().response(scope, receive, send)
