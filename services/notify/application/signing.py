"""Standard Webhooks: signs what is sent, so that a receiver can tell that it is ours and fresh."""

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime

PREFIX = "whsec_"
_SECRET_BYTES = 32


def new_secret() -> str:
    """Return a new signing secret, as its owner is shown it once."""
    return PREFIX + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()


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
    return "v1," + base64.b64encode(digest).decode()


def headers_of(identifier: str, sent_at: datetime, body: bytes, unsealed: Iterable[str]) -> Mapping[str, str]:
    """Return the three headers of one attempt, with a signature for every secret that is valid now."""
    seconds = int(sent_at.timestamp())
    return {
        "webhook-id": identifier,
        "webhook-timestamp": str(seconds),
        "webhook-signature": " ".join(signature_of(secret, identifier, seconds, body) for secret in unsealed),
    }
