"""The `Idempotency-Key` header, as draft-ietf-httpapi-idempotency-key-header has it, with a bare value accepted too."""

import re
from hashlib import sha256
from http import HTTPStatus
from typing import Annotated

import orjson
from fastapi import Depends, Header

from shared.web.problem import ProblemError

LONGEST = 255
REUSED = "/problems/idempotency-key-reused"
"""The problem type of a key that came before with another body; the status is 422."""

_QUOTED = re.compile(r'"((?:[ !#-\[\]-~]|\\["\\])*)"(?:\s*;.*)?')
_BARE = re.compile(r"[!-~]+")


def key_value(header: str) -> str:
    """Return the key that a header holds, or raise the 400."""
    header = header.strip()
    quoted = _QUOTED.fullmatch(header)
    value = re.sub(r"\\(.)", r"\1", quoted.group(1)) if quoted else header
    if not value or len(value) > LONGEST:
        raise _malformed(f"The Idempotency-Key has to have 1 to {LONGEST} characters.")
    if not quoted and (not _BARE.fullmatch(value) or value.startswith('"')):
        raise _malformed("The Idempotency-Key has to be a string of visible ASCII characters.")
    return value


def fingerprint_of(body: object) -> str:
    """Return a digest of a body in canonical form: equal for equal bodies, in whatever order their fields came."""
    return sha256(orjson.dumps(body, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _given(
    header: Annotated[
        str | None,
        Header(
            alias="Idempotency-Key",
            json_schema_extra={"maxLength": LONGEST + 2},
            description="Send the same key when you send the same request again: it takes effect once, and the answer "
            "is what came of the first. With another body the answer is 422.",
        ),
    ] = None,
) -> str | None:
    return None if header is None else key_value(header)


IdempotencyKey = Annotated[str | None, Depends(_given)]
"""The key of a request as a FastAPI parameter; None where none was sent, and the 400 where it is malformed."""


def _malformed(detail: str) -> ProblemError:
    return ProblemError(
        HTTPStatus.BAD_REQUEST,
        detail,
        type="/problems/idempotency-key-malformed",
        errors=[{"pointer": "/header/Idempotency-Key", "detail": "is malformed"}],
    )
