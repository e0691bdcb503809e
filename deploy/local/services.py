"""The four services as programs: what each is told through its environment."""

import sys
from dataclasses import dataclass
from functools import partial

from deploy.local import probes
from deploy.local.credentials import Credentials
from deploy.local.environment import inherited, without_services
from deploy.local.layout import Layout
from deploy.local.logfile import LogFile
from deploy.local.ports import HOST, Ports
from deploy.local.processes import Program
from deploy.local.settings import REPOSITORY
from deploy.local.spawn import Command
from deploy.local.store import Store
from deploy.local.tokens import AUDIENCE, ClientSecrets


@dataclass(frozen=True, slots=True)
class Services:
    """Programs of the services against one stack's Kafka, store, issuer and mail."""

    layout: Layout
    ports: Ports
    credentials: Credentials
    clients: ClientSecrets
    driver: str = "motor"

    def program(self, name: str) -> Program:
        """Return what to run for a service."""
        settings = {f"{name.upper()}_{setting}": value for setting, value in self._settings(name).items()}
        environment = without_services(inherited()) | settings
        environment |= {"KITH_MONGO_DRIVER": self.driver, "PYTHONUNBUFFERED": "1"}
        return Program(
            name=name,
            command=Command(
                arguments=(sys.executable, "-m", f"services.{name}"),
                folder=REPOSITORY,
                environment=environment,
                log=LogFile(self.layout.logs / f"{name}.log"),
            ),
            ready=partial(probes.part_answers, name, self.ports),
            start_within=60,
            stop_within=30,
        )

    def _settings(self, name: str) -> dict[str, str]:
        issuer = self.ports.url("issuer")
        common = {
            "PROFILE": "local",
            "HTTP__HOST": HOST,
            "HTTP__PORT": str(self.ports[name]),
            "KAFKA__SERVERS": self.ports.address("kafka"),
            "MONGO__URL": Store(self.layout, self.ports).url,
            "MONGO__DATABASE": name,
            "IDENTITY__ISSUER": issuer,
            "IDENTITY__JWKS_URL": f"{issuer}/jwks.json",
            "IDENTITY__AUDIENCE": AUDIENCE,
            "IDENTITY__TOKEN_URL": f"{issuer}/token",
            "IDENTITY__CLIENT_ID": f"service.{name}",
            "IDENTITY__CLIENT_SECRET": self.clients.of(f"service.{name}") or "",
        }
        return common | self._own(name)

    def _own(self, name: str) -> dict[str, str]:
        own = {
            "notify": {
                "WEBHOOKS__ALLOW_LOOPBACK": "true",
                "SMTP__HOST": HOST,
                "SMTP__PORT": str(self.ports["mail-smtp"]),
            },
        }
        return own.get(name, {})
