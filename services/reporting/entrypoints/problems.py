"""Reporting's errors as problem details."""

from collections.abc import Mapping
from http import HTTPStatus

from services.reporting.domain.errors import (
    AlbumFullError,
    AlreadyReportedError,
    ContactNotFoundError,
    IdempotencyKeyMissingError,
    KeyUsedForAnotherReportError,
    MailboxFullError,
    NotClosedError,
    PhotoNotFoundError,
    PhotoRefusedError,
    PhotoRestrictedError,
    ReasonNeededError,
    ReferenceTakenError,
    ReportingOverloadedError,
    ReportInProgressError,
    ReportNotFoundError,
    TooLateToDisputeError,
)
from shared.runtime.errors import TransientError
from shared.web.idempotency import REUSED
from shared.web.problem import Problem

_AGAIN_SOON = {"Retry-After": "1"}
_NOT_STORED: Problem = {
    "status": HTTPStatus.SERVICE_UNAVAILABLE,
    "type": "/problems/not-stored",
    "detail": (
        "We cannot promise that this was stored. Please send it again in a moment, with the same Idempotency-Key. "
        "If someone is in danger, do not wait: call 999."
    ),
    "headers": {"Retry-After": "2"},
}

PROBLEMS: Mapping[type[Exception], HTTPStatus | Problem] = {
    ReportNotFoundError: {"status": HTTPStatus.NOT_FOUND, "type": "/problems/no-such-report"},
    ContactNotFoundError: {"status": HTTPStatus.NOT_FOUND, "type": "/problems/no-contact"},
    KeyUsedForAnotherReportError: {
        "status": HTTPStatus.UNPROCESSABLE_ENTITY,
        "type": REUSED,
    },
    ReportInProgressError: {
        "status": HTTPStatus.CONFLICT,
        "type": "/problems/in-progress",
        "headers": _AGAIN_SOON,
    },
    IdempotencyKeyMissingError: {"status": HTTPStatus.BAD_REQUEST, "type": "/problems/idempotency-key-missing"},
    ReasonNeededError: {"status": HTTPStatus.FORBIDDEN, "type": "/problems/reason-needed"},
    PhotoRefusedError: {"status": HTTPStatus.UNPROCESSABLE_ENTITY, "type": "/problems/photograph-refused"},
    AlbumFullError: {"status": HTTPStatus.CONFLICT, "type": "/problems/album-full"},
    PhotoNotFoundError: {"status": HTTPStatus.NOT_FOUND, "type": "/problems/no-such-photograph"},
    PhotoRestrictedError: {"status": HTTPStatus.FORBIDDEN, "type": "/problems/photograph-restricted"},
    MailboxFullError: {"status": HTTPStatus.CONFLICT, "type": "/problems/mailbox-full"},
    NotClosedError: {"status": HTTPStatus.CONFLICT, "type": "/problems/not-closed"},
    TooLateToDisputeError: {"status": HTTPStatus.CONFLICT, "type": "/problems/too-late-to-dispute"},
    ReportingOverloadedError: _NOT_STORED,
    ReferenceTakenError: _NOT_STORED,
    AlreadyReportedError: {"status": HTTPStatus.CONFLICT, "type": "/problems/in-progress", "headers": _AGAIN_SOON},
    TransientError: _NOT_STORED,
}
