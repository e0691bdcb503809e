"""Errors as GeoReport tells them, in the form that was asked for."""

from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from starlette.responses import Response

from services.reporting.domain.errors import ReportingError
from services.reporting.entrypoints.open311.forms import Form
from services.reporting.entrypoints.problems import PROBLEMS
from shared.runtime.errors import TransientError
from shared.web.errors import problem_of
from shared.web.problem import ProblemError

_KEPT = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS})


@dataclass(eq=False)
class GeoReportError(Exception):
    """What is wrong with a request, for its sender; several at once where several are."""

    status: int
    descriptions: tuple[str, ...]
    headers: Mapping[str, str] = field(default_factory=dict)


def refusal(description: str, *more: str) -> GeoReportError:
    """Return the 400."""
    return GeoReportError(HTTPStatus.BAD_REQUEST, (description, *more))


def not_found(description: str) -> GeoReportError:
    """Return the 404."""
    return GeoReportError(HTTPStatus.NOT_FOUND, (description,))


def forbidden(description: str) -> GeoReportError:
    """Return the 403, which GeoReport keeps for what is wrong with a key."""
    return GeoReportError(HTTPStatus.FORBIDDEN, (description,))


async def answered(form: Form, answer: Awaitable[Response]) -> Response:
    """Return the answer, or the error in its place."""
    try:
        return await answer
    except GeoReportError as error:
        return _told(form, error)
    except ProblemError as problem:
        return _told(form, _of_problem(problem))
    except (ReportingError, TransientError) as error:
        return _told(form, _of_problem(problem_of(error, PROBLEMS)))


def _of_problem(problem: ProblemError) -> GeoReportError:
    said = tuple(f"{error['pointer']} {error['detail']}" for error in problem.errors)
    return GeoReportError(problem.status, said or (problem.detail or "the request cannot be taken",), problem.headers)


def _told(form: Form, error: GeoReportError) -> Response:
    """Answer in GeoReport's form: what does not exist is 404, a key 403, too much 429, anything else 400.

    What may succeed when it is sent again, an outage or the same request still being worked on, is 503: a client that
    reads 400 gives up.
    """
    again = error.status == HTTPStatus.CONFLICT or error.status >= HTTPStatus.INTERNAL_SERVER_ERROR
    kept = error.status if error.status in _KEPT else HTTPStatus.BAD_REQUEST
    status = int(HTTPStatus.SERVICE_UNAVAILABLE if again else kept)
    body = [{"code": status, "description": description} for description in error.descriptions]
    return form.answer("errors", body, status, error.headers)
