"""Events as records and back: what is written, what is refused, and what is never repeated in a reason."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from shared.messaging.codec import (
    MAX_BYTES,
    event_from,
    event_from_stored,
    outgoing_from_stored,
    record_of,
    stored,
)
from shared.messaging.errors import EventTooLargeError, PoisonMessageError
from shared.messaging.record import Headers, Record
from shared.messaging.tracing import TRACES, Traces, traceparent_from
from tests.support.events import MOMENT, a_report, a_withdrawal, as_read

TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


def changed(headers: Headers, name: str, value: bytes | None) -> Headers:
    rest = tuple(header for header in headers if header[0] != name)
    return rest if value is None else (*rest, (name, value))


def a_record() -> Record:
    return as_read(record_of(a_report(1), traceparent=TRACE))


def test_the_headers_are_those_of_binary_mode() -> None:
    report = a_report(1)

    headers = dict(record_of(report, traceparent=TRACE).headers)

    assert headers == {
        "ce_specversion": b"1.0",
        "ce_id": str(report.event_id).encode(),
        "ce_source": b"/services/reporting",
        "ce_type": b"kith.report.submitted.v1",
        "ce_subject": str(report.concern_id).encode(),
        "ce_time": b"2026-11-22T12:44:46.123Z",
        "ce_dataschema": b"https://kith.example/schemas/kith.report.submitted.v1/1.0.json",
        "ce_partitionkey": str(report.concern_id).encode(),
        "ce_correlationid": str(report.correlation_id).encode(),
        "ce_traceparent": TRACE.encode(),
        "traceparent": TRACE.encode(),
        "content-type": b"application/json",
    }


def test_the_value_holds_no_envelope_and_the_key_is_the_concern() -> None:
    report = a_report(1)

    record = record_of(report)

    assert record.key == str(report.concern_id).encode()
    assert b"event_id" not in (record.value or b"")
    assert b"correlation" not in (record.value or b"")


def test_danger_travels_on_the_urgent_topic() -> None:
    assert record_of(a_report(danger=["weapon"])).topic == "kith.reports.urgent.v1"


def test_an_event_comes_back_from_a_record_and_from_an_outbox() -> None:
    for event in (a_report(1), a_withdrawal(a_report(1))):
        assert event_from(as_read(record_of(event))) == event
        assert event_from_stored(stored(event)) == event
        assert outgoing_from_stored(stored(event)) == record_of(event)


def test_a_time_in_another_zone_is_the_same_moment() -> None:
    summer = a_report(1).model_copy(update={"occurred_at": MOMENT.astimezone(timezone(timedelta(hours=1)))})

    read = event_from(as_read(record_of(summer)))

    assert read is not None
    assert read.occurred_at == datetime(2026, 11, 22, 12, 44, 46, 123000, tzinfo=UTC)


def test_an_unknown_type_is_none() -> None:
    record = a_record()

    assert event_from(record._replace(headers=changed(record.headers, "ce_type", b"kith.report.sung.v9"))) is None


def test_an_unknown_field_is_ignored() -> None:
    record = a_record()
    value = (record.value or b"")[:-1] + b',"new_in_the_next_version":[1]}'

    assert event_from(record._replace(value=value)) == a_report(1)


def test_the_header_wins_over_the_same_field_in_the_data() -> None:
    record = a_record()
    value = b'{"event_id":"00000000-0000-7000-8000-000000000000",' + (record.value or b"")[1:]

    event = event_from(record._replace(value=value))

    assert event is not None
    assert event.event_id == a_report(1).event_id


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("ce_specversion", None, "ce_specversion"),
        ("ce_specversion", b"0.3", "ce_specversion"),
        ("ce_id", None, "ce_id is missing"),
        ("ce_id", b"", "ce_id is missing"),
        ("ce_source", None, "ce_source is missing"),
        ("ce_type", None, "ce_type is missing"),
        ("ce_time", None, "ce_time"),
        ("ce_time", b"yesterday", "occurred_at: datetime"),
        ("ce_id", b"seven", "event_id: uuid_parsing"),
        ("ce_id", b'x","has_text":"', "quotes"),
        ("ce_correlationid", b"\xff", "not JSON"),
        ("content-type", b"text/plain", "content-type"),
        ("content-type", b"application/cloudevents+avro", "content-type"),
        ("content-type", b"application/cloudevents-batch+json", "content-type"),
    ],
)
def test_a_header_that_is_not_right_is_named(name: str, value: bytes | None, reason: str) -> None:
    record = a_record()

    with pytest.raises(PoisonMessageError, match=reason):
        event_from(record._replace(headers=changed(record.headers, name, value)))


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (None, "tombstone"),
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b'{"a":"}', "not JSON"),
        (b"[]", "not a JSON object"),
        (b"null", "not a JSON object"),
        (b"{}", "concern_id: missing"),
        (b"{ }", "concern_id: missing"),
        (b'{"a":"\xff"}', "not JSON"),
        (b'{"a":' * 5000 + b"1" + b"}" * 5000, "not JSON"),
        (b'{"a":"' + b"x" * MAX_BYTES + b'"}', "bytes"),
    ],
)
def test_a_value_that_is_not_right_is_named(value: bytes | None, reason: str) -> None:
    with pytest.raises(PoisonMessageError, match=reason):
        event_from(a_record()._replace(value=value))


def test_an_attribute_that_is_there_twice_is_refused() -> None:
    record = a_record()

    with pytest.raises(PoisonMessageError, match="twice: ce_id"):
        event_from(record._replace(headers=(*record.headers, ("ce_id", b"another"))))


def test_other_headers_may_repeat() -> None:
    record = a_record()

    assert event_from(record._replace(headers=(*record.headers, ("hop", b"1"), ("hop", b"2")))) == a_report(1)


def test_a_reason_names_fields_and_never_what_was_in_them() -> None:
    record = a_record()
    value = (record.value or b"").replace(b'"has_text":true', b'"has_text":"Ann Person, 07700 900123"')

    with pytest.raises(PoisonMessageError) as refused:
        event_from(record._replace(value=value))

    assert str(refused.value) == "not a kith.report.submitted.v1: has_text: bool_parsing"


def test_an_event_over_the_limit_is_not_written() -> None:
    report = a_report(1).model_copy(update={"areas": tuple(f"E{number:08}" for number in range(6000))})

    with pytest.raises(EventTooLargeError):
        record_of(report)


def test_what_follows_from_an_event_continues_its_trace() -> None:
    report = a_report(1)
    record = as_read(record_of(report, traceparent=TRACE))
    token = TRACES.set(Traces([record], [report]))

    follow_up = as_read(record_of(a_withdrawal(report)))
    TRACES.reset(token)

    trace = traceparent_from(follow_up) or ""
    assert trace[:36] == TRACE[:36]
    assert trace[36:52] == a_withdrawal(report).event_id.hex[16:]


def test_without_a_known_cause_the_correlation_names_the_trace() -> None:
    report = a_report(1)

    assert (traceparent_from(as_read(record_of(report))) or "")[3:35] == report.correlation_id.hex


@pytest.mark.parametrize(
    "value", [b"", b"00-0-0-01", TRACE.encode().replace(b"4", b"0") + b"-x", b"ff" + TRACE.encode()[2:]]
)
def test_a_malformed_trace_is_no_trace(value: bytes) -> None:
    record = a_record()

    assert traceparent_from(record._replace(headers=changed(record.headers, "traceparent", value))) is None
