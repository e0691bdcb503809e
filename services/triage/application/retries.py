"""Requests that are sent again under the same key: the first takes effect, a retry is told what came of it."""

from dataclasses import dataclass
from uuid import UUID

from services.triage.domain.errors import KeyReusedError
from shared.runtime.ids import derived_id, new_id

_SINCE = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Request:
    """Under which id something is made, and the fingerprint of the request where it may come again."""

    id: UUID
    fingerprint: str | None = None


def request_of(what: str, subject: str, key: str | None, fingerprint: str) -> Request:
    """Return the same id for the same person's same key, so that a store keeps one; without a key a new id."""
    if key is None:
        return Request(new_id())
    return Request(derived_id(_SINCE, what, subject, key), fingerprint)


def check_same(held: str | None, asked: str | None) -> None:
    """Raise KeyReusedError where what is held under the id was asked for with another body."""
    if held != asked:
        raise KeyReusedError("This idempotency key came with another body.")
