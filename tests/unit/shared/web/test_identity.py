"""Bearer tokens: who is believed, who is not, and what happens while the provider is out."""

import asyncio
import time
from collections.abc import Mapping
from typing import Annotated, Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from fastapi import APIRouter, Depends
from prometheus_client import CollectorRegistry

from shared.runtime.errors import TransientError
from shared.runtime.health import Health
from shared.web.app import create_app
from shared.web.identity import Principal, TokenRefusedError, TokenVerifier, require
from shared.web.key_set import KeySet

ISSUER = "https://id.example"
A_DAY = 24 * 3600  # s
RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
EC_KEY = ec.generate_private_key(ec.SECP256R1())


class Provider:
    """An OpenID provider whose keys and outages a test sets."""

    def __init__(self) -> None:
        self.keys: list[dict[str, Any]] = [_rsa_entry("one"), _ec_entry("two")]
        self.out = False
        self.fetches = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def fetch(self) -> Mapping[str, Any]:
        self.fetches += 1
        await self.gate.wait()
        if self.out:
            raise TransientError("out")
        return {"keys": self.keys}


class Time:
    """A monotonic clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def _rsa_entry(kid: str) -> dict[str, Any]:
    return jwt.algorithms.RSAAlgorithm.to_jwk(RSA_KEY.public_key(), as_dict=True) | {"kid": kid, "alg": "RS256"}


def _ec_entry(kid: str) -> dict[str, Any]:
    return jwt.algorithms.ECAlgorithm.to_jwk(EC_KEY.public_key(), as_dict=True) | {"kid": kid}


def a_token(*, key: Any = RSA_KEY, algorithm: str = "RS256", kid: str | None = "one", **claims: Any) -> str:
    expiry = int(time.time()) + A_DAY  # outlives any run: many tokens are made while the tests are still collected
    body = {"iss": ISSUER, "aud": "kith", "sub": "officer-7", "exp": expiry, "roles": ["officer"]} | claims
    return jwt.encode(
        {name: value for name, value in body.items() if value is not None},
        key,
        algorithm=algorithm,
        headers={"kid": kid} if kid else None,
    )


def a_verifier(provider: Provider) -> TokenVerifier:
    return TokenVerifier("https://id.example/jwks", ISSUER, "kith", fetch=provider.fetch)


async def test_a_good_token_says_who_asks() -> None:
    verifier = a_verifier(Provider())

    principal = await verifier.verify(a_token(roles=["partner"], agency="police"))

    assert principal == Principal("officer-7", frozenset({"partner"}), "police")


async def test_elliptic_keys_are_as_good() -> None:
    verifier = a_verifier(Provider())

    principal = await verifier.verify(a_token(key=EC_KEY, algorithm="ES256", kid="two"))

    assert principal.roles == {"officer"}


@pytest.mark.parametrize(
    "token",
    [
        "",
        "rubbish",
        "a.b.c",
        "x" * 10_000,
        a_token(exp=int(time.time()) - 60),
        a_token(exp=None),
        a_token(nbf=int(time.time()) + A_DAY // 2),
        a_token(iss="https://other.example"),
        a_token(aud="others"),
        a_token(sub=None),
        a_token(kid=None),
        a_token(kid="unknown"),
        a_token(kid="two"),
        a_token(roles="officer"),
        a_token(roles=[1]),
        a_token(agency=7),
        a_token(key="k" * 40, algorithm="HS256"),
        a_token(key=rsa.generate_private_key(public_exponent=65537, key_size=2048)),
        a_token(algorithm="RS512"),
        jwt.encode({"sub": "x"}, "", algorithm="none", headers={"kid": "one"}),
    ],
)
async def test_a_token_that_proves_nothing_is_refused(token: str) -> None:
    verifier = a_verifier(Provider())

    with pytest.raises(TokenRefusedError):
        await verifier.verify(token)


async def test_known_keys_still_verify_through_an_outage() -> None:
    provider = Provider()
    verifier = a_verifier(provider)
    await verifier.verify(a_token())
    provider.out = True

    principal = await verifier.verify(a_token())

    assert principal.subject == "officer-7"
    with pytest.raises(TokenRefusedError):
        await verifier.verify(a_token(kid="unknown"))


async def test_a_provider_never_reached_is_an_outage_and_not_a_refusal() -> None:
    provider = Provider()
    provider.out = True

    with pytest.raises(TransientError):
        await a_verifier(provider).verify(a_token())


async def test_an_unknown_key_is_looked_for_once_a_minute() -> None:
    provider, now = Provider(), Time()
    keys = KeySet(provider.fetch, now=now)
    await keys.key("one")

    for _ in range(55):
        now.now += 1.0
        assert await keys.key("missing") is None
    within_a_minute = provider.fetches
    now.now += 10.0
    await keys.key("missing")

    assert (within_a_minute, provider.fetches) == (2, 3)


async def test_many_made_up_keys_cause_few_fetches() -> None:
    provider, now = Provider(), Time()
    keys = KeySet(provider.fetch, now=now)
    await keys.key("one")

    for number in range(1000):
        now.now += 0.01
        await keys.key(f"made-up-{number}")

    assert provider.fetches <= 12


async def test_a_rotated_key_is_found_by_everyone_who_waits_for_it() -> None:
    provider, now = Provider(), Time()
    keys = KeySet(provider.fetch, now=now)
    await keys.key("one")
    provider.keys.append(_rsa_entry("three"))
    provider.gate.clear()
    now.now += 5.0

    waiting = [asyncio.create_task(keys.key("three")) for _ in range(20)]
    while provider.fetches < 2:
        await asyncio.sleep(0)
    provider.gate.set()
    found = await asyncio.gather(*waiting)

    assert all(key is not None for key in found)
    assert provider.fetches == 2


async def test_requests_during_an_outage_do_not_queue_for_fetches_of_their_own() -> None:
    provider, now = Provider(), Time()
    provider.out = True
    keys = KeySet(provider.fetch, now=now)

    outcomes = await asyncio.gather(*(keys.key("one") for _ in range(50)), return_exceptions=True)

    assert all(isinstance(outcome, TransientError) for outcome in outcomes)
    assert provider.fetches == 1


async def test_keys_are_kept_fresh_in_the_background() -> None:
    provider = Provider()
    keys = KeySet(provider.fetch)
    running = asyncio.create_task(keys.run())

    while not provider.fetches:
        await asyncio.sleep(0)
    await keys.stop()
    await running

    assert await keys.key("one") is not None


async def test_an_entry_that_cannot_be_read_does_not_spoil_the_others() -> None:
    provider = Provider()
    provider.keys = [{"kid": "odd", "kty": "XYZ"}, {"no": "kid"}, _rsa_entry("one")]

    principal = await a_verifier(provider).verify(a_token())

    assert principal.subject == "officer-7"


@pytest.mark.parametrize(
    ("header", "status", "challenge"),
    [
        (None, 401, 'Bearer realm="kith"'),
        ("Basic abc", 401, 'Bearer realm="kith"'),
        ("Bearer rubbish", 401, 'Bearer realm="kith", error="invalid_token"'),
        (f"Bearer {a_token(roles=['auditor'])}", 403, None),
        (f"Bearer {a_token()}", 200, None),
        (f"Bearer {a_token(roles=['supervisor'])}", 200, None),
    ],
)
async def test_a_route_asks_for_roles(header: str | None, status: int, challenge: str | None) -> None:
    router = APIRouter()

    @router.get("/cases")
    async def cases(principal: Annotated[Principal, Depends(require("officer", "supervisor"))]) -> dict[str, str]:
        return {"for": principal.subject}

    app = create_app(service="s", routers=[router], problems={}, health=Health(), registry=CollectorRegistry())
    app.state.identity = a_verifier(Provider())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://s") as client:
        answer = await client.get("/cases", headers={"Authorization": header} if header else {})

    assert answer.status_code == status
    assert answer.headers.get("www-authenticate") == challenge
    assert status == 200 or answer.headers["content-type"] == "application/problem+json"
