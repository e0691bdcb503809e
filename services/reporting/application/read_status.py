"""When a reporter asks what became of their report."""

from dataclasses import dataclass
from uuid import UUID

from services.reporting.application.ports import Reports, Secrets
from services.reporting.application.records import KnownReport
from services.reporting.domain.errors import ReportNotFoundError
from services.reporting.domain.reference import reference_from
from services.reporting.domain.status import Progress, progress_of


@dataclass(frozen=True, slots=True)
class ReportStatus:
    """What the reporter may see."""

    id: UUID
    reference: str
    progress: Progress
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadStatus:
    """Show a report's progress to whoever holds its secret; a wrong reference and a wrong secret look the same."""

    reports: Reports
    secrets: Secrets

    async def __call__(self, reference: str, secret: str) -> ReportStatus:
        """Return the status, or raise ReportNotFoundError."""
        return status_of(await self.report_of(reference, secret))

    async def report_of(self, reference: str, secret: str) -> KnownReport:
        """Return the report whose reference and secret these are, or raise ReportNotFoundError."""
        canonical = reference_from(reference)
        known = await self.reports.with_reference(canonical) if canonical else None
        if not self.secrets.is_follow_up_secret(secret, known.id if known else None) or known is None:
            raise ReportNotFoundError("There is no report with this reference and secret.")
        return known


def status_of(report: KnownReport) -> ReportStatus:
    """Return what a report's holder may see of it."""
    progress = progress_of(report.received_at, report.facts)
    return ReportStatus(report.id, report.reference, progress, report.advice)
