"""What an operator may change, typed, read once."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr
from pydantic_settings import SettingsConfigDict

from shared.runtime.settings import Group, ServiceSettings


class SmtpSettings(Group):
    """Where mail is handed over, and in whose name."""

    host: str
    port: int = Field(default=587, ge=1, le=65_535)
    sender: str = "Kith <no-reply@kith.example>"
    domain: str = "kith.example"
    username: str | None = None
    password: SecretStr | None = None
    encryption: Literal["none", "starttls", "tls"] = "starttls"

    @property
    def plainly(self) -> dict[str, Any]:
        """The same with the password readable, for whoever connects."""
        return self.model_dump() | {"password": self.password.get_secret_value() if self.password else None}


class DutySettings(Group):
    """Who is written to at once when a case is an emergency; several addresses are separated by commas."""

    addresses: str = ""
    case_url: str = ""
    """Where a case can be opened; `{case_id}` stands for its id."""

    @property
    def all_addresses(self) -> tuple[str, ...]:
        """The addresses one by one."""
        return tuple(address.strip() for address in self.addresses.split(",") if address.strip())


class SiblingSettings(Group):
    """Where the services are that are asked for contacts when a message is sent."""

    reporting_url: str
    networks_url: str


class WebhookSettings(Group):
    """How webhooks are sent. The first key seals; older ones, after commas, still open."""

    secret_keys: SecretStr
    allow_loopback: bool = False
    seconds: float = Field(default=15.0, ge=1, le=30)
    per_endpoint: int = Field(default=4, ge=1, le=64)


class StreamSettings(Group):
    """How many streams, how long, and how much of the newest events is kept in memory for them."""

    lifetime_seconds: float = Field(default=1_200.0, gt=0)
    ping_seconds: float = Field(default=12.0, gt=0, le=15)
    patience_seconds: float = Field(default=10.0, gt=0)
    per_reader: int = Field(default=10, ge=1)
    total: int = Field(default=2_000, ge=1)
    ring: int = Field(default=20_000, ge=100)
    catching_up: int = Field(default=8, ge=1)


class NotifySettings(ServiceSettings):
    """Read once, from variables such as NOTIFY_KAFKA__SERVERS."""

    model_config = SettingsConfigDict(env_prefix="NOTIFY_", env_nested_delimiter="__", frozen=True, extra="ignore")

    instance: str = Field(default_factory=socket.gethostname, min_length=1)
    """Under which name work is held; different for every process that runs at once, the same after a restart."""
    mongo_driver: Literal["motor", "pymongo"] = Field(default="motor", validation_alias="KITH_MONGO_DRIVER")
    smtp: SmtpSettings
    duty: DutySettings = DutySettings()
    siblings: SiblingSettings
    webhooks: WebhookSettings
    streams: StreamSettings = StreamSettings()
    agreements: Path | None = None
    """A file of agreements in place of the one that comes with notify."""

    def weaknesses(self) -> Iterator[tuple[str, str]]:
        """Yield what is not fit for production."""
        yield from super().weaknesses()
        if self.webhooks.allow_loopback:
            yield "webhooks.allow_loopback", "lets partners reach this machine"
        if self.smtp.encryption == "none":
            yield "smtp.encryption", "sends people's addresses in the clear"
        if not self.duty.all_addresses:
            yield "duty.addresses", "is empty: nobody would hear of an emergency"
        if self.identity.token_url is None or self.identity.client_secret is None:
            yield "identity.client_secret", "and token_url are needed to ask for contacts"
