"""Sightings and patterns as documents and back: pure functions."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from services.triage.domain.patterns.pattern import Key, Kind, Pattern
from services.triage.domain.patterns.periods import month_of
from services.triage.domain.patterns.sighting import Incident, Setting, Sighting

_FIELDS = {
    "report": "report_id",
    "concern": "concern_id",
    "category": "category",
    "cell": "cell",
    "at": "at",
    "area": "area",
    "where": "where_kind",
    "role": "reporter_role",
}


def sighting_document(seen: Sighting) -> dict[str, Any]:
    """Return a sighting as a part of a document; what is not known is left out."""
    values = {name: getattr(seen, attribute) for name, attribute in _FIELDS.items()}
    return {name: value for name, value in values.items() if value is not None}


def sighting_from(document: Mapping[str, Any]) -> Sighting:
    """Return the sighting."""
    return Sighting(**{_FIELDS[name]: value for name, value in document.items()})


def month_id(seen: Sighting) -> str:
    """Return the `_id` of the document in which a sighting is kept: `month:<group>:<cell>:<month>`."""
    return f"month:{seen.group}:{seen.cell}:{month_of(seen.at)}"


def place_id(category: str, cell: str) -> str:
    """Return the `_id` of the document with the last incidents of a category in a cell: `last:<category>:<cell>`."""
    return f"last:{category}:{cell}"


def place_from(identifier: str) -> tuple[str, str]:
    """Return the category and the cell of such an `_id`."""
    _, category, cell = identifier.split(":")
    return category, cell


def incident_key(incident: Incident) -> str:
    """Return what makes two reports of a place tell of the same incident: day and setting."""
    return f"{incident.day.isoformat()}:{incident.setting.value}"


def place_document(place: str, incidents: Sequence[Incident]) -> dict[str, Any]:
    """Return the document of a place; two lists side by side are shorter to read than a list of pairs."""
    return {
        "_id": place,
        "keys": [incident_key(one) for one in incidents],
        "first": [one.first.hex for one in incidents],
    }


def incidents_from(document: Mapping[str, Any]) -> list[Incident]:
    """Return the incidents of such a document."""
    return [_incident(key, first) for key, first in zip(document["keys"], document["first"], strict=True)]


def _incident(key: str, first: str) -> Incident:
    day, _, setting = key.partition(":")
    return Incident(date.fromisoformat(day), Setting(setting), UUID(first))


def pattern_from(document: Mapping[str, Any]) -> Pattern:
    """Return the pattern."""
    key = Key(Kind(document["kind"]), document["category"], document["cell"], document["month"])
    return Pattern(
        document["_id"], key, document["area"], document["found_at"], document["expires_at"], document["sure"]
    )


def pattern_document(pattern: Pattern) -> dict[str, Any]:
    """Return the document of a pattern; its `_id` is the pattern's id."""
    key = pattern.key
    return {
        "_id": pattern.id,
        "kind": key.kind.value,
        "category": key.category,
        "cell": key.cell,
        "month": key.month,
        "area": pattern.area,
        "found_at": pattern.found_at,
        "expires_at": pattern.expires_at,
        "sure": pattern.sure,
    }
