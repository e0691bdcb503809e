"""A move of a case as it is asked for: by whom, why, and resting on what."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.triage.domain.actions import Action
from services.triage.domain.case import HeldFlag
from services.triage.domain.decision import Decision

HOME_AGENCY = "council"
"""The agency of staff whose token names none, and of a case that no agency has taken yet [HOUSE]."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who moves a case: a person in a role, or the platform on somebody's word."""

    subject: str
    roles: frozenset[str] = frozenset()
    agency: str | None = None

    @property
    def home(self) -> str:
        """The agency that the person acts for."""
        return self.agency or HOME_AGENCY


PLATFORM = Actor("system")


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a decision rests on, beside its reason (2.2), and the code under which it is reviewed (1.16)."""

    information_relied_on: str | None = None
    options_considered: str | None = None
    reason_code: str | None = None
    policy_version: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """To whom a case is to be handed over, and what allows it; ids come from outside."""

    id: UUID
    to_agency: str
    to_role: str
    basis: str


@dataclass(frozen=True, slots=True)
class Referral:
    """Under which id a DASH was kept, and which MARAC criteria it meets. Its answers are no part of a case."""

    dash_id: UUID
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """What a person who closes a case says about it (1.1). `problem_id` is the SARA problem that it was worked on in.

    `victim_consulted` is `yes`, or `unsafe` where asking would put them at risk.
    """

    problem_id: UUID | None = None
    problem_assessed: bool = False
    victim_told: bool = False
    victim_consulted: str | None = None
    held_by_agency: bool = False


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
    grounds: Grounds = Grounds()
    offer: Offer | None = None
    review_day: int | None = None
    flag: HeldFlag | None = None
    decision: Decision | None = None
    """The decision made again that the case is to stand on (T0)."""
    referral: Referral | None = None
    ending: Ending = Ending()
    ram_score: int | None = None
    ram_band: str | None = None
    """The band of the score that a person gave, by the matrix in force."""
    incident_at: datetime | None = None
    """When the linked incident was reported that the move is about."""
