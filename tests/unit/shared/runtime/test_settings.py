"""Settings are read once; what is missing or weak stops the start, by name."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel, SecretStr
from pydantic_settings import SettingsConfigDict

from shared.runtime.errors import RefusedToStartError
from shared.runtime.settings import ServiceSettings, read_settings, weakness_of


class Danger(BaseModel):
    phone: str
    minutes: int = 5


class SampleSettings(ServiceSettings):
    model_config = SettingsConfigDict(env_prefix="SAMPLE_", env_nested_delimiter="__", frozen=True, extra="ignore")

    pepper: SecretStr
    danger: Danger

    def weaknesses(self) -> Iterator[tuple[str, str]]:
        yield from super().weaknesses()
        if not self.danger.phone:
            yield "danger.phone", "is empty"


GOOD = {
    "SAMPLE_KAFKA__SERVERS": "broker:9092",
    "SAMPLE_MONGO__URL": "mongodb://kith:Qm7hZ2vX9pLw4tRb@store/",
    "SAMPLE_MONGO__DATABASE": "sample",
    "SAMPLE_IDENTITY__ISSUER": "https://id.example",
    "SAMPLE_IDENTITY__JWKS_URL": "https://id.example/jwks",
    "SAMPLE_IDENTITY__CLIENT_SECRET": "f3Jw8sLqT5vNz1XyB0",
    "SAMPLE_PEPPER": "Zr8mK2wQ7nV4xT1pLs",
    "SAMPLE_DANGER__PHONE": "01632 960123",
}


def the_environment(monkeypatch: pytest.MonkeyPatch, **changes: str | None) -> None:
    for name, value in (GOOD | changes).items():
        if value is not None:
            monkeypatch.setenv(name, value)


def test_good_settings_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    the_environment(monkeypatch, SAMPLE_HTTP__PORT="8123")

    settings = read_settings(SampleSettings)

    assert settings.profile == "production"
    assert settings.http.port == 8123
    assert settings.identity.audience == "kith"


def test_everything_missing_is_named_one_line_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMPLE_MONGO__DATABASE", "sample")

    with pytest.raises(RefusedToStartError) as refused:
        read_settings(SampleSettings)

    assert str(refused.value).splitlines() == [
        "SAMPLE_DANGER__PHONE is missing",
        "SAMPLE_IDENTITY__ISSUER is missing",
        "SAMPLE_IDENTITY__JWKS_URL is missing",
        "SAMPLE_KAFKA__SERVERS is missing",
        "SAMPLE_MONGO__URL is missing",
        "SAMPLE_PEPPER is missing",
    ]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("SAMPLE_HTTP__PORT", "many", "SAMPLE_HTTP__PORT is not usable"),
        ("SAMPLE_KAFKA__SERVER", "typo:9092", "SAMPLE_KAFKA__SERVER is not usable"),
        ("SAMPLE_PROFILE", "staging", "SAMPLE_PROFILE is not usable"),
        ("SAMPLE_IDENTITY", "{not json", "SAMPLE_*"),
    ],
)
def test_an_unusable_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str) -> None:
    the_environment(monkeypatch, **{name: value})

    with pytest.raises(RefusedToStartError, match=told.replace("*", r"\*")):
        read_settings(SampleSettings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAMPLE_PEPPER", "hunter2"),
        ("SAMPLE_PEPPER", "a" * 40),
        ("SAMPLE_PEPPER", "change-me-change-me-change-me"),
        ("SAMPLE_IDENTITY__CLIENT_SECRET", "secret"),
        ("SAMPLE_IDENTITY__JWKS_URL", "http://id.example/jwks"),
        ("SAMPLE_MONGO__URL", "mongodb://kith:kith@store/"),
        ("SAMPLE_DANGER__PHONE", ""),
    ],
)
def test_a_weak_setting_is_refused_outside_the_local_profile(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    the_environment(monkeypatch, **{name: value})

    with pytest.raises(RefusedToStartError) as refused:
        read_settings(SampleSettings)
    monkeypatch.setenv("SAMPLE_PROFILE", "local")

    assert str(refused.value).startswith(f"{name} ")
    assert not value or value not in str(refused.value)
    assert read_settings(SampleSettings).profile == "local"


def test_secrets_do_not_print(monkeypatch: pytest.MonkeyPatch) -> None:
    the_environment(monkeypatch)

    printed = repr(read_settings(SampleSettings))

    assert "Zr8mK2" not in printed
    assert "Qm7hZ2" not in printed


def test_an_address_without_a_password_is_not_weak() -> None:
    assert weakness_of("mongodb://store:27017/?replicaSet=rs0") is None
