"""`kith policy`: export a policy, check one, and see which past decisions it would change before it is put in force."""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from services.triage.application.compare_policies import Comparison
from services.triage.domain.floors import PolicyRefusedError
from services.triage.domain.policy import Policy
from services.triage.entrypoints.intake_lines import LineError, line_of, lines_of

PolicyAt = Callable[[Path | None], Policy]
RELEASE = "release"
_SAME, _CHANGED, _WRONG, _LESS_CAREFUL = 0, 1, 2, 3
_PROGRESS_EVERY = 1_000

Policies = Annotated[str, typer.Argument(help=f"An artefact's file, or '{RELEASE}' for the policy of this release.")]


def policy_at(artefact: Path | None, build: PolicyAt) -> Policy:
    """Return the policy, or tell everything that is wrong with it and end with exit code 2."""
    try:
        return build(artefact)
    except PolicyRefusedError as refusal:
        for reason in refusal.reasons:
            typer.echo(f"{artefact or RELEASE}: {reason}", err=True)
        raise typer.Exit(_WRONG) from refusal


def policy_commands(build: PolicyAt) -> typer.Typer:
    """Return the commands about policies."""
    app = typer.Typer(help="Export, check and compare policies.", no_args_is_help=True)

    @app.command()
    def export(
        out: Annotated[Path | None, typer.Option(help="Where to write; without it, standard output.")] = None,
    ) -> None:
        """Write this release's policy as an artefact, to change what is a partnership's to set."""
        text = _as_text(policy_at(None, build).data)
        if out is None:
            sys.stdout.write(text)
        else:
            out.write_text(text, encoding="utf-8")

    @app.command()
    def check(file: Annotated[Path, typer.Argument(help="An artefact.")]) -> None:
        """Tell whether an artefact could be put in force; exit code 2 and every reason where not."""
        policy = policy_at(file, build)
        typer.echo(f"{policy.version} {policy.digest}")

    @app.command()
    def diff(
        old: Policies,
        new: Policies,
        on: Annotated[Path, typer.Option(help="Reports, one JSON object a line; - reads standard input.")],
    ) -> None:
        """Print each report whose decision would change, then totals.

        Exit code 0: nothing changes; 1: something does; 3: somebody would be looked after less carefully (lower,
        slower, without a blocking flag, or open to a community); 2: a policy was refused or a line could not be read.
        """
        before, after = (policy_at(None if one == RELEASE else Path(one), build) for one in (old, new))
        raise typer.Exit(_compare(Comparison(before, after), on))

    return app


def _compare(comparison: Comparison, file: Path) -> int:
    failed = 0
    for number, text in lines_of(file):
        try:
            line = line_of(text)
        except LineError as error:
            failed += 1
            typer.echo(f"line {number}: {error}", err=True)
            continue
        if difference := comparison.of(line.intake, line.occasion(number, "")):
            sys.stdout.write(json.dumps({"id": line.id, **difference.record}, ensure_ascii=False) + "\n")
        if number % _PROGRESS_EVERY == 0:
            typer.echo(f"{number} reports compared", err=True)
    sys.stdout.write(json.dumps({"totals": comparison.totals}, ensure_ascii=False) + "\n")
    if failed:
        return _WRONG
    if comparison.less_careful:
        return _LESS_CAREFUL
    return _CHANGED if comparison.changed else _SAME


def _as_text(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
