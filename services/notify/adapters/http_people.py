"""Contacts and Assets over HTTP: reporting and networks, asked with this service's own token when a message is due."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar
from uuid import UUID

import aiohttp
from pydantic import BaseModel, ConfigDict, ValidationError

from services.notify.application.ports import Asset
from services.notify.application.send_notification import ContactUnavailableError
from services.notify.domain.notification import Contact

Authorisation = Callable[[], Awaitable[Mapping[str, str]]]
_NOT_FOUND = 404
_OK = 200


class _Answer(BaseModel):
    model_config = ConfigDict(extra="ignore")


A = TypeVar("A", bound=_Answer)


class _ContactAnswer(_Answer):
    reference: str
    status_url: str
    name: str | None = None
    email: str | None = None
    language: str | None = None
    safe_contact: str | None = None


class _AssetAnswer(_Answer):
    name: str
    contact_name: str | None = None
    email: str | None = None
    language: str | None = None


class _LinkAnswer(_Answer):
    url: str


class Sibling:
    """Another service of ours. Whatever it does, other than answer, is an outage to be tried again."""

    def __init__(self, url: str, authorisation: Authorisation, *, seconds: float = 5.0) -> None:
        self._url = url.rstrip("/")
        self._authorisation = authorisation
        self._timeout = aiohttp.ClientTimeout(total=seconds)
        self._session: aiohttp.ClientSession | None = None

    async def get(self, path: str) -> bytes | None:
        """Return the body of a resource, or None where there is none."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=self._timeout, trust_env=False)
        try:
            headers = await self._authorisation()
            async with self._session.get(self._url + path, headers=dict(headers), allow_redirects=False) as response:
                if response.status == _NOT_FOUND:
                    return None
                if response.status != _OK:
                    raise ContactUnavailableError(f"answered {response.status}")
                return await response.read()
        except (aiohttp.ClientError, OSError) as error:
            raise ContactUnavailableError(type(error).__name__) from error

    async def close(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()


class HttpContacts:
    """Asks reporting, which leaves a line in its access log each time."""

    def __init__(self, reporting: Sibling) -> None:
        self._reporting = reporting

    async def of(self, report_id: UUID) -> Contact | None:
        """Return how to reach a reporter."""
        body = await self._reporting.get(f"/v1/contacts/{report_id}")
        if body is None:
            return None
        answer = _read(_ContactAnswer, body)
        return Contact(
            answer.name,
            answer.email,
            answer.safe_contact,
            answer.reference,
            answer.status_url,
            answer.language or "en",
        )


class HttpAssets:
    """Asks networks."""

    def __init__(self, networks: Sibling) -> None:
        self._networks = networks

    async def of(self, asset_id: UUID) -> Asset | None:
        """Return how to reach an asset."""
        body = await self._networks.get(f"/v1/assets/{asset_id}/contact")
        if body is None:
            return None
        answer = _read(_AssetAnswer, body)
        return Asset(answer.contact_name or answer.name, answer.email, answer.language or "en")

    async def link(self, engagement_id: UUID) -> str | None:
        """Return the page on which an offer is answered."""
        body = await self._networks.get(f"/v1/engagements/{engagement_id}/link")
        return None if body is None else _read(_LinkAnswer, body).url


def _read(kind: type[A], body: bytes) -> A:
    try:
        return kind.model_validate_json(body)
    except ValidationError:
        raise ContactUnavailableError("the answer has another form than agreed") from None
