"""API keys for registered clients: shown once, kept as a hash, compared in constant time."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import Request, Security
from fastapi.security import APIKeyHeader
from pydantic import BaseModel, ConfigDict, Field

from shared.web.problem import ProblemError

_KEY = re.compile(r"^kith_([a-z0-9-]{1,32})\.([A-Za-z0-9_-]{22,128})$")
_SECRET_BYTES = 32
_HEADER = APIKeyHeader(name="X-API-Key", auto_error=False, description="A registered web or app client")


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as a client holds it; printing one shows the id only."""

    id: str
    secret: str

    def __repr__(self) -> str:
        """Name the key without giving it away."""
        return f"ApiKey({self.id})"

    @property
    def text(self) -> str:
        """The key as it is sent."""
        return f"kith_{self.id}.{self.secret}"

    @property
    def sha256(self) -> str:
        """What is stored of the key."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class ApiClientRecord(BaseModel):
    """A registered client as settings hold it. `id` is the key's id; a client rotates by having two entries."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9-]{1,32}$")
    name: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    scopes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ApiClient:
    """Who sent a request, when a registered client did."""

    id: str
    name: str
    scopes: frozenset[str]

    def may(self, scope: str) -> bool:
        """Tell whether the client was given a scope."""
        return scope in self.scopes


class ApiClients:
    """The registered clients of one service."""

    def __init__(self, records: Iterable[ApiClientRecord] = ()) -> None:
        """Take the clients, as the settings name them."""
        self._records = {record.id: record for record in records}

    def identify(self, text: str) -> ApiClient | None:
        """Return the client whose key this is, or None; it takes as long for a wrong key as for a right one."""
        key = parse_key(text)
        record = self._records.get(key.id) if key else None
        kept = record.sha256 if record else "0" * 64
        given = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
        matches = hmac.compare_digest(given, kept)
        return ApiClient(record.id, record.name, record.scopes) if record and matches else None


def new_key(client_id: str) -> ApiKey:
    """Return a new key with 256 random bits."""
    return ApiKey(client_id, secrets.token_urlsafe(_SECRET_BYTES))


def parse_key(text: str) -> ApiKey | None:
    """Return the parts of a key, or None when the text has not the form of one."""
    found = _KEY.fullmatch(text)
    return ApiKey(*found.groups()) if found else None


def identified(clients: ApiClients, text: str | None) -> ApiClient | None:
    """Return the client, None when no key was sent, or raise the 401 when a key was sent that is nobody's."""
    if text is None:
        return None
    client = clients.identify(text)
    if client is None:
        raise ProblemError(
            HTTPStatus.UNAUTHORIZED,
            "The API key is not one of a registered client.",
            type="/problems/unknown-api-key",
            headers={"WWW-Authenticate": 'ApiKey realm="kith"'},
        )
    return client


async def api_client(request: Request, text: Annotated[str | None, Security(_HEADER)] = None) -> ApiClient | None:
    """FastAPI dependency: the registered client, from `app.state.api_clients`, or None for the public."""
    clients: ApiClients = request.app.state.api_clients
    return identified(clients, text)
