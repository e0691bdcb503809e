"""Networks' errors as RFC 9457 problem details."""

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType

from services.networks.domain.errors import (
    ChangedMeanwhileError,
    ConflictError,
    LinkNotValidError,
    NetworksError,
    NotAcceptableError,
    SourceNotReadableError,
    UnknownError,
)
from shared.web.problem import Problem

PROBLEMS: Mapping[type[Exception], HTTPStatus | Problem] = MappingProxyType(
    {
        UnknownError: HTTPStatus.NOT_FOUND,
        LinkNotValidError: HTTPStatus.NOT_FOUND,
        ConflictError: {"status": HTTPStatus.CONFLICT, "type": "/problems/move-not-allowed"},
        ChangedMeanwhileError: {"status": HTTPStatus.PRECONDITION_FAILED, "type": "/problems/stale-version"},
        NotAcceptableError: {"status": HTTPStatus.UNPROCESSABLE_ENTITY, "type": "/problems/validation"},
        SourceNotReadableError: HTTPStatus.UNPROCESSABLE_ENTITY,
    }
)
"""By family: a member is answered like its nearest ancestor here."""


def status_of(error: type[NetworksError]) -> HTTPStatus:
    """Return the status of an error, by its nearest ancestor in the table."""
    problem = next(PROBLEMS[ancestor] for ancestor in error.__mro__ if ancestor in PROBLEMS)
    return problem if isinstance(problem, HTTPStatus) else problem["status"]
