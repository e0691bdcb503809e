"""The routes that operators and orchestrators ask: health and metrics."""

from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from prometheus_client import CollectorRegistry
from prometheus_client.exposition import choose_encoder

from shared.runtime.health import Health, Verdict


def operations_router(health: Health, registry: CollectorRegistry) -> APIRouter:
    """Return the routes of one process."""
    router = APIRouter(tags=["operations"])

    @router.get("/health/live", summary="Is the process getting on?", response_class=JSONResponse)
    async def live() -> Response:
        return _answer(health.live())

    @router.get("/health/ready", summary="May requests be sent here?", response_class=JSONResponse)
    async def ready() -> Response:
        return _answer(await health.ready())

    @router.get("/health/startup", summary="Is the start complete?", response_class=JSONResponse)
    async def startup() -> Response:
        return _answer(health.startup())

    @router.get("/metrics", summary="What the process counts", include_in_schema=False)
    async def metrics(request: Request) -> Response:
        encode, media_type = choose_encoder(request.headers.get("accept", ""))
        return Response(encode(registry), headers={"Content-Type": media_type})

    return router


def _answer(verdict: Verdict) -> Response:
    status = HTTPStatus.OK if verdict.passed else HTTPStatus.SERVICE_UNAVAILABLE
    body = {"status": "pass" if verdict.passed else "fail", "parts": dict(verdict.parts)}
    return JSONResponse(body, status, headers={"Cache-Control": "no-store"})
