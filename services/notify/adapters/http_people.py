"""Contacts and Assets over HTTP: reporting and networks, asked with this service's own token when a message is due."""

from typing import TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError

from services.notify.application.ports import Asset
from services.notify.application.send_notification import ContactUnavailableError
from services.notify.domain.notification import Contact
from shared.web.client import Answer, JsonClient

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


class HttpContacts:
    """Asks reporting, which leaves a line in its access log each time."""

    def __init__(self, reporting: JsonClient) -> None:
        self._reporting = reporting

    async def of(self, report_id: UUID) -> Contact | None:
        """Return how to reach a reporter."""
        answer = _read(_ContactAnswer, await self._reporting.get(f"/v1/contacts/{report_id}"))
        if answer is None:
            return None
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

    def __init__(self, networks: JsonClient) -> None:
        self._networks = networks

    async def of(self, asset_id: UUID) -> Asset | None:
        """Return how to reach an asset."""
        answer = _read(_AssetAnswer, await self._networks.get(f"/v1/assets/{asset_id}/contact"))
        if answer is None:
            return None
        return Asset(answer.contact_name or answer.name, answer.email, answer.language or "en")

    async def link(self, engagement_id: UUID) -> str | None:
        """Return the page on which an offer is answered."""
        answer = _read(_LinkAnswer, await self._networks.get(f"/v1/engagements/{engagement_id}/link"))
        return None if answer is None else answer.url


def _read(kind: type[A], answer: Answer) -> A | None:
    if answer.status == _NOT_FOUND:
        return None
    if answer.status != _OK:
        raise ContactUnavailableError(f"answered {answer.status}")
    try:
        return kind.model_validate(answer.body)
    except ValidationError:
        raise ContactUnavailableError("the answer has another form than agreed") from None
