"""When a reporter says whether a closed concern is settled."""

from dataclasses import dataclass, replace
from datetime import datetime

from services.reporting.application.ports import Reports
from services.reporting.application.read_status import ReadStatus, ReportStatus, status_of
from services.reporting.application.records import KnownReport
from services.reporting.application.submit_report import submitted_event_id
from services.reporting.domain.errors import NotClosedError, ReportInProgressError, TooLateToDisputeError
from services.reporting.domain.mailbox import DISPUTE_WINDOW
from services.reporting.domain.status import Fact, Happening, Status, disputed, progress_of
from shared.contracts.reporting import ReportDisputed
from shared.runtime.clock import Clock
from shared.runtime.ids import derived_id

_TRIES = 5


@dataclass(frozen=True, slots=True)
class TellOutcome:
    """Note what the reporter says; "not settled" within the window takes the case up again, said once or often."""

    reports: Reports
    read: ReadStatus
    clock: Clock

    async def __call__(self, reference: str, secret: str, *, settled: bool) -> ReportStatus:
        """Return the status after it; ReportNotFoundError, NotClosedError or TooLateToDisputeError."""
        for _ in range(_TRIES):
            report = await self.read.report_of(reference, secret)
            if not settled and disputed(report.facts):
                return status_of(report)
            closed = self._closed_at(report, settled=settled)
            event = self._dispute_of(report, closed)
            what = Happening.REPORTER_SETTLED if settled else Happening.REPORTER_DISPUTED
            fact = Fact(derived_id(event.event_id, what), self.clock.now(), what)
            if settled:
                await self.reports.note([(report.id, fact)])
                return status_of(report)
            if await self.reports.note_and_announce(report, fact, announcing=event):
                return status_of(replace(report, facts=(*report.facts, fact)))
        raise ReportInProgressError("The report is being changed at this moment.")

    def _closed_at(self, report: KnownReport, *, settled: bool) -> datetime:
        progress = progress_of(report.received_at, report.facts)
        if progress.status is not Status.RESOLVED:
            raise NotClosedError("This report is not closed; write a message instead.")
        closed = progress.timeline[-1].at
        if not settled and self.clock.now() > closed + DISPUTE_WINDOW:
            raise TooLateToDisputeError(
                f"This was closed on {closed:%d %B %Y}, more than {DISPUTE_WINDOW.days} days ago, and what happened "
                "since has to be looked at as something new: please send a new report. A message is still read."
            )
        return closed

    def _dispute_of(self, report: KnownReport, closed: datetime) -> ReportDisputed:
        return ReportDisputed(
            event_id=derived_id(report.id, "event", ReportDisputed.type, closed.isoformat()),
            occurred_at=self.clock.now(),
            correlation_id=report.id,
            causation_id=submitted_event_id(report.id),
            concern_id=report.id,
            report_id=report.id,
            urgent=report.urgent,
        )
