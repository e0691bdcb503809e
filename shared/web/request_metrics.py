"""Counts and times requests by route template; what a client makes up never becomes a label."""

from time import perf_counter

from prometheus_client import Counter, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.observability.metrics import HttpMetrics

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_UNMATCHED = "unmatched"
_NO_ANSWER = "none"


class RequestMetrics:
    """Rate, errors and duration of each route. Children are kept, since finding one costs more than counting."""

    def __init__(self, app: ASGIApp, metrics: HttpMetrics) -> None:
        self._app = app
        self._metrics = metrics
        self._counters: dict[tuple[str, str, str], Counter] = {}
        self._timers: dict[tuple[str, str], Histogram] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request and record how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        arrived = perf_counter()
        status = _NO_ANSWER
        answered = arrived

        async def noting(message: Message) -> None:
            nonlocal status, answered
            if message["type"] == "http.response.start":
                status = str(message["status"])
                answered = perf_counter()
            await send(message)

        self._metrics.in_progress.inc()
        try:
            await self._app(scope, receive, noting)
        finally:
            self._metrics.in_progress.dec()
            self._record(scope, status, answered - arrived)

    def _record(self, scope: Scope, status: str, seconds: float) -> None:
        method = scope["method"] if scope["method"] in _METHODS else "other"
        route = route_of(scope)
        counter = self._counters.get((method, route, status))
        if counter is None:
            counter = self._metrics.requests.labels(method, route, status)
            self._counters[method, route, status] = counter
        counter.inc()
        if status == _NO_ANSWER:
            return
        timer = self._timers.get((method, route))
        if timer is None:
            timer = self._metrics.seconds.labels(method, route)
            self._timers[method, route] = timer
        timer.observe(seconds)


def route_of(scope: Scope) -> str:
    """Return the template of the route that served a request, prefixes included, or `unmatched`."""
    chosen = scope.get("fastapi", {}).get("effective_route_context") or scope.get("route")
    template = getattr(chosen, "path_format", None) or getattr(chosen, "path", None)
    return template if isinstance(template, str) and template else _UNMATCHED
