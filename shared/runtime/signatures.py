"""Signatures of HTTP bodies as Standard Webhooks has them, the same for what is sent and what is received."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable

PREFIX = "whsec_"
_VERSION = "v1,"


def key_of(secret: str) -> bytes:
    """Return the key that a secret stands for; ValueError for what is none."""
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise ValueError("A signing secret is base64 after 'whsec_'.") from error
    if not key:
        raise ValueError("A signing secret is not empty.")
    return key


def signature_of(secret: str, identifier: str, sent_at: int, body: bytes) -> str:
    """Return one `v1` signature over the id, the attempt's time in seconds, and the body as it is sent."""
    signed = b".".join((identifier.encode(), str(sent_at).encode(), body))
    digest = hmac.digest(key_of(secret), signed, hashlib.sha256)
    return _VERSION + base64.b64encode(digest).decode()


def is_signature(offered: str, expected: Iterable[str]) -> bool:
    """Tell whether one of the signatures in a header is one of those expected; each is compared in constant time."""
    signatures = [each.encode() for each in offered.split(" ") if each.startswith(_VERSION)]
    wanted = [each.encode() for each in expected]
    return any([hmac.compare_digest(one, other) for one in signatures for other in wanted])  # noqa: C419 - all of them
