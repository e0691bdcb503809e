"""The headers of an ASGI request, read without building a request object."""

from collections.abc import Iterable

from starlette.types import Scope


def header_of(scope: Scope, name: bytes) -> str | None:
    """Return the first value of a header, given in lower case, or None."""
    pairs: Iterable[tuple[bytes, bytes]] = scope["headers"]
    for key, value in pairs:
        if key == name:
            return value.decode("latin-1")
    return None
