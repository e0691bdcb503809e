"""What the import commands ask for and what they tell: public files in, a summary for a person out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, Protocol

ShareChoice = Literal["yes", "no"]
FormatChoice = Literal["auto", "gainesville", "stlouis"]


@dataclass(frozen=True, slots=True)
class AreasImported:
    """What an import of areas did."""

    by_kind: Counter[str]
    used: dict[str, int]
    skipped: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ReplayOrder:
    """What to send where, and how."""

    file: Path
    format: FormatChoice
    url: str
    api_key: str | None
    speed: float
    day: str | None
    place_at: str | None
    share: ShareChoice | None


@dataclass(frozen=True, slots=True)
class ReportsImported:
    """What an import of reports did."""

    accepted: int
    replayed: int
    refused: int
    retries: int
    remarks: Sequence[str]


class OrderUnclearError(Exception):
    """What was asked for cannot be done with this file; the message says why, for a person."""


class Imports(Protocol):
    """What the commands set off; the composition root provides it."""

    def areas(self, paths: Sequence[Path], valid_from: date | None = None) -> AreasImported:
        """Read the files and store what they say, in force from a day or always."""
        ...

    def postcodes(self, file: Path, within: str | None) -> int:
        """Read the file, store its postcodes and return how many; OrderUnclearError where it holds none."""
        ...

    def reports(self, order: ReplayOrder) -> ReportsImported:
        """Send the file's rows through the public API."""
        ...
