"""`kith import areas` and `kith import reports`: public files in their publishers' own formats."""

import inspect
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from services.reporting.application.importing import (
    FormatChoice,
    Imports,
    OrderUnclearError,
    ReplayOrder,
    ShareChoice,
)


@dataclass(frozen=True, slots=True)
class ReportsOptions:
    """The options of `kith import reports`, as a person types them."""

    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A 311-style CSV file.")]
    format: Annotated[FormatChoice, typer.Option(help="The publisher's layout.")] = "auto"
    url: Annotated[str, typer.Option(help="Where reporting is.")] = "http://127.0.0.1:8001"
    api_key: Annotated[str | None, typer.Option(help="A registered client's key.")] = None
    speed: Annotated[float, typer.Option(min=0, help="Times the pace of arrival; 0: as fast as may be.")] = 0
    day: Annotated[str | None, typer.Option(help="Only this day, YYYY-MM-DD.")] = None
    place_at: Annotated[str | None, typer.Option(help="Move the middle of the points here: lat,lon.")] = None
    share: Annotated[ShareChoice | None, typer.Option(help="The wish to share with local groups.")] = None


def commands(imports: Imports) -> typer.Typer:
    """Return reporting's commands for the `kith import` group."""
    app = typer.Typer(no_args_is_help=True, add_completion=False)

    @app.command("areas")
    def areas(
        paths: Annotated[
            list[Path], typer.Argument(exists=True, help="ONS GeoJSON and CSV files, or folders of them.")
        ],
        valid_from: Annotated[
            datetime | None,
            typer.Option("--from", formats=["%Y-%m-%d"], help="The day from which these are in force; else always."),
        ] = None,
    ) -> None:
        """Import areas: boundaries, lookups and populations, as the ONS publishes them. Safe to repeat."""
        done = imports.areas(paths, valid_from.date() if valid_from else None)
        for file, count in done.used.items():
            typer.echo(f"read     {file}: {count} areas")
        for file, reason in done.skipped:
            typer.echo(f"skipped  {file}: {reason}")
        for kind, count in sorted(done.by_kind.items()):
            typer.echo(f"stored   {count} {kind}")
        if not done.used:
            raise typer.Exit(1)

    @app.command("postcodes")
    def postcodes(
        file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The ONS Postcode Directory, CSV.")],
        within: Annotated[str | None, typer.Option(help="Only this district, such as E08000034.")] = None,
    ) -> None:
        """Import postcodes in use, so that a report can name one instead of a point. Safe to repeat."""
        try:
            count = imports.postcodes(file, within)
        except OrderUnclearError as error:
            typer.echo(f"{file}: {error}", err=True)
            raise typer.Exit(2) from None
        typer.echo(f"stored   {count} postcodes")

    def reports(**options: Any) -> None:
        """Send the rows of a file as reports, at their own times of arrival. Safe to repeat."""
        _send_reports(imports, ReplayOrder(**options))

    app.command("reports")(_taking(ReportsOptions, reports))
    return app


def _send_reports(imports: Imports, order: ReplayOrder) -> None:
    try:
        done = imports.reports(order)
    except OrderUnclearError as error:
        typer.echo(f"{order.file}: {error}", err=True)
        raise typer.Exit(2) from None
    for remark in done.remarks:
        typer.echo(remark)
    sent = f"{done.accepted} reports accepted, {done.replayed} known before, {done.refused} refused"
    typer.echo(f"{sent}, {done.retries} sent again")
    if done.refused:
        raise typer.Exit(1)


def _taking(options: type, command: Any) -> Any:
    """Let a command take the fields of a dataclass as its options: they are read as data, one a line."""
    command.__signature__ = inspect.signature(options)
    command.__annotations__ = get_type_hints(options, include_extras=True)
    return command
