"""The command line of triage: `kith assess FILE.jsonl` decides reports with no broker and no database."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID, uuid5

import typer
from pydantic import ConfigDict, Field, ValidationError

from services.triage.domain.decision import Decision, Occasion
from services.triage.domain.policy import Policy, assess
from services.triage.domain.report import Intake
from shared.contracts.intake import IntakeFields

_LONGEST = 20_000
_PROGRESS_EVERY = 1_000
_NAMESPACE = UUID("6b697468-0000-5000-8000-000000000001")
_TIME = datetime(2026, 1, 1, tzinfo=UTC)
"""Decisions of this command carry no deadline, so that the same line always gives the same answer."""


class Line(IntakeFields):
    """One line of the file: an intake and the id it is known by. Other keys are not looked at."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str | int | None = None
    text: str = Field(default="", max_length=_LONGEST)


class LineError(Exception):
    """A line that is no intake, told with its number and the field."""


def commands(policy_in_force: Callable[[], Policy]) -> typer.Typer:
    """Return triage's commands under the policy that is in force."""
    app = typer.Typer(help="Triage: how serious is it, and why.", no_args_is_help=True)

    @app.callback()
    def triage() -> None:
        """Triage: how serious is it, and why."""

    @app.command("assess")
    def assess_file(
        file: Annotated[Path, typer.Argument(help="Reports, one JSON object a line; - reads standard input.")],
    ) -> None:
        """Decide every report of a file: one JSON line each; a bad line is told on stderr and makes the exit code 1."""
        if failed := _assess_lines(file, policy_in_force()):
            typer.echo(f"{failed} lines could not be read", err=True)
            raise typer.Exit(1)

    return app


def _assess_lines(file: Path, policy: Policy) -> int:
    failed = 0
    for number, text in _lines(file):
        try:
            sys.stdout.write(json.dumps(_assessed(number, text, policy), ensure_ascii=False) + "\n")
        except LineError as error:
            failed += 1
            typer.echo(f"line {number}: {error}", err=True)
        if number % _PROGRESS_EVERY == 0:
            typer.echo(f"{number} reports assessed", err=True)
    return failed


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    stream = sys.stdin if str(file) == "-" else None
    try:
        with file.open(encoding="utf-8", errors="replace") if stream is None else stream as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, line
    except OSError as error:
        typer.echo(f"{file}: {error.strerror}", err=True)
        raise typer.Exit(2) from error


def _assessed(number: int, text: str, policy: Policy) -> dict[str, object]:
    line = _line(text)
    name = str(line.id) if line.id is not None else str(number)
    occasion = Occasion(uuid5(_NAMESPACE, name), uuid5(_NAMESPACE, f"{name}/{policy.version}"), _TIME)
    decision = assess(intake_of(line.model_dump(exclude={"id"})), occasion=occasion, policy=policy)
    return {"id": line.id} | summary_of(decision)


def _line(text: str) -> Line:
    try:
        line = Line.model_validate(json.loads(text))
    except ValueError as error:
        raise LineError(_told(error)) from error
    if not line.text.strip() and line.category is None:
        raise LineError("text: an intake needs a text or a category")
    return line


def _told(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return f"not JSON ({error})"
    return "; ".join(f"{'.'.join(map(str, e['loc'])) or 'line'}: {e['msg']}" for e in error.errors(include_input=False))


def intake_of(fields: Mapping[str, Any]) -> Intake:
    """Return the domain's intake from validated fields."""
    return Intake(**fields)


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
