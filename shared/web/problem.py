"""Every error is one problem detail (RFC 9457): what went wrong, which field, and the trace to ask about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TypedDict

import orjson
from starlette.responses import Response

from shared.observability.correlation import current

MEDIA_TYPE = "application/problem+json"

_LONGEST_SEGMENT = 64


class FieldError(TypedDict):
    """One thing wrong with one field: `pointer` is a JSON pointer (RFC 6901) into what was sent."""

    pointer: str
    detail: str


class Problem(TypedDict, total=False):
    """How a service's own error reads: only what differs from the status's own words."""

    status: HTTPStatus
    type: str
    title: str
    detail: str
    headers: Mapping[str, str]


@dataclass(eq=False)
class ProblemError(Exception):
    """Raised anywhere below a route to answer with this problem. The detail never quotes what was sent."""

    status: int
    detail: str = ""
    type: str = field(default="about:blank", kw_only=True)
    errors: Sequence[FieldError] = field(default=(), kw_only=True)
    headers: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    extensions: Mapping[str, object] = field(default_factory=dict, kw_only=True)

    def __post_init__(self) -> None:
        """Show the status and the detail where the exception is printed."""
        super().__init__(self.status, self.detail)

    @property
    def response(self) -> Response:
        """The answer."""
        return problem_response(self)


def problem_response(problem: ProblemError, *, title: str | None = None) -> Response:
    """Return the answer for a problem, with the current trace id."""
    body = problem_body(problem, title=title)
    return Response(orjson.dumps(body), problem.status, headers=dict(problem.headers), media_type=MEDIA_TYPE)


def problem_body(problem: ProblemError, *, title: str | None = None) -> dict[str, object]:
    """Return what a problem says, for an answer that holds several."""
    body: dict[str, object] = {
        "type": problem.type,
        "title": title or title_of(problem.status),
        "status": problem.status,
    }
    if problem.detail:
        body["detail"] = problem.detail
    if problem.errors:
        body["errors"] = list(problem.errors)
    correlation = current()
    if correlation is not None:
        body["trace_id"] = correlation.trace.trace_id
        body["request_id"] = correlation.request_id
    body.update(problem.extensions)
    return body


def title_of(status: int) -> str:
    """Return the words of a status code."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


def pointer_of(path: Sequence[object]) -> str:
    """Return the JSON pointer of a path of keys and positions; over-long names are cut."""
    return "".join(f"/{_segment(part)}" for part in path)


def _segment(part: object) -> str:
    text = str(part).encode("utf-8", "replace").decode()
    if len(text) > _LONGEST_SEGMENT:
        text = f"{text[:_LONGEST_SEGMENT]}…"
    return text.replace("~", "~0").replace("/", "~1")
