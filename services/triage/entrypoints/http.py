"""Triage over HTTP: dry-run assessments, the policy, cases and their moves."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from services.triage.application.announcements import case_id_of
from services.triage.application.ports import CaseFilter
from services.triage.application.use_cases import UseCases
from services.triage.domain.case import PEOPLES_MOVES, Action, Case
from services.triage.domain.errors import CaseNotFoundError, MoveNotAllowedError
from services.triage.domain.moves import Actor, Move
from services.triage.entrypoints.assessments import assessments
from services.triage.entrypoints.problems import not_allowed
from services.triage.entrypoints.views import (
    CaseView,
    CaseWithDecision,
    MoveRequest,
    case_view_of,
    with_decision,
)
from shared.web.identity import Principal, require
from shared.web.paging import Cursor, Cursors, Limit, Page
from shared.web.preconditions import etag, if_match
from shared.web.rate_limit import RateLimiter

_READERS = ("officer", "supervisor", "auditor", "coordinator", "partner")
_MOVERS = ("officer", "supervisor", "partner")
_COMMUNITY_LEVELS = 2

Reader = Annotated[Principal, Depends(require(*_READERS))]
Mover = Annotated[Principal, Depends(require(*_MOVERS))]
SeenVersion = Annotated[int, Depends(if_match)]
Level = Annotated[int | None, Query(ge=1, le=4)]
State = Annotated[str | None, Query(pattern="^(open|in_hand|closed)$")]


def routers(use_cases: UseCases, cursors: Cursors, limiter: RateLimiter) -> tuple[APIRouter, ...]:
    """Return triage's routes over its use cases."""
    return (
        assessments(use_cases.assess_intake, limiter),
        _policy(use_cases),
        _cases(use_cases, cursors),
        _moves(use_cases),
    )


def _policy(use_cases: UseCases) -> APIRouter:
    router = APIRouter(prefix="/v1", tags=["policy"])

    @router.get("/policy", summary="The policy in force")
    async def policy() -> dict[str, Any]:
        """Return every rule, category, flag, grade and weight by which decisions are made, with version and hash."""
        return dict(use_cases.describe_policy())

    return router


def _cases(use_cases: UseCases, cursors: Cursors) -> APIRouter:
    router = APIRouter(prefix="/v1/cases", tags=["cases"])

    @router.get("", summary="Find cases")
    async def find(
        reader: Reader,
        wanted: Annotated[CaseFilter, Depends(_filter_with(cursors))],
        report_id: Annotated[UUID | None, Query(description="The one case of this report.")] = None,
    ) -> Page[CaseView]:
        """Return cases that the asker may know of, newest first."""
        if report_id is not None:
            return Page(items=await _of_report(use_cases, report_id, reader))
        found = await use_cases.cases.list(wanted)
        following = cursors.encode(str(found[-1].id)) if len(found) == wanted.limit else None
        return Page(items=[case_view_of(case) for case in found if _visible(case, reader)], next=following)

    @router.get("/{case_id}", summary="One case with its decision")
    async def read(case_id: UUID, reader: Reader, response: Response) -> CaseWithDecision:
        """Return the case, its history and the decision that opened it; its version is the ETag."""
        case = _seen(await use_cases.cases.get(case_id), reader)
        response.headers["ETag"] = etag(case.version)
        return with_decision(case, dict(await use_cases.cases.decision(case_id)))

    return router


def _moves(use_cases: UseCases) -> APIRouter:
    router = APIRouter(prefix="/v1/cases/{case_id}", tags=["moves"])

    def add(action: Action) -> None:
        @router.post(
            f"/{action.value}", name=action.value, operation_id=f"{action.value}_case", summary=_SUMMARY[action]
        )
        async def make(
            case_id: UUID, asked: MoveRequest, mover: Mover, seen: SeenVersion, response: Response
        ) -> CaseView:
            _seen(await use_cases.cases.get(case_id), mover)
            move = _move_of(action, asked, mover, use_cases)
            try:
                case = await use_cases.move_case(case_id, seen, move)
            except MoveNotAllowedError as error:
                raise not_allowed(error) from None
            response.headers["ETag"] = etag(case.version)
            return case_view_of(case)

    for action in PEOPLES_MOVES:
        add(action)
    return router


_SUMMARY = {
    Action.TAKE: "Take the case",
    Action.ASSIGN: "Give the case to a role, in an agency where it is a partner's",
    Action.RAISE: "Raise the level",
    Action.LOWER: "Lower the level; from level 4 a second supervisor has to confirm",
    Action.CLOSE: "Close the case",
    Action.REOPEN: "Open a closed case again",
}


def _filter_with(cursors: Cursors) -> Any:
    def wanted(level: Level = None, state: State = None, cursor: Cursor = None, limit: Limit = 50) -> CaseFilter:
        before = UUID(str(cursors.decode(cursor)[0])) if cursor else None
        return CaseFilter(state=state, level=level, before=before, limit=limit)

    return wanted


async def _of_report(use_cases: UseCases, report_id: UUID, reader: Principal) -> list[CaseView]:
    try:
        case = await use_cases.cases.get(case_id_of(report_id))
    except CaseNotFoundError:
        return []
    return [case_view_of(case)] if _visible(case, reader) else []


def _visible(case: Case, reader: Principal) -> bool:
    """Staff see every case, coordinators those that communities may share in, partners those they answer for."""
    if reader.has_any("officer", "supervisor", "auditor"):
        return True
    if reader.has_any("coordinator") and case.standing.level <= _COMMUNITY_LEVELS:
        return True
    return reader.agency is not None and case.owner.agency == reader.agency


def _seen(case: Case, reader: Principal) -> Case:
    if not _visible(case, reader):
        raise CaseNotFoundError(f"There is no case {case.id}.")
    return case


def _move_of(action: Action, asked: MoveRequest, mover: Principal, use_cases: UseCases) -> Move:
    return Move(
        action,
        Actor(mover.subject, mover.roles, mover.agency),
        asked.reason,
        use_cases.clock.now(),
        level=asked.level,
        owner_role=asked.owner_role,
        agency=asked.agency,
        outcome=asked.outcome,
    )
