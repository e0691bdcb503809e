"""Requests of gateways, signed as Standard Webhooks has it: whose they are, and that they are fresh."""

from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus

from starlette.requests import Request

from shared.runtime.clock import Clock
from shared.runtime.signatures import is_signature, signature_of
from shared.web.problem import ProblemError

_TOLERANCE = timedelta(minutes=5)
_LONGEST = 255
_MOST_SIGNATURES = 1_000


class SignedSenders:
    """The senders of one kind of hook, by name, each with its `whsec_` secret.

    A signature counts for five minutes either way. Within them the same message may come again: its `webhook-id` is
    what a service tells repetition by.
    """

    def __init__(self, secrets: Mapping[str, str], clock: Clock) -> None:
        self._secrets = secrets
        self._clock = clock

    def sender_of(self, request: Request, body: bytes) -> tuple[str, str]:
        """Return who sent this and its `webhook-id`, or raise the 401; what is missing looks like what is wrong."""
        identifier = request.headers.get("webhook-id", "")
        sent_at = request.headers.get("webhook-timestamp", "")
        offered = request.headers.get("webhook-signature", "")[:_MOST_SIGNATURES]
        if 0 < len(identifier) <= _LONGEST and sent_at.isascii() and sent_at.isdigit() and self._is_fresh(sent_at):
            for name, secret in self._secrets.items():
                if is_signature(offered, [signature_of(secret, identifier, int(sent_at), body)]):
                    return name, identifier
        raise ProblemError(
            HTTPStatus.UNAUTHORIZED,
            "The request does not carry a signature, made within five minutes, of a sender that is known here.",
            type="/problems/not-signed",
            headers={"WWW-Authenticate": 'Signature realm="kith"'},
        )

    def _is_fresh(self, sent_at: str) -> bool:
        return abs(int(sent_at[:12]) - self._clock.now().timestamp()) <= _TOLERANCE.total_seconds()
