"""When somebody tells us something."""

from dataclasses import dataclass, replace
from uuid import UUID

from services.reporting.application.find_place import FindPlace
from services.reporting.application.once import OncePerKey
from services.reporting.application.ports import Reports, Secrets
from services.reporting.application.records import Accepted, Key, NewReport, Submission
from services.reporting.domain.danger import Signs, danger_signals
from services.reporting.domain.errors import (
    AlreadyReportedError,
    KeyUsedForAnotherReportError,
    ReferenceTakenError,
    ReportInProgressError,
)
from services.reporting.domain.guidance import Guidance
from services.reporting.domain.identifiers import kinds_of, marks_in
from shared.contracts.reporting import ReportSubmitted
from shared.observability.correlation import current_correlation_id
from shared.runtime.clock import Clock
from shared.runtime.ids import derived_id, new_id

_REFERENCES_TRIED = 5


@dataclass(frozen=True, slots=True)
class SubmitReport:
    """Screen a report for danger, place it, store and announce it, and say what to do meanwhile.

    It returns only once the report is durable. The same submission under the same key gives the same answer.
    """

    reports: Reports
    find_place: FindPlace
    secrets: Secrets
    guidance: Guidance
    clock: Clock
    once: OncePerKey

    async def __call__(self, submission: Submission) -> Accepted:
        """Take the report in."""
        key = submission.key
        if key is None:
            return await self._take_in(await self._new_report(submission))
        return await self.once(key, lambda: self._take_in_once(submission, key))

    async def _take_in_once(self, submission: Submission, key: Key) -> Accepted:
        try:
            return await self._take_in(await self._new_report(submission))
        except AlreadyReportedError:
            return await self._earlier_answer(key)

    async def _take_in(self, report: NewReport) -> Accepted:
        for _ in range(_REFERENCES_TRIED):
            try:
                await self.reports.add(report, announcing=_announcement_of(report))
            except ReferenceTakenError:
                report = replace(report, reference=self.secrets.new_reference())
            else:
                return _answer_to(report)
        raise ReferenceTakenError("No free reference was found.")

    async def _earlier_answer(self, key: Key) -> Accepted:
        known = await self.reports.with_key(key.digest)
        if known is None:
            raise ReportInProgressError("A request with this idempotency key is still being worked on.")
        if known.fingerprint not in {key.fingerprint, ""}:  # it is erased with what it was taken of
            raise KeyUsedForAnotherReportError("This idempotency key came with another body.")
        return Accepted(known.id, known.reference, known.advice, known.urgent, replayed=True, warnings=known.warnings)

    async def _new_report(self, submission: Submission) -> NewReport:
        signals, now = danger_signals(_signs_of(submission)), self.clock.now()
        areas, cell = await self.find_place(submission.place, now.date())
        return NewReport(
            id=new_id(),
            reference=self.secrets.new_reference(),
            received_at=now,
            submission=submission,
            danger_signals=signals,
            advice=self.guidance.ids_for(signals),
            areas=areas,
            cell=cell,
            marks=marks_in(submission.text or ""),
        )


def _answer_to(report: NewReport) -> Accepted:
    urgent = bool(report.danger_signals)
    return Accepted(report.id, report.reference, report.advice, urgent, warnings=kinds_of(report.marks))


def _signs_of(submission: Submission) -> Signs:
    intake = submission.intake
    return Signs(
        text=submission.text or "",
        category=intake.category,
        when=intake.when,
        ongoing=intake.ongoing,
        weapon=intake.weapon,
        injured=intake.injured,
    )


def _announcement_of(report: NewReport) -> ReportSubmitted:
    submission = report.submission
    return ReportSubmitted(
        event_id=submitted_event_id(report.id),
        occurred_at=report.received_at,
        correlation_id=current_correlation_id(),
        concern_id=submission.concern or report.id,
        report_id=report.id,
        received_at=report.received_at,
        intake=submission.intake,
        has_text=submission.text is not None,
        has_contact=submission.contact is not None,
        danger_signals=report.danger_signals,
        areas=report.areas,
        cell=report.cell,
        happened_on=submission.happened_on,
    )


def submitted_event_id(report_id: UUID) -> UUID:
    """Return the id of the event that announces a report."""
    return derived_id(report_id, "event", ReportSubmitted.type, "")
