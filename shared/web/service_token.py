"""A service's own token for calls to its siblings, by OAuth 2 client credentials."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import aiohttp

from shared.web.json_fetch import ServerUnavailableError, json_object

_SECONDS = 5.0
_MOST_BYTES = 64 * 1024
_REFRESH_AT = 0.8
_SHORT_LIFE = 60.0

Grant = Callable[[], Awaitable[Mapping[str, Any]]]
"""Asks for a token and returns the token endpoint's JSON answer, or raises TransientError."""


class ServiceTokens:
    """Keeps one token and replaces it when four fifths of its life are over.

    While the provider is out the old token is used to its end; after that, `header` raises TransientError.
    """

    def __init__(
        self,
        token_url: str,
        client_id: str,
        client_secret: str,
        *,
        grant: Grant | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the account, and for tests another way to ask and another clock."""
        self._grant = grant or _grant_from(token_url, client_id, client_secret)
        self._now = now
        self._asking = asyncio.Lock()
        self._token: str | None = None
        self._renew_at = self._ends_at = float("-inf")

    async def header(self) -> dict[str, str]:
        """Return the Authorization header of a call made now."""
        if self._now() >= self._renew_at:
            async with self._asking:
                if self._now() >= self._renew_at:
                    await self._renew()
        return {"Authorization": f"Bearer {self._token}"}

    def forget(self) -> None:
        """Drop a token that a sibling would not take."""
        self._renew_at = self._ends_at = float("-inf")

    async def _renew(self) -> None:
        try:
            token, life = _token_in(await self._grant())
        except ServerUnavailableError:
            if self._now() >= self._ends_at:
                raise
            return
        self._token = token
        self._renew_at = self._now() + life * _REFRESH_AT
        self._ends_at = self._now() + life


def _token_in(answer: Mapping[str, Any]) -> tuple[str, float]:
    token, life = answer.get("access_token"), answer.get("expires_in", _SHORT_LIFE)
    if not isinstance(token, str) or not isinstance(life, int | float):
        raise ServerUnavailableError("the token endpoint's answer holds no token")
    return token, float(life)


def _grant_from(token_url: str, client_id: str, client_secret: str) -> Grant:
    async def grant() -> Mapping[str, Any]:
        form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS)) as session,
                session.post(token_url, data=form, allow_redirects=False) as answer,
            ):
                answer.raise_for_status()
                return json_object(await answer.content.read(_MOST_BYTES))
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise ServerUnavailableError(f"{token_url}: {type(error).__name__}") from error

    return grant
