"""Who sends a report: a registered client, a member of staff or a partner, or anybody at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import IPv6Address
from typing import Protocol

from starlette.requests import Request

from services.reporting.application.ports import Counts
from services.reporting.domain.errors import IdempotencyKeyMissingError
from shared.web.api_keys import ApiClients, identified
from shared.web.identity import Principal, TokenRefusedError
from shared.web.problem import ProblemError
from shared.web.rate_limit import Allowance, RateLimiter

#: A client registered with this scope has promised to send an idempotency key with every report.
KEY_REQUIRED = "idempotency-required"
REPORTER_ROLES = frozenset({"officer", "supervisor", "coordinator", "partner"})
#: Two strangers may well choose "1"; a key as long as this is somebody's own, also from another address.
_OWN_KEY_LENGTH = 16
_BEARER = "bearer "
#: The part of an IPv6 address that names its network, as it is written out.
_NETWORK = len("0000:0000:0000:0000")
_TOO_FAST = (
    "Too many reports came at once; please wait a moment and send it again. "
    "If someone is in danger, do not wait: call 999."
)


class Tokens(Protocol):
    """What bearer tokens are checked with."""

    async def verify(self, token: str) -> Principal:
        """Return who the token speaks for, or raise TokenRefusedError."""
        ...


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sends a report, as far as we know; `address` only where nothing else is known."""

    name: str
    pace: Mapping[str, str]
    """The headers that tell the caller how many more reports may come."""
    address: str | None = None
    key_required: bool = False

    def key_scope(self, value: str) -> str:
        """Return whose key this is: keys of different callers never meet."""
        if self.address is not None and len(value) < _OWN_KEY_LENGTH:
            return f"{self.name}@{self.address}"
        return self.name

    def require_key(self, header: str | None) -> None:
        """Raise IdempotencyKeyMissingError where this caller promised a key; a resident is never refused for it."""
        if header is None and self.key_required:
            raise IdempotencyKeyMissingError("This client is registered to send an Idempotency-Key with every report.")


@dataclass(frozen=True, slots=True)
class Limits:
    """How fast reports may come: from an address without credentials, and under one key or account."""

    public: RateLimiter
    known: RateLimiter


@dataclass(frozen=True, slots=True)
class FrontDoor:
    """Tells callers apart and holds each to its pace. A credential that is wrong is refused, never taken for none."""

    clients: ApiClients
    tokens: Tokens
    limits: Limits
    counts: Counts

    async def caller_of(self, request: Request) -> Caller:
        """Return who is calling; raise the 401, 403 or 429."""
        api_key = request.headers.get("x-api-key")
        if api_key is not None:
            return self.client_of(api_key)
        authorization = request.headers.get("authorization")
        if authorization is not None:
            return await self._member_of_staff(authorization)
        return self.anybody(request)

    def anybody(self, request: Request) -> Caller:
        """Return a caller of whom the address alone is known, or raise the 429."""
        address = _address_of(request)
        return Caller("public", self._paced(self.limits.public, address).headers, address=address)

    def client_of(self, api_key: str) -> Caller:
        """Return the registered client, or raise the 401 or 429."""
        client = identified(self.clients, api_key)
        assert client is not None  # noqa: S101 - a key that was sent is somebody's or refused
        return self.known(f"client:{client.id}", key_required=client.may(KEY_REQUIRED))

    def known(self, name: str, *, key_required: bool = False) -> Caller:
        """Return somebody whose credential was found good, or raise the 429."""
        return Caller(name, self._paced(self.limits.known, name).headers, key_required=key_required)

    def pace(self, caller: Caller, reports: int) -> None:
        """Count so many further reports of a known caller, or raise the 429."""
        if reports:
            self._paced(self.limits.known, caller.name, cost=reports)

    async def _member_of_staff(self, authorization: str) -> Caller:
        if not authorization.lower().startswith(_BEARER):
            raise _unauthorised("The Authorization header has to hold a bearer token.")
        try:
            principal = await self.tokens.verify(authorization[len(_BEARER) :].strip())
        except TokenRefusedError as refusal:
            raise _unauthorised(str(refusal)) from None
        if not principal.has_any(*REPORTER_ROLES):
            raise ProblemError(
                HTTPStatus.FORBIDDEN, "The token does not hold a role that reports.", type="/problems/role-missing"
            )
        return self.known(f"user:{principal.subject}")

    def _paced(self, limiter: RateLimiter, key: str, *, cost: int = 1) -> Allowance:
        try:
            return limiter.check(key, cost=cost, detail=_TOO_FAST)
        except ProblemError:
            self.counts.request_limited()
            raise


def _address_of(request: Request) -> str:
    """Return where a request comes from; whoever has one IPv6 address has all of its network's."""
    host = request.client.host if request.client else "unknown"
    if ":" not in host:
        return host
    try:
        return str(IPv6Address(host.partition("%")[0]).exploded[:_NETWORK])
    except ValueError:
        return host


def _unauthorised(detail: str) -> ProblemError:
    return ProblemError(HTTPStatus.UNAUTHORIZED, detail, headers={"WWW-Authenticate": 'Bearer realm="kith"'})
