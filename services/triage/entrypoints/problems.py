"""Triage's errors as problem details (RFC 9457)."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from types import MappingProxyType

from services.triage.domain.errors import (
    CaseNotFoundError,
    CommunityOverrideError,
    ExitNotMetError,
    KeyReusedError,
    MoveNotAllowedError,
    NotAuthorisedError,
    PatternNotFoundError,
    StaleCaseError,
    UnfitDataError,
    UnreasonableMoveError,
)
from services.triage.domain.problem import GateError
from shared.web.idempotency import REUSED
from shared.web.problem import Problem, ProblemError

_EXIT = "/problems/exit-not-met"

PROBLEMS: Mapping[type[Exception], HTTPStatus | Problem] = MappingProxyType(
    {
        CaseNotFoundError: HTTPStatus.NOT_FOUND,
        PatternNotFoundError: HTTPStatus.NOT_FOUND,
        StaleCaseError: Problem(status=HTTPStatus.PRECONDITION_FAILED, type="/problems/stale-version"),
        KeyReusedError: Problem(status=HTTPStatus.UNPROCESSABLE_ENTITY, type=REUSED),
        GateError: Problem(status=HTTPStatus.CONFLICT, type="/problems/gate-closed"),
        ExitNotMetError: Problem(status=HTTPStatus.CONFLICT, type=_EXIT),
        MoveNotAllowedError: Problem(status=HTTPStatus.CONFLICT, type="/problems/move-not-allowed"),
        NotAuthorisedError: Problem(status=HTTPStatus.FORBIDDEN, type="/problems/role-missing"),
        CommunityOverrideError: Problem(status=HTTPStatus.FORBIDDEN, type="/problems/community-override"),
        UnfitDataError: Problem(status=HTTPStatus.UNPROCESSABLE_ENTITY, type="/problems/unfit-data"),
        UnreasonableMoveError: Problem(status=HTTPStatus.UNPROCESSABLE_ENTITY, type="/problems/unreasonable-move"),
    }
)


def not_allowed(error: MoveNotAllowedError) -> ProblemError:
    """Return the 409 that names the moves that are allowed, and what an exit lacks."""
    allowed = {"allowed": list(error.allowed)}
    if isinstance(error, ExitNotMetError):
        missing = {"missing": list(error.missing)}
        return ProblemError(HTTPStatus.CONFLICT, str(error), type=_EXIT, extensions=allowed | missing)
    return ProblemError(HTTPStatus.CONFLICT, str(error), type="/problems/move-not-allowed", extensions=allowed)


def gate_closed(detail: str, missing: Sequence[str]) -> ProblemError:
    """Return the 409 that names everything a stage still lacks."""
    return ProblemError(
        HTTPStatus.CONFLICT,
        detail,
        type="/problems/gate-closed",
        extensions={"missing": list(missing), "allowed": ["record", "back"]},
    )
