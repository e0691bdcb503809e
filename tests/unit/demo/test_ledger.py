"""What the demo's figures are made of: promises, facts, and what is missing or too much."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import islice
from uuid import UUID, uuid4

from deploy.demo.ledger import Ledger
from deploy.demo.reports import the_day, varied
from shared.contracts.intake import IntakeFields
from shared.contracts.reporting import ReportSubmitted
from shared.contracts.triage import CaseOpened, CommunityDecision
from shared.contracts.vocabulary import Channel

NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


def submitted(report: UUID, channel: Channel = "web") -> ReportSubmitted:
    return ReportSubmitted(
        event_id=uuid4(), occurred_at=NOON, correlation_id=report, concern_id=report, report_id=report,
        received_at=NOON, intake=IntakeFields(channel=channel), has_text=True,
    )  # fmt: skip


def opened(report: UUID, *, case: UUID | None = None, after_ms: int = 40) -> CaseOpened:
    return CaseOpened(
        event_id=uuid4(), occurred_at=NOON + timedelta(milliseconds=after_ms), correlation_id=report,
        concern_id=report, case_id=case or uuid4(), report_id=report, level=1, category="env.litter", grade="PLANNED",
        due_at=NOON, lead_role="neighbourhood_officer", decision_id=uuid4(), policy_version="1", policy_hash="0",
        human_required=False, community=CommunityDecision(allowed=True), received_at=NOON,
    )  # fmt: skip


def test_a_report_is_lost_that_was_acknowledged_and_has_no_case() -> None:
    report, other = uuid4(), uuid4()
    ledger = Ledger(promised={report, other})

    ledger.take(opened(report))

    assert ledger.lost == 1


def test_reports_through_open311_are_counted_since_they_have_no_name() -> None:
    reports = [uuid4(), uuid4()]
    ledger = Ledger(promised_unnamed=2)
    for report in reports:
        ledger.take(submitted(report, "open311"))

    ledger.take(opened(reports[0]))

    assert ledger.lost == 1
    ledger.take(opened(reports[1]))
    assert ledger.lost == 0


def test_the_same_event_again_is_a_repeat_and_no_duplicate() -> None:
    ledger = Ledger(posted=1, promised={report := uuid4()})
    event = opened(report)

    assert ledger.take(event)
    assert not ledger.take(event)

    assert (ledger.repeated, ledger.duplicates) == (1, 0)


def test_a_second_opening_or_a_second_case_is_a_duplicate() -> None:
    report, case = uuid4(), uuid4()
    ledger = Ledger(posted=1, promised={report})
    ledger.take(opened(report, case=case))

    ledger.take(opened(report, case=case))
    assert ledger.duplicates == 1
    ledger.take(opened(report))
    assert ledger.duplicates == 3


def test_a_report_that_nobody_was_promised_is_a_duplicate_once_all_are_answered() -> None:
    ledger = Ledger(posted=1)
    ledger.take(submitted(uuid4()))
    ledger.take(submitted(report := uuid4()))
    assert ledger.duplicates == 0

    ledger.promised.add(report)

    assert ledger.duplicates == 1


def test_delays_are_given_in_milliseconds() -> None:
    ledger = Ledger()
    for milliseconds in range(1, 101):
        ledger.take(opened(uuid4(), after_ms=milliseconds))

    assert ledger.delay(0.5) == 51
    assert ledger.delay(0.99) == 100


def test_copies_of_the_day_differ_and_are_the_same_for_the_same_seed() -> None:
    day = the_day()
    count = 3 * len(day)

    copies = list(islice(varied(day, 1), count))

    assert len({copy.id for copy in copies}) == len({copy.text for copy in copies}) == count
    assert copies == list(islice(varied(day, 1), count))


def test_the_table_holds_what_a_reader_looks_for(printed: Callable[[Ledger], str]) -> None:
    ledger = Ledger(posted=1, promised={report := uuid4()})
    ledger.take(submitted(report))
    ledger.take(opened(report))

    shown = printed(ledger)

    for words in (
        "reports posted",
        "settled at levels 1-2",
        "1 of 1, 100%",
        "events on kith.reports.v1",
        "p50",
        "lost",
    ):
        assert words in shown
