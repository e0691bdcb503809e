"""When a person moves a case: takes it, assigns it, raises or lowers it, closes or reopens it."""

from dataclasses import dataclass, replace
from uuid import UUID

from services.triage.application.announcements import announcements_of
from services.triage.application.ports import Cases
from services.triage.application.problems import ProblemStore
from services.triage.domain.case import Case
from services.triage.domain.errors import CaseNotFoundError, StaleCaseError
from services.triage.domain.matrix import Matrix
from services.triage.domain.move import Move
from services.triage.domain.moves import moved
from services.triage.domain.problem import assessed_for
from services.triage.domain.ram import band_of
from services.triage.domain.timing import Timing


@dataclass(frozen=True, slots=True)
class MoveCase:
    """Move the version of a case that the person has seen, and announce the change."""

    cases: Cases
    problems: ProblemStore
    timing: Timing
    matrix: Matrix
    policy_version: str

    async def __call__(self, case_id: UUID, seen_version: int, move: Move) -> Case:
        """Return the case after the move; raise StaleCaseError where it has moved on since it was seen."""
        before, after, made = await self._tried(case_id, seen_version, move)
        await self.cases.save(after, announcing=announcements_of(before, after, made))
        return after

    async def check(self, case_id: UUID, seen_version: int, move: Move) -> None:
        """Raise what the move would raise as the case stands, and change nothing."""
        await self._tried(case_id, seen_version, move)

    async def _tried(self, case_id: UUID, seen_version: int, move: Move) -> tuple[Case, Case, Move]:
        before = await self.cases.get(case_id)
        if before.version != seen_version:
            raise StaleCaseError(f"The case is at version {before.version} now.")
        made = await self._informed(before, move)
        return before, moved(before, made, self.timing), made

    async def _informed(self, case: Case, move: Move) -> Move:
        """Return the move with what the platform knows: the policy in force, its band of a score, a problem's state."""
        score = move.ram_score
        return replace(
            move,
            grounds=replace(move.grounds, policy_version=self.policy_version),
            ram_band=None if score is None else band_of(score, self.matrix),
            ending=replace(move.ending, problem_assessed=await self._assessed(case, move.ending.problem_id)),
        )

    async def _assessed(self, case: Case, problem_id: UUID | None) -> bool:
        if problem_id is None:
            return False
        try:
            problem = await self.problems.get(problem_id)
        except CaseNotFoundError:
            return False
        return assessed_for(problem, case.report_id)
