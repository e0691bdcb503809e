"""Our codec beside the official CloudEvents SDK and the published conformance vectors."""

import json
from pathlib import Path
from typing import Any

import pytest
from cloudevents.core.bindings import kafka as sdk
from cloudevents.core.v1.event import CloudEvent
from hypothesis import given
from hypothesis import strategies as st

from shared.contracts.catalogue import EVENTS
from shared.contracts.event import Event
from shared.messaging.codec import event_from, record_of
from shared.messaging.errors import PoisonMessageError
from shared.messaging.record import Record
from tests.support.events import a_report, as_read
from tests.support.examples import EXAMPLES

_VECTORS = Path(__file__).parents[3] / "shared" / "data" / "conformance" / "cloudevents" / "vectors.json"


def vectors() -> list[Any]:
    if not _VECTORS.exists():
        return [pytest.param(None, marks=pytest.mark.skip(reason="the conformance vectors are not beside the project"))]
    found = json.loads(_VECTORS.read_text())["kafka"]
    return [pytest.param(vector, id=f"{vector['mode']}-{number}") for number, vector in enumerate(found)]


def as_sdk_message(event: Event) -> sdk.KafkaMessage:
    record = record_of(event)
    headers = dict(record.headers)
    assert len(headers) == len(record.headers)
    return sdk.KafkaMessage(headers=headers, key=record.key, value=record.value or b"")


def record_from(message: sdk.KafkaMessage) -> Record:
    key = message.key.encode() if isinstance(message.key, str) else message.key
    return Record("t", 0, 0, 0, key, message.value, tuple(message.headers.items()))


@pytest.mark.parametrize("type_", EVENTS)
def test_the_sdk_reads_what_we_write(type_: str) -> None:
    event = EXAMPLES[type_]

    read = sdk.from_kafka_event(as_sdk_message(event))

    assert isinstance(read, CloudEvent)
    assert (read.get_id(), read.get_type(), read.get_source()) == (str(event.event_id), type_, event.source)
    assert read.get_specversion() == "1.0"
    assert read.get_time() == event.occurred_at
    assert read.get_subject() == event.partition_key
    assert read.get_datacontenttype() == "application/json"
    assert read.get_extension("partitionkey") == event.partition_key
    assert read.get_extension("correlationid") == str(event.correlation_id)
    assert read.get_extension("causationid") == str(event.causation_id)
    assert read.get_data() == event.model_dump(mode="json", exclude=_ENVELOPE)


@pytest.mark.parametrize("type_", EVENTS)
@pytest.mark.parametrize("mode", [sdk.to_binary_event, sdk.to_structured_event])
def test_we_read_what_the_sdk_writes(type_: str, mode: Any) -> None:
    event = EXAMPLES[type_]
    attributes = {
        "id": str(event.event_id),
        "type": event.type,
        "source": event.source,
        "specversion": "1.0",
        "time": event.occurred_at,
        "subject": event.partition_key,
        "datacontenttype": "application/json",
        "partitionkey": event.partition_key,
        "correlationid": str(event.correlation_id),
        "causationid": str(event.causation_id),
        "somebodyelses": "extension",
    }

    message = mode(CloudEvent(attributes, event.model_dump(mode="json", exclude=_ENVELOPE)))

    assert event_from(record_from(message)) == event


@pytest.mark.parametrize(
    "content_type", [b"Application/CloudEvents+JSON", b"application/cloudevents+json; charset=UTF-8"]
)
def test_structured_mode_is_known_in_any_case(content_type: bytes) -> None:
    event = a_report()
    read = sdk.from_binary_event(as_sdk_message(event))
    message = sdk.to_structured_event(read)

    assert event_from(record_from(message)._replace(headers=(("Content-Type", content_type),))) == event


@pytest.mark.parametrize("vector", vectors())
def test_the_conformance_vectors_are_read(vector: dict[str, Any]) -> None:
    headers = tuple((name, value.encode()) for name, value in vector["headers"].items())
    record = Record("t", 0, 0, 0, None, vector["value"].encode(), headers)

    assert event_from(record) is None, "a well-formed event of a type that is not ours is skipped"


@pytest.mark.parametrize("vector", vectors())
@pytest.mark.parametrize("name", ["id", "type", "source", "specversion"])
def test_a_vector_without_a_required_attribute_is_refused(vector: dict[str, Any], name: str) -> None:
    headers = {key: value for key, value in vector["headers"].items() if key != f"ce_{name}"}
    value = vector["value"]
    if vector["mode"] == "structured":
        value = json.dumps({key: held for key, held in json.loads(value).items() if key != name})
    record = Record("t", 0, 0, 0, None, value.encode(), tuple((key, held.encode()) for key, held in headers.items()))

    with pytest.raises(PoisonMessageError, match=f"ce_{name}"):
        event_from(record)


@given(
    value=st.binary(max_size=200), headers=st.lists(st.tuples(st.text(max_size=20), st.binary(max_size=20)), max_size=8)
)
def test_no_record_whatsoever_makes_the_codec_fail_otherwise(value: bytes, headers: list[tuple[str, bytes]]) -> None:
    usual = record_of(a_report(1)).headers
    for mixed in ((*usual, *headers), tuple(headers)):
        try:
            event_from(Record("t", 0, 0, 0, None, value, mixed))
        except PoisonMessageError as error:
            assert str(error)  # noqa: PT017 - the only way out that is allowed


@given(at=st.integers(min_value=0), byte=st.integers(0, 255))
def test_a_record_with_one_byte_changed_is_an_event_or_poison(at: int, byte: int) -> None:
    record = as_read(record_of(a_report(1)))
    value = bytearray(record.value or b"")
    value[at % len(value)] = byte
    try:
        event_from(record._replace(value=bytes(value)))
    except PoisonMessageError as error:
        assert str(error)  # noqa: PT017 - as above


_ENVELOPE = {"event_id", "occurred_at", "correlation_id", "causation_id"}
