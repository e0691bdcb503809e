"""Standard Webhooks: signs what is sent, so that a receiver can tell that it is ours and fresh."""

import base64
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime

from shared.runtime.signatures import PREFIX, signature_of

_SECRET_BYTES = 32


def new_secret() -> str:
    """Return a new signing secret, as its owner is shown it once."""
    return PREFIX + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def headers_of(identifier: str, sent_at: datetime, body: bytes, unsealed: Iterable[str]) -> Mapping[str, str]:
    """Return the three headers of one attempt, with a signature for every secret that is valid now."""
    seconds = int(sent_at.timestamp())
    return {
        "webhook-id": identifier,
        "webhook-timestamp": str(seconds),
        "webhook-signature": " ".join(signature_of(secret, identifier, seconds, body) for secret in unsealed),
    }
