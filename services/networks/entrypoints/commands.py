"""`kith import groups`, `police` and `hsds`: directories and police counts, and what came of them."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from services.networks.application.import_groups import GroupsImported, ImportTerms
from services.networks.application.import_police import PoliceImported
from services.networks.domain.categories import ELIGIBLE
from services.networks.domain.errors import SourceNotReadableError
from services.networks.entrypoints.command_parts import CommandParts, Importers, listed, run_import
from services.networks.entrypoints.hsds_command import add_directory_command


class Trust(StrEnum):
    """How far imported groups are trusted."""

    PROPOSED = "proposed"
    FOR_TRIAL = "verified-for-trial"


def commands(parts: CommandParts) -> typer.Typer:
    """Return the commands, to be joined under `kith import`."""
    app = typer.Typer(no_args_is_help=True, add_completion=False)

    @app.command("groups")
    def groups(
        file: Annotated[Path, typer.Argument(help="360Giving grants or a charity register extract, as CSV.")],
        serves: Annotated[str, typer.Option(help="Codes of the areas the groups serve, separated by commas.")],
        offers: Annotated[str, typer.Option(help="What they offer; guessed from their words where not given.")] = "",
        trust: Annotated[
            Trust, typer.Option(help="verified-for-trial makes up contacts and training; for demos only.")
        ] = (Trust.PROPOSED),
    ) -> None:
        """Propose the community groups of a directory file to the register."""
        chosen = listed(offers)
        if unknown := sorted(set(chosen) - ELIGIBLE.keys()):
            raise typer.BadParameter(f"no community is ever asked about {', '.join(unknown)}", param_hint="--offers")
        if not listed(serves):
            raise typer.BadParameter("name at least one area", param_hint="--serves")
        terms = ImportTerms(listed(serves), chosen, for_trial=trust is Trust.FOR_TRIAL)

        async def imported(importers: Importers) -> GroupsImported:
            return await importers.groups(parts.read_groups(file), terms)

        _say_groups(run_import(parts, imported), terms)

    @app.command("police")
    def police(
        files: Annotated[list[Path], typer.Argument(help="data.police.uk street files: CSV, or the interface's JSON.")],
    ) -> None:
        """Count police-recorded incidents per area, month and category."""

        async def imported(importers: Importers) -> bool:
            return all([await _imported_police(parts, importers, file) for file in files])

        if not run_import(parts, imported):
            raise typer.Exit(1)

    add_directory_command(app, parts)
    return app


async def _imported_police(parts: CommandParts, importers: Importers, file: Path) -> bool:
    """Import one of several files; one that cannot be read is said to be so and does not hold up the others."""
    try:
        outcome = await importers.police(parts.read_police(file))
    except SourceNotReadableError as error:
        typer.echo(f"kith import: {error}", err=True)
        return False
    _say_police(file, outcome)
    return True


def _say_groups(outcome: GroupsImported, terms: ImportTerms) -> None:
    typer.echo(f"{outcome.rows} rows: {outcome.organisations} distinct organisations, {outcome.added} of them new")
    if outcome.removed:
        typer.echo(f"skipped {outcome.removed} that are inactive or removed from their register")
    if outcome.nameless:
        typer.echo(f"skipped {outcome.nameless} without a name")
    if outcome.without_offers:
        typer.echo(f"{outcome.without_offers} give no hint of what they could be asked; a coordinator can add it")
    _say_counts("may be asked about", outcome.by_offer)
    if terms.for_trial:
        typer.echo(
            "TRIAL: they are active with made-up contacts, consent and training. "
            "Never do this with groups that you mean to ask."
        )
    else:
        typer.echo("new ones are proposed: nobody is asked anything before a coordinator has verified them")


def _say_police(file: Path, outcome: PoliceImported) -> None:
    known = " (known already, nothing changed)" if outcome.was_known else ""
    typer.echo(f"{file.name}: {outcome.incidents} incidents in {outcome.areas} areas{known}")
    _say_counts("month", outcome.by_month)
    _say_counts("category", outcome.by_category)
    typer.echo(f"  rows without an area: {outcome.without_area}")
    if outcome.undated:
        typer.echo(f"  skipped {outcome.undated} without a month that can be read")
    for category, count in sorted(outcome.unknown_categories.items()):
        typer.echo(f"  {count} of a category that is new here, counted as other-crime: {category}")


def _say_counts(title: str, counts: Mapping[str, int]) -> None:
    for name, count in counts.items():
        typer.echo(f"  {title} {name}: {count}")
