"""When a clock of a case runs out: overdue, an offer expired, a review called for. Once, however many replicas look."""

from dataclasses import dataclass
from uuid import UUID

from services.triage.application.announcements import announcements_of
from services.triage.application.ports import Cases
from services.triage.domain.actions import Action
from services.triage.domain.case import Case
from services.triage.domain.errors import CaseNotFoundError, StaleCaseError
from services.triage.domain.moves import moved
from services.triage.domain.timers import ripe
from services.triage.domain.timing import Timing
from shared.runtime.clock import Clock
from shared.runtime.errors import TransientError

_TRIES = 5


@dataclass(frozen=True, slots=True)
class WakeCases:
    """Make the moves that time asks for. The case's own version decides which of two replicas makes one."""

    cases: Cases
    timing: Timing
    clock: Clock

    async def __call__(self, case_id: UUID) -> tuple[Action, ...]:
        """Return what was done: everything whose time has come, the earliest first; nothing where others did it."""
        done: list[Action] = []
        failed = 0
        while failed < _TRIES:
            try:
                case = await self.cases.get(case_id)
                action = await self._next(case)
            except CaseNotFoundError:
                return tuple(done)
            except StaleCaseError:
                failed += 1
                continue
            if action is None:
                return tuple(done)
            done.append(action)
        raise TransientError(f"case {case_id} keeps changing under our hands")

    async def _next(self, case: Case) -> Action | None:
        move = ripe(case, self.clock.now(), self.timing)
        if move is None:
            return None
        after = moved(case, move, self.timing)
        await self.cases.save(after, announcing=announcements_of(case, after, move))
        return move.action
