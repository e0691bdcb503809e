"""A running platform as the target of a replay, through its public API."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus

import aiohttp
import orjson

from services.reporting.application.replaying import ReplayRow, Reply
from shared.runtime.errors import TransientError

_AGAIN = frozenset(
    {
        HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT,
    }
)  # fmt: skip
_LONGEST_WAIT = 30.0
_TIMEOUT = aiohttp.ClientTimeout(total=30)


@dataclass(frozen=True, slots=True)
class HttpTarget:
    """Posts to `/v1/reports`; waits as long as Retry-After says before it lets a row be sent again."""

    session: aiohttp.ClientSession
    url: str

    async def send(self, row: ReplayRow) -> Reply:
        """Post one report under its key."""
        headers = {"Content-Type": "application/json", "Idempotency-Key": f'"{row.key}"'}
        try:
            async with self.session.post(self.url, data=orjson.dumps(row.body), headers=headers) as answer:
                body = await answer.read()
                if answer.status in _AGAIN:
                    await asyncio.sleep(_seconds(answer.headers.get("Retry-After")))
                    raise TransientError(f"the platform answered {answer.status}")
                replayed = answer.headers.get("Idempotent-Replayed") == "true"
                return Reply(answer.status, replayed, orjson.loads(body) if body else {})
        except (aiohttp.ClientError, TimeoutError) as error:
            raise TransientError(f"the platform did not answer: {type(error).__name__}") from error


@asynccontextmanager
async def http_target(base_url: str, api_key: str | None) -> AsyncIterator[HttpTarget]:
    """Open connections to a platform for the length of the block."""
    headers = {"X-API-Key": api_key} if api_key else {}
    connector = aiohttp.TCPConnector(limit=100)
    async with aiohttp.ClientSession(headers=headers, timeout=_TIMEOUT, connector=connector) as session:
        yield HttpTarget(session, f"{base_url.rstrip('/')}/v1/reports")


def _seconds(retry_after: str | None) -> float:
    return min(float(retry_after), _LONGEST_WAIT) if retry_after and retry_after.isdigit() else 0.0
