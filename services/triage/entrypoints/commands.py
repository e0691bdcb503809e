"""The command line of triage: `kith assess FILE.jsonl` decides reports with no broker and no database."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from services.triage.domain.decision import Decision
from services.triage.domain.policy import Policy, assess
from services.triage.entrypoints.intake_lines import LineError, line_of, lines_of
from services.triage.entrypoints.policy_commands import PolicyAt, policy_at, policy_commands

_PROGRESS_EVERY = 1_000


def commands(build: PolicyAt) -> typer.Typer:
    """Return triage's commands; `build` gives the policy of an artefact's file, or of this release."""
    app = typer.Typer(help="Triage: how serious is it, and why.", no_args_is_help=True)
    app.add_typer(policy_commands(build), name="policy")

    @app.command("assess")
    def assess_file(
        file: Annotated[Path, typer.Argument(help="Reports, one JSON object a line; - reads standard input.")],
        policy: Annotated[Path | None, typer.Option(help="An artefact; without it, this release's policy.")] = None,
    ) -> None:
        """Decide every report of a file: one JSON line each; a bad line is told on stderr and makes the exit code 1."""
        if failed := _assess_lines(file, policy_at(policy, build)):
            typer.echo(f"{failed} lines could not be read", err=True)
            raise typer.Exit(1)

    return app


def _assess_lines(file: Path, policy: Policy) -> int:
    failed = 0
    for number, text in lines_of(file):
        try:
            sys.stdout.write(json.dumps(_assessed(number, text, policy), ensure_ascii=False) + "\n")
        except LineError as error:
            failed += 1
            typer.echo(f"line {number}: {error}", err=True)
        if number % _PROGRESS_EVERY == 0:
            typer.echo(f"{number} reports assessed", err=True)
    return failed


def _assessed(number: int, text: str, policy: Policy) -> dict[str, object]:
    line = line_of(text)
    decision = assess(line.intake, occasion=line.occasion(number, policy.version), policy=policy)
    return {"id": line.id} | summary_of(decision)


def summary_of(decision: Decision) -> dict[str, object]:
    """Return what the command prints of a decision."""
    return {
        "level": decision.level,
        "grade": decision.grade.name,
        "flags": list(decision.flag_names),
        "community_response_allowed": decision.community.allowed,
        "reasons": list(decision.reasons),
        "policy_version": decision.policy_version,
    }
