"""Moves that the platform makes, on somebody's word or because of what it found, each applied once."""

from dataclasses import dataclass
from uuid import UUID

from services.triage.application.announcements import announcements_of
from services.triage.application.ports import Cases
from services.triage.domain.errors import CaseNotFoundError, MoveNotAllowedError, StaleCaseError
from services.triage.domain.move import Move
from services.triage.domain.moves import moved
from services.triage.domain.timing import Timing
from shared.runtime.errors import TransientError

_TRIES = 5


@dataclass(frozen=True, slots=True)
class ApplyOnce:
    """Applies a move by its cause; what the case's state does not allow is left undone."""

    cases: Cases
    timing: Timing

    async def __call__(self, case_id: UUID, move: Move) -> None:
        """Move the case unless this cause has moved it before; TransientError where others keep changing it."""
        for _ in range(_TRIES):
            try:
                before = await self.cases.get(case_id)
                after = moved(before, move, self.timing)
            except (CaseNotFoundError, MoveNotAllowedError):
                return
            if after is before:
                return
            try:
                await self.cases.save(after, announcing=announcements_of(before, after, move))
            except StaleCaseError:
                continue
            return
        raise TransientError(f"case {case_id} keeps changing under our hands")
