"""A command whose code is loaded when it is called, so that every other command starts without it."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import typer
from typer.main import get_command

_FORWARDED = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


def nothing_first() -> None:
    """Prepare nothing."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Where a command comes from: `module:attribute` names a typer app, or a function that returns one."""

    name: str
    source: str
    summary: str
    before: Callable[[], None] = nothing_first

    def join(self, app: typer.Typer, path: str = "kith") -> None:
        """Offer the command in an app; `path` is what people type before its name."""

        def forward(context: typer.Context) -> None:
            self.before()
            self._load()(args=list(context.args), prog_name=f"{path} {self.name}")

        app.command(self.name, help=self.summary, context_settings=dict(_FORWARDED), add_help_option=False)(forward)

    def _load(self) -> Any:
        module, _, attribute = self.source.partition(":")
        try:
            found = getattr(importlib.import_module(module), attribute)
        except ModuleNotFoundError as missing:
            typer.echo(f"kith {self.name}: not part of this installation, {missing.name} is missing", err=True)
            raise typer.Exit(1) from None
        offered = found if isinstance(found, typer.Typer) else found()
        command = get_command(offered)
        return getattr(command, "commands", {}).get(self.name, command)
