"""When staff read what somebody told us, or prepare what a person may ask to see of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.reporting.application.access import Access, AccessLog, Reader
from services.reporting.application.personal_data import Held, PersonalData
from services.reporting.domain.errors import ReasonNeededError, ReportNotFoundError
from services.reporting.domain.status import standing_of

#: At this level a case is sealed in triage; whoever reads the words of one without standing over it says why.
SEALED_LEVEL = 4
_STAND_OVER_IT = frozenset({"supervisor", "auditor"})


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """Show a report as it was told, never without having written down who read it."""

    data: PersonalData
    access_log: AccessLog

    async def __call__(self, report_id: UUID, reader: Reader, why: str | None = None) -> Held:
        """Return the report without its contact; ReportNotFoundError, or ReasonNeededError at level 4."""
        await self.note(report_id, reader, "record", why)
        return await self._held(report_id, with_contact=False)

    async def note(self, report_id: UUID, reader: Reader, what: str, why: str | None) -> None:
        """Write down a reading that is about to happen; ReportNotFoundError, or ReasonNeededError at level 4."""
        await self._entitled(report_id, reader, why)
        await self.access_log.note(reader, what, report_id, why)

    async def export(self, report_id: UUID, reader: Reader) -> tuple[Held, Sequence[Access]]:
        """Return everything that is held, the contact too, and every reading of it; or raise ReportNotFoundError."""
        await self.note(report_id, reader, "subject-access", None)
        held = await self._held(report_id, with_contact=True)
        return held, await self.access_log.of(report_id)

    async def accesses(self, report_id: UUID) -> Sequence[Access]:
        """Return who read what of a report."""
        return await self.access_log.of(report_id)

    async def _entitled(self, report_id: UUID, reader: Reader, why: str | None) -> None:
        facts = await self.data.facts_of(report_id)
        if facts is None:
            raise ReportNotFoundError("There is no such report.")
        standing = standing_of(facts)
        sealed = standing is not None and standing.level >= SEALED_LEVEL
        if sealed and not why and _STAND_OVER_IT.isdisjoint(reader.roles):
            raise ReasonNeededError("The case of this report is sealed: say why you need to read it.")

    async def _held(self, report_id: UUID, *, with_contact: bool) -> Held:
        held = await self.data.held(report_id, with_contact=with_contact)
        if held is None:
            raise ReportNotFoundError("There is no such report.")
        return held
