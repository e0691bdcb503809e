"""Identifiers: time-ordered ones for new things, derived ones for the effects of a known cause."""

import hashlib
import secrets
import time
from uuid import UUID

_TIMESTAMP_MASK = (1 << 80) - 1
_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62
_RANDOM_A = 0xFFF << 64
_RANDOM_B = (1 << 62) - 1


def new_id() -> UUID:
    """Return a new UUIDv7 (RFC 9562): sorted by millisecond, random within it. Not a secret."""
    return _version_7(time.time_ns() // 1_000_000, secrets.randbits(80))


def derived_id(cause: UUID, *names: str) -> UUID:
    """Return the one UUIDv7 that belongs to `cause` under `names`, the same on every machine and every run.

    It keeps the cause's timestamp when the cause is a UUIDv7, so that derived ids sort with their causes. What is
    written under a derived id can be written again after a crash without taking effect twice.
    """
    digest = hashlib.sha256(b"\x1f".join((cause.bytes, *(name.encode() for name in names)))).digest()
    return _version_7(cause.int >> 80, int.from_bytes(digest[:10], "big"))


def _version_7(milliseconds: int, randomness: int) -> UUID:
    tail = (randomness & (_RANDOM_A | _RANDOM_B)) & _TIMESTAMP_MASK
    return UUID(int=(milliseconds << 80) | _VERSION_7 | _VARIANT | tail)
