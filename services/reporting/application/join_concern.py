"""When somebody says that a reported concern is theirs too, or that it has happened again."""

from dataclasses import dataclass, replace
from hashlib import sha256

from services.reporting.application.find_nearby import is_open
from services.reporting.application.public_ports import PublicReport, PublicReports, Supports
from services.reporting.application.read_status import ReadStatus
from services.reporting.application.records import Accepted, KnownReport, Place, Submission
from services.reporting.application.submit_report import SubmitReport, submitted_event_id
from services.reporting.domain.errors import ReportInProgressError, ReportNotFoundError
from services.reporting.domain.exposure import Exposure
from services.reporting.domain.reference import reference_from
from shared.contracts.reporting import ReportSupported
from shared.observability.correlation import current_correlation_id
from shared.runtime.clock import Clock
from shared.runtime.ids import derived_id

#: Beyond these nobody is counted any more; nothing turns on the five hundred and first.
MOST_SUPPORTERS = 500
_TRIES = 20


@dataclass(frozen=True, slots=True)
class SupportReport:
    """Count a supporter of an open report that anybody may see, once; never a second report."""

    supports: Supports
    public: PublicReports
    clock: Clock

    async def __call__(self, reference: str, supporter: str) -> int:
        """Return how many supporters there are by now, or raise ReportNotFoundError."""
        for _ in range(_TRIES):
            report = await found_in_public(self.public, reference)
            if not is_open(report):
                raise ReportNotFoundError("There is no open report with this reference that anybody may join.")
            known = await self.supports.of(report.id)
            if known is None or supporter in known.digests or len(known.digests) >= MOST_SUPPORTERS:
                return report.supporters
            event = self._event(known.report, len(known.digests) + 1, supporter)
            if await self.supports.add(known, supporter, announcing=event):
                return len(known.digests) + 1
        raise ReportInProgressError("The report is being changed at this moment.")

    def _event(self, report: KnownReport, supporters: int, supporter: str) -> ReportSupported:
        return ReportSupported(
            event_id=derived_id(report.id, "event", ReportSupported.type, supporter),
            occurred_at=self.clock.now(),
            correlation_id=current_correlation_id(),
            causation_id=submitted_event_id(report.id),
            concern_id=report.id,
            report_id=report.id,
            supporters=supporters,
            urgent=report.urgent,
        )


@dataclass(frozen=True, slots=True)
class ReportOccurrence:
    """Take in a further occurrence: a report of its own that belongs to the concern, with its own date.

    Whoever holds the concern's secret may add to it, and anybody to what is listed.
    """

    submit: SubmitReport
    read: ReadStatus
    public: PublicReports

    async def concern_of(self, reference: str, secret: str | None) -> PublicReport:
        """Return the concern, or raise ReportNotFoundError."""
        if secret is None:
            report = await found_in_public(self.public, reference)
            if report.standing.exposure is not Exposure.LISTED:
                raise ReportNotFoundError("There is no report with this reference that anybody may add to.")
            return report
        known = await self.read.report_of(reference, secret)
        return (await self.public.with_ids([known.id]))[0]

    async def __call__(self, concern: PublicReport, submission: Submission) -> Accepted:
        """Take it in; where it says no place, it is the concern's."""
        place = submission.place
        if place == Place() and concern.point is not None:
            place = Place(*concern.point)
        return await self.submit(replace(submission, concern=concern.concern, place=place))


async def found_in_public(public: PublicReports, reference: str) -> PublicReport:
    """Return the report with this reference, or raise ReportNotFoundError."""
    canonical = reference_from(reference)
    found = await public.with_references([canonical]) if canonical else ()
    if not found:
        raise ReportNotFoundError("There is no report with this reference.")
    return found[0]


def supporter_of(scope: str, key: str) -> str:
    """Return what is kept of a supporter: a digest that leads to nobody."""
    return sha256(f"{scope}\x1f{key}".encode()).hexdigest()[:32]
