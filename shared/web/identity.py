"""Who is asking: bearer tokens checked against an OpenID provider's keys, and the roles a route asks for."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Annotated, Any

import jwt
from fastapi import Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from shared.web.json_fetch import Fetch, fetch_from
from shared.web.key_set import KeySet
from shared.web.problem import ProblemError

ALGORITHMS = ("RS256", "ES256")
_LEEWAY_SECONDS = 30
_LONGEST_TOKEN = 8192
_BEARER = HTTPBearer(auto_error=False, bearerFormat="JWT", description="Staff, partners and sibling services")


@dataclass(frozen=True, slots=True)
class Principal:
    """Who a token speaks for."""

    subject: str
    roles: frozenset[str] = field(default_factory=frozenset)
    agency: str | None = None

    def has_any(self, *roles: str) -> bool:
        """Tell whether the principal holds at least one of the roles."""
        return not self.roles.isdisjoint(roles)


class TokenRefusedError(Exception):
    """The token proves nothing; the message says what is wrong with it in words fit for its bearer."""


class TokenVerifier:
    """Checks signature, algorithm, `iss`, `aud`, `exp` and `nbf`. A component: its `run` keeps the keys fresh."""

    def __init__(self, jwks_url: str, issuer: str, audience: str, *, fetch: Fetch | None = None) -> None:
        """Take where the keys are and what a token must say."""
        self._keys = KeySet(fetch or fetch_from(jwks_url))
        self._issuer = issuer
        self._audience = audience

    async def start(self) -> None:
        """Prepare nothing; the keys are fetched in `run` or with the first token."""
        await self._keys.start()

    async def run(self) -> None:
        """Keep the keys fresh until stopped."""
        await self._keys.run()

    async def stop(self) -> None:
        """Stop refreshing."""
        await self._keys.stop()

    async def verify(self, token: str) -> Principal:
        """Return who the token speaks for; TokenRefusedError, or TransientError while the keys cannot be had."""
        try:
            header = jwt.get_unverified_header(token) if len(token) <= _LONGEST_TOKEN else {}
        except jwt.PyJWTError:
            header = {}
        algorithm, kid = header.get("alg"), header.get("kid")
        if algorithm not in ALGORITHMS or not isinstance(kid, str):
            raise TokenRefusedError("The token is not one that is read here.")
        key = await self._keys.key(kid)
        if key is None or key.algorithm_name != algorithm:
            raise TokenRefusedError("The token is signed with a key that is not known.")
        return _principal_of(self._claims(token, key, algorithm))

    def _claims(self, token: str, key: jwt.PyJWK, algorithm: str) -> dict[str, Any]:
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                key.key,
                algorithms=[algorithm],
                audience=self._audience,
                issuer=self._issuer,
                leeway=_LEEWAY_SECONDS,
                options={"require": ["exp", "iss", "aud", "sub"]},
            )
        except jwt.ExpiredSignatureError:
            raise TokenRefusedError("The token has expired.") from None
        except jwt.PyJWTError as error:
            raise TokenRefusedError(f"The token is not valid here: {type(error).__name__}.") from None
        return claims


def require(*roles: str) -> Callable[..., Awaitable[Principal]]:
    """Return a FastAPI dependency that yields the principal, or answers 401, or 403 without one of the roles.

    The verifier is `app.state.identity`. No roles means that any valid token will do.
    """

    async def authorised(
        request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)] = None
    ) -> Principal:
        if given is None:
            raise _unauthorised("A bearer token is needed.", error=None)
        verifier: TokenVerifier = request.app.state.identity
        try:
            principal = await verifier.verify(given.credentials)
        except TokenRefusedError as refusal:
            raise _unauthorised(str(refusal), error="invalid_token") from None
        if roles and not principal.has_any(*roles):
            raise ProblemError(
                HTTPStatus.FORBIDDEN, "The token does not hold a role that allows this.", type="/problems/role-missing"
            )
        return principal

    return authorised


def _unauthorised(detail: str, *, error: str | None) -> ProblemError:
    challenge = 'Bearer realm="kith"' + (f', error="{error}"' if error else "")
    return ProblemError(HTTPStatus.UNAUTHORIZED, detail, headers={"WWW-Authenticate": challenge})


def _principal_of(claims: dict[str, Any]) -> Principal:
    subject, roles, agency = claims["sub"], claims.get("roles", []), claims.get("agency")
    if not isinstance(roles, list) or not all(isinstance(role, str) for role in roles):
        raise TokenRefusedError("The token's roles are not a list of words.")
    if agency is not None and not isinstance(agency, str):
        raise TokenRefusedError("The token's agency is not a word.")
    return Principal(str(subject), frozenset(roles), agency)
