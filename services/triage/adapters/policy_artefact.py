"""A policy as one file: exported, checked when it is loaded, and refused by name where it is unsafe."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from services.triage.domain.categories import CategoryPolicy
from services.triage.domain.clock_rules import Clocks
from services.triage.domain.dash import MaracPolicy
from services.triage.domain.floors import PolicyRefusedError, breaches
from services.triage.domain.grades import Grade
from services.triage.domain.guidance import Guidance
from services.triage.domain.matrix import Matrix
from services.triage.domain.policy_data import SETTABLE, policy_data
from services.triage.domain.review_terms import ReviewTerms
from services.triage.domain.terms import Terms, Thresholds
from services.triage.domain.text.source import LexiconSource


@dataclass(frozen=True, slots=True)
class Artefact:
    """The parts of a policy that are data."""

    version: str
    terms: Terms
    guidance: Guidance
    lexicon: LexiconSource

    @property
    def data(self) -> dict[str, Any]:
        """The whole policy as plain data."""
        return policy_data(self.version, self.terms, self.guidance, self.lexicon)


_ROWS = TypeAdapter(list[dict[str, Any]])
_CATEGORIES = TypeAdapter(list[CategoryPolicy])
_THRESHOLDS, _MATRIX, _CLOCKS = TypeAdapter(Thresholds), TypeAdapter(Matrix), TypeAdapter(Clocks)
_CASE_REVIEW, _MARAC = TypeAdapter(ReviewTerms), TypeAdapter(MaracPolicy)
_GUIDANCE, _LEXICON, _VERSION = TypeAdapter(Guidance), TypeAdapter(LexiconSource), TypeAdapter(str)


def text_of(data: Mapping[str, Any]) -> str:
    """Return the artefact's file: the same bytes for the same policy."""
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def digest_of(data: Mapping[str, Any]) -> str:
    """Return SHA-256 over all of it: rules, categories, thresholds, guidance and lexicon.

    Only where a line of the lexicon stands in its file does not count.
    """
    lexicon = data["lexicon"]
    lines = [{name: value for name, value in line.items() if name != "where"} for line in lexicon["lines"]]
    return "sha256:" + hashlib.sha256(text_of({**data, "lexicon": {**lexicon, "lines": lines}}).encode()).hexdigest()


def artefact_at(path: Path, built_in: Artefact) -> Artefact:
    """Return the artefact of a file, or raise PolicyRefusedError with everything that is wrong with it."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PolicyRefusedError([f"{path}: {error}"]) from error
    return artefact_from(held, built_in)


def artefact_from(held: Any, built_in: Artefact) -> Artefact:
    """Return the artefact of plain data, or raise PolicyRefusedError with everything that is wrong with it."""
    if not isinstance(held, dict):
        raise PolicyRefusedError(["the file holds no policy: an object is expected"])
    data = built_in.data
    if faults := list(_changed_where_nothing_may_be(held, data)):
        raise PolicyRefusedError(faults)
    try:
        artefact = _parsed(held)
    except ValidationError as error:
        places = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors(include_input=False))
        raise PolicyRefusedError(list(places)) from error
    faults = [*breaches(artefact.terms), *artefact.guidance.faults()]
    if not faults and artefact.data != held:
        unread = [name for name in SETTABLE if artefact.data[name] != held[name]]
        faults = [f"{name}: it holds something that is not read" for name in unread]
    if held["version"] == built_in.version and held != data:
        faults.append(f"version: a policy that differs from this release's cannot be called {held['version']} too")
    if faults:
        raise PolicyRefusedError(faults)
    return artefact


def _changed_where_nothing_may_be(held: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{name}: it is missing" for name in data if name not in held)
    yield from (f"{name}: there is no such part" for name in held if name not in data)
    for name in ("flags", "rules"):
        if name in held:
            yield from _rows_changed(name, held[name], data[name])
    others = [name for name in data if name in held and name not in {*SETTABLE, "flags", "rules"}]
    yield from (f"{name}: it comes with the release and cannot be set" for name in others if held[name] != data[name])


def _rows_changed(part: str, held: Any, rows: list[dict[str, Any]]) -> Iterator[str]:
    if not isinstance(held, list) or not all(isinstance(row, dict) and "id" in row for row in held):
        yield f"{part}: a list of rows with ids is expected"
        return
    by_id = {row["id"]: row for row in held}
    for row in rows:
        name, rule = row["id"], row.get("rule", row["id"])
        found = by_id.pop(name, None)
        if found is None:
            yield f"{rule}: {name} is missing from {part}; no rule or flag can be switched off"
        elif found != row:
            changed = [field for field in row if found.get(field) != row[field]] or sorted(found.keys() - row.keys())
            yield f"{rule}: {', '.join(changed)} of {name} cannot be set"
    yield from (f"{part}: this release knows no {name}" for name in by_id)


def _parsed(held: Mapping[str, Any]) -> Artefact:
    rows = [_graded(row) for row in _ROWS.validate_python(held["categories"])]
    terms = Terms(
        {row.id: row for row in _CATEGORIES.validate_python(rows)},
        _THRESHOLDS.validate_python(held["thresholds"]),
        _MATRIX.validate_python(held["matrix"]),
        _CLOCKS.validate_python(held["clocks"]),
        _CASE_REVIEW.validate_python(held["case_review"]),
        _MARAC.validate_python(held["marac"]),
    )
    guidance, lexicon = _GUIDANCE.validate_python(held["guidance"]), _LEXICON.validate_python(held["lexicon"])
    return Artefact(_VERSION.validate_python(held["version"]), terms, guidance, lexicon)


def _graded(row: Mapping[str, Any]) -> dict[str, Any]:
    grade = row.get("grade")
    return {**row, "grade": Grade.__members__.get(str(grade), grade)}
