"""The `Idempotency-Key` header, as draft-ietf-httpapi-idempotency-key-header has it, with a bare value accepted too."""

import re
from hashlib import sha256

import orjson

from services.reporting.application.records import Key
from services.reporting.domain.errors import IdempotencyKeyMalformedError

LONGEST = 255
_QUOTED = re.compile(r'"((?:[ !#-\[\]-~]|\\["\\])*)"(?:\s*;.*)?')
_BARE = re.compile(r"[!-~]+")


def key_value(header: str) -> str:
    """Return the key that a header holds, or raise IdempotencyKeyMalformedError."""
    header = header.strip()
    quoted = _QUOTED.fullmatch(header)
    value = re.sub(r"\\(.)", r"\1", quoted.group(1)) if quoted else header
    if not value or len(value) > LONGEST:
        raise IdempotencyKeyMalformedError(f"The Idempotency-Key has to have 1 to {LONGEST} characters.")
    if not quoted and (not _BARE.fullmatch(value) or value.startswith('"')):
        raise IdempotencyKeyMalformedError("The Idempotency-Key has to be a string of visible ASCII characters.")
    return value


def key_of(scope: str, value: str, body: object) -> Key:
    """Return what is kept of a key: digests of its scope and value, and of the body in canonical form."""
    digest = sha256(f"{scope}\x1f{value}".encode()).hexdigest()
    return Key(digest, sha256(orjson.dumps(body, option=orjson.OPT_SORT_KEYS)).hexdigest())
