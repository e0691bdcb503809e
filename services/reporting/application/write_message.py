"""When a reporter or a member of staff writes about a report."""

from dataclasses import dataclass
from uuid import UUID

from services.reporting.application.mailboxes import Mailboxes
from services.reporting.application.ports import Reports
from services.reporting.application.read_status import ReadStatus
from services.reporting.application.records import KnownReport
from services.reporting.application.submit_report import submitted_event_id
from services.reporting.domain.danger import Signs, danger_signals
from services.reporting.domain.errors import KeyUsedForAnotherReportError, ReportNotFoundError
from services.reporting.domain.guidance import Guidance
from services.reporting.domain.mailbox import Author, Message
from shared.contracts.reporting import ReportMessaged
from shared.runtime.clock import Clock
from shared.runtime.ids import derived_id, new_id


@dataclass(frozen=True, slots=True)
class Written:
    """A message that is stored, and what its writer should do meanwhile."""

    message: Message
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WriteMessage:
    """Store and announce a message. It waits to be read: nothing is sent to anybody by this."""

    reports: Reports
    mailboxes: Mailboxes
    read: ReadStatus
    guidance: Guidance
    clock: Clock

    async def by_reporter(self, reference: str, secret: str, text: str, key: str | None) -> Written:
        """Take a reporter's message, screened for danger as a report is; or raise ReportNotFoundError.

        The same key and words again are the same message; other words under it raise KeyUsedForAnotherReportError.
        """
        report = await self.read.report_of(reference, secret)
        signals = danger_signals(Signs(text=text))
        message = await self._added(report, Author.REPORTER, text, key, signals)
        return Written(message, self.guidance.ids_for(signals) if signals else ())

    async def by_team(self, report_id: UUID, text: str, key: str | None) -> Written:
        """Leave an answer of the team's, or raise ReportNotFoundError."""
        report = await self.reports.with_id(report_id)
        if report is None:
            raise ReportNotFoundError("There is no such report.")
        return Written(await self._added(report, Author.TEAM, text, key, ()))

    async def _added(
        self, report: KnownReport, author: Author, text: str, key: str | None, signals: tuple[str, ...]
    ) -> Message:
        message_id = derived_id(report.id, "message", author, key) if key else new_id()
        message = Message(message_id, report.id, self.clock.now(), author, text)
        stored = await self.mailboxes.add(message, announcing=_announcements_of(report, message, signals))
        if stored.text not in {text, None}:
            raise KeyUsedForAnotherReportError("This idempotency key came with another message.")
        return stored


def _announcements_of(report: KnownReport, message: Message, signals: tuple[str, ...]) -> list[ReportMessaged]:
    """Announce a message behind its report; one that tells of danger goes ahead of routine work as well.

    On the urgent topic it may arrive before the routine one has brought the report; behind the report it never does.
    """
    own = _announcement_of(report, message, signals, urgent=report.urgent)
    return [_announcement_of(report, message, signals, urgent=True), own] if signals and not report.urgent else [own]


def _announcement_of(
    report: KnownReport, message: Message, signals: tuple[str, ...], *, urgent: bool
) -> ReportMessaged:
    return ReportMessaged(
        event_id=derived_id(message.id, "event", ReportMessaged.type, "urgent" if urgent else ""),
        occurred_at=message.at,
        correlation_id=report.id,
        causation_id=submitted_event_id(report.id),
        concern_id=report.id,
        report_id=report.id,
        message_id=message.id,
        written_by="reporter" if message.author is Author.REPORTER else "team",
        danger_signals=signals,
        urgent=urgent,
    )
