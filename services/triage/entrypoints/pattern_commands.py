"""`kith patterns`: runs over the history from the command line, and Knox over a file of dated points."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from services.triage.application.run_ports import Outcome
from services.triage.domain.errors import UnfitDataError
from services.triage.domain.patterns.run import Method, Run
from services.triage.entrypoints.pattern_views import run_view_of
from shared.runtime.errors import RefusedToStartError, TransientError

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class PatternWork:
    """What the commands call."""

    run: Callable[[tuple[date, date], Sequence[Method], Tell], Awaitable[tuple[Run, Mapping[str, Outcome]]]]
    knox: Callable[[Path, int, Tell], Mapping[str, Any]]
    keep: Callable[[bool], Awaitable[Any]]
    """Keep the history to its schedule, or only say what that would do; returns counts by name."""


def pattern_commands(work: PatternWork) -> typer.Typer:
    """Return the commands, to be joined as `kith patterns`."""
    app = typer.Typer(no_args_is_help=True, add_completion=False, help="Hotspots, rates, Knox: runs over the history.")

    @app.command("run")
    def run(
        first: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="The first day.")],
        last: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"], help="The last day.")],
        method: Annotated[
            list[Method] | None, typer.Option(help="One or more; rates and hotspots if left out.")
        ] = None,
    ) -> None:
        """Run over what triage has kept and print the results as JSON; progress goes to stderr."""
        chosen = method or [Method.RATES, Method.HOTSPOTS]
        _print(lambda: asyncio.run(_viewed(work.run((first.date(), last.date()), chosen, _tell))))

    @app.command("knox")
    def knox(
        file: Annotated[Path, typer.Argument(help="CSV with date and x, y in metres (or lat, lon).", exists=True)],
        seed: Annotated[int, typer.Option(help="The same seed gives the same result.")] = 1,
    ) -> None:
        """Test a file of dated points for near repeats, with nothing running; data of police.uk is refused."""
        _print(lambda: work.knox(file, seed, _tell))

    @app.command("forget")
    def forget(
        *,
        only_tell: Annotated[bool, typer.Option("--due", help="Say what is due and change nothing.")] = False,
    ) -> None:
        """Remove from the history what its schedule no longer allows. Safe to break off and to repeat."""
        _print(lambda: asdict(asyncio.run(_kept(work.keep(only_tell)))))

    return app


async def _kept(kept: Awaitable[Any]) -> Any:
    return await kept


async def _viewed(ended: Awaitable[tuple[Run, Mapping[str, Outcome]]]) -> Mapping[str, Any]:
    return run_view_of(*await ended).model_dump(mode="json", by_alias=True)


def _tell(line: str) -> None:
    typer.echo(line, err=True)


def _print(result: Callable[[], Mapping[str, Any]]) -> None:
    try:
        typer.echo(json.dumps(result(), indent=2, default=str))
    except (UnfitDataError, RefusedToStartError, TransientError) as error:
        typer.echo(f"kith patterns: {error}", err=True)
        raise typer.Exit(1) from None
