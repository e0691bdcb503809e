"""Which broker and stores a command acts on: what it is told, else the stack that runs on this machine."""

from pathlib import Path
from typing import Any

import typer

from deploy.local.environment import adopt
from deploy.local.errors import LocalError
from deploy.local.layout import Layout
from deploy.local.lock import StackLock
from deploy.local.ports import Ports
from deploy.local.services import Services
from deploy.local.settings import LocalSettings
from deploy.local.state import read_state
from deploy.local.tokens import SERVICES


def local_state() -> dict[str, Any]:
    """Return the description of the stack that runs here; one line and exit status 1 when there is none."""
    try:
        return read_state(_layout().state)
    except LocalError as error:
        typer.echo(f"kith: {error}", err=True)
        raise typer.Exit(1) from None


def servers_or_local(given: str) -> str:
    """Return the broker's address that was given, else the local stack's."""
    return given or str(local_state()["kafka"])


def adopt_local_settings() -> None:
    """Set the services' variables as the running local stack has them; what is set already stays."""
    layout = _layout()
    if StackLock(layout.lock).holder() is not None:
        settings = LocalSettings()
        services = Services(layout, Ports(settings.offset), settings.driver)
        for name in SERVICES:
            adopt(services.environment(name))


def _layout() -> Layout:
    settings = LocalSettings()
    return Layout(Path(settings.home).resolve(), Path(settings.cache).resolve())
