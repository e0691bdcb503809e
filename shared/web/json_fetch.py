"""Fetching a JSON document from a server that may be out."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import aiohttp
import orjson

from shared.runtime.errors import TransientError

Fetch = Callable[[], Awaitable[Mapping[str, Any]]]
"""Returns a JSON object, or raises TransientError."""

_SECONDS = 5.0
_MOST_BYTES = 1024 * 1024


class ServerUnavailableError(TransientError):
    """Another server did not answer, or not with what was asked for."""


def fetch_from(url: str) -> Fetch:
    """Return a fetch of one address; made for rare calls, it opens a connection each time."""

    async def fetch() -> Mapping[str, Any]:
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS)) as session,
                session.get(url, allow_redirects=False) as answer,
            ):
                answer.raise_for_status()
                return json_object(await answer.content.read(_MOST_BYTES))
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise ServerUnavailableError(f"{url}: {type(error).__name__}") from error

    return fetch


def json_object(body: bytes) -> Mapping[str, Any]:
    """Return the object a body holds, or raise ServerUnavailableError: half an answer is no answer."""
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise ServerUnavailableError("the answer is not JSON") from error
    if not isinstance(value, dict):
        raise ServerUnavailableError("the answer is not a JSON object")
    return value
