"""What goes wrong, as HTTP says it."""

from http import HTTPStatus
from types import MappingProxyType

from services.notify.domain.errors import (
    CursorError,
    DrainingError,
    NotSharedError,
    StreamUnknownError,
    TooManyStreamsError,
    TooManyWebhooksError,
    WebhookDisabledError,
    WebhookRefusedError,
    WebhookUnknownError,
)
from shared.web.problem import Problem

_SOON = MappingProxyType({"Retry-After": "5"})
_AT_ONCE = MappingProxyType({"Retry-After": "1"})

PROBLEMS: dict[type[Exception], HTTPStatus | Problem] = {
    CursorError: {"status": HTTPStatus.BAD_REQUEST, "type": "/problems/unknown-cursor"},
    NotSharedError: {"status": HTTPStatus.FORBIDDEN, "type": "/problems/not-shared"},
    StreamUnknownError: HTTPStatus.NOT_FOUND,
    WebhookUnknownError: HTTPStatus.NOT_FOUND,
    WebhookDisabledError: {"status": HTTPStatus.CONFLICT, "type": "/problems/webhook-disabled"},
    TooManyWebhooksError: {"status": HTTPStatus.CONFLICT, "type": "/problems/too-many-webhooks"},
    WebhookRefusedError: {"status": HTTPStatus.UNPROCESSABLE_ENTITY, "type": "/problems/validation"},
    TooManyStreamsError: {
        "status": HTTPStatus.TOO_MANY_REQUESTS,
        "type": "/problems/too-many-streams",
        "headers": _SOON,
    },
    DrainingError: {"status": HTTPStatus.SERVICE_UNAVAILABLE, "type": "/problems/draining", "headers": _AT_ONCE},
}
