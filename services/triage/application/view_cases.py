"""When somebody looks at cases: only those who may, and of sealed cases never without leaving an entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.triage.application.ports import Accesses, CaseFilter, Cases
from services.triage.domain.access import Access, may_see
from services.triage.domain.case import Case
from services.triage.domain.errors import CaseNotFoundError
from services.triage.domain.move import Actor
from shared.runtime.clock import Clock


@dataclass(frozen=True, slots=True)
class View:
    """Who looks, what for (such as "read" or "take"), and why, if that was said."""

    reader: Actor
    what: str = "read"
    why: str | None = None


@dataclass(frozen=True, slots=True)
class ViewCases:
    """Return cases that the reader may see. Of a sealed one the entry is durable before anything is returned."""

    cases: Cases
    accesses: Accesses
    clock: Clock

    async def __call__(self, case_id: UUID, view: View) -> Case:
        """Return the case; CaseNotFoundError also where the reader may not know of it."""
        case = await self.cases.get(case_id)
        if not may_see(case, view.reader):
            raise CaseNotFoundError(f"There is no case {case_id}.")
        await self.noted(case, view)
        return case

    async def noted(self, case: Case, view: View) -> None:
        """Write down the view of a case that is sealed."""
        if case.sealed:
            reader = view.reader
            roles = tuple(sorted(reader.roles))
            now = self.clock.now()
            await self.accesses.note([Access(case.id, now, reader.subject, roles, reader.agency, view.what, view.why)])

    async def page(self, wanted: CaseFilter) -> Sequence[Case]:
        """Return a page of cases that may be known of; how much of each a list shows is for the list."""
        return await self.cases.list(wanted)

    async def accesses_of(self, case_id: UUID) -> tuple[Case, Sequence[Access]]:
        """Return a case and who saw it, the oldest first."""
        case = await self.cases.get(case_id)
        return case, await self.accesses.of(case, self.clock.now())
