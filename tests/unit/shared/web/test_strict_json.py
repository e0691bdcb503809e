"""What a JSON body may be, and how a refusal names the place."""

import json
from http import HTTPStatus
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.web.problem import ProblemError
from shared.web.strict_json import read_json

_SIMPLE = st.none() | st.booleans() | st.integers(-(2**63) + 1, 2**63 - 1) | st.text() | st.floats(-1e15, 1e15)
_VALUES = st.recursive(
    _SIMPLE, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5), max_leaves=30
)


def _refusal_of(body: bytes) -> ProblemError | None:
    try:
        read_json(body)
    except ProblemError as refusal:
        return refusal
    return None


REFUSED: list[tuple[bytes, str, str]] = [
    (b'{"age":1,"age":2}', "/age", "more than once"),
    (b'{"a":{"b":[0,{"c":1,"c" \n:1}]}}', "/a/b/1/c", "more than once"),
    (b'{"note":"10:00","x":1,"x":1}', "/x", "more than once"),
    (b'{"a\\u0062":1,"ab":1}', "/ab", "more than once"),
    (b'{"lat":NaN}', "/lat", "not a finite number"),
    (b'{"lat":[1,-Infinity]}', "/lat/1", "not a finite number"),
    (b'{"lat":1e999}', "/lat", "beyond 64 bits"),
    (b'{"count":123456789012345678901234567890}', "/count", "beyond 64 bits"),
    (b'{"count":9223372036854775808}', "/count", "beyond 64 bits"),
    (b'{"count":1e19}', "/count", "beyond 64 bits"),
    (b'{"count":' + b"9" * 60_000 + b"}", "/count", "beyond 64 bits"),
    (b'{"text":"\\ud800"}', "/text", "surrogate"),
    (b'{"text":"caf\xe9"}', "/text", "not valid UTF-8"),
    (b'{"\\udfff":1}', "", "surrogate"),
    (b'{"text":"\\x41"}', "/text", "escape"),
    (b'{"a":{"b":tru}}', "/a/b", "not valid JSON"),
    (b'{"a":[1,2,]}', "", "not valid JSON"),
    (b'\xef\xbb\xbf{"a":1}', "", "byte order mark"),
    ('{"a":1}'.encode("utf-16"), "", "not valid JSON"),
    (b"", "", "not valid JSON"),
    (b'{"a/b~c":NaN}', "/a~1b~0c", "not a finite number"),
]


@pytest.mark.parametrize(("body", "pointer", "reason"), REFUSED)
def test_a_body_that_two_readers_could_understand_differently_is_refused_by_its_field(
    body: bytes, pointer: str, reason: str
) -> None:
    with pytest.raises(ProblemError) as refused:
        read_json(body)

    (fault,) = refused.value.errors
    assert refused.value.status == HTTPStatus.BAD_REQUEST
    assert fault["pointer"] == pointer
    assert reason in fault["detail"]


@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
@pytest.mark.parametrize("levels", [33, 500, 5_000, 100_000])
def test_deep_nesting_is_refused_and_never_recurses(opening: bytes, levels: int) -> None:
    closing = b"]" if opening == b"[" else b"}"
    body = opening * levels + b"0" + closing * levels

    with pytest.raises(ProblemError) as refused:
        read_json(body)

    assert "deeper than 32" in refused.value.errors[0]["detail"]


def test_nesting_up_to_the_limit_is_read() -> None:
    body = b"[" * 32 + b"]" * 32

    assert read_json(body) is not None


@pytest.mark.parametrize("body", [b"9223372036854775807", b"-9223372036854775807", b"-0", b"1.5e3", b'{"a":{"a":1}}'])
def test_what_is_in_order_is_read_as_json_reads_it(body: bytes) -> None:
    assert read_json(body) == json.loads(body)


def test_colons_in_texts_and_odd_spaces_are_no_duplicates() -> None:
    body = b'{"when" : "10:00", "quote": ":\\":", "url":"https://x.example/a:b", ":" :1}'

    assert read_json(body) == json.loads(body)


@given(_VALUES)
def test_every_ordinary_value_is_read_back(value: Any) -> None:
    body = json.dumps(value).encode()

    assert read_json(body) == json.loads(body)


@given(st.binary(max_size=400))
def test_arbitrary_bytes_are_read_or_refused_and_nothing_else(body: bytes) -> None:
    refusal = _refusal_of(body)

    assert refusal is None or refusal.status == HTTPStatus.BAD_REQUEST


@given(st.text(alphabet='{}[]:,"\\ \n0123456789eE.-+truefalsnNaIity', max_size=120))
def test_almost_json_is_read_or_refused_and_nothing_else(text: str) -> None:
    refusal = _refusal_of(text.encode())

    assert refusal is None or refusal.errors


@given(st.dictionaries(st.text(min_size=1), st.integers(0, 9), min_size=1, max_size=6), st.data())
def test_a_repeated_key_is_always_noticed(members: dict[str, int], data: st.DataObject) -> None:
    repeated = data.draw(st.sampled_from(sorted(members)))
    pairs = [*members.items(), (repeated, 1)]
    body = "{" + ",".join(f"{json.dumps(key)}:{value}" for key, value in pairs) + "}"

    with pytest.raises(ProblemError):
        read_json(body.encode())
