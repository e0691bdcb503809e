"""What the launchers tell the services is what the services ask for."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from deploy.local.credentials import Credentials
from deploy.local.layout import Layout
from deploy.local.ports import Ports
from deploy.local.services import Services
from deploy.local.settings import REPOSITORY
from deploy.local.tokens import SERVICES
from shared.web.api_keys import ApiClientRecord, ApiClients

COMPOSE = yaml.safe_load((REPOSITORY / "docker-compose.yml").read_text())


def refusal(service: str, environment: Mapping[str, str]) -> str:
    """Return what reading a service's settings complains of, with nothing in the environment but what is given."""
    code = (
        f"import services.{service}.settings as settings\n"
        "from shared.runtime.settings import ServiceSettings, read_settings\n"
        "[found] = [c for c in ServiceSettings.__subclasses__() if c.__module__ == settings.__name__]\n"
        "read_settings(found)\n"
    )
    read = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], cwd=REPOSITORY, env=dict(environment), capture_output=True, text=True, check=False
    )
    return read.stderr


@pytest.mark.parametrize("service", SERVICES)
def test_the_local_stack_gives_each_service_every_setting(service: str, tmp_path: Path) -> None:
    services = Services(Layout(tmp_path / "home", tmp_path / "cache"), Ports())

    assert refusal(service, services.environment(service)) == ""


@pytest.mark.parametrize("service", SERVICES)
def test_compose_gives_each_service_every_setting(service: str) -> None:
    assert refusal(service, COMPOSE["services"][service]["environment"]) == ""


@pytest.mark.parametrize("service", SERVICES)
def test_the_issuer_of_compose_knows_each_services_secret(service: str) -> None:
    clients = json.loads((REPOSITORY / "deploy" / "compose" / "clients.json").read_text())

    environment = COMPOSE["services"][service]["environment"]

    assert environment[f"{service.upper()}_IDENTITY__CLIENT_SECRET"] == clients[f"service.{service}"]


def test_reporting_knows_the_apps_of_the_local_stack_by_their_keys(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "home", tmp_path / "cache")
    keys = Credentials.kept_in(layout, Ports().url("issuer")).api_keys

    told = json.loads(Services(layout, Ports()).environment("reporting")["REPORTING_CLIENTS"])

    clients = ApiClients(ApiClientRecord.model_validate(record) for record in told)
    assert [clients.identify(key) is not None for key in keys.values()] == [True, True]


def test_secrets_of_the_local_stack_outlive_it(tmp_path: Path) -> None:
    services = Services(Layout(tmp_path / "home", tmp_path / "cache"), Ports())

    assert services.environment("notify") == services.environment("notify")


def test_a_setting_that_is_missing_would_be_noticed() -> None:
    assert "TRIAGE_REPORTING__URL is missing" in refusal("triage", {})
