"""Pages by cursor: stable under inserts, opaque and signed, never a count of rows to skip."""

import base64
import binascii
import hashlib
import hmac
from http import HTTPStatus
from typing import Annotated, Generic, TypeVar

import orjson
from fastapi import Query
from pydantic import BaseModel

from shared.web.problem import ProblemError

T = TypeVar("T")

_SIGNATURE_BYTES = 12
_LONGEST_CURSOR = 512

Limit = Annotated[int, Query(ge=1, le=200, description="How many items a page may hold.")]
Cursor = Annotated[str | None, Query(max_length=_LONGEST_CURSOR, description="Where to go on: a page's `next`.")]


class Page(BaseModel, Generic[T]):
    """Some items, and where to go on; `next` is null on the last page."""

    items: list[T]
    next: str | None = None


class Cursors:
    """Makes cursors of one listing and reads only those. `purpose` keeps listings' cursors apart."""

    def __init__(self, secret: bytes, purpose: str) -> None:
        """Take the service's secret, the same in all its replicas."""
        self._key = hmac.digest(secret, purpose.encode(), hashlib.sha256)

    def encode(self, *position: str | int) -> str:
        """Return the cursor of a position, such as the sort key and id of a page's last item."""
        held = orjson.dumps(position)
        return base64.urlsafe_b64encode(self._signature(held) + held).rstrip(b"=").decode()

    def decode(self, cursor: str) -> tuple[str | int, ...]:
        """Return the position that a cursor stands for, or raise the 400."""
        try:
            raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            raw = b""
        signature, held = raw[:_SIGNATURE_BYTES], raw[_SIGNATURE_BYTES:]
        if not held or not hmac.compare_digest(signature, self._signature(held)):
            raise ProblemError(
                HTTPStatus.BAD_REQUEST,
                "This is not a cursor that was given out here.",
                type="/problems/unknown-cursor",
                errors=[{"pointer": "/query/cursor", "detail": "is not a cursor of this listing"}],
            )
        return tuple(orjson.loads(held))

    def _signature(self, held: bytes) -> bytes:
        return hmac.digest(self._key, held, hashlib.sha256)[:_SIGNATURE_BYTES]
