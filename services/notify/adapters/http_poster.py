"""Poster over aiohttp: one POST, no redirection, no proxy, no address inside our own network."""

from collections.abc import Mapping
from email.utils import parsedate_to_datetime

import aiohttp
from aiohttp.abc import AbstractResolver

from services.notify.adapters.egress import AddressForbiddenError, Egress, GuardedResolver
from services.notify.domain.errors import WebhookRefusedError
from services.notify.domain.retry import Answer
from shared.runtime.clock import Clock

_EXCERPT = 512
_AGENT = "kith-webhooks/1"


class HttpPoster:
    """Sends webhooks. What the other side answers is read no further than an excerpt."""

    def __init__(
        self, egress: Egress, clock: Clock, *, seconds: float = 15.0, resolver: AbstractResolver | None = None
    ) -> None:
        self._egress = egress
        self._clock = clock
        self._timeout = aiohttp.ClientTimeout(total=seconds, connect=min(seconds, 10.0))
        self._resolver = resolver
        self._session: aiohttp.ClientSession | None = None

    def refuse(self, url: str) -> None:
        """Raise WebhookRefusedError where the URL alone shows that nothing may ever be sent there."""
        self._egress.check(url)

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """Send, and return what came of it."""
        try:
            target = self._egress.check(url)
        except WebhookRefusedError:
            return Answer(None, error="address_refused")
        try:
            async with self._opened().post(target, headers=headers, data=body, allow_redirects=False) as response:
                excerpt = await _excerpt_of(response)
                wait = self._seconds_from(response.headers.get("Retry-After"))
                return Answer(response.status, wait, excerpt)
        except TimeoutError:
            return Answer(None, error="timeout")
        except aiohttp.ClientConnectorDNSError as error:
            refused = isinstance(error.os_error, AddressForbiddenError)
            return Answer(None, error="address_refused" if refused else "name_not_found")
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return Answer(None, error=type(error).__name__)

    async def close(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            resolver = GuardedResolver(self._egress, self._resolver or aiohttp.ThreadedResolver())
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0, resolver=resolver, use_dns_cache=False),
                timeout=self._timeout,
                headers={"User-Agent": _AGENT},
                trust_env=False,
                auto_decompress=False,
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        return self._session

    def _seconds_from(self, header: str | None) -> float | None:
        """Read a Retry-After header, in seconds or as a date."""
        if header is None:
            return None
        if header.strip().isdecimal():
            return float(header[:9])
        try:
            moment = parsedate_to_datetime(header)
        except ValueError:
            return None
        return None if moment.tzinfo is None else max((moment - self._clock.now()).total_seconds(), 0.0)


async def _excerpt_of(response: aiohttp.ClientResponse) -> str:
    try:
        return (await response.content.read(_EXCERPT)).decode("utf-8", "replace")
    except (aiohttp.ClientError, TimeoutError):
        return ""
