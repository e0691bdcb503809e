"""When a trained person records a DASH: the answers are kept apart, and the case learns only what follows from them."""

from dataclasses import dataclass
from uuid import UUID

from services.triage.application.move_case import MoveCase
from services.triage.application.ports import DashAnswers
from services.triage.domain.actions import Action
from services.triage.domain.authority import AUTHORITY
from services.triage.domain.case import Case
from services.triage.domain.dash import TOOLS, Dash, MaracPolicy, marac_criteria
from services.triage.domain.errors import NotAuthorisedError, TriageError, UnreasonableMoveError
from services.triage.domain.move import Actor, Move, Referral
from shared.runtime.clock import Clock
from shared.runtime.ids import new_id


@dataclass(frozen=True, slots=True)
class RecordDash:
    """Keep the answers in their restricted store, then move the case that they are about.

    Nothing is kept that the case's version, its state or the person's role refuses, or where another change is a moment
    faster. An assessment counts once the case's history names it; a crash in between leaves one that nothing names.
    """

    answers: DashAnswers
    move_case: MoveCase
    clock: Clock
    policy: MaracPolicy

    async def __call__(self, case_id: UUID, seen_version: int, dash: Dash, actor: Actor) -> Case:
        """Return the case, with a task where a MARAC criterion is met."""
        if not AUTHORITY[Action.RECORD_DASH] & actor.roles:
            raise NotAuthorisedError("A DASH is recorded by people trained for it.")
        if len(dash.answers) != TOOLS[dash.tool]:
            raise UnreasonableMoveError(f"'answers' are {len(dash.answers)}; {dash.tool} asks {TOOLS[dash.tool]}.")
        dash_id, now = new_id(), self.clock.now()
        referral = Referral(dash_id, marac_criteria(dash, self.policy))
        move = Move(Action.RECORD_DASH, actor, "A DASH was recorded.", now, referral=referral)
        await self.move_case.check(case_id, seen_version, move)
        await self.answers.keep(dash_id, case_id, dash, now)
        try:
            return await self.move_case(case_id, seen_version, move)
        except TriageError:
            await self.answers.discard(dash_id)
            raise
