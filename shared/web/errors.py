"""Which exception becomes which problem: a service's own, FastAPI's, and whatever nobody expected."""

import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import Any, TypeVar

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError, ResponseValidationError
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from shared.observability.logging import facts_of, get_logger
from shared.runtime.errors import TransientError
from shared.web.problem import FieldError, Problem, ProblemError, pointer_of, problem_response, title_of

Problems = Mapping[type[Exception], HTTPStatus | Problem]
"""A service's table: its error family to a status, or to a problem that says more."""

_BODY = "body"
_SAFE_DETAILS = {
    "json_invalid": "is not valid JSON",
    "uuid_parsing": "must be a UUID",
    "union_tag_invalid": "is none of the kinds known here",
    "enum": "is none of the values known here",
}
_SHORTEST_QUOTE = 3
_LEAVES_CHECKED = 2000
_RETRY_SECONDS = "2"

E = TypeVar("E", bound=Exception)

log = get_logger(__name__)


def install_problems(app: FastAPI, problems: Problems) -> None:
    """Answer every exception below the routes with a problem."""
    app.add_exception_handler(ProblemError, _answering(ProblemError, _own))
    app.add_exception_handler(HTTPException, _of_framework)
    app.add_exception_handler(RequestValidationError, _answering(RequestValidationError, _of_validation))
    app.add_exception_handler(ResponseValidationError, _answering(ResponseValidationError, _of_response))
    app.add_exception_handler(TransientError, _answering(TransientError, _of_outage))
    for family, problem in problems.items():
        app.add_exception_handler(family, _answering(family, _by_table(family, problem)))


def unavailable(
    detail: str = "A part of the service does not answer; the same request may be sent again.",
) -> ProblemError:
    """Return the problem of an outage: 503, to be tried again."""
    return ProblemError(HTTPStatus.SERVICE_UNAVAILABLE, detail, headers={"Retry-After": _RETRY_SECONDS})


def validation_problem(errors: list[Any]) -> ProblemError:
    """Return the 422 for pydantic's errors, naming each field and never its value."""
    return ProblemError(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "What was sent does not have the form that is asked for.",
        type="/problems/validation",
        errors=[_field_error(error) for error in errors],
    )


def _answering(family: type[E], answer: Callable[[E], Response]) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def handler(_: Request, error: Exception) -> Response:
        if isinstance(error, family):
            return answer(error)
        raise error

    return handler


def problem_of(error: Exception, problems: Problems) -> ProblemError:
    """Return what a table says of an error, by the nearest family that it names."""
    named = next(problems[family] for family in type(error).__mro__ if family in problems)
    given: Problem = {"status": named} if isinstance(named, HTTPStatus) else named
    return ProblemError(
        given.get("status", HTTPStatus.BAD_REQUEST),
        given.get("detail") or str(error),
        type=given.get("type", "about:blank"),
        headers=given.get("headers", {}),
    )


def _by_table(family: type[Exception], problem: HTTPStatus | Problem) -> Callable[[Exception], Response]:
    title = None if isinstance(problem, HTTPStatus) else problem.get("title")

    def answer(error: Exception) -> Response:
        return problem_response(problem_of(error, {family: problem}), title=title)

    return answer


def _own(error: ProblemError) -> Response:
    return error.response


async def _of_framework(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - installed for nothing else
    said = error.detail if isinstance(error.detail, str) else ""
    detail = "" if said == title_of(error.status_code) else said
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(sorted(_allowed(request))) or headers.get("Allow", "")
    return problem_response(ProblemError(error.status_code, detail, headers=headers))


def _allowed(request: Request) -> set[str]:
    """Return every method that the document knows for this address: each of them may have a route of its own."""
    paths: Mapping[str, Mapping[str, Any]] = request.app.openapi()["paths"]
    there = [methods for path, methods in paths.items() if _pattern(path).match(request.scope["path"])]
    return {method.upper() for methods in there for method in methods}


@lru_cache(maxsize=1_000)
def _pattern(path: str) -> re.Pattern[str]:
    return compile_path(path)[0]


def _of_validation(error: RequestValidationError) -> Response:
    return validation_problem(list(error.errors())).response


def _of_response(error: ResponseValidationError) -> Response:
    log.error("response_breaks_its_schema", places=[pointer_of(found["loc"]) for found in error.errors()])
    return unexpected().response


def _of_outage(error: TransientError) -> Response:
    log.warning("dependency_unavailable", **facts_of(error))
    return unavailable().response


def unexpected() -> ProblemError:
    """Return the problem that says nothing but that it is ours."""
    return ProblemError(HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong here; the trace id names it.")


def _field_error(error: Mapping[str, Any]) -> FieldError:
    source, *path = error["loc"] or (_BODY,)
    kind = str(error["type"])
    if kind == "json_invalid":
        path = []
    pointer = pointer_of(path) if source == _BODY else pointer_of([source, *path])
    return {"pointer": pointer, "detail": _detail_of(kind, str(error["msg"]), error.get("input"))}


def _detail_of(kind: str, message: str, given: object) -> str:
    if kind in _SAFE_DETAILS:
        return _SAFE_DETAILS[kind]
    told = message.removeprefix("Value error, ")
    return "is not valid" if any(quote in told for quote in _leaves(given)) else told


def _leaves(given: object) -> Iterator[str]:
    """Yield the words inside what was sent, so that no message can repeat one."""
    waiting = [given]
    for _ in range(_LEAVES_CHECKED):
        if not waiting:
            return
        match waiting.pop():
            case dict() as members:
                waiting.extend(members.values())
            case list() | tuple() as items:
                waiting.extend(items)
            case bool() | None:
                continue
            case (str() | int() | float()) as leaf if len(str(leaf)) >= _SHORTEST_QUOTE:
                yield str(leaf)
