"""Files of intakes, one JSON object a line, as the commands read them."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid5

import typer
from pydantic import ConfigDict, Field, ValidationError

from services.triage.domain.decision import Occasion
from services.triage.domain.report import Intake
from shared.contracts.intake import IntakeFields

_LONGEST = 20_000
_NAMESPACE = UUID("6b697468-0000-5000-8000-000000000001")
_TIME = datetime(2026, 1, 1, tzinfo=UTC)
"""Decisions of commands carry no deadline, so that the same line always gives the same answer."""


class Line(IntakeFields):
    """One line of the file: an intake and the id it is known by. Other keys are not looked at."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str | int | None = None
    text: str = Field(default="", max_length=_LONGEST)

    @property
    def intake(self) -> Intake:
        """The intake as the policy takes it."""
        return Intake(**self.model_dump(exclude={"id"}))

    def occasion(self, number: int, policy_version: str) -> Occasion:
        """Return ids that follow from the line's own id, or its number."""
        name = str(self.id) if self.id is not None else str(number)
        return Occasion(uuid5(_NAMESPACE, name), uuid5(_NAMESPACE, f"{name}/{policy_version}"), _TIME)


class LineError(Exception):
    """A line that is no intake, told with its number and the field."""


def lines_of(file: Path) -> Iterator[tuple[int, str]]:
    """Yield every line that is not empty, with its number; `-` is standard input. No file: exit code 2."""
    stream = sys.stdin if str(file) == "-" else None
    try:
        with file.open(encoding="utf-8", errors="replace") if stream is None else stream as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, line
    except OSError as error:
        typer.echo(f"{file}: {error.strerror}", err=True)
        raise typer.Exit(2) from error


def line_of(text: str) -> Line:
    """Return the intake of a line, or raise LineError with the field."""
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
