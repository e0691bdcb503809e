"""Routes that are called with the request and nothing else."""

import httpx
import pytest
from fastapi import APIRouter
from prometheus_client import CollectorRegistry
from starlette.requests import Request
from starlette.responses import Response

from shared.runtime.health import Health
from shared.web.app import create_app
from shared.web.direct_route import DirectRoute
from shared.web.problem import ProblemError


def router() -> APIRouter:
    routes = APIRouter(prefix="/v1", route_class=DirectRoute)

    @routes.post("/echo", summary="Say it again", status_code=202, response_class=Response)
    async def echo(request: Request) -> Response:
        body = await request.body()
        if body == b'"no"':
            raise ProblemError(409, "Not that.")
        return Response(body, 202)

    return routes


async def test_the_route_answers_for_itself_and_its_errors_are_problems() -> None:
    app = create_app(service="direct", routers=[router()], problems={}, health=Health(), registry=CollectorRegistry())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://direct") as client:
        said = await client.post("/v1/echo", json="hello")
        refused = await client.post("/v1/echo", json="no")
        counted = (await client.get("/metrics")).text
        described = (await client.get("/openapi.json")).json()["paths"]["/v1/echo"]["post"]

    assert (said.status_code, said.text) == (202, '"hello"')
    assert (refused.status_code, refused.json()["detail"]) == (409, "Not that.")
    assert 'route="/v1/echo",status="202"' in counted
    assert described["summary"] == "Say it again"


@pytest.mark.parametrize("path", ["/things/{number}", "/things"])
def test_a_route_that_asks_for_more_than_the_request_is_refused(path: str) -> None:
    routes = APIRouter(route_class=DirectRoute)

    async def thing(request: Request, number: int) -> Response:
        return Response(f"{request.url} {number}")

    with pytest.raises(TypeError, match="takes only the request"):
        routes.get(path)(thing)
