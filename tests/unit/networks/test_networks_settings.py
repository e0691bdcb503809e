"""A production start without its own link secret is refused by name; a local one may do without."""

import pytest

from services.networks.bootstrap import build
from services.networks.settings import NetworksSettings, read_import_settings
from shared.runtime.errors import RefusedToStartError
from shared.runtime.settings import read_settings

LOCAL = {
    "NETWORKS_PROFILE": "local",
    "NETWORKS_KAFKA__SERVERS": "127.0.0.1:1",
    "NETWORKS_MONGO__URL": "mongodb://127.0.0.1:1",
    "NETWORKS_MONGO__DATABASE": "networks",
    "NETWORKS_IDENTITY__ISSUER": "https://issuer.example",
    "NETWORKS_IDENTITY__JWKS_URL": "https://issuer.example/jwks.json",
    "NETWORKS_IDENTITY__CLIENT_SECRET": "q8Zr41mvLx02TtNs",
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in LOCAL.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_a_local_stack_needs_no_link_settings(environment: pytest.MonkeyPatch) -> None:
    settings = read_settings(NetworksSettings)

    assert settings.link_secret == "q8Zr41mvLx02TtNs"
    assert settings.public_url == "http://127.0.0.1:8000"


def test_production_needs_a_secret_and_a_public_address(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("NETWORKS_PROFILE", "production")

    with pytest.raises(RefusedToStartError) as refused:
        read_settings(NetworksSettings)

    assert str(refused.value).splitlines() == [
        "NETWORKS_LINKS__SECRET is missing",
        "NETWORKS_LINKS__PUBLIC_URL is not an https address",
    ]


async def test_the_parts_join_without_connecting(environment: pytest.MonkeyPatch) -> None:
    service = build(read_settings(NetworksSettings))

    assert service.name == "networks"
    assert [type(component).__name__ for component in service.components][-1] == "Consumer"
    for component in reversed(service.components[:1]):
        await component.stop()


def test_an_import_names_the_one_setting_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NETWORKS_MONGO__URL", raising=False)

    with pytest.raises(RefusedToStartError, match="NETWORKS_MONGO__URL"):
        read_import_settings()
