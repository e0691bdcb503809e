"""Optimistic concurrency over HTTP (RFC 9110): who changes a thing says which version was read."""

import re
from http import HTTPStatus

from fastapi import Request

from shared.web.problem import ProblemError

_ETAG = re.compile(r'^"(\d{1,15})"$')


def etag(version: int) -> str:
    """Return the ETag of a version."""
    return f'"{version}"'


def if_match(request: Request) -> int:
    """Return the version that `If-Match` names; 428 when it is missing, 412 when it can be no version of ours.

    Usable as a FastAPI dependency. Whether the version is still the current one is for the store to say: `stale`.
    """
    given = request.headers.get("if-match")
    if given is None:
        raise ProblemError(
            HTTPStatus.PRECONDITION_REQUIRED,
            "Send If-Match with the ETag of the version that you have read.",
            type="/problems/precondition-required",
        )
    found = _ETAG.fullmatch(given.strip())
    if found is None:
        raise stale()
    return int(found.group(1))


def stale(current_version: int | None = None) -> ProblemError:
    """Return the 412 for a version that is no longer the current one."""
    return ProblemError(
        HTTPStatus.PRECONDITION_FAILED,
        "It has changed since you read it; read it again and decide anew.",
        type="/problems/stale-version",
        headers={"ETag": etag(current_version)} if current_version is not None else {},
    )
