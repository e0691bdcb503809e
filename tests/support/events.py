"""Builders of events and records, for tests that are about how they travel and not about what they say."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from shared.contracts.intake import IntakeFields
from shared.contracts.reporting import ReportSubmitted, ReportWithdrawn
from shared.messaging.codec import record_of
from shared.messaging.record import Headers, OutgoingRecord, Record
from shared.runtime.ids import derived_id, new_id

MOMENT = datetime(2026, 11, 22, 12, 44, 46, 123000, tzinfo=UTC)


def a_report(number: int | None = None, *, concern: UUID | None = None, danger: Sequence[str] = ()) -> ReportSubmitted:
    """Return a submitted report; the same number gives the same one."""
    report_id = new_id() if number is None else derived_id(UUID(int=number), "report")
    return ReportSubmitted(
        event_id=derived_id(report_id, "event"),
        occurred_at=MOMENT,
        correlation_id=report_id,
        concern_id=concern or report_id,
        report_id=report_id,
        received_at=MOMENT,
        intake=IntakeFields(category="nui.rowdy_gathering", repeat_count=2),
        has_text=True,
        danger_signals=tuple(danger),
        areas=("E08000034",),
    )


def a_withdrawal(of: ReportSubmitted) -> ReportWithdrawn:
    """Return the withdrawal of a report."""
    return ReportWithdrawn(
        event_id=derived_id(of.event_id, "withdrawn"),
        occurred_at=MOMENT,
        correlation_id=of.correlation_id,
        causation_id=of.event_id,
        concern_id=of.concern_id,
        report_id=of.report_id,
    )


def on(topic: str, event: ReportSubmitted | ReportWithdrawn) -> OutgoingRecord:
    """Return an event's record as if it were to be written to this topic."""
    return record_of(event)._replace(topic=topic)


def as_read(record: OutgoingRecord, *, offset: int = 0, headers: Headers | None = None) -> Record:
    """Return a written record as it would be read."""
    return Record(record.topic, 0, offset, 0, record.key, record.value, record.headers if headers is None else headers)


def rubbish(topic: str) -> OutgoingRecord:
    """Return a record that says it is an event and is not."""
    return on(topic, a_report())._replace(value=b"{not json")
