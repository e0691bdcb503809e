"""The stack's description of itself in stack.json, for whoever wants to use it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deploy.local.credentials import Credentials
from deploy.local.errors import LocalError
from deploy.local.layout import write_json
from deploy.local.ports import Ports
from deploy.local.tokens import SERVICES

_OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class State:
    """Where everything is, how to be let in, and which process is which."""

    ports: Ports
    mongo: str
    credentials: Credentials
    pids: Mapping[str, int]

    def view(self) -> dict[str, Any]:
        """Return the document that others rely on."""
        urls = {name: self.ports.url(name) for name in (*SERVICES, "issuer")}
        return urls | {
            "kafka": self.ports.address("kafka"),
            "mongo": self.mongo,
            "mail": {"http": self.ports.url("mail"), "smtp": self.ports.address("mail-smtp")},
            "credentials": self.credentials.view(),
            "pids": dict(self.pids),
        }

    def write(self, path: Path) -> None:
        """Replace the file whole; only its owner can read it, since it holds credentials."""
        write_json(path, self.view(), mode=_OWNER_ONLY)


def read_state(path: Path) -> dict[str, Any]:
    """Return the document of a running stack; LocalError when there is none."""
    try:
        document = json.loads(path.read_text())
    except FileNotFoundError:
        raise LocalError(f"no stack is running ({path} is not there): `make up` starts one") from None
    return dict(document)
