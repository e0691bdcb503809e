"""`kith import areas` and `kith import reports`: public files in their publishers' own formats."""

from pathlib import Path
from typing import Annotated

import typer

from services.reporting.application.importing import (
    FormatChoice,
    Imports,
    OrderUnclearError,
    ReplayOrder,
    ShareChoice,
)


def commands(imports: Imports) -> typer.Typer:
    """Return reporting's commands for the `kith import` group."""
    app = typer.Typer(no_args_is_help=True)

    @app.command("areas")
    def areas(
        paths: Annotated[
            list[Path], typer.Argument(exists=True, help="ONS GeoJSON and CSV files, or folders of them.")
        ],
    ) -> None:
        """Import areas: boundaries, lookups and populations, as the ONS publishes them. Safe to repeat."""
        done = imports.areas(paths)
        for file, count in done.used.items():
            typer.echo(f"read     {file}: {count} areas")
        for file, reason in done.skipped:
            typer.echo(f"skipped  {file}: {reason}")
        for kind, count in sorted(done.by_kind.items()):
            typer.echo(f"stored   {count} {kind}")
        if not done.used:
            raise typer.Exit(1)

    @app.command("reports")
    def reports(  # noqa: PLR0913 - one parameter per option
        file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A 311-style CSV file.")],
        *,
        format_: Annotated[FormatChoice, typer.Option("--format", help="The publisher's layout.")] = "auto",
        url: Annotated[str, typer.Option(help="Where reporting is.")] = "http://127.0.0.1:8001",
        api_key: Annotated[str | None, typer.Option(help="A registered client's key.")] = None,
        speed: Annotated[float, typer.Option(min=0, help="Times the pace of arrival; 0: as fast as may be.")] = 0,
        day: Annotated[str | None, typer.Option(help="Only this day, YYYY-MM-DD.")] = None,
        place_at: Annotated[str | None, typer.Option(help="Move the middle of the points here: lat,lon.")] = None,
        share: Annotated[ShareChoice | None, typer.Option(help="The wish to share with local groups.")] = None,
    ) -> None:
        """Send the rows of a file as reports, at their own times of arrival. Safe to repeat."""
        order = ReplayOrder(file, format_, url, api_key, speed, day, place_at, share)
        try:
            done = imports.reports(order)
        except OrderUnclearError as error:
            typer.echo(f"{file}: {error}", err=True)
            raise typer.Exit(2) from None
        for remark in done.remarks:
            typer.echo(remark)
        typer.echo(
            f"{done.accepted} reports accepted, {done.replayed} known before, {done.refused} refused, "
            f"{done.retries} sent again"
        )
        if done.refused:
            raise typer.Exit(1)

    return app
