"""When a reporter takes a report back."""

from dataclasses import dataclass, replace

from services.reporting.application.ports import Reports
from services.reporting.application.read_status import ReadStatus, ReportStatus, status_of
from services.reporting.application.records import KnownReport
from services.reporting.application.submit_report import submitted_event_id
from services.reporting.domain.errors import ReportInProgressError
from services.reporting.domain.status import Fact, Happening
from shared.contracts.reporting import ReportWithdrawn
from shared.observability.correlation import current_correlation_id
from shared.runtime.clock import Clock
from shared.runtime.ids import derived_id

_TRIES = 5


@dataclass(frozen=True, slots=True)
class WithdrawReport:
    """Note and announce a withdrawal; withdrawing again changes nothing and answers the same."""

    reports: Reports
    read: ReadStatus
    clock: Clock

    async def __call__(self, reference: str, secret: str) -> ReportStatus:
        """Withdraw the report, or raise ReportNotFoundError."""
        for _ in range(_TRIES):
            report = await self.read.report_of(reference, secret)
            event = self._withdrawal_of(report)
            fact = Fact(event.event_id, event.occurred_at, Happening.REPORT_WITHDRAWN)
            if any(known.id == fact.id for known in report.facts):
                return status_of(report)
            if await self.reports.note_and_announce(report, fact, announcing=event):
                return status_of(replace(report, facts=(*report.facts, fact)))
        raise ReportInProgressError("The report is being changed at this moment.")

    def _withdrawal_of(self, report: KnownReport) -> ReportWithdrawn:
        return ReportWithdrawn(
            event_id=derived_id(report.id, "event", ReportWithdrawn.type, ""),
            occurred_at=self.clock.now(),
            correlation_id=current_correlation_id(),
            causation_id=submitted_event_id(report.id),
            concern_id=report.id,
            report_id=report.id,
            urgent=report.urgent,
        )
