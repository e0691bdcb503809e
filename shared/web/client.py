"""Calls to sibling services and registers: JSON over HTTP, with the current ids, and outages named as such."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import orjson

from shared.observability.correlation import current
from shared.web.json_fetch import ServerUnavailableError
from shared.web.service_token import ServiceTokens

_TRY_AGAIN = frozenset({401, 403, 408, 425, 429})
_CLIENT_ERROR = 400
_SERVER_ERROR = 500
_TOKEN_REFUSED = 401


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that a caller can act on; `body` is None where there was none."""

    status: int
    body: Any


class JsonClient:
    """One connection pool to one server. A component: `stop` closes it.

    TransientError is raised for everything that may be different next time: no connection, no answer in time, 5xx,
    429, and a refused token, since accounts are put right while messages wait. Other statuses are the caller's.
    """

    def __init__(
        self, base_url: str, *, tokens: ServiceTokens | None = None, seconds: float = 5.0, most_bytes: int = 1 << 24
    ) -> None:
        """Take the server, the account to use, and how long and how large an answer may be."""
        self._base_url = base_url.rstrip("/")
        self._tokens = tokens
        self._timeout = aiohttp.ClientTimeout(total=seconds)
        self._most_bytes = most_bytes
        self._session: aiohttp.ClientSession | None = None
        self._stopped = asyncio.Event()

    async def start(self) -> None:
        """Nothing to prepare: the pool opens with the first call."""

    async def run(self) -> None:
        """Wait for the end."""
        await self._stopped.wait()

    async def stop(self) -> None:
        """Close the pool."""
        self._stopped.set()
        if self._session is not None:
            await self._session.close()

    async def get(self, path: str, *, query: Mapping[str, str] | None = None) -> Answer:
        """Fetch a resource."""
        return await self._call("GET", path, query=query)

    async def post(self, path: str, body: object) -> Answer:
        """Send a JSON body."""
        return await self._call("POST", path, body=orjson.dumps(body))

    async def _call(
        self, method: str, path: str, *, query: Mapping[str, str] | None = None, body: bytes | None = None
    ) -> Answer:
        answer = await self._once(method, path, query=query, body=body)
        if answer.status == _TOKEN_REFUSED and self._tokens is not None:
            self._tokens.forget()
            answer = await self._once(method, path, query=query, body=body)
        if answer.status in _TRY_AGAIN or answer.status >= _SERVER_ERROR:
            raise ServerUnavailableError(f"{method} answered {answer.status}")
        return answer

    async def _once(self, method: str, path: str, *, query: Mapping[str, str] | None, body: bytes | None) -> Answer:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=self._timeout)
        headers = _current_ids() | (await self._tokens.header() if self._tokens else {})
        if body is not None:
            headers["Content-Type"] = "application/json"
        try:
            async with self._session.request(
                method, self._base_url + path, params=query, data=body, headers=headers, allow_redirects=False
            ) as answer:
                return Answer(answer.status, await self._body_of(answer))
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise ServerUnavailableError(f"{method}: {type(error).__name__}") from error

    async def _body_of(self, answer: aiohttp.ClientResponse) -> Any:
        held = bytearray()
        async for chunk in answer.content.iter_chunked(1 << 16):
            held += chunk
            if len(held) > self._most_bytes:
                raise ServerUnavailableError("the answer is larger than was asked for")
        if not held:
            return None
        try:
            return orjson.loads(held)
        except orjson.JSONDecodeError:
            if answer.status < _CLIENT_ERROR:
                raise ServerUnavailableError("the answer is not JSON") from None
            return None


def _current_ids() -> dict[str, str]:
    correlation = current()
    if correlation is None:
        return {}
    return {
        "traceparent": correlation.trace.hop().traceparent,
        "X-Correlation-ID": str(correlation.correlation_id),
    }
