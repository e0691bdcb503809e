"""What happens to a case when it moves: one function per action, one table that names them all.

The machine may raise a case and never lowers one. A person lowers it with the authority to do so and a reason. At level
4 it takes two persons to lower a case, to level 3 only, or to close it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from services.triage.domain.case import (
    TRANSITIONS,
    Action,
    Case,
    Entry,
    HeldFlag,
    Owner,
    Proposal,
    Standing,
    State,
)
from services.triage.domain.errors import MoveNotAllowedError, NotAuthorisedError, UnreasonableMoveError

HIGH_RISK = 4
PARTNERSHIP = 3

#: Which roles may make a move; the platform's own account is in none of them.
AUTHORITY: Mapping[Action, frozenset[str]] = MappingProxyType(
    {
        Action.TAKE: frozenset({"officer", "supervisor", "partner"}),
        Action.ASSIGN: frozenset({"officer", "supervisor"}),
        Action.RAISE: frozenset({"officer", "supervisor", "partner"}),
        Action.LOWER: frozenset({"supervisor"}),
        Action.CLOSE: frozenset({"officer", "supervisor"}),
        Action.REOPEN: frozenset({"officer", "supervisor"}),
    }
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who moves a case: a person in a role, or the platform on somebody's word."""

    subject: str
    roles: frozenset[str] = frozenset()
    agency: str | None = None


PLATFORM = Actor("system")


@dataclass(frozen=True, slots=True)
class Move:
    """A move as it was asked for. `cause` is the event behind it, `flag` the one it adds."""

    action: Action
    actor: Actor
    reason: str
    at: datetime
    level: int | None = None
    owner_role: str | None = None
    agency: str | None = None
    outcome: str | None = None
    cause: UUID | None = None
    flag: HeldFlag | None = None


#: Moves that take two persons at level 4.
TWO_PERSONS = frozenset({Action.LOWER, Action.CLOSE})

#: Gives the grade and due time of a level at a moment, never slower than the grade it is given.
Timing = Callable[[int, str, datetime], tuple[str, datetime]]


def moved(case: Case, move: Move, timing: Timing) -> Case:
    """Return the case after the move, one version later, or raise a TriageError that says why not.

    A move whose cause was applied before changes nothing.
    """
    if move.cause is not None and move.cause in case.applied:
        return case
    state = _next_state(case, move)
    _check_authority(move)
    proposal = case.proposal if move.action is Action.PATTERN_FOUND else None
    after = replace(_EFFECTS[move.action](case, move, timing), state=state, proposal=proposal)
    if _waits_for_a_second(case, move):
        proposal = Proposal(move.action.value, move.actor.subject, move.at, move.reason)
        after = replace(case, proposal=proposal)
    elif move.action is Action.WITHDRAWN and _is_held(case):
        after = case
    entry = Entry(move.at, move.action.value, move.actor.subject, move.reason, after.standing.level, after.state.value)
    applied = case.applied if move.cause is None else (*case.applied, move.cause)
    return replace(after, history=(*case.history, entry), applied=applied, version=case.version + 1)


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
    try:
        return TRANSITIONS[case.state, move.action]
    except KeyError:
        raise MoveNotAllowedError(move.action.value, case.state.value, case.allowed_moves) from None


def _check_authority(move: Move) -> None:
    entitled = AUTHORITY.get(move.action)
    if entitled is not None and not entitled & move.actor.roles:
        wanted = " or ".join(sorted(entitled))
        raise NotAuthorisedError(f"'{move.action}' is for the role {wanted}.")


def _take(case: Case, move: Move, _: Timing) -> Case:
    role = "partner" if move.actor.agency else case.standing.lead_role
    return replace(case, owner=Owner(role, move.actor.agency, move.actor.subject))


def _assign(case: Case, move: Move, _: Timing) -> Case:
    if not move.owner_role:
        raise UnreasonableMoveError("Name the role that takes the case in 'owner_role'.")
    return replace(case, owner=Owner(move.owner_role, move.agency))


def _raise(case: Case, move: Move, timing: Timing) -> Case:
    level = _asked_level(move)
    if level <= case.standing.level:
        raise UnreasonableMoveError(f"The case is at level {case.standing.level}; raise it to a higher one.")
    return replace(case, standing=_raised(case, level, move.at, timing))


def _lower(case: Case, move: Move, _: Timing) -> Case:
    level = _asked_level(move)
    if level >= case.standing.level:
        raise UnreasonableMoveError(f"The case is at level {case.standing.level}; lower it to a lower one.")
    if case.standing.level == HIGH_RISK and level != PARTNERSHIP:
        raise UnreasonableMoveError("From level 4 a case is lowered to level 3 only.")
    return replace(case, standing=_lowered(case, level))


def _close(case: Case, move: Move, _: Timing) -> Case:
    return replace(case, outcome=move.outcome or "resolved")


def _reopen(case: Case, _: Move, __: Timing) -> Case:
    return replace(case, outcome=None)


def _withdrawn(case: Case, _: Move, __: Timing) -> Case:
    return replace(case, outcome="withdrawn")


def _found_unsafe(case: Case, move: Move, timing: Timing) -> Case:
    level = max(case.standing.level, PARTNERSHIP)
    standing = _raised(case, level, move.at, timing)
    return replace(case, standing=standing, human_required=True, outcome=None)


def _noted(case: Case, _: Move, __: Timing) -> Case:
    return case


def _pattern_found(case: Case, move: Move, _: Timing) -> Case:
    """Add the flag, which blocks nothing: a pattern of a place draws attention and leaves the level alone."""
    if move.flag is None or any(held.flag == move.flag.flag for held in case.flags):
        return case
    return replace(case, flags=(*case.flags, move.flag))


def _asked_level(move: Move) -> int:
    if move.level is None:
        raise UnreasonableMoveError("Say to which level in 'level'.")
    return move.level


def _raised(case: Case, level: int, at: datetime, timing: Timing) -> Standing:
    """Return the standing of a case that went up: no neighbourly matter any more, and never with more time."""
    grade, due_at = timing(level, case.standing.grade, at)
    held = {"C3", "C1"} if level >= PARTNERSHIP else {"C3"}
    return replace(
        case.standing,
        level=level,
        grade=grade,
        due_at=min(due_at, case.standing.due_at),
        community_allowed=False,
        community_blockers=tuple(sorted(held.union(case.standing.community_blockers))),
    )


def _lowered(case: Case, level: int) -> Standing:
    """Return the standing of a lowered case. It opens nothing: for the community it stays shut."""
    return replace(case.standing, level=level, community_allowed=False)


_EFFECTS: Mapping[Action, Callable[[Case, Move, Timing], Case]] = MappingProxyType(
    {
        Action.TAKE: _take,
        Action.ASSIGN: _assign,
        Action.RAISE: _raise,
        Action.LOWER: _lower,
        Action.CLOSE: _close,
        Action.REOPEN: _reopen,
        Action.WITHDRAWN: _withdrawn,
        Action.FOUND_UNSAFE: _found_unsafe,
        Action.COMMUNITY_ACCEPTED: _noted,
        Action.COMMUNITY_COMPLETED: _noted,
        Action.PATTERN_FOUND: _pattern_found,
    }
)
