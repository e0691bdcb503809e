"""`kith import hsds`: another directory's services, from its feed or a file."""

from typing import Annotated

import typer

from services.networks.application.import_directory import DirectoryImported, DirectoryTerms
from services.networks.entrypoints.command_parts import CommandParts, Importers, listed, run_import


def add_directory_command(app: typer.Typer, parts: CommandParts) -> None:
    """Join the command to the others."""

    @app.command("hsds")
    def hsds(
        source: Annotated[str, typer.Argument(help="The base address of an Open Referral UK feed, or a JSON file.")],
        serves: Annotated[str, typer.Option(help="Codes of the areas of services that name none, with commas.")] = "",
        licence: Annotated[str | None, typer.Option(help="The licence under which the feed is published.")] = None,
    ) -> None:
        """Propose the services of another directory to the register."""
        terms = DirectoryTerms(listed(serves), licence)

        async def imported(importers: Importers) -> DirectoryImported:
            return await importers.directory(await parts.read_directory(source), terms)

        _say(run_import(parts, imported))


def _say(outcome: DirectoryImported) -> None:
    typer.echo(f"{outcome.services} services: {outcome.added} new, {outcome.refreshed} changed since the last time")
    for count, what in (
        (outcome.kept, "known and left as they are"),
        (outcome.not_running, "skipped: inactive or defunct"),
        (outcome.unreadable, "skipped: without an id or a name"),
        (outcome.without_areas, "name no official area; give --serves, or a coordinator can add it"),
        (outcome.without_offers, "give no hint of what they could be asked; a coordinator can add it"),
    ):
        if count:
            typer.echo(f"  {count} {what}")
    typer.echo(
        "new ones are proposed: nothing is asked of them, and nothing shown, before a coordinator has verified them"
    )
