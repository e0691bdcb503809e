"""What an operator may change, read once from variables such as TRIAGE_KAFKA__SERVERS."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from shared.runtime.errors import RefusedToStartError
from shared.runtime.settings import Group, ServiceSettings
from shared.web.rate_limit import RatePolicy


class ReportingSettings(Group):
    """Where the words of reports are read, how long urgent ones wait for them, and how often unread ones are tried."""

    url: str
    urgent_patience_seconds: float = Field(default=0.4, gt=0, le=5)
    reread_seconds: float = Field(default=5.0, gt=0, le=300)


class SafeguardingSettings(Group):
    """The partnership's own numbers; there is no default that would be right anywhere."""

    children_phone: str = ""
    adults_phone: str = ""
    out_of_hours_phone: str = ""


class GuidanceSettings(Group):
    """Telephone numbers that the council has verified; a sentence whose number is empty is not given."""

    crisis_line: str = ""
    domestic_abuse_line: str = ""
    stalking_line: str = ""
    forced_marriage_unit: str = ""
    modern_slavery_line: str = ""
    prevent_line: str = ""
    nspcc_line: str = ""
    child_line: str = ""


class PolicySettings(Group):
    """Which policy is in force: the file of an artefact, or nothing for this release's own."""

    artefact: Path | None = None


class LimitsSettings(Group):
    """How many dry runs one address may ask for."""

    assessments: int = Field(default=3000, ge=1)
    assessments_window_seconds: int = Field(default=60, ge=1)

    @property
    def pace_of_assessments(self) -> RatePolicy:
        """The limit as the limiter takes it."""
        return RatePolicy("assessments", self.assessments, self.assessments_window_seconds)


class TimerSettings(Group):
    """How often the store is asked which clocks of cases run out soon."""

    sweep_seconds: float = Field(default=30.0, gt=0)


class PatternSettings(Group):
    """How often the store is asked whether a run over the history waits."""

    look_seconds: float = Field(default=10.0, gt=0)


class Settings(ServiceSettings):
    """Triage's settings."""

    model_config = SettingsConfigDict(env_prefix="TRIAGE_")

    mongo_driver: Literal["motor", "pymongo"] = Field(default="motor", validation_alias="KITH_MONGO_DRIVER")
    reporting: ReportingSettings
    safeguarding: SafeguardingSettings = SafeguardingSettings()
    limits: LimitsSettings = LimitsSettings()
    timers: TimerSettings = TimerSettings()
    patterns: PatternSettings = PatternSettings()
    guidance: GuidanceSettings = GuidanceSettings()
    policy: PolicySettings = PolicySettings()

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
    def numbers(self) -> Mapping[str, str]:
        """Every telephone number that guidance may name."""
        safeguarding = self.safeguarding
        return self.guidance.model_dump() | {
            "children_services": safeguarding.children_phone,
            "adult_services": safeguarding.adults_phone,
            "out_of_hours": safeguarding.out_of_hours_phone,
        }

    @property
    def cursor_secret(self) -> str:
        """What page cursors are signed with, the same in every replica."""
        return self.own_account[2]


class _Store(Group):
    url: SecretStr
    database: str = "triage"


class _StoreSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="TRIAGE_", env_nested_delimiter="__", extra="ignore")

    mongo: _Store
    driver: Literal["motor", "pymongo"] = Field(default="motor", validation_alias="KITH_MONGO_DRIVER")


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """Where triage's store is, for what works on it without the service."""

    url: SecretStr
    database: str
    driver: Literal["motor", "pymongo"]


def read_store_settings() -> StoreSettings:
    """Read where the store is; RefusedToStartError names the one setting that is needed where it is missing."""
    try:
        found = _StoreSettings()
    except ValidationError:
        raise RefusedToStartError("set TRIAGE_MONGO__URL to the store of triage") from None
    return StoreSettings(found.mongo.url, found.mongo.database, found.driver)
