"""What happens to a case when it moves: one function per action, one table that names them all.

The machine may raise a case and never lowers one. A person lowers it with the authority to do so and a reason. At level
4 it takes two persons to lower a case, to level 3 only, or to close it.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from types import MappingProxyType

from services.triage.domain.actions import KEEPS_A_PROPOSAL, TWO_PERSONS, Action, State, next_state
from services.triage.domain.authority import check_authority
from services.triage.domain.case import HIGH_RISK, PARTNERSHIP, Case, Entry, Owner, Proposal
from services.triage.domain.contact import contact_made, contact_overdue
from services.triage.domain.errors import (
    ExitNotMetError,
    MoveNotAllowedError,
    NotAuthorisedError,
    UnreasonableMoveError,
)
from services.triage.domain.exits import lacking, reviewed
from services.triage.domain.handovers import accepted, declined, ended, offered
from services.triage.domain.history import recorded
from services.triage.domain.level_moves import found_unsafe, lowered, raised
from services.triage.domain.move import Move
from services.triage.domain.reassessed_case import reassessed, risk_rose
from services.triage.domain.referrals import dash_recorded, referred
from services.triage.domain.rising import taken_up_again, waiting_anew
from services.triage.domain.timers import overdue, planned_for_safety, review_due, wake_at
from services.triage.domain.timing import Timing

Effect = Callable[[Case, Move, Timing], Case]


def moved(case: Case, move: Move, timing: Timing) -> Case:
    """Return the case after the move, one version later, or raise a TriageError that says why not.

    A move whose cause was applied before changes nothing.
    """
    if move.cause is not None and move.cause in case.applied:
        return case
    state = _next_state(case, move)
    check_authority(case, move)
    proposal = case.proposal if move.action in KEEPS_A_PROPOSAL else None
    after = replace(_EFFECTS[move.action](case, move, timing), state=state, proposal=proposal)
    after = waiting_anew(case, after, move.at, timing)
    if _waits_for_a_second(case, move):
        after = replace(case, proposal=Proposal(move.action.value, move.actor.subject, move.at, move.reason))
    elif move.action is Action.WITHDRAWN and _is_held(case):
        after = case
    applied = case.applied if move.cause is None else (*case.applied, move.cause)
    after = replace(after, applied=applied, wake_at=wake_at(after, timing))
    return recorded(case, after, _entry_of(move, after))


def _entry_of(move: Move, after: Case) -> Entry:
    return Entry(
        at=move.at,
        action=move.action.value,
        actor=move.actor.subject,
        reason=move.reason,
        level=after.standing.level,
        state=after.state.value,
        particulars=tuple(sorted((name, value) for name, value in _particulars(move).items() if value)),
    )


def _particulars(move: Move) -> Mapping[str, str]:
    actor = {"roles": " ".join(sorted(move.actor.roles)), "agency": move.actor.agency}
    offer = {"to_agency": move.offer.to_agency, "basis": move.offer.basis} if move.offer else {}
    dash = {"dash_id": str(move.referral.dash_id)} if move.referral else {}
    review = {"review_day": str(move.review_day)} if move.review_day else {}
    ram = {"ram_score": str(move.ram_score)} if move.ram_score is not None else {}
    ending = {name: str(value) for name, value in asdict(move.ending).items() if value}
    return actor | asdict(move.grounds) | offer | dash | review | ram | ending


def _waits_for_a_second(case: Case, move: Move) -> bool:
    if move.action not in TWO_PERSONS or case.standing.level != HIGH_RISK:
        return False
    proposal = case.proposal
    if proposal is None or proposal.action != move.action.value:
        return True
    if proposal.by == move.actor.subject:
        raise NotAuthorisedError(f"At level 4 a second person has to confirm '{move.action}'.")
    return False


def _is_held(case: Case) -> bool:
    """Tell whether a withdrawal leaves the case open: somebody may have been made to withdraw."""
    return case.standing.level >= PARTNERSHIP or case.human_required or case.blocked


def _next_state(case: Case, move: Move) -> State:
    state = next_state(case.state, move.action, offered=case.handover is not None)
    if state is None:
        raise MoveNotAllowedError(move.action.value, case.state.value, case.allowed_moves)
    if move.action is Action.COMMUNITY_ACCEPTED and case.standing.level >= PARTNERSHIP:
        return case.state  # neighbours do not take what is for professionals: it is a note
    return state


def _take(case: Case, move: Move, _: Timing) -> Case:
    role = "partner" if move.actor.agency else case.standing.lead_role
    return replace(case, owner=Owner(role, move.actor.agency, move.actor.subject))


def _assign(case: Case, move: Move, _: Timing) -> Case:
    if not move.owner_role:
        raise UnreasonableMoveError("Name the role that takes the case in 'owner_role'.")
    if case.sealed and not move.agency:
        raise UnreasonableMoveError("Name the agency of that role in 'agency': at level 4 a role alone sees no case.")
    return replace(case, owner=Owner(move.owner_role, move.agency))


def _close(case: Case, move: Move, _: Timing) -> Case:
    missing = lacking(case, move)
    if missing:
        raise ExitNotMetError(case.standing.level, missing, case.allowed_moves)
    return replace(case, outcome=move.outcome or "resolved")


def _reopen(case: Case, move: Move, timing: Timing) -> Case:
    """Take the case up again as a new one of its grade: with its time and reviews, and with nobody who has it yet."""
    grade, due_at = timing(case.standing.level, case.standing.grade, move.at)
    standing = replace(case.standing, grade=grade, due_at=due_at)
    return taken_up_again(replace(case, outcome=None, standing=standing), move.at, timing)


def _withdrawn(case: Case, _: Move, __: Timing) -> Case:
    return replace(case, outcome="withdrawn", handover=None)


def _noted(case: Case, _: Move, __: Timing) -> Case:
    return case


def _pattern_found(case: Case, move: Move, _: Timing) -> Case:
    """Add the flag, which blocks nothing: a pattern of a place draws attention and leaves the level alone."""
    if move.flag is None or any(held.flag == move.flag.flag for held in case.flags):
        return case
    return replace(case, flags=(*case.flags, move.flag))


_EFFECTS: Mapping[Action, Effect] = MappingProxyType(
    {
        Action.TAKE: _take,
        Action.ASSIGN: _assign,
        Action.RAISE: raised,
        Action.LOWER: lowered,
        Action.CLOSE: _close,
        Action.REOPEN: _reopen,
        Action.CONTACT_MADE: contact_made,
        Action.REVIEW: reviewed,
        Action.SAFETY_PLAN: planned_for_safety,
        Action.RECORD_DASH: dash_recorded,
        Action.REFERRED: referred,
        Action.OFFER_HANDOVER: offered,
        Action.ACCEPT_HANDOVER: accepted,
        Action.DECLINE_HANDOVER: declined,
        Action.WITHDRAW_HANDOVER: ended,
        Action.HANDOVER_EXPIRED: ended,
        Action.WITHDRAWN: _withdrawn,
        Action.DISPUTED: _reopen,
        Action.FOUND_UNSAFE: found_unsafe,
        Action.COMMUNITY_ACCEPTED: _noted,
        Action.COMMUNITY_COMPLETED: _noted,
        Action.OVERDUE: overdue,
        Action.CONTACT_OVERDUE: contact_overdue,
        Action.REVIEW_DUE: review_due,
        Action.PATTERN_FOUND: _pattern_found,
        Action.REASSESSED: reassessed,
        Action.RISK_ROSE: risk_rose,
    }
)
