"""A case and its decision as a document and back: pure functions."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

import orjson

from services.triage.domain.actions import State
from services.triage.domain.case import (
    Case,
    Entry,
    Handover,
    HeldFlag,
    Owner,
    Progress,
    Proposal,
    Standing,
    Task,
    Watch,
)
from services.triage.domain.history import CHANGEABLE

_IDENTITY = ("report_id", "concern_id", "correlation_id", "category", "opened_at")
_PLAIN = ("contact_allowed", "human_required", "decision_id", "outcome")
_STANDING_TUPLES = ("community_blockers", "community_conditions")
_NO_WATCH, _NO_PROGRESS = Watch(), Progress()


def document_of(case: Case) -> dict[str, Any]:
    """Return the document that holds the case; its `_id` is the case's id."""
    return {
        "_id": case.id,
        **{name: getattr(case, name) for name in _IDENTITY},
        **{name: getattr(case, name) for name in _PLAIN},
        "wake_at": case.wake_at,
        "areas": list(case.areas),
        **{name: stored(getattr(case, name)) for name, (stored, _) in _PARTS.items()},
        "history": [_entry(entry) for entry in case.history],
        "version": case.version,
    }


def case_from(document: Mapping[str, Any]) -> Case:
    """Return the case that the document holds; what an older release did not write is as it was then."""
    return Case(
        id=document["_id"],
        **{name: document[name] for name in _IDENTITY},
        **{name: document[name] for name in _PLAIN},
        wake_at=document.get("wake_at"),
        areas=tuple(document["areas"]),
        **{name: read(document.get(name)) for name, (_, read) in _PARTS.items()},
        history=tuple(map(entry_from, document["history"])),
        version=document["version"],
    )


def decision_text_of(decision: Mapping[str, Any]) -> str:
    """Return the record as JSON with sorted keys: kept as one value, it stays as it was made, byte for byte.

    It is also what makes a case cheap to store: as fields it is most of the document.
    """
    return orjson.dumps(decision, option=orjson.OPT_SORT_KEYS).decode()


def decision_from(text: str) -> dict[str, Any]:
    """Return the record."""
    decision: dict[str, Any] = orjson.loads(text)
    return decision


def entry_from(document: Mapping[str, Any]) -> Entry:
    """Return the event of a case's history that the document holds."""
    return Entry(
        at=document["at"],
        action=document["action"],
        actor=document["actor"],
        reason=document["reason"],
        level=document["level"],
        state=document["state"],
        particulars=tuple(sorted(document.get("particulars", {}).items())),
        changes=tuple(_changes(document.get("changes", {}))),
    )


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "at": entry.at,
        "action": entry.action,
        "actor": entry.actor,
        "reason": entry.reason,
        "level": entry.level,
        "state": entry.state,
        "particulars": dict(entry.particulars),
        "changes": {name: _PARTS[name][0](value) if name in _PARTS else value for name, value in entry.changes},
    }


def _changes(held: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for name in CHANGEABLE:
        if name in held:
            yield name, _PARTS[name][1](held[name]) if name in _PARTS else held[name]


def _standing(standing: Standing) -> dict[str, Any]:
    """Written out, as every report needs one and `asdict` copies deeply."""
    return {
        "level": standing.level,
        "grade": standing.grade,
        "lead_role": standing.lead_role,
        "due_at": standing.due_at,
        "community_allowed": standing.community_allowed,
        "community_blockers": list(standing.community_blockers),
        "community_conditions": list(standing.community_conditions),
    }


def _owner(owner: Owner) -> dict[str, Any]:
    return {"role": owner.role, "agency": owner.agency, "subject": owner.subject}


def _flags(flags: tuple[HeldFlag, ...]) -> list[dict[str, Any]]:
    return [{"flag": f.flag, "confidence": f.confidence, "blocking": f.blocking} for f in flags]


def _watch(watch: Watch) -> dict[str, Any] | None:
    return None if watch == _NO_WATCH else asdict(watch)


def _progress(progress: Progress) -> dict[str, Any] | None:
    return None if progress == _NO_PROGRESS else asdict(progress)


def _tasks(tasks: tuple[Task, ...]) -> list[dict[str, Any]]:
    return [{"kind": t.kind, "due_at": t.due_at, "because": list(t.because)} for t in tasks]


def _optional(value: Any) -> dict[str, Any] | None:
    return asdict(value) if value else None


_PARTS: Mapping[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "state": (lambda state: state.value, State),
    "standing": (_standing, lambda held: Standing(**held | {name: tuple(held[name]) for name in _STANDING_TUPLES})),
    "owner": (_owner, lambda held: Owner(**held)),
    "flags": (_flags, lambda held: tuple(HeldFlag(**flag) for flag in held)),
    "proposal": (_optional, lambda held: Proposal(**held) if held else None),
    "handover": (_optional, lambda held: Handover(**held) if held else None),
    "watch": (_watch, lambda held: Watch(**held) if held else _NO_WATCH),
    "progress": (_progress, lambda held: Progress(**held) if held else _NO_PROGRESS),
    "tasks": (_tasks, lambda held: tuple(Task(**task | {"because": tuple(task["because"])}) for task in held or ())),
    "applied": (list, tuple),
}
