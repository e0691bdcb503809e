"""Log lines: one JSON object each, with ids, and without anything personal."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from shared.observability.correlation import correlated, correlation_of
from shared.observability.logging import PERSONAL_FIELDS, configure_logging, get_logger, without_personal_fields


class Lines:
    """What was logged."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def raw(self) -> str:
        return self.stream.getvalue()

    def read(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.raw.splitlines()]


@pytest.fixture
def lines() -> Iterator[Lines]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    written = Lines()
    configure_logging("triage", stream=written.stream)
    yield written
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def fail_with(words: str) -> None:
    raise ValueError(words)


def test_a_line_says_what_where_and_for_which_request(lines: Lines) -> None:
    with correlated(correlation_of(None, None, "r-1")) as ids:
        get_logger("services.triage.x").info("case_opened", level_of_case=3)

    (line,) = lines.read()
    assert line["event"] == "case_opened"
    assert line["service"] == "triage"
    assert line["level_of_case"] == 3
    assert line["request_id"] == "r-1"
    assert line["trace_id"] == ids.trace.trace_id
    assert line["timestamp"].endswith("Z")


@pytest.mark.parametrize("field", sorted(PERSONAL_FIELDS))
def test_a_personal_field_is_dropped_and_its_absence_told(lines: Lines, field: str) -> None:
    get_logger().warning("something", **{field: "Jane Roe", "kept": {field: "Jane Roe", "n": 1}})

    (line,) = lines.read()
    assert "Jane" not in lines.raw
    assert line["withheld"] == [field]
    assert line["kept"]["n"] == 1


@pytest.mark.parametrize(
    "told",
    [
        "jane.roe@example.org",
        "07700 900123",
        "+44 7700 900123",
        "+447700900123",
        "01632 960221",
        "(see) 020 7946 0018",
        "o'neil+kith@mail.example.org",
    ],
)
def test_addresses_and_numbers_are_blotted_out_of_words(lines: Lines, told: str) -> None:
    get_logger().info("odd", reason=f"could not read {told} here", many=[told], deep={"a": (told,)})

    assert told.removeprefix("(see) ") not in lines.raw
    assert "[withheld]" in lines.raw


@pytest.mark.parametrize(
    "harmless",
    [
        "0193a5d2-7b1c-7f00-8123-001234567890",
        "2026-11-22T10:00:00.123456Z",
        "10.0.0.12:9092",
        "kith.reports.v1-11",
        "1e-05",
    ],
)
def test_ids_times_and_offsets_stay_readable(lines: Lines, harmless: str) -> None:
    get_logger().info("fine", of=harmless)

    assert lines.read()[0]["of"] == harmless


def test_an_exceptions_words_are_not_logged_but_its_place_is(lines: Lines) -> None:
    try:
        fail_with("Jane Roe of 9 Elm Street")
    except ValueError:
        get_logger().exception("handler_failed")

    (line,) = lines.read()
    assert "Jane" not in lines.raw
    assert line["error_type"] == "ValueError"
    assert "test_logging.py" in line["error_at"][-1]


def test_a_librarys_line_goes_the_same_way(lines: Lines) -> None:
    logging.getLogger("aiokafka.conn").warning("no answer from %s for %s", "broker:9092", "jane@example.org")

    (line,) = lines.read()
    assert line["event"] == "library_message"
    assert line["message"] == "no answer from broker:9092 for [withheld]"


def test_the_servers_errors_are_kept_and_its_access_lines_are_not(lines: Lines) -> None:
    try:
        fail_with("jane@example.org")
    except ValueError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
    logging.getLogger("uvicorn.access").warning("GET /?q=jane")

    (line,) = lines.read()
    assert line["error_type"] == "ValueError"
    assert "jane" not in lines.raw


@given(
    st.dictionaries(st.text(max_size=8), st.recursive(st.text() | st.integers(), st.lists, max_leaves=5), max_size=6)
)
def test_no_details_break_the_guard(details: dict[str, Any]) -> None:
    event = without_personal_fields(None, "info", dict(details))

    assert not {key.lower() for key in event} & PERSONAL_FIELDS
