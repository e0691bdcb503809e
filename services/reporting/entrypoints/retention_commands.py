"""`kith retention`: carry out the retention schedule, or see what it would do."""

from typing import Protocol

import typer

from services.reporting.application.keep_to_schedule import Pass
from services.reporting.domain.retention import SCHEDULE


class Schedule(Protocol):
    """What the commands set off; the composition root provides it."""

    def run(self) -> Pass:
        """Make a pass, or go on with the one that was broken off."""
        ...

    def foreseen(self) -> Pass:
        """Return what a pass would do."""
        ...


def retention_commands(schedule: Schedule) -> typer.Typer:
    """Return the commands."""
    app = typer.Typer(no_args_is_help=True, add_completion=False, help="Keep what is personal no longer than allowed.")

    @app.command("run")
    def run() -> None:
        """Remove what the schedule no longer allows to be kept. Safe to break off and to repeat."""
        _tell(schedule.run(), "removed")

    @app.command("due")
    def due() -> None:
        """Say what `run` would remove today."""
        _tell(schedule.foreseen(), "to remove")

    return app


def _tell(passing: Pass, what: str) -> None:
    for rule in SCHEDULE:
        typer.echo(f"{rule.id}  {passing.minimised[rule.id]:>8} {what}  {rule.because}")
    typer.echo(f"{passing.seen} reports looked at")
