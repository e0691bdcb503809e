"""What an operator may change, read once from variables such as TRIAGE_KAFKA__SERVERS."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field
from pydantic_settings import SettingsConfigDict

from shared.runtime.errors import RefusedToStartError
from shared.runtime.settings import Group, ServiceSettings


class ReportingSettings(Group):
    """Where reporting answers for the words of reports, and how long urgent ones wait for them."""

    url: str
    urgent_patience_seconds: float = Field(default=0.4, gt=0, le=5)


class SafeguardingSettings(Group):
    """The partnership's own numbers; there is no default that would be right anywhere."""

    children_phone: str = ""
    adults_phone: str = ""
    out_of_hours_phone: str = ""


class LimitsSettings(Group):
    """How many dry runs one address may ask for."""

    assessments: int = Field(default=3000, ge=1)
    assessments_window_seconds: int = Field(default=60, ge=1)


class TimerSettings(Group):
    """How often the store is asked which clocks of cases run out soon."""

    sweep_seconds: float = Field(default=30.0, gt=0)


class Settings(ServiceSettings):
    """Triage's settings."""

    model_config = SettingsConfigDict(env_prefix="TRIAGE_")

    mongo_driver: Literal["motor", "pymongo"] = Field(default="motor", validation_alias="KITH_MONGO_DRIVER")
    reporting: ReportingSettings
    safeguarding: SafeguardingSettings = SafeguardingSettings()
    limits: LimitsSettings = LimitsSettings()
    timers: TimerSettings = TimerSettings()

    def weaknesses(self) -> Iterator[tuple[str, str]]:
        """Yield what is not fit for production: besides the common ones, an empty safeguarding number."""
        yield from super().weaknesses()
        for name, number in self.safeguarding.model_dump().items():
            if not number.strip():
                yield f"safeguarding.{name}", "is empty"

    @property
    def own_account(self) -> tuple[str, str, str]:
        """Token address, client id and secret of the account under which triage reads the words of reports."""
        identity = self.identity
        if identity.token_url is None or identity.client_id is None or identity.client_secret is None:
            raise RefusedToStartError("TRIAGE_IDENTITY__TOKEN_URL, __CLIENT_ID and __CLIENT_SECRET are needed")
        return identity.token_url, identity.client_id, identity.client_secret.get_secret_value()

    @property
    def cursor_secret(self) -> str:
        """What page cursors are signed with, the same in every replica."""
        return self.own_account[2]
