"""Builders for the history of places."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import h3

from services.triage.domain.patterns.sighting import Sighting
from shared.runtime.ids import new_id
from tests.support.cases import NOON

CELL = "89195da49b7ffff"
BESIDE = next(str(cell) for cell in sorted(h3.grid_disk(CELL, 1)) if cell != CELL)
FAR = next(str(cell) for cell in sorted(h3.grid_ring(CELL, 4)))


def seen(days_ago: float = 0, **changes: Any) -> Sighting:
    """A burglary of a home, told so many days before noon; whatever else is given is changed."""
    report_id = new_id()
    sighting = Sighting(report_id, report_id, "crime.burglary", CELL, before(days_ago), "E02002320")
    return replace(sighting, **changes)


def before(days: float) -> datetime:
    """So many days before noon."""
    return NOON - timedelta(days=days)


def in_public(days_ago: float, **changes: Any) -> Sighting:
    """A rowdy gathering in a park."""
    fields: Mapping[str, Any] = {"category": "nui.rowdy_gathering", "where_kind": "park_open_space"}
    return seen(days_ago, **{**fields, **changes})
