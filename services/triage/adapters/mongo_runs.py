"""Runs in MongoDB: one document each, one for each step's result, and one that is the lease."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from services.triage.application.run_ports import Outcome
from services.triage.domain.errors import PatternNotFoundError
from services.triage.domain.patterns.run import Method, Run, RunState, Step
from shared.persistence.store import Collection, Document

_LEASE = "lease"
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_PLAIN = ("asked_at", "attempts", "step", "share", "finished_at", "error")


class MongoRuns:
    """Runs by their id, results by run and step, in two collections that stay small."""

    def __init__(self, runs: Collection, results: Collection) -> None:
        self._runs = runs
        self._results = results

    async def add(self, run: Run) -> None:
        """Keep a run."""
        await self._runs.insert(_document_of(run))

    async def get(self, run_id: UUID) -> Run:
        """Return the run, or raise PatternNotFoundError."""
        found = await self._runs.get(run_id)
        if found is None:
            raise PatternNotFoundError(f"There is no run {run_id}.")
        return _run_from(found)

    async def save(self, run: Run) -> None:
        """Keep how far it is."""
        values = {name: value for name, value in _document_of(run).items() if name != "_id"}
        await self._runs.update_one({"_id": run.id}, {"$set": values})

    async def next(self) -> Run | None:
        """Return the oldest that is not finished."""
        query = {"state": {"$in": [RunState.ASKED.value, RunState.RUNNING.value]}}
        async for found in self._runs.find(query, sort=[("_id", 1)], limit=1):
            return _run_from(found)
        return None

    async def due(self, now: datetime) -> Run | None:
        """Return the oldest that is not finished, unless somebody holds the lease."""
        lease = await self._runs.get(_LEASE)
        return None if lease is not None and lease["until"] >= now else await self.next()

    async def keep(self, run: Run, step: Step, outcome: Outcome) -> None:
        """Keep the result and that the step is done; a step that is done again replaces its result."""
        values = {"run": run.id, "step": step.name, "found": dict(outcome.found), "refused": outcome.refused}
        await self._results.update_one({"_id": f"{run.id}:{step.name}"}, {"$set": values}, upsert=True)
        await self._runs.update_one({"_id": run.id}, {"$addToSet": {"done": step.name}})

    async def results(self, run_id: UUID) -> Mapping[str, Outcome]:
        """Return the results by step."""
        run = await self.get(run_id)
        found = await self._results.get_many([f"{run_id}:{step.name}" for step in run.steps])
        return {one["step"]: Outcome(one["found"], one["refused"]) for one in found.values()}

    async def lease(self, holder: str, now: datetime, until: datetime) -> bool:
        """Take or prolong the lease."""
        await self._runs.insert_absent([{"_id": _LEASE, "holder": "", "until": _LONG_AGO}])
        free = {"_id": _LEASE, "$or": [{"until": {"$lt": now}}, {"holder": holder}]}
        return await self._runs.update_one(free, {"$set": {"holder": holder, "until": until}})

    async def release(self, holder: str) -> None:
        """Give the lease back."""
        await self._runs.update_one({"_id": _LEASE, "holder": holder}, {"$set": {"until": _LONG_AGO}})


def _document_of(run: Run) -> Document:
    return {
        "_id": run.id,
        "first": run.first.isoformat(),
        "last": run.last.isoformat(),
        "methods": [method.value for method in run.methods],
        "state": run.state.value,
        "done": list(run.done),
        **{name: getattr(run, name) for name in _PLAIN},
    }


def _run_from(document: Mapping[str, Any]) -> Run:
    return Run(
        id=document["_id"],
        first=date.fromisoformat(document["first"]),
        last=date.fromisoformat(document["last"]),
        methods=tuple(Method(method) for method in document["methods"]),
        state=RunState(document["state"]),
        done=tuple(document["done"]),
        **{name: document[name] for name in _PLAIN},
    )
