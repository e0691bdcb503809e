"""What people, partners and apps show the local services: made on first start, kept, shown in stack.json."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from deploy.local.layout import Layout, write_json
from deploy.local.tokens import SigningKey

_DAYS = 24 * 3600
_VALID_FOR = 90 * _DAYS
_OWNER_ONLY = 0o600

PEOPLE: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "officer": {"roles": ["officer"]},
        "supervisor": {"roles": ["supervisor"]},
        "second_supervisor": {"roles": ["supervisor"]},
        "coordinator": {"roles": ["coordinator"]},
        "partner_police": {"roles": ["partner"], "agency": "police"},
        "partner_housing": {"roles": ["partner"], "agency": "housing"},
        "dash_trained": {"roles": ["officer", "dash_trained"]},
        "auditor": {"roles": ["auditor"]},
    }
)
APPS = ("web_client", "open311")


def person_token(key: SigningKey, issuer: str, name: str) -> str:
    """Return a token for one of the people, valid for weeks."""
    return key.token(issuer=issuer, subject=name, claims=PEOPLE[name], seconds=_VALID_FOR)


@dataclass(frozen=True, slots=True)
class Credentials:
    """API keys of apps and tokens of people, by the names of stack.json."""

    api_keys: Mapping[str, str]
    tokens: Mapping[str, str]

    @classmethod
    def kept_in(cls, layout: Layout, issuer: str) -> "Credentials":
        """Return the API keys of a stack, made on first use, and tokens that its issuer's key signs anew."""
        path = layout.keys / "api_keys.json"
        if not path.exists():
            made = {app: f"kith_{app.replace('_', '-')}.{secrets.token_urlsafe(32)}" for app in APPS}
            write_json(path, made, mode=_OWNER_ONLY)
        key = SigningKey.kept_in(layout.keys)
        return cls(json.loads(path.read_text()), {name: person_token(key, issuer, name) for name in PEOPLE})

    def view(self) -> dict[str, dict[str, str]]:
        """Return them as stack.json shows them."""
        keys = {name: {"api_key": key} for name, key in self.api_keys.items()}
        return keys | {name: {"token": token} for name, token in self.tokens.items()}
