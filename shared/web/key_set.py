"""The public keys of an OpenID provider, kept through its outages."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from typing import Any

import jwt

from shared.observability.logging import get_logger
from shared.runtime.errors import TransientError
from shared.web.json_fetch import Fetch

_REFRESH_SECONDS = 300.0
_RETRY_SECONDS = 5.0
_BETWEEN_FETCHES_SECONDS = 1.0
_UNKNOWN_KEY_PAUSE_SECONDS = 60.0
_MOST_UNKNOWN_KEYS = 256

log = get_logger(__name__)


class KeySet:
    """Keys by `kid`. A fetch never blocks the loop; at most one runs at a time.

    Keys once fetched stay in use while the provider is out. A `kid` that is not known causes a fetch at most once a
    minute, however often it is asked for; a hundred made-up ones cause no more than one fetch a second.
    """

    def __init__(self, fetch: Fetch, *, now: Callable[[], float] = time.monotonic) -> None:
        """Take how to fetch the set, and a monotonic clock."""
        self._fetch = fetch
        self._now = now
        self._keys: dict[str, jwt.PyJWK] = {}
        self._looked_for: dict[str, float] = {}
        self._fetching = asyncio.Lock()
        self._tried_at = float("-inf")
        self._last_try = False
        self._stopped = asyncio.Event()

    async def start(self) -> None:
        """Nothing to prepare: a provider that is out must not keep the service from starting."""

    async def run(self) -> None:
        """Keep the keys fresh until stopped."""
        while not self._stopped.is_set():
            wait = _REFRESH_SECONDS if await self._refreshed() else _RETRY_SECONDS
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._stopped.wait()

    async def stop(self) -> None:
        """Stop refreshing."""
        self._stopped.set()

    async def key(self, kid: str) -> jwt.PyJWK | None:
        """Return a key, or None when the provider has none by that name; TransientError when it was never reached."""
        if kid not in self._keys and self._may_look_for(kid):
            await self._refreshed()
        if not self._keys:
            raise TransientError("the identity provider has not answered yet")
        return self._keys.get(kid)

    def _may_look_for(self, kid: str) -> bool:
        if self._fetching.locked():
            return True
        now = self._now()
        if now - self._tried_at < _BETWEEN_FETCHES_SECONDS:
            return False
        if now - self._looked_for.get(kid, float("-inf")) < _UNKNOWN_KEY_PAUSE_SECONDS:
            return False
        if len(self._looked_for) >= _MOST_UNKNOWN_KEYS:
            self._looked_for.clear()
        if self._keys:
            self._looked_for[kid] = now
        return True

    async def _refreshed(self) -> bool:
        """Fetch the keys, or share the outcome of the fetch that is under way."""
        asked_at = self._now()
        async with self._fetching:
            if self._tried_at < asked_at:
                self._last_try = await self._tried()
                self._tried_at = self._now()
            return self._last_try

    async def _tried(self) -> bool:
        try:
            self._keys = _keys_in(await self._fetch()) or self._keys
        except TransientError as error:
            log.warning("identity_keys_not_refreshed", error_type=type(error).__name__, kept=len(self._keys))
            return False
        return True


def _keys_in(document: Any) -> dict[str, jwt.PyJWK]:
    """Return the signing keys that this library can use; one it cannot read does not spoil the others."""
    found: dict[str, jwt.PyJWK] = {}
    for entry in document.get("keys", ()):
        if not isinstance(entry, dict) or not isinstance(entry.get("kid"), str) or entry.get("use", "sig") != "sig":
            continue
        with contextlib.suppress(jwt.PyJWTError):
            found[entry["kid"]] = jwt.PyJWK(entry)
    return found
