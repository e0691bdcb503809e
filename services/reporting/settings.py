"""What an operator may change, typed, read once."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from shared.runtime.settings import Group, MongoSettings, ServiceSettings
from shared.runtime.signatures import key_of
from shared.web.api_keys import ApiClientRecord
from shared.web.rate_limit import RatePolicy

#: Without these numbers the advice that a frightened person reads would have a hole in it.
_NUMBERS_NEEDED = ("children_services", "adult_services", "out_of_hours")


class SecretsSettings(Group):
    """Keys of this deployment. Losing them loses contacts and follow-up secrets for good."""

    follow_up: SecretStr
    """From which every report's follow-up secret is computed."""
    contact_key: SecretStr
    """The master key that wraps each contact's own key."""
    contact_key_id: str = "1"
    former_contact_keys: Mapping[str, SecretStr] = Field(default_factory=dict)
    """Master keys by id that still open older contacts."""

    @property
    def contact_masters(self) -> Mapping[str, str]:
        """Every master key by its id."""
        keys = {**self.former_contact_keys, self.contact_key_id: self.contact_key}
        return {name: key.get_secret_value() for name, key in keys.items()}


class ContactKeysSettings(Group):
    """Where the keys of contacts are kept."""

    folder: Path
    """A folder that all replicas share and no backup copies: erasing a contact is destroying its key there."""


class PhotosSettings(Group):
    """Where photographs are kept, each sealed under a key of its own among those of contacts."""

    folder: Path
    """A folder that all replicas share."""


class GuidanceSettings(Group):
    """Telephone numbers that the council has verified; advice without a number is not given."""

    children_services: str = ""
    adult_services: str = ""
    out_of_hours: str = ""
    crisis_line: str = ""
    domestic_abuse_line: str = ""
    stalking_line: str = ""
    forced_marriage_unit: str = ""
    modern_slavery_line: str = ""
    prevent_line: str = ""

    @property
    def numbers(self) -> Mapping[str, str]:
        """The numbers that are set, by the id of the advice that names them."""
        return {name.replace("_", "-"): number for name, number in self if number.strip()}


class LimitsSettings(Group):
    """How much may come from one address without credentials, and under one key or account."""

    public_reports: int = Field(default=120, ge=1)
    public_window_seconds: int = Field(default=60, ge=1)
    known_reports: int = Field(default=120_000, ge=1)
    known_window_seconds: int = Field(default=60, ge=1)

    @property
    def public_pace(self) -> RatePolicy:
        """The pace of an address."""
        return RatePolicy("public-reports", self.public_reports, self.public_window_seconds)

    @property
    def known_pace(self) -> RatePolicy:
        """The pace of a key or account."""
        return RatePolicy("reports", self.known_reports, self.known_window_seconds)


class ChannelsSettings(Group):
    """Gateways that bring reports in, by name, each with the `whsec_` secret that it signs with."""

    sms: Mapping[str, SecretStr] = Field(default_factory=dict)
    email: Mapping[str, SecretStr] = Field(default_factory=dict)
    voicemail: Mapping[str, SecretStr] = Field(default_factory=dict)

    @field_validator("sms", "email", "voicemail")
    @classmethod
    def _can_sign(cls, secrets: Mapping[str, SecretStr]) -> Mapping[str, SecretStr]:
        for secret in secrets.values():
            key_of(secret.get_secret_value())
        return secrets

    @property
    def opened(self) -> Mapping[str, Mapping[str, str]]:
        """The secrets by channel and sender."""
        return {
            channel: {name: secret.get_secret_value() for name, secret in senders.items()} for channel, senders in self
        }


class IntakeSettings(Group):
    """How reports are written to the store."""

    window_seconds: float = Field(default=0.003, ge=0, le=1)
    group_limit: int = Field(default=500, ge=1)
    most_waiting: int = Field(default=5_000, ge=1)
    key_patience_seconds: float = Field(default=10.0, gt=0)


class AreasSettings(Group):
    """How soon an import of areas is noticed."""

    refresh_seconds: float = Field(default=5.0, gt=0)


class Open311Settings(Group):
    """What GeoReport clients are told of this deployment."""

    jurisdictions: tuple[str, ...] = ()
    """The jurisdiction ids that are served. Clients have to name one only where there are several."""
    contact: str = "Write to the community safety team of the council."
    key_service: str = "Keys are given by the council's community safety team."


class ReportingSettings(ServiceSettings):
    """Read once, from variables such as REPORTING_KAFKA__SERVERS."""

    model_config = SettingsConfigDict(env_prefix="REPORTING_")

    mongo_driver: Literal["motor", "pymongo"] = Field(default="motor", validation_alias="KITH_MONGO_DRIVER")
    public_url: str = "http://127.0.0.1:8001"
    """The address under which clients reach the service; it appears in their answers."""
    clients: tuple[ApiClientRecord, ...] = ()
    """Registered clients, as JSON; scope `idempotency-required` makes the key obligatory."""
    secrets: SecretsSettings
    contact_keys: ContactKeysSettings
    photos: PhotosSettings
    guidance: GuidanceSettings = GuidanceSettings()
    limits: LimitsSettings = LimitsSettings()
    intake: IntakeSettings = IntakeSettings()
    areas: AreasSettings = AreasSettings()
    open311: Open311Settings = Open311Settings()
    channels: ChannelsSettings = ChannelsSettings()

    def weaknesses(self) -> Iterator[tuple[str, str]]:
        """Yield what is not fit for production."""
        yield from super().weaknesses()
        if not self.public_url.startswith("https://"):
            yield "public_url", "is not an https address"
        for name in _NUMBERS_NEEDED:
            if not getattr(self.guidance, name).strip():
                yield f"guidance.{name}", "is empty: a safeguarding number has to be verified and set"


class ImportSettings(BaseSettings):
    """The part of the same settings that `kith import areas` needs."""

    model_config = SettingsConfigDict(env_prefix="REPORTING_", env_nested_delimiter="__", frozen=True, extra="ignore")

    mongo: MongoSettings
    mongo_driver: Literal["motor", "pymongo"] = Field(default="motor", validation_alias="KITH_MONGO_DRIVER")


class RetentionSettings(ImportSettings):
    """The part of the same settings that `kith retention` needs."""

    contact_keys: ContactKeysSettings
    photos: PhotosSettings
