"""A case and its decision as a document and back: pure functions."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import orjson

from services.triage.domain.case import Case, Entry, HeldFlag, Owner, Proposal, Standing, State

_CASE_VALUES = (
    "report_id", "concern_id", "correlation_id", "category", "opened_at", "contact_allowed", "human_required",
    "decision_id", "outcome", "version",
)  # fmt: skip
_STANDING_TUPLES = ("community_blockers", "community_conditions")


def document_of(case: Case) -> dict[str, Any]:
    """Return the document that holds the case; its `_id` is the case's id."""
    owner = case.owner
    return {
        "_id": case.id,
        **{name: getattr(case, name) for name in _CASE_VALUES},
        "areas": list(case.areas),
        "state": case.state.value,
        "standing": _standing(case.standing),
        "owner": {"role": owner.role, "agency": owner.agency, "subject": owner.subject},
        "flags": [{"flag": f.flag, "confidence": f.confidence, "blocking": f.blocking} for f in case.flags],
        "proposal": asdict(case.proposal) if case.proposal else None,
        "history": [asdict(entry) for entry in case.history],
        "applied": list(case.applied),
    }


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


def decision_text_of(decision: Mapping[str, Any]) -> str:
    """Return the record as JSON with sorted keys: kept as one value, it stays as it was made, byte for byte.

    It is also what makes a case cheap to store: as fields it is most of the document.
    """
    return orjson.dumps(decision, option=orjson.OPT_SORT_KEYS).decode()


def decision_from(text: str) -> dict[str, Any]:
    """Return the record."""
    decision: dict[str, Any] = orjson.loads(text)
    return decision


def case_from(document: Mapping[str, Any]) -> Case:
    """Return the case that the document holds."""
    standing = document["standing"]
    return Case(
        id=document["_id"],
        **{name: document[name] for name in _CASE_VALUES},
        areas=tuple(document["areas"]),
        state=State(document["state"]),
        standing=Standing(**standing | {name: tuple(standing[name]) for name in _STANDING_TUPLES}),
        owner=Owner(**document["owner"]),
        flags=tuple(HeldFlag(**flag) for flag in document["flags"]),
        proposal=Proposal(**document["proposal"]) if document["proposal"] else None,
        history=tuple(Entry(**entry) for entry in document["history"]),
        applied=tuple(document["applied"]),
    )
