"""Moves of cases over HTTP: each with If-Match, a reason, and the person who makes it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Response

from services.triage.application.use_cases import UseCases
from services.triage.domain.actions import Action
from services.triage.domain.case import Case
from services.triage.domain.errors import CommunityOverrideError, MoveNotAllowedError
from services.triage.domain.move import Actor, Ending, Grounds, Move, Offer
from services.triage.entrypoints.case_views import CaseView, case_view_of
from services.triage.entrypoints.http_parts import Looking, ProfessionalLooking, SeenVersion, actor_of
from services.triage.entrypoints.move_requests import DeclineRequest, HandoverRequest, MoveRequest, Reasoned
from services.triage.entrypoints.problems import not_allowed
from shared.runtime.ids import derived_id
from shared.web.preconditions import etag

_SUMMARY = {
    Action.TAKE: "Take the case",
    Action.ASSIGN: "Give the case to a role, in an agency where it is a partner's",
    Action.RAISE: "Raise the level",
    Action.LOWER: "Lower the level; from level 4 a second supervisor has to confirm",
    Action.CLOSE: "Close the case",
    Action.REOPEN: "Open a closed case again",
    Action.CONTACT_MADE: "Record that somebody spoke to the reporter",
    Action.REVIEW: "Record that the case was looked at again, and what was found",
    Action.SAFETY_PLAN: "Record that the lead agency confirms a safety plan",
    Action.REFERRED: "Record that the MARAC referral was made",
    Action.ACCEPT_HANDOVER: "Take the case that the agency was offered",
    Action.WITHDRAW_HANDOVER: "Take the offer back",
}
_PLAIN = (
    Action.TAKE, Action.ASSIGN, Action.RAISE, Action.LOWER, Action.CLOSE, Action.REOPEN,
    Action.CONTACT_MADE, Action.REVIEW, Action.SAFETY_PLAN, Action.REFERRED,
)  # fmt: skip


def move_routes(use_cases: UseCases) -> APIRouter:
    """Return the routes that move cases; a move that the state does not allow is a 409 naming those it does."""
    router = APIRouter(prefix="/v1/cases/{case_id}", tags=["moves"])

    def add(action: Action) -> None:
        @router.post(f"/{action}", name=action, operation_id=f"{_operation(action)}_case", summary=_SUMMARY[action])
        async def make(
            case_id: UUID, asked: MoveRequest, mover: ProfessionalLooking, seen: SeenVersion, response: Response
        ) -> CaseView:
            case = await mover.at(case_id, use_cases, action.value)
            if asked.community_allowed is not None:
                raise _no_override(case)
            move = _move_of(action, asked, actor_of(mover.principal), use_cases.clock.now())
            return await _made(_Moving(use_cases, mover, seen, response), case, move)

    for action in _PLAIN:
        add(action)

    @router.post("/allow-community", summary="Refused: no person opens a case to the community", status_code=403)
    async def allow_community(case_id: UUID, _: Reasoned, mover: ProfessionalLooking) -> None:
        """Answer 403 with what stands against it; the conditions of 1.13 decide, and nobody overrides them (1.16)."""
        raise _no_override(await mover.at(case_id, use_cases, "allow-community"))

    return router


def handover_routes(use_cases: UseCases) -> APIRouter:
    """Return the routes of hand-overs between agencies."""
    router = APIRouter(prefix="/v1/cases/{case_id}/handover", tags=["hand-overs"])

    @router.post("", summary="Ask an agency to take the case")
    async def offer(
        case_id: UUID, asked: HandoverRequest, mover: ProfessionalLooking, seen: SeenVersion, response: Response
    ) -> CaseView:
        """Offer the case with what allows it to travel. Until the agency accepts, the owner stays responsible."""
        case = await mover.at(case_id, use_cases, "handover")
        offered = Offer(derived_id(case_id, "handover", str(seen)), asked.agency, asked.owner_role, asked.basis)
        move = Move(
            Action.OFFER_HANDOVER, actor_of(mover.principal), asked.reason, use_cases.clock.now(), offer=offered
        )
        return await _made(_Moving(use_cases, mover, seen, response), case, move)

    @router.post("/decline", summary="Say that the agency does not take the case, and why")
    async def decline(
        case_id: UUID, asked: DeclineRequest, mover: ProfessionalLooking, seen: SeenVersion, response: Response
    ) -> CaseView:
        """Decline under a code; the case stays with its sender."""
        case = await mover.at(case_id, use_cases, "handover/decline")
        grounds = Grounds(reason_code=asked.reason_code)
        actor, now = actor_of(mover.principal), use_cases.clock.now()
        move = Move(Action.DECLINE_HANDOVER, actor, asked.reason, now, grounds=grounds)
        return await _made(_Moving(use_cases, mover, seen, response), case, move)

    def add(action: Action) -> None:
        @router.post(
            f"/{action.value.removeprefix('handover/')}", operation_id=_operation(action), summary=_SUMMARY[action]
        )
        async def make(
            case_id: UUID, asked: Reasoned, mover: ProfessionalLooking, seen: SeenVersion, response: Response
        ) -> CaseView:
            case = await mover.at(case_id, use_cases, action.value)
            move = Move(action, actor_of(mover.principal), asked.reason, use_cases.clock.now())
            return await _made(_Moving(use_cases, mover, seen, response), case, move)

    add(Action.ACCEPT_HANDOVER)
    add(Action.WITHDRAW_HANDOVER)
    return router


@dataclass(frozen=True, slots=True)
class _Moving:
    """What making a move takes beside the move itself."""

    use_cases: UseCases
    mover: Looking
    seen: int
    response: Response


async def _made(moving: _Moving, before: Case, move: Move) -> CaseView:
    try:
        case = await moving.use_cases.casework.move_case(before.id, moving.seen, move)
    except MoveNotAllowedError as error:
        raise not_allowed(error) from None
    if not before.sealed:
        await moving.use_cases.casework.view_cases.noted(case, moving.mover.view(move.action.value))
    moving.response.headers["ETag"] = etag(case.version)
    return case_view_of(case)


def _move_of(action: Action, asked: MoveRequest, actor: Actor, at: datetime) -> Move:
    return Move(
        action,
        actor,
        asked.reason,
        at,
        level=asked.level,
        owner_role=asked.owner_role,
        agency=asked.agency,
        outcome=asked.outcome,
        ram_score=asked.ram_score,
        ending=Ending(
            problem_id=asked.problem_id,
            victim_told=asked.victim_told,
            victim_consulted=asked.victim_consulted,
            held_by_agency=asked.held_by_agency,
        ),
        grounds=Grounds(asked.information_relied_on, asked.options_considered, asked.reason_code),
    )


def _no_override(case: Case) -> CommunityOverrideError:
    against = ", ".join(case.standing.community_blockers) or "nothing but the conditions themselves"
    return CommunityOverrideError(f"The conditions decide whether local people may be asked; against it: {against}.")


def _operation(action: Action) -> str:
    return action.value.replace("/", "_").replace("-", "_")
