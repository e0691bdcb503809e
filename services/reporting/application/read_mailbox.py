"""When somebody reads what was written about a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.reporting.application.access import Reader
from services.reporting.application.mailboxes import Mailboxes
from services.reporting.application.read_record import ReadRecord
from services.reporting.application.read_status import ReadStatus
from services.reporting.domain.mailbox import Message


@dataclass(frozen=True, slots=True)
class ReadMailbox:
    """Show a mailbox to the holder of the report's secret, or to staff who leave a trace of it."""

    mailboxes: Mailboxes
    read: ReadStatus
    record: ReadRecord

    async def by_reporter(self, reference: str, secret: str) -> Sequence[Message]:
        """Return the messages, or raise ReportNotFoundError."""
        report = await self.read.report_of(reference, secret)
        return await self.mailboxes.of(report.id)

    async def by_staff(self, report_id: UUID, reader: Reader, why: str | None) -> Sequence[Message]:
        """Return the messages; ReportNotFoundError, or ReasonNeededError at level 4."""
        await self.record.note(report_id, reader, "messages", why)
        return await self.mailboxes.of(report_id)
