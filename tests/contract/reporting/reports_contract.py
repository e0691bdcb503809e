"""What every home of reports must do; subclassed once per backend."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from services.reporting.adapters.mongo_reports import MongoReports
from services.reporting.application.records import Contact, Key, NewReport, Place, Submission
from services.reporting.domain.errors import AlreadyReportedError, ReferenceTakenError
from services.reporting.domain.status import Fact, Happening
from shared.contracts.intake import IntakeFields
from shared.contracts.reporting import ReportSubmitted, ReportWithdrawn
from shared.runtime.ids import new_id
from tests.support.reporting import NOON


def a_report(**changes: Any) -> NewReport:
    identifier = new_id()
    submission = Submission(
        IntakeFields(category="env.litter", safe_contact="any"), "client:web", "words", Place(53.5, -1.5),
        Contact("Ada", "ada@example.org"), Key(f"digest-{identifier}", "fingerprint"),
    )  # fmt: skip
    made = NewReport(
        identifier,
        f"KTH-{identifier.hex[-4:]}-{identifier.hex[-8:-4]}",
        NOON,
        submission,
        (),
        ("danger-now",),
        (),
        None,
    )
    return replace(made, **changes)


def announcement_of(report: NewReport) -> ReportSubmitted:
    return ReportSubmitted(
        event_id=new_id(), occurred_at=NOON, correlation_id=report.id, concern_id=report.id, report_id=report.id,
        received_at=NOON, intake=report.submission.intake, has_text=True,
    )  # fmt: skip


def withdrawal_of(report: NewReport) -> ReportWithdrawn:
    return ReportWithdrawn(
        event_id=new_id(), occurred_at=NOON, correlation_id=report.id, concern_id=report.id, report_id=report.id
    )


def a_fact(minute: int, what: Happening = Happening.CASE_OPENED) -> Fact:
    return Fact(new_id(), NOON + timedelta(minutes=minute), what)


class ReportsContract:
    """Inherit, and provide the fixture `reports`: running, with its indexes."""

    async def stored(self, reports: MongoReports, **changes: Any) -> NewReport:
        report = a_report(**changes)
        await reports.add(report, announcing=announcement_of(report))
        return report

    async def test_a_report_is_found_by_key_and_by_reference(self, reports: MongoReports) -> None:
        report = await self.stored(reports)
        assert report.submission.key is not None

        by_key = await reports.with_key(report.submission.key.digest)
        by_reference = await reports.with_reference(report.reference)

        assert by_key == by_reference
        assert by_key is not None
        assert (by_key.id, by_key.received_at, by_key.advice, by_key.facts) == (report.id, NOON, ("danger-now",), ())
        assert await reports.with_key("another") is None
        assert await reports.with_reference("KTH-0000-0000") is None

    async def test_a_key_takes_one_report(self, reports: MongoReports) -> None:
        first = await self.stored(reports)

        with pytest.raises(AlreadyReportedError):
            await self.stored(reports, submission=first.submission)

    async def test_a_reference_belongs_to_one_report(self, reports: MongoReports) -> None:
        first = await self.stored(reports)

        with pytest.raises(ReferenceTakenError):
            await self.stored(reports, reference=first.reference)

    async def test_reports_without_a_key_do_not_meet(self, reports: MongoReports) -> None:
        bare = replace(a_report().submission, key=None)

        one, other = await self.stored(reports, submission=bare), await self.stored(reports, submission=bare)

        assert one.id != other.id

    async def test_a_fact_is_noted_once_however_often_it_is_told(self, reports: MongoReports) -> None:
        report, fact, later = await self.stored(reports), a_fact(1), a_fact(2)

        await reports.note([(report.id, fact), (report.id, later), (new_id(), a_fact(3))])
        await reports.note([(report.id, fact)])

        known = await reports.with_reference(report.reference)
        assert known is not None
        assert sorted(known.facts, key=lambda found: found.at) == [fact, later]

    async def test_facts_are_bounded(self, reports: MongoReports) -> None:
        report = await self.stored(reports)

        for start in range(0, 150, 50):
            await reports.note([(report.id, a_fact(minute)) for minute in range(start, start + 50)])

        known = await reports.with_reference(report.reference)
        assert known is not None
        assert len(known.facts) == 100

    async def test_of_two_withdrawals_read_at_the_same_moment_one_is_stored(self, reports: MongoReports) -> None:
        report = await self.stored(reports)
        known = await reports.with_reference(report.reference)
        assert known is not None
        fact = a_fact(1, Happening.REPORT_WITHDRAWN)

        first = await reports.note_and_announce(known, fact, announcing=withdrawal_of(report))
        second = await reports.note_and_announce(known, fact, announcing=withdrawal_of(report))

        assert (first, second) == (True, False)
        after = await reports.with_reference(report.reference)
        assert after is not None
        assert (after.facts, after.last_event) == ((fact,), 2)

    async def test_words_and_contact_come_back(self, reports: MongoReports) -> None:
        report = await self.stored(reports)
        silent = await self.stored(reports, submission=replace(a_report().submission, text=None, contact=None))

        assert await reports.texts_of([report.id, silent.id, new_id()]) == {report.id: "words"}
        card = await reports.contact_of(report.id)
        assert card is not None
        assert (card.contact, card.safe_contact) == (report.submission.contact, "any")
        assert await reports.contact_of(silent.id) is None
        assert await reports.contact_of(UUID(int=1)) is None
