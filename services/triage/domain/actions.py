"""What can be done to a case, and in which state: one table."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class State(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    IN_HAND = "in_hand"
    CLOSED = "closed"


class Action(StrEnum):
    """What can be done to a case. People ask for a move under its value; the others are the platform's.

    The platform acts on the word of somebody else, or because a clock ran out.
    """

    TAKE = "take"
    ASSIGN = "assign"
    RAISE = "raise"
    LOWER = "lower"
    CLOSE = "close"
    REOPEN = "reopen"
    CONTACT_MADE = "contact-made"
    REVIEW = "review"
    SAFETY_PLAN = "safety-plan"
    RECORD_DASH = "dash"
    REFERRED = "referred"
    OFFER_HANDOVER = "handover"
    ACCEPT_HANDOVER = "handover/accept"
    DECLINE_HANDOVER = "handover/decline"
    WITHDRAW_HANDOVER = "handover/withdraw"
    WITHDRAWN = "withdrawn"
    DISPUTED = "disputed"
    FOUND_UNSAFE = "found_unsafe"
    COMMUNITY_ACCEPTED = "community_accepted"
    COMMUNITY_COMPLETED = "community_completed"
    HANDOVER_EXPIRED = "handover_expired"
    OVERDUE = "overdue"
    CONTACT_OVERDUE = "contact_overdue"
    REVIEW_DUE = "review_due"
    PATTERN_FOUND = "pattern_found"
    REASSESSED = "reassessed"
    RISK_ROSE = "risk_rose"


#: Moves that people ask for by name.
PEOPLES_MOVES = (
    Action.TAKE,
    Action.ASSIGN,
    Action.RAISE,
    Action.LOWER,
    Action.CLOSE,
    Action.REOPEN,
    Action.CONTACT_MADE,
    Action.REVIEW,
    Action.SAFETY_PLAN,
    Action.RECORD_DASH,
    Action.REFERRED,
    Action.OFFER_HANDOVER,
    Action.ACCEPT_HANDOVER,
    Action.DECLINE_HANDOVER,
    Action.WITHDRAW_HANDOVER,
)
#: Only while another agency is asked to take the case.
NEEDS_AN_OFFER = frozenset(
    {Action.ACCEPT_HANDOVER, Action.DECLINE_HANDOVER, Action.WITHDRAW_HANDOVER, Action.HANDOVER_EXPIRED}
)
#: Not while another agency is asked: what it was asked to take would change under its hands. Withdraw the offer first.
NEEDS_NO_OFFER = frozenset({Action.TAKE, Action.ASSIGN, Action.CLOSE, Action.OFFER_HANDOVER})
#: What leaves alone a move that waits for its second person: it says nothing about the risk.
KEEPS_A_PROPOSAL = frozenset(
    {
        Action.PATTERN_FOUND,
        Action.REASSESSED,
        Action.OVERDUE,
        Action.CONTACT_OVERDUE,
        Action.CONTACT_MADE,
        Action.REVIEW_DUE,
        Action.HANDOVER_EXPIRED,
    }
)
#: Moves that take two persons at level 4 (1.1, 1.16).
TWO_PERSONS = frozenset({Action.LOWER, Action.CLOSE})

_WHATEVER_THE_HANDS = {
    Action.RAISE: None,
    Action.LOWER: None,
    Action.CLOSE: State.CLOSED,
    Action.CONTACT_MADE: None,
    Action.REVIEW: None,
    Action.SAFETY_PLAN: None,
    Action.RECORD_DASH: None,
    Action.REFERRED: None,
    Action.TAKE: State.IN_HAND,
    Action.ASSIGN: State.IN_HAND,
    Action.OFFER_HANDOVER: None,
    Action.ACCEPT_HANDOVER: State.IN_HAND,
    Action.DECLINE_HANDOVER: None,
    Action.WITHDRAW_HANDOVER: None,
    Action.HANDOVER_EXPIRED: None,
    Action.WITHDRAWN: State.CLOSED,
    Action.FOUND_UNSAFE: None,
    Action.COMMUNITY_COMPLETED: None,
    Action.CONTACT_OVERDUE: None,
    Action.REVIEW_DUE: None,
    Action.PATTERN_FOUND: None,
    Action.REASSESSED: None,
    Action.RISK_ROSE: None,
}


#: Every state and action; what is missing is not allowed.
TRANSITIONS: Mapping[tuple[State, Action], State] = MappingProxyType(
    {
        **{
            (state, action): after or state
            for state in (State.OPEN, State.IN_HAND)
            for action, after in _WHATEVER_THE_HANDS.items()
        },
        (State.OPEN, Action.OVERDUE): State.OPEN,
        (State.OPEN, Action.COMMUNITY_ACCEPTED): State.IN_HAND,
        (State.IN_HAND, Action.COMMUNITY_ACCEPTED): State.IN_HAND,
        (State.CLOSED, Action.REOPEN): State.OPEN,
        (State.CLOSED, Action.DISPUTED): State.OPEN,
        (State.CLOSED, Action.FOUND_UNSAFE): State.OPEN,
        (State.CLOSED, Action.PATTERN_FOUND): State.CLOSED,
        (State.CLOSED, Action.REASSESSED): State.CLOSED,
        (State.CLOSED, Action.RISK_ROSE): State.OPEN,
    }
)


def next_state(state: State, action: Action, *, offered: bool) -> State | None:
    """Return the state after an action, or None where it is not allowed; `offered` while a hand-over waits."""
    if action in (NEEDS_NO_OFFER if offered else NEEDS_AN_OFFER):
        return None
    return TRANSITIONS.get((state, action))
