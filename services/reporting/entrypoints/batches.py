"""Many reports of one partner in one request, each with an answer of its own."""

import asyncio
from http import HTTPStatus
from typing import Any, Literal
from uuid import UUID

import orjson
from fastapi import APIRouter
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from services.reporting.domain.errors import ReportingError
from services.reporting.entrypoints.front_door import Caller
from services.reporting.entrypoints.http import Desk
from services.reporting.entrypoints.problems import PROBLEMS
from services.reporting.entrypoints.views import AdviceOut, ReportIn, inline_schema
from shared.runtime.errors import TransientError
from shared.web.direct_route import DirectRoute
from shared.web.errors import problem_of
from shared.web.problem import MEDIA_TYPE as PROBLEM_TYPE
from shared.web.problem import ProblemError, problem_body
from shared.web.strict_json import read_json

BATCH_PATH = "/v1/reports:batch"
MOST_REPORTS = 500
MOST_BYTES = 4 * 1024 * 1024
_AT_ONCE = 50
_KEY = "key"


class BatchItemOut(BaseModel):
    """What became of one report of a batch, at its place."""

    status: int
    id: UUID | None = None
    reference: str | None = None
    status_url: str | None = None
    follow_up_secret: str | None = None
    advice: list[AdviceOut] | None = None
    warnings: list[AdviceOut] | None = None
    possible_duplicates: list[Any] | None = None
    replayed: bool | None = None
    problem: dict[str, Any] | None = None


class BatchOut(BaseModel):
    """The outcome of each report, in the order in which they were sent."""

    results: list[BatchItemOut]


def batch_router(desk: Desk) -> APIRouter:
    """Return the route for batches."""
    router = APIRouter(tags=["reports"], route_class=DirectRoute)

    @router.post(
        BATCH_PATH,
        status_code=HTTPStatus.CREATED,
        summary="Tell us of many concerns at once; for registered clients, staff and partners",
        response_class=Response,
        responses={status: _described(said) for status, said in _OUTCOMES.items()},
        openapi_extra=_documentation(),
    )
    async def batch(request: Request) -> Response:
        caller = await desk.front_door.caller_of(request)
        if caller.address is not None:
            raise ProblemError(
                HTTPStatus.UNAUTHORIZED,
                "A batch needs an API key or a token.",
                headers={"WWW-Authenticate": 'ApiKey realm="kith", Bearer realm="kith"'},
            )
        items = _items_of(read_json(await request.body()))
        desk.front_door.pace(caller, len(items) - 1)
        room = asyncio.Semaphore(_AT_ONCE)
        results = await asyncio.gather(*(_outcome(desk, caller, item, room) for item in items))
        body = {"results": results}
        return Response(orjson.dumps(body), _status_of(results), caller.pace, "application/json")

    return router


_OUTCOMES: dict[int | str, str] = {
    201: "All of them are stored for good.",
    207: "Some are stored, some are not; each says which.",
    400: "None is stored, and none will be: all of them are at fault.",
    503: "None is stored, and at least one of them may be when it is sent again.",
}


def _described(said: str) -> dict[str, Any]:
    """Describe an outcome; a body that is no batch at all is a problem under the same status."""
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {"model": BatchOut, "description": said, "content": {PROBLEM_TYPE: problem}}


def _items_of(body: object) -> list[Any]:
    if not isinstance(body, dict) or body.keys() != {"reports"} or not isinstance(body["reports"], list):
        raise _malformed("/reports", "has to be the one member of the body, and a list")
    items: list[Any] = body["reports"]
    if not 0 < len(items) <= MOST_REPORTS:
        raise _malformed("/reports", f"has to hold 1 to {MOST_REPORTS} reports")
    return items


def _malformed(pointer: str, detail: str) -> ProblemError:
    return ProblemError(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "What was sent is not a batch.",
        type="/problems/validation",
        errors=[{"pointer": pointer, "detail": detail}],
    )


async def _outcome(desk: Desk, caller: Caller, item: object, room: asyncio.Semaphore) -> dict[str, Any]:
    """Take in one report by the same rules as a single one; its `key` is its idempotency key."""
    async with room:
        try:
            key, body = _parts_of(item)
            accepted = await desk.take_in(body, caller, key)
        except ProblemError as problem:
            return {"status": int(problem.status), "problem": problem_body(problem)}
        except (ReportingError, TransientError) as error:
            told = problem_of(error, PROBLEMS)
            return {"status": int(told.status), "problem": problem_body(told)}
    receipt = {"status": int(HTTPStatus.ACCEPTED), **desk.answers.receipt(accepted)}
    return receipt | ({"replayed": True} if accepted.replayed else {})


def _parts_of(item: object) -> tuple[str | None, object]:
    if not isinstance(item, dict) or _KEY not in item:
        return None, item
    key = item[_KEY]
    if not isinstance(key, str):
        raise _malformed(f"/{_KEY}", "has to be a string")
    return key, {name: value for name, value in item.items() if name != _KEY}


def _status_of(results: list[dict[str, Any]]) -> HTTPStatus:
    """Answer as event producers are used to: all, some, none for good, none for now."""
    statuses = [result["status"] for result in results]
    taken = statuses.count(HTTPStatus.ACCEPTED)
    if taken == len(statuses):
        return HTTPStatus.CREATED
    if taken:
        return HTTPStatus.MULTI_STATUS
    again = any(status == HTTPStatus.CONFLICT or status >= HTTPStatus.INTERNAL_SERVER_ERROR for status in statuses)
    return HTTPStatus.SERVICE_UNAVAILABLE if again else HTTPStatus.BAD_REQUEST


def _documentation() -> dict[str, Any]:
    report = inline_schema(ReportIn)
    report["properties"] = {**report["properties"], _KEY: {"type": "string", "minLength": 1, "maxLength": 255}}
    reports: dict[Literal["type", "minItems", "maxItems", "items"], Any] = {
        "type": "array",
        "minItems": 1,
        "maxItems": MOST_REPORTS,
        "items": report,
    }
    schema = {
        "type": "object",
        "required": ["reports"],
        "properties": {"reports": reports},
        "additionalProperties": False,
    }
    return {
        "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
        "security": [{"APIKeyHeader": []}, {"HTTPBearer": []}],
    }
