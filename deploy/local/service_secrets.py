"""Keys of this machine's deployment: what the services seal and sign with, made on first start and kept."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.fernet import Fernet

from deploy.local.layout import write_json

_OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class ServiceSecrets:
    """Losing them loses contacts, follow-up secrets, offer links and webhook secrets for good."""

    follow_up: str
    contact_key: str
    offer_links: str
    webhook_seal: str

    @classmethod
    def kept_in(cls, folder: Path) -> "ServiceSecrets":
        """Return the secrets of a folder, made there on first use."""
        path = folder / "services.json"
        if not path.exists():
            made = {name: secrets.token_urlsafe(32) for name in ("follow_up", "contact_key", "offer_links")}
            write_json(path, made | {"webhook_seal": Fernet.generate_key().decode()}, mode=_OWNER_ONLY)
        return cls(**json.loads(path.read_text()))


def registered(api_keys: Mapping[str, str]) -> str:
    """Return the apps as reporting's settings hold them: by the hash of their key."""
    return json.dumps(
        [
            {
                "id": key.removeprefix("kith_").partition(".")[0],
                "name": app.replace("_", " "),
                "sha256": hashlib.sha256(key.encode()).hexdigest(),
            }
            for app, key in api_keys.items()
        ]
    )
