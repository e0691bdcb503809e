"""A case: who answers for a concern, at which level, until when, and everything that was done about it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

Level = int


class State(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    IN_HAND = "in_hand"
    CLOSED = "closed"


class Action(StrEnum):
    """What can be done to a case. From WITHDRAWN on it is the platform that does it, because of something it heard."""

    TAKE = "take"
    ASSIGN = "assign"
    RAISE = "raise"
    LOWER = "lower"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAWN = "withdrawn"
    FOUND_UNSAFE = "found_unsafe"
    COMMUNITY_ACCEPTED = "community_accepted"
    COMMUNITY_COMPLETED = "community_completed"
    PATTERN_FOUND = "pattern_found"


#: Every state and action; what is missing is not allowed.
TRANSITIONS: dict[tuple[State, Action], State] = {
    (State.OPEN, Action.TAKE): State.IN_HAND,
    (State.OPEN, Action.ASSIGN): State.IN_HAND,
    (State.OPEN, Action.RAISE): State.OPEN,
    (State.OPEN, Action.LOWER): State.OPEN,
    (State.OPEN, Action.CLOSE): State.CLOSED,
    (State.OPEN, Action.WITHDRAWN): State.CLOSED,
    (State.OPEN, Action.FOUND_UNSAFE): State.OPEN,
    (State.OPEN, Action.COMMUNITY_ACCEPTED): State.IN_HAND,
    (State.OPEN, Action.COMMUNITY_COMPLETED): State.OPEN,
    (State.IN_HAND, Action.TAKE): State.IN_HAND,
    (State.IN_HAND, Action.ASSIGN): State.IN_HAND,
    (State.IN_HAND, Action.RAISE): State.IN_HAND,
    (State.IN_HAND, Action.LOWER): State.IN_HAND,
    (State.IN_HAND, Action.CLOSE): State.CLOSED,
    (State.IN_HAND, Action.WITHDRAWN): State.CLOSED,
    (State.IN_HAND, Action.FOUND_UNSAFE): State.IN_HAND,
    (State.IN_HAND, Action.COMMUNITY_ACCEPTED): State.IN_HAND,
    (State.IN_HAND, Action.COMMUNITY_COMPLETED): State.IN_HAND,
    (State.OPEN, Action.PATTERN_FOUND): State.OPEN,
    (State.IN_HAND, Action.PATTERN_FOUND): State.IN_HAND,
    (State.CLOSED, Action.PATTERN_FOUND): State.CLOSED,
    (State.CLOSED, Action.REOPEN): State.OPEN,
    (State.CLOSED, Action.FOUND_UNSAFE): State.OPEN,
}

#: Moves that people ask for by name; the others follow from events.
PEOPLES_MOVES = (Action.TAKE, Action.ASSIGN, Action.RAISE, Action.LOWER, Action.CLOSE, Action.REOPEN)


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for the case. A case always has one: at first the lead role that the policy names."""

    role: str
    agency: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What is decided about a case at this moment."""

    level: Level
    grade: str
    lead_role: str
    due_at: datetime
    community_allowed: bool
    community_blockers: tuple[str, ...] = ()
    community_conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A move at level 4 that waits for a second person: a lowering, or a closing."""

    action: str
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a case's history."""

    at: datetime
    action: str
    actor: str
    reason: str
    level: Level
    state: str


@dataclass(frozen=True, slots=True)
class HeldFlag:
    """A risk flag that stands on the case."""

    flag: str
    confidence: str
    blocking: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands. Values change by returning a new one; `version` counts the changes."""

    id: UUID
    report_id: UUID
    concern_id: UUID
    correlation_id: UUID
    category: str
    areas: tuple[str, ...]
    opened_at: datetime
    standing: Standing
    owner: Owner
    flags: tuple[HeldFlag, ...] = ()
    contact_allowed: bool = True
    human_required: bool = False
    decision_id: UUID | None = None
    state: State = State.OPEN
    outcome: str | None = None
    proposal: Proposal | None = None
    history: tuple[Entry, ...] = field(default=())
    applied: tuple[UUID, ...] = ()
    version: int = 1

    @property
    def blocked(self) -> bool:
        """Whether any flag, at any confidence, forbids a community response."""
        return any(flag.blocking for flag in self.flags)

    @property
    def allowed_moves(self) -> tuple[str, ...]:
        """The moves that people may ask for in this state."""
        return tuple(move.value for move in PEOPLES_MOVES if (self.state, move) in TRANSITIONS)
