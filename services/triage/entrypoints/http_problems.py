"""Problems over HTTP: what each stage holds, going on through its gate, going back, and following up."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel, Field

from services.triage.application.problems import Problems
from services.triage.application.retries import request_of
from services.triage.domain.errors import MoveNotAllowedError
from services.triage.domain.problem import (
    GateError,
    Noted,
    Problem,
    Stage,
    advanced,
    followed_up,
    gone_back,
    recorded,
)
from services.triage.domain.problem_gates import GATES, missing
from services.triage.entrypoints import problem_requests as asked_for
from services.triage.entrypoints.http_parts import SeenVersion
from services.triage.entrypoints.move_requests import Reasoned
from services.triage.entrypoints.problem_links import kept, shown
from services.triage.entrypoints.problems import gate_closed, not_allowed
from shared.web.idempotency import IdempotencyKey, fingerprint_of
from shared.web.identity import Principal, require
from shared.web.paging import Page
from shared.web.preconditions import etag

Reader = Annotated[Principal, Depends(require("officer", "supervisor", "auditor", "partner", "coordinator"))]
Lead = Annotated[Principal, Depends(require("officer", "supervisor", "partner"))]


OfPattern = Annotated[UUID | None, Query(description="Only those that name this pattern in `pattern_ids`.")]
FollowUpDue = Annotated[bool | None, Query(description="Only those to be looked back at now.")]


class BackRequest(Reasoned):
    """Why, and to which stage."""

    to: Literal["scanning", "analysis", "response", "assessment"]


class FollowUpRequest(Reasoned):
    """What was found three or six months after the close; the reason says it."""

    months: Literal[3, 6]


class NoteView(BaseModel):
    """One line of a problem's history."""

    at: datetime
    what: str
    actor: str
    reason: str


class FollowUpView(BaseModel):
    """A look back, when it is due and what it found."""

    months: int
    due_on: date
    found: str | None


class RatioView(BaseModel):
    """The change here over the change in the comparison, with its 95 % interval."""

    ratio: float | None
    low: float | None
    high: float | None


class ImpactView(BaseModel):
    """What may be said: no percentage on fewer than 20 baseline events."""

    rate_ratio: RatioView | None
    percentage: float | None
    displacement_quotient: float | None


class ProblemView(BaseModel):
    """A problem. `missing` is what its stage lacks; `version` is also its ETag."""

    id: UUID
    version: int
    stage: str
    opened_at: datetime
    data: dict[str, dict[str, Any]] = Field(
        description="By stage. Scanning's `report_ids` and `level_4_referral` are shown to supervisors and auditors; "
        "others see how many: `reports`, `level_4_referrals`."
    )
    missing: list[str] = Field(description="What the present stage still needs before it is left.")
    impact: ImpactView | None
    follow_ups: list[FollowUpView]
    history: list[NoteView]


def problem_routes(problems: Problems) -> APIRouter:
    """Return the routes of problems."""
    router = APIRouter(prefix="/v1/problems", tags=["problems"])

    @router.post("", status_code=201, summary="Open a problem with what scanning knows")
    async def open_problem(
        asked: asked_for.Scanning, lead: Lead, response: Response, key: IdempotencyKey = None
    ) -> ProblemView:
        """Open it; scanning may be filled in later."""
        now = problems.clock.now()
        note = Noted(now, "opened", lead.subject, "")
        held = asked.model_dump(mode="json")
        request = request_of("problem", lead.subject, key, fingerprint_of(held))
        problem = recorded(Problem(request.id, now, version=0, request=request.fingerprint), "scanning", held, note)
        problem = await problems.open(problem)
        return _answered(problems, problem, lead, response)

    @router.get("", summary="Problems, the newest first")
    async def find(
        reader: Reader, follow_up_due: FollowUpDue = None, pattern_id: OfPattern = None
    ) -> Page[ProblemView]:
        """Return the problems."""
        found = await problems.due() if follow_up_due else await problems.store.list()
        if pattern_id is not None:
            found = [one for one in found if one.began_with(pattern_id)]
        return Page(items=[_view(problems, problem, reader) for problem in found])

    @router.get("/{problem_id}", summary="One problem")
    async def read(problem_id: UUID, reader: Reader, response: Response) -> ProblemView:
        """Return the problem, what its stage lacks, and its impact once counted."""
        return _answered(problems, await problems.store.get(problem_id), reader, response)

    _add_records(router, problems)
    _add_steps(router, problems)
    return router


def _add_records(router: APIRouter, problems: Problems) -> None:
    def add(stage: str, held: Any) -> None:
        @router.put(f"/{{problem_id}}/{stage}", operation_id=f"record_{stage}", summary=f"Record what {stage} holds")
        async def record(
            problem_id: UUID,
            asked: held,
            lead: Lead,
            seen: SeenVersion,
            response: Response,
        ) -> ProblemView:
            note = Noted(problems.clock.now(), f"recorded {stage}", lead.subject, "")

            def by(one: Problem) -> Problem:
                return recorded(one, stage, kept(one.of(stage), asked, lead), note)

            return await _changed(problems, (problem_id, seen), by, lead, response)

    for stage, held in asked_for.STAGES.items():
        add(stage, held)


def _add_steps(router: APIRouter, problems: Problems) -> None:
    def note(what: str, lead: Principal, reason: str) -> Noted:
        return Noted(problems.clock.now(), what, lead.subject, reason)

    @router.post("/{problem_id}/advance", summary="Go on to the next stage; from assessment, close")
    async def advance(
        problem_id: UUID, asked: Reasoned, lead: Lead, seen: SeenVersion, response: Response
    ) -> ProblemView:
        """Leave the stage through its gate; `409` names each missing thing."""
        noted = note("advanced", lead, asked.reason)
        return await _changed(problems, (problem_id, seen), lambda one: advanced(one, noted), lead, response)

    @router.post("/{problem_id}/back", summary="Go back to an earlier stage, with all that was recorded")
    async def back(
        problem_id: UUID, asked: BackRequest, lead: Lead, seen: SeenVersion, response: Response
    ) -> ProblemView:
        """Go back; a closed problem can be taken up again like this."""
        to, noted = Stage(asked.to), note(f"back to {asked.to}", lead, asked.reason)
        return await _changed(problems, (problem_id, seen), lambda one: gone_back(one, to, noted), lead, response)

    @router.post("/{problem_id}/follow-up", summary="Say what was found three or six months later")
    async def follow_up(
        problem_id: UUID, asked: FollowUpRequest, lead: Lead, seen: SeenVersion, response: Response
    ) -> ProblemView:
        """Record the follow-up."""
        noted = note(f"followed up after {asked.months} months", lead, asked.reason)
        return await _changed(
            problems, (problem_id, seen), lambda one: followed_up(one, asked.months, noted), lead, response
        )


async def _changed(
    problems: Problems, which: tuple[UUID, int], by: Any, lead: Principal, response: Response
) -> ProblemView:
    try:
        problem = await problems.change(*which, by)
    except GateError as error:
        raise gate_closed(str(error), error.missing) from None
    except MoveNotAllowedError as error:
        raise not_allowed(error) from None
    return _answered(problems, problem, lead, response)


def _answered(problems: Problems, problem: Problem, reader: Principal, response: Response) -> ProblemView:
    response.headers["ETag"] = etag(problem.version)
    return _view(problems, problem, reader)


def _view(problems: Problems, problem: Problem, reader: Principal) -> ProblemView:
    impact = problems.impact(problem)
    stage = problem.stage.value
    return ProblemView(
        id=problem.id,
        version=problem.version,
        stage=stage,
        opened_at=problem.opened_at,
        data={name: shown(name, held, reader) for name, held in problem.data.items()},
        missing=list(missing(stage, problem.data)) if stage in GATES else [],
        impact=ImpactView.model_validate(impact, from_attributes=True) if impact else None,
        follow_ups=[FollowUpView.model_validate(one, from_attributes=True) for one in problem.follow_ups],
        history=[NoteView.model_validate(one, from_attributes=True) for one in problem.history],
    )
