"""The issuer's signing key, the services' client secrets, and the tokens made with them."""

import base64
import json
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from deploy.local.layout import write_json, write_whole

AUDIENCE = "kith"
SERVICES = ("reporting", "triage", "networks", "notify")
_OWNER_ONLY = 0o600
_ALGORITHM = "RS256"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An RSA key, named by `kid`."""

    private: RSAPrivateKey
    kid: str

    @classmethod
    def kept_in(cls, folder: Path) -> "SigningKey":
        """Return the key of a folder, made there on first use."""
        path = folder / "signing.pem"
        if not path.exists():
            write_whole(path, _new_key(), mode=_OWNER_ONLY)
        private = serialization.load_pem_private_key(path.read_bytes(), password=None)
        if not isinstance(private, RSAPrivateKey):
            raise TypeError(f"{path} holds no RSA key")
        modulus = private.public_key().public_numbers().n
        return cls(private, kid=f"local-{modulus % 0xFFFF_FFFF:08x}")

    def public_jwk(self) -> dict[str, str]:
        """Return the public half as a JSON web key."""
        numbers = self.private.public_key().public_numbers()
        fixed = {"kty": "RSA", "use": "sig", "alg": _ALGORITHM, "kid": self.kid}
        return fixed | {"n": _base64(numbers.n), "e": _base64(numbers.e)}

    def token(self, *, issuer: str, subject: str, claims: Mapping[str, Any], seconds: int) -> str:
        """Return a signed token for the platform's audience, valid from now."""
        now = int(time.time())
        standard = {
            "iss": issuer,
            "sub": subject,
            "aud": AUDIENCE,
            "iat": now,
            "nbf": now,
            "exp": now + seconds,
            "jti": secrets.token_hex(8),
        }
        return jwt.encode({**standard, **claims}, self.private, _ALGORITHM, headers={"kid": self.kid})


@dataclass(frozen=True, slots=True)
class ClientSecrets:
    """What each service shows the issuer, by client id such as `service.triage`."""

    secrets: Mapping[str, str]

    @classmethod
    def kept_in(cls, folder: Path) -> "ClientSecrets":
        """Return the secrets of a folder, made there on first use."""
        path = folder / "clients.json"
        if not path.exists():
            made = {f"service.{name}": secrets.token_urlsafe(32) for name in SERVICES}
            write_json(path, made, mode=_OWNER_ONLY)
        return cls.read(path)

    @classmethod
    def read(cls, path: Path) -> "ClientSecrets":
        """Return the secrets of a file."""
        return cls(json.loads(path.read_text()))

    def of(self, client: str) -> str | None:
        """Return a client's secret, None for a stranger."""
        return self.secrets.get(client)


def _new_key() -> str:
    key = generate_private_key(public_exponent=65537, key_size=2048)
    form = serialization.PrivateFormat.PKCS8
    return key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()).decode()


def _base64(number: int) -> str:
    raw = number.to_bytes((number.bit_length() + 7) // 8, "big")
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
