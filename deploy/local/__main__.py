"""`python -m deploy.local up|down|status|restart NAME`: the platform on this machine."""

import asyncio
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table

from deploy.local import java
from deploy.local.control import Control
from deploy.local.errors import AlreadyRunningError, LocalError
from deploy.local.layout import Layout
from deploy.local.parts import ALL, Parts
from deploy.local.ports import Ports
from deploy.local.settings import LocalSettings
from deploy.local.stack import Stack
from deploy.local.state import read_state
from deploy.local.supervise import INTERRUPTED, supervise

app = typer.Typer(no_args_is_help=True, add_completion=False, help="The platform on this machine.")


def say(line: str) -> None:
    """Show a line at once, coloured where the terminal can."""
    Console(highlight=sys.stdout.isatty(), soft_wrap=True).print(line, markup=False)


@contextmanager
def one_line_each() -> Iterator[None]:
    """Turn an expected refusal into its one line and exit status 1."""
    try:
        yield
    except LocalError as error:
        if str(error):
            Console(stderr=True, soft_wrap=True, highlight=False).print(f"kith: {error}", markup=False)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None


def _settings() -> LocalSettings:
    try:
        return LocalSettings()
    except ValidationError as error:
        fault = error.errors()[0]
        name = "KITH_LOCAL_" + "_".join(str(part) for part in fault["loc"]).upper()
        raise LocalError(f"{name}: {fault['msg']}") from None


def _parts(only: list[str] | None) -> tuple[str, ...]:
    unknown = set(only or ()) - set(ALL)
    if unknown:
        raise LocalError(f"no part is called {', '.join(sorted(unknown))}; there are {', '.join(ALL)}")
    return tuple(only or ALL)


def _control() -> Control:
    return Control.of(_settings(), say)


@app.command()
def up(
    *,
    foreground: Annotated[bool, typer.Option(help="stay, and stop everything on Ctrl-C")] = False,
    only: Annotated[list[str] | None, typer.Option(help="one part, repeatable; everything when left out")] = None,
    if_needed: Annotated[bool, typer.Option(help="be content with a stack that runs already")] = False,
) -> None:
    """Start everything; returns when it is ready."""
    with one_line_each():
        if foreground:
            settings = _settings()
            stack = Stack(settings.home, settings.offset, parts=_parts(only), say=say)
            raise typer.Exit(asyncio.run(supervise(stack, say)))
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that SIGTERM undoes a start, as Ctrl-C does
        try:
            _control().up(_parts(only))
        except AlreadyRunningError:
            if not if_needed:
                raise
            say("a stack is running already")
        _show_addresses()


@app.command()
def down() -> None:
    """Stop everything; returns when nothing is left."""
    with one_line_each():
        if not _control().down():
            say("nothing is running")


@app.command()
def status() -> None:
    """Show each part, its process and whether it answers."""
    with one_line_each():
        table = Table("part", "process", "state")
        states = list(_control().status())
        for name, pid, state in states:
            table.add_row(name, str(pid), state)
        Console().print(table)
        raise typer.Exit(0 if all(state in {"ready", "running"} for _, _, state in states) else 1)


@app.command()
def restart(name: str) -> None:
    """Stop one part in good order and start it again."""
    with one_line_each():
        _control().restart(name)


@app.command()
def fetch() -> None:
    """Fetch the jars of Kafka and the store, if they are not here whole; the tests use them too."""
    with one_line_each():
        asyncio.run(_fetch())


async def _fetch() -> None:
    settings = _settings()
    parts = Parts(Layout(settings.home, settings.cache), Ports(), say=say)
    await java.require_java(tools=("java", "javac", "mvn"))
    for name in ("kafka", "store"):
        await parts.fetched(name)


def _show_addresses() -> None:
    control = _control()
    state = read_state(control.layout.state)
    for name in ("reporting", "triage", "networks", "notify"):
        say(f"{name:<9} {state[name]}/docs")
    say(f"mail      {state['mail']['http']}/messages")
    say(f"described in {control.layout.state}, logs in {control.layout.logs}; `make down` stops it")


if __name__ == "__main__":
    app()
