"""A case: who answers for a concern, at which level, until when, and everything that was done about it."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from services.triage.domain.actions import PEOPLES_MOVES, State, next_state

Level = int

PARTNERSHIP = 3
HIGH_RISK = 4


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
class Handover:
    """An agency is asked to take the case. Until it accepts, who answered for the case goes on answering for it."""

    id: UUID
    from_agency: str
    to_agency: str
    to_role: str
    basis: str
    offered_by: str
    offered_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Watch:
    """What the clocks of a case remember.

    `since` is the moment from which reviews are counted (None: since the case was opened), `review_day` the last review
    that was called for since then, `overdue_for` the due time that was missed and announced.
    """

    since: datetime | None = None
    review_day: int = 0
    overdue_for: datetime | None = None
    safety_plan: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """What has come of a case that decides whether it goes up or may be closed (1.1).

    `contact_due_at` is by when somebody has to have spoken to the reporter (None: nobody can be reached), `missed` the
    contact time that passed and was announced, `incident_at` the last linked incident after the one that opened the
    case, `ram_band` the band of the last score that a person gave since then.
    """

    contact_due_at: datetime | None = None
    contact_made_at: datetime | None = None
    missed: datetime | None = None
    incident_at: datetime | None = None
    ram_band: str | None = None

    @property
    def contact_is_due(self) -> bool:
        """Whether somebody still has to be spoken to."""
        return self.contact_due_at is not None and self.contact_made_at is None


@dataclass(frozen=True, slots=True)
class Task:
    """Something that has to be done about a case, and until when."""

    kind: str
    due_at: datetime
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a case's history. `changes` are the fields of the case that it set, `particulars` what it rests on.

    The case as its decision opened it, with the changes of every entry in order, is the case as it stands.
    """

    at: datetime
    action: str
    actor: str
    reason: str
    level: Level
    state: str
    particulars: tuple[tuple[str, str], ...] = ()
    changes: tuple[tuple[str, object], ...] = ()


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
    handover: Handover | None = None
    watch: Watch = Watch()
    progress: Progress = Progress()
    tasks: tuple[Task, ...] = ()
    wake_at: datetime | None = None
    """When the next clock of this case runs out; None where none runs."""
    history: tuple[Entry, ...] = field(default=())
    applied: tuple[UUID, ...] = ()
    version: int = 1

    @property
    def blocked(self) -> bool:
        """Whether any flag, at any confidence, forbids a community response."""
        return any(flag.blocking for flag in self.flags)

    @property
    def sealed(self) -> bool:
        """Whether only those entitled may see it, and every view is written down."""
        return self.standing.level >= HIGH_RISK

    @property
    def allowed_moves(self) -> tuple[str, ...]:
        """The moves that people may ask for as the case stands."""
        offered = self.handover is not None
        return tuple(move.value for move in PEOPLES_MOVES if next_state(self.state, move, offered=offered))
