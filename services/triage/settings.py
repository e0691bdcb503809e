"""What an operator may change, read once from variables such as TRIAGE_KAFKA__SERVERS."""

from collections.abc import Iterator

from pydantic import Field
from pydantic_settings import SettingsConfigDict

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


class Settings(ServiceSettings):
    """Triage's settings."""

    model_config = SettingsConfigDict(
        env_prefix="TRIAGE_", env_nested_delimiter="__", frozen=True, extra="ignore", nested_model_default_partial_update=True
    )

    reporting: ReportingSettings
    safeguarding: SafeguardingSettings = SafeguardingSettings()

    def weaknesses(self) -> Iterator[tuple[str, str]]:
        """Yield what is not fit for production: besides the common ones, an empty safeguarding number."""
        yield from super().weaknesses()
        for name, number in self.safeguarding.model_dump().items():
            if not number.strip():
                yield f"safeguarding.{name}", "is empty"
