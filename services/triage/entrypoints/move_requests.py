"""What a move of a case asks for."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.triage.domain.level_moves import LOWERING_REASONS
from services.triage.entrypoints.case_views import Level
from shared.contracts.triage import DeclineReason, LawfulBasis

Agency = Literal["council", "police", "housing", "fire", "health", "probation", "education", "trading_standards"]
"""The agencies of a partnership, as their tokens and agreements name them; published, and so a closed list."""

RAM_HIGHEST = 44
_RAM = "To review or close: the score of the risk matrix as a person gives it now; medium and high raise the case."
_AT_3, _AT_4 = "To close at level 3:", "To close at level 4:"
_LOWERING = f"Why a case comes down; one of {', '.join(LOWERING_REASONS)}."


class Reasoned(BaseModel):
    """What every move asks for: why."""

    model_config = ConfigDict(extra="forbid")

    reason: str = Field(min_length=3, max_length=2000)


class MoveRequest(Reasoned):
    """Why, and what the move needs: a level to raise or lower to, a role to assign to, an outcome to close with.

    Lowering also needs `reason_code`, `information_relied_on` and `options_considered`. Closing at level 3 or 4 needs
    what has to hold there (1.1); a `409` names each missing thing. `community_allowed` is refused whoever asks: no
    person opens a case to the community against the conditions.
    """

    level: Level | None = None
    owner_role: str | None = Field(default=None, min_length=2, max_length=100)
    agency: Agency | None = None
    outcome: Literal["resolved", "no_further_action"] | None = None
    reason_code: str | None = Field(default=None, max_length=40, description=_LOWERING)
    information_relied_on: str | None = Field(default=None, min_length=3, max_length=4000)
    options_considered: str | None = Field(default=None, min_length=3, max_length=4000)
    ram_score: int | None = Field(default=None, ge=0, le=RAM_HIGHEST, description=_RAM)
    problem_id: UUID | None = Field(default=None, description=f"{_AT_3} the problem that it was worked on in.")
    victim_told: bool = Field(default=False, description=f"{_AT_3} the victim was told the outcome.")
    held_by_agency: bool = Field(default=False, description=f"{_AT_4} the lead agency holds it in its own system.")
    victim_consulted: Literal["yes", "unsafe"] | None = Field(
        default=None, description=f"{_AT_4} was the victim asked?"
    )
    community_allowed: bool | None = None


class HandoverRequest(Reasoned):
    """Which agency is asked, in which role, and what allows the case to travel there: consent or a coded basis."""

    agency: Agency
    owner_role: str = Field(default="partner", min_length=2, max_length=100)
    basis: LawfulBasis


class DeclineRequest(Reasoned):
    """Why the agency does not take the case: a code that travels, and words that stay with the case."""

    reason_code: DeclineReason
