"""Problems in MongoDB: one document each, changed by version."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from services.triage.adapters.versioned_documents import Announced, VersionedDocuments
from services.triage.domain.impact import Counts, RateRatio
from services.triage.domain.problem import FollowUp, Noted, Problem, Stage
from shared.contracts.event import Event
from shared.persistence.store import Collection


class MongoProblems:
    """Problems by their id."""

    def __init__(self, collection: Collection, announced: Announced) -> None:
        self._documents = VersionedDocuments(collection, "problem", announced)

    async def add(self, problem: Problem) -> None:
        """Insert the problem unless it is there."""
        await self._documents.add(_document_of(problem))

    async def get(self, problem_id: UUID) -> Problem:
        """Return the problem, or raise CaseNotFoundError."""
        return _problem_from(await self._documents.get(problem_id))

    async def save(self, problem: Problem, *, announcing: Sequence[Event] = ()) -> None:
        """Replace the version before this one and announce with it, or raise StaleCaseError."""
        await self._documents.replace(_document_of(problem), announcing)

    async def list(self) -> Sequence[Problem]:
        """Return every problem, the newest first."""
        found = [_problem_from(document) async for document in self._documents.every()]
        return sorted(found, key=lambda problem: (problem.opened_at, problem.id), reverse=True)


def ratio_when_asked(counts: Counts) -> RateRatio | None:
    """Return the rate ratio; scipy is loaded with the first one, so that a process that needs none stays small.

    Where the `analytics` extra is not installed there is none, and nothing else is told in its place.
    """
    try:
        from services.triage.adapters.analytics.rate_ratio import rate_ratio  # noqa: PLC0415 - see above
    except ImportError:
        return None
    return rate_ratio(counts)


def _document_of(problem: Problem) -> dict[str, Any]:
    return {
        "_id": problem.id,
        "opened_at": problem.opened_at,
        "stage": problem.stage.value,
        "data": {stage: dict(held) for stage, held in problem.data.items()},
        "follow_ups": [asdict(one) | {"due_on": one.due_on.isoformat()} for one in problem.follow_ups],
        "history": [asdict(note) for note in problem.history],
        "rate_ratio": asdict(problem.rate_ratio) if problem.rate_ratio else None,
        "version": problem.version,
        "request": problem.request,
        "told": list(problem.told),
    }


def _problem_from(document: Mapping[str, Any]) -> Problem:
    ups = (FollowUp(**one | {"due_on": date.fromisoformat(one["due_on"])}) for one in document["follow_ups"])
    ratio = document.get("rate_ratio")
    return Problem(
        id=document["_id"],
        opened_at=document["opened_at"],
        stage=Stage(document["stage"]),
        data=document["data"],
        follow_ups=tuple(ups),
        history=tuple(Noted(**note) for note in document["history"]),
        rate_ratio=RateRatio(**ratio) if ratio else None,
        version=document["version"],
        request=document.get("request"),
        told=tuple(document.get("told", ())),
    )
