"""When somebody has a right to be forgotten, or the schedule does it for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.reporting.application.personal_data import PersonalData, Removal
from services.reporting.domain.errors import ReportNotFoundError
from services.reporting.domain.personal import Part
from shared.runtime.clock import Clock


@dataclass(frozen=True, slots=True)
class EraseReport:
    """Remove personal parts of one report for good, and keep who did it and why."""

    data: PersonalData
    clock: Clock

    async def __call__(self, report_id: UUID, parts: Sequence[Part], *, by: str, reason: str) -> Removal:
        """Return what was done, or raise ReportNotFoundError."""
        removal = Removal(self.clock.now(), tuple(part for part in Part if part in parts), by, reason)
        if not await self.data.remove(report_id, removal):
            raise ReportNotFoundError("There is no such report.")
        return removal
