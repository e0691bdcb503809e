"""The four services as programs: what each is told through its environment."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from deploy.local import probes
from deploy.local.credentials import Credentials
from deploy.local.environment import inherited, without_services
from deploy.local.layout import Layout
from deploy.local.logfile import LogFile
from deploy.local.ports import HOST, Ports
from deploy.local.processes import Program
from deploy.local.service_secrets import ServiceSecrets, registered
from deploy.local.settings import REPOSITORY
from deploy.local.spawn import Command
from deploy.local.store import Store
from deploy.local.tokens import AUDIENCE, ClientSecrets

_SAFEGUARDING = frozenset({"children_services", "adult_services", "out_of_hours"})
# Numbers that Ofcom keeps free for drama: nobody answers, and nobody is disturbed.
_FICTIONAL: Mapping[str, str] = MappingProxyType(
    {
        "children_services": "01632 960101",
        "adult_services": "01632 960102",
        "out_of_hours": "01632 960103",
        "crisis_line": "0808 157 0104",
        "domestic_abuse_line": "0808 157 0105",
        "stalking_line": "0808 157 0106",
        "forced_marriage_unit": "020 7946 0107",
        "modern_slavery_line": "0808 157 0108",
        "prevent_line": "0808 157 0109",
    }
)
_FICTIONAL_TO_TRIAGE: Mapping[str, str] = MappingProxyType(
    {"nspcc_line": "0808 157 0110", "child_line": "0808 157 0111"}
)


@dataclass(frozen=True, slots=True)
class Services:
    """Programs of the services against one stack's Kafka, store, issuer and mail."""

    layout: Layout
    ports: Ports
    driver: str = "motor"

    def program(self, name: str) -> Program:
        """Return what to run for a service."""
        command = Command(
            arguments=(sys.executable, "-m", f"services.{name}"),
            folder=REPOSITORY,
            environment=without_services(inherited()) | {"PYTHONUNBUFFERED": "1"} | self.environment(name),
            log=LogFile(self.layout.logs / f"{name}.log"),
        )
        ready = partial(probes.part_answers, name, self.ports)
        return Program(name=name, command=command, ready=ready, start_within=90, stop_within=30)

    def environment(self, name: str) -> dict[str, str]:
        """Return the settings of a service as variables, for its process or for its commands."""
        own: dict[str, Callable[[ServiceSecrets], dict[str, str]]] = {
            "reporting": self._reporting,
            "triage": self._triage,
            "networks": self._networks,
            "notify": self._notify,
        }
        settings = self._common(name) | own[name](ServiceSecrets.kept_in(self.layout.keys))
        variables = {f"{name.upper()}_{setting}": value for setting, value in settings.items()}
        return variables | {"KITH_MONGO_DRIVER": self.driver}

    def _common(self, name: str) -> dict[str, str]:
        issuer = self.ports.url("issuer")
        client = f"service.{name}"
        return {
            "PROFILE": "local",
            "HTTP__HOST": HOST,
            "HTTP__PORT": str(self.ports[name]),
            "KAFKA__SERVERS": self.ports.address("kafka"),
            "KAFKA__INSTANCE": f"{name}-1",
            "MONGO__URL": Store(self.layout, self.ports).url,
            "MONGO__DATABASE": name,
            "IDENTITY__ISSUER": issuer,
            "IDENTITY__JWKS_URL": f"{issuer}/jwks.json",
            "IDENTITY__AUDIENCE": AUDIENCE,
            "IDENTITY__TOKEN_URL": f"{issuer}/token",
            "IDENTITY__CLIENT_ID": client,
            "IDENTITY__CLIENT_SECRET": ClientSecrets.kept_in(self.layout.keys).of(client) or "",
        }

    def _reporting(self, secrets: ServiceSecrets) -> dict[str, str]:
        credentials = Credentials.kept_in(self.layout, self.ports.url("issuer"))
        return {
            "PUBLIC_URL": self.ports.url("reporting"),
            "CLIENTS": registered(credentials.api_keys),
            "SECRETS__FOLLOW_UP": secrets.follow_up,
            "SECRETS__CONTACT_KEY": secrets.contact_key,
            "CONTACT_KEYS__FOLDER": str(self.layout.contact_keys),
            "PHOTOS__FOLDER": str(self.layout.data / "photos"),
            **{f"GUIDANCE__{line.upper()}": number for line, number in _FICTIONAL.items()},
        }

    def _triage(self, _: ServiceSecrets) -> dict[str, str]:
        return {
            "REPORTING__URL": self.ports.url("reporting"),
            "SAFEGUARDING__CHILDREN_PHONE": _FICTIONAL["children_services"],
            "SAFEGUARDING__ADULTS_PHONE": _FICTIONAL["adult_services"],
            "SAFEGUARDING__OUT_OF_HOURS_PHONE": _FICTIONAL["out_of_hours"],
            **{
                f"GUIDANCE__{line.upper()}": number
                for line, number in [*_FICTIONAL.items(), *_FICTIONAL_TO_TRIAGE.items()]
                if line not in _SAFEGUARDING
            },
        }

    def _networks(self, secrets: ServiceSecrets) -> dict[str, str]:
        return {"LINKS__SECRET": secrets.offer_links, "LINKS__PUBLIC_URL": self.ports.url("networks")}

    def _notify(self, secrets: ServiceSecrets) -> dict[str, str]:
        return {
            "SMTP__HOST": HOST,
            "SMTP__PORT": str(self.ports["mail-smtp"]),
            "SMTP__ENCRYPTION": "none",
            "DUTY__ADDRESSES": "duty-desk@kith.example",
            "DUTY__CASE_URL": self.ports.url("triage") + "/v1/cases/{case_id}",
            "SIBLINGS__REPORTING_URL": self.ports.url("reporting"),
            "SIBLINGS__NETWORKS_URL": self.ports.url("networks"),
            "WEBHOOKS__SECRET_KEYS": secrets.webhook_seal,
            "WEBHOOKS__ALLOW_LOOPBACK": "true",
        }
