"""Labelled reports: one JSON object a line, each with what a safeguarding lead would decide of it."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from services.triage.domain.decision import Decision
from tests.support.reports import decided

FOLDER = Path(__file__).parent
DEVELOPMENT, HELD_OUT, FIRST_SIGHT = "development", "held_out", "first_sight"


@dataclass(frozen=True)
class Labelled:
    """One report, its labels, and the policy's decision on it; `None` is a label that nobody gave."""

    id: str
    voice: str
    rules: tuple[str, ...]
    text: str
    intake: dict[str, Any]
    level: int
    grade: str | None
    must_flags: frozenset[str]
    must_not_flags: frozenset[str]
    community: bool | None
    pair: str | None

    @cached_property
    def decision(self) -> Decision:
        return decided(self.text, **self.intake)

    @property
    def missing(self) -> frozenset[str]:
        """Flags that the decision should have and has not."""
        return self.must_flags - set(self.decision.flag_names)

    @property
    def unwanted(self) -> frozenset[str]:
        """Flags that the decision has and must not have."""
        return self.must_not_flags & set(self.decision.flag_names)


def labelled_in(part: str) -> tuple[Labelled, ...]:
    """Return every report of a part of the corpus: of each file whose name begins with the part's."""
    return tuple(report for path in sorted(FOLDER.glob(f"{part}*.jsonl")) for report in labelled_at(path))


def labelled_at(path: Path) -> tuple[Labelled, ...]:
    """Return every report of a file."""
    return tuple(_labelled(line) for line in _lines(path))


def first_sights() -> list[dict[str, Any]]:
    """Return what each batch of fresh reports came to when it was read for the first time."""
    return _lines(FOLDER / f"{FIRST_SIGHT}.jsonl")


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _labelled(line: dict[str, Any]) -> Labelled:
    intake = {name: tuple(value) if isinstance(value, list) else value for name, value in line["intake"].items()}
    sets = {name: frozenset(line[name]) for name in ("must_flags", "must_not_flags")}
    return Labelled(**line | sets | {"rules": tuple(line["rules"]), "intake": intake})
