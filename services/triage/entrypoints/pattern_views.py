"""What the routes of patterns take and show: areas and months, never a cell, a case or a person."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.triage.application.run_ports import Outcome
from services.triage.domain.patterns.pattern import Kind, Pattern
from services.triage.domain.patterns.run import Method, Run, RunState


class PatternView(BaseModel):
    """A pattern. Its id is stable and may be cited, such as in a problem; it is told once for an area and a month."""

    id: UUID
    kind: Kind
    category: str = Field(description="A category, or for a hotspot the group: asb or crime.")
    area: str = Field(description="The area unit: an MSOA, a ward or a district.")
    period: str = Field(description="The month, such as 2026-03.")
    confidence: str = Field(description="possible: a person has to check before anything rests on it.")
    found_at: datetime
    expires_at: datetime | None = Field(description="When advice because of it ends.")
    problems_url: str = Field(description="The problems that were opened because of it.")


class RunAsked(BaseModel):
    """A period of the history, both days included, and what to do with it."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    first: date = Field(alias="from")
    last: date = Field(alias="to")
    methods: list[Method] = Field(default=[Method.RATES, Method.HOTSPOTS], min_length=1, max_length=4)


class ResultView(BaseModel):
    """What a step found, or why the data could not bear it."""

    found: dict[str, Any]
    refused: str | None


class RunView(BaseModel):
    """How far a run is."""

    id: UUID
    status_url: str
    state: RunState
    first: date = Field(serialization_alias="from")
    last: date = Field(serialization_alias="to")
    methods: list[Method]
    step: str | None
    progress: float = Field(ge=0, le=1)
    asked_at: datetime
    finished_at: datetime | None
    error: str | None
    results: dict[str, ResultView]


def pattern_view_of(pattern: Pattern) -> PatternView:
    """Return the view of a pattern whose area is known."""
    return PatternView(
        id=pattern.id,
        kind=pattern.key.kind,
        category=pattern.key.category,
        area=pattern.area or "",
        period=pattern.key.month,
        confidence=pattern.confidence,
        found_at=pattern.found_at,
        expires_at=pattern.expires_at,
        problems_url=f"/v1/problems?pattern_id={pattern.id}",
    )


def run_view_of(run: Run, results: Mapping[str, Outcome]) -> RunView:
    """Return the view of a run with the results that it has so far."""
    return RunView(
        id=run.id,
        status_url=f"/v1/patterns/runs/{run.id}",
        state=run.state,
        first=run.first,
        last=run.last,
        methods=list(run.methods),
        step=run.step,
        progress=round(min(1.0, (len(run.done) + (run.share if run.step else 0)) / len(run.steps)), 3),
        asked_at=run.asked_at,
        finished_at=run.finished_at,
        error=run.error,
        results={name: ResultView(found=dict(one.found), refused=one.refused) for name, one in results.items()},
    )
