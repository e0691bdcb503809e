"""When notify is about to write to a reporter."""

from dataclasses import dataclass
from uuid import UUID

from services.reporting.application.access import AccessLog, Reader
from services.reporting.application.ports import Reports
from services.reporting.application.records import ContactCard
from services.reporting.domain.errors import ContactNotFoundError


@dataclass(frozen=True, slots=True)
class FetchContact:
    """Give out one contact, never without having written down who read it."""

    reports: Reports
    access_log: AccessLog

    async def __call__(self, report_id: UUID, *, reader: Reader) -> ContactCard:
        """Return the contact, or raise ContactNotFoundError."""
        card = await self.reports.contact_of(report_id)
        if card is None:
            raise ContactNotFoundError("There is no contact for this report.")
        await self.access_log.note(reader, "contact", report_id)
        return card
