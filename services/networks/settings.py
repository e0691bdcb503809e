"""What an operator of networks may change, read once from variables such as NETWORKS_KAFKA__SERVERS."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from shared.runtime.errors import RefusedToStartError
from shared.runtime.settings import Group, ServiceSettings


class LinkSettings(Group):
    """How the links in offers are made."""

    secret: SecretStr | None = None
    """Signs the links; changing it makes every link that was sent useless. Only a local stack may do without."""
    public_url: str | None = None
    """Where people reach this service's pages; on a local stack its own address."""


class TimerSettings(Group):
    """How often networks looks for what is due."""

    sweep_seconds: float = Field(default=60.0, gt=0)


class NetworksSettings(ServiceSettings):
    """The settings of networks."""

    model_config = SettingsConfigDict(env_prefix="NETWORKS_")

    links: LinkSettings = LinkSettings()
    timers: TimerSettings = TimerSettings()
    mongo_driver: Literal["motor", "pymongo"] = Field(default="motor", validation_alias="KITH_MONGO_DRIVER")

    def weaknesses(self) -> Iterator[tuple[str, str]]:
        """Add that links must have a secret of their own and a public address."""
        yield from super().weaknesses()
        if self.links.secret is None:
            yield "links.secret", "is missing"
        if self.links.public_url is None or not self.links.public_url.startswith("https://"):
            yield "links.public_url", "is not an https address"

    @property
    def link_secret(self) -> str:
        """The secret of links; on a local stack without one, the service's own client secret stands in."""
        found = self.links.secret or self.identity.client_secret
        if found is None:
            raise RefusedToStartError("NETWORKS_LINKS__SECRET is missing")
        return found.get_secret_value()

    @property
    def public_url(self) -> str:
        """Where people reach the pages."""
        return self.links.public_url or f"http://{self.http.host}:{self.http.port}"


class ImportStore(Group):
    """The store that imports write to."""

    url: SecretStr
    database: str = "networks"
    driver: Literal["motor", "pymongo"] = "motor"


class _ImportSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="NETWORKS_", env_nested_delimiter="__", frozen=True, extra="ignore")

    mongo: ImportStore


def read_import_settings() -> ImportStore:
    """Read the one setting that an import needs; RefusedToStartError names it where it is missing."""
    try:
        return _ImportSettings().mongo
    except ValidationError:
        raise RefusedToStartError("set NETWORKS_MONGO__URL to the store of networks") from None
