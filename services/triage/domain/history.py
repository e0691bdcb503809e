"""A case's history as events: what each one changed, and the case rebuilt from them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from services.triage.domain.case import Case, Entry

#: What a move can change. The rest of a case is who it is about, and stays.
CHANGEABLE = (
    "state", "standing", "owner", "flags", "contact_allowed", "human_required", "decision_id", "outcome", "proposal",
    "handover", "watch", "progress", "tasks", "wake_at", "applied",
)  # fmt: skip


def changes_between(before: Case, after: Case) -> tuple[tuple[str, object], ...]:
    """Return the fields that differ, with their new values."""
    values = ((name, getattr(after, name)) for name in CHANGEABLE)
    return tuple((name, value) for name, value in values if value != getattr(before, name))


def recorded(before: Case, after: Case, entry: Entry) -> Case:
    """Return the case one version on, with the entry that tells how it came about."""
    entry = replace(entry, changes=changes_between(before, after))
    return replace(after, history=(*before.history, entry), version=before.version + 1)


def rebuilt(opening: Case, history: Iterable[Entry]) -> Case:
    """Return the case that this history makes of the case as it was opened."""
    case = opening
    for entry in history:
        changes: dict[str, Any] = dict(entry.changes)
        case = replace(case, **changes, history=(*case.history, entry), version=case.version + 1)
    return case
