"""Joins the parts that every HTTP service has around a service's own routes."""

from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict, Unpack

from fastapi import APIRouter, FastAPI
from prometheus_client import CollectorRegistry

from shared.observability.metrics import HttpMetrics
from shared.observability.telemetry import NoTelemetry, Telemetry
from shared.runtime.health import Health
from shared.web.body_guard import BodyGuard, BodyLimits
from shared.web.docs import serve_docs, with_problems
from shared.web.errors import Problems, install_problems
from shared.web.last_resort import LastResort
from shared.web.operations import operations_router
from shared.web.overload import OverloadGuard
from shared.web.request_context import RequestContext
from shared.web.request_metrics import RequestMetrics
from shared.web.request_spans import RequestSpans

_MOST_WAITING = 1000


class AppParts(TypedDict):
    """What `create_app` joins, each by its name."""

    service: str
    routers: Sequence[APIRouter]
    problems: Problems
    health: Health
    registry: CollectorRegistry
    limits: NotRequired[BodyLimits]
    most_waiting: NotRequired[int]
    """How many requests may wait for their answer before further ones get 503 at once."""
    telemetry: NotRequired[Telemetry]


class Application(FastAPI):
    """FastAPI whose OpenAPI document tells the truth about errors."""

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI document."""
        if self.openapi_schema is None:
            self.openapi_schema = with_problems(super().openapi())
        return self.openapi_schema


def create_app(**parts: Unpack[AppParts]) -> FastAPI:
    """Return the ASGI application of a service; routers are tried in their order, so the hot one comes first.

    Every error is problem+json. `app.state.health` and `app.state.draining` (an asyncio.Event that open streams
    should end on) are set; a service adds what its dependencies need, such as `app.state.identity`.
    """
    app = Application(
        title=f"Kith {parts['service']}", version="1", docs_url=None, redoc_url=None, redirect_slashes=False
    )
    app.state.health = parts["health"]
    app.state.draining = parts["health"].draining
    install_problems(app, parts["problems"])
    _add_middleware(app, parts)
    for router in parts["routers"]:
        app.include_router(router)
    app.include_router(operations_router(parts["health"], parts["registry"]))
    serve_docs(app)
    return app


def _add_middleware(app: FastAPI, parts: AppParts) -> None:
    """Add the layers, the innermost first. Pure ASGI only: the other kind doubles the cost of a request."""
    metrics = HttpMetrics(parts["registry"])
    app.add_middleware(BodyGuard, limits=parts.get("limits", BodyLimits()), metrics=metrics)
    app.add_middleware(OverloadGuard, limit=parts.get("most_waiting", _MOST_WAITING), metrics=metrics)
    app.add_middleware(LastResort)
    telemetry = parts.get("telemetry")
    if telemetry is not None and not isinstance(telemetry, NoTelemetry):
        app.add_middleware(RequestSpans, telemetry=telemetry)
    app.add_middleware(RequestMetrics, metrics=metrics)
    app.add_middleware(RequestContext)
