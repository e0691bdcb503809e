"""Every error is a problem detail that names the field and never repeats what was sent."""

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.shared.web.sample import Api


def assert_problem(answer: httpx.Response, status: int) -> dict[str, object]:
    body: dict[str, object] = answer.json()
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert body["status"] == status
    assert body["title"]
    assert body["type"]
    assert len(str(body["trace_id"])) == 32
    return body


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/docs/assets/nothing.js", 404),
        ("PUT", "/v1/intakes/1", 405),
        ("TRACE", "/v1/raw", 405),
        ("GET", "/v1/fails/closed", 409),
        ("GET", "/v1/fails/teapot", 418),
        ("GET", "/v1/fails/limit", 429),
        ("GET", "/v1/fails/bug", 500),
        ("GET", "/v1/fails/outage", 503),
        ("POST", "/v1/intakes/1", 422),
    ],
)
async def test_every_error_is_a_problem(api: Api, method: str, path: str, status: int) -> None:
    answer = await api.client.request(method, path)

    assert_problem(answer, status)


async def test_a_method_that_is_not_allowed_is_told_which_are(api: Api) -> None:
    answer = await api.client.put("/v1/intakes/1")

    assert answer.headers["allow"] == "POST"


async def test_a_service_names_its_own_problems(api: Api) -> None:
    body = assert_problem(await api.client.get("/v1/fails/closed"), 409)

    assert body["type"] == "/problems/case-closed"
    assert body["detail"] == "The case is closed."


async def test_an_outage_asks_to_try_again_and_does_not_say_what_is_out(api: Api) -> None:
    answer = await api.client.get("/v1/fails/outage")

    assert answer.headers["retry-after"]
    assert "hunter2" not in answer.text


async def test_an_unexpected_error_gives_nothing_away(api: Api) -> None:
    answer = await api.client.get("/v1/fails/bug")

    assert "jane" not in answer.text


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        (b'{"text": 12345}', "/text"),
        (b'{"text": "WHO LIVES AT NUMBER NINE"}', "/text"),
        (b'{"text": "x", "place": {"lat": 123456}}', "/place/lat"),
        (b'{"text": "x", "place": {"lat": "nonsense"}}', "/place/lat"),
        (b'{"text": "x", "neighbour": "Jane Roe"}', "/neighbour"),
        (b'{"place": {"lat": 1}}', "/text"),
        (b"[]", ""),
    ],
)
async def test_a_wrong_field_is_named_by_its_pointer(api: Api, body: bytes, pointer: str) -> None:
    answer = assert_problem(await api.send(body), 422)

    errors = answer["errors"]
    assert isinstance(errors, list)
    assert [error["pointer"] for error in errors] == [pointer]


@pytest.mark.parametrize("told", ["WHO LIVES AT NUMBER NINE", "07700900123", "Jane Roe said so"])
async def test_what_was_sent_is_never_repeated(api: Api, told: str) -> None:
    bodies = [f'{{"text": "{told.upper()}"}}', f'{{"text": "x", "place": "{told}"}}', f'{{"text": ["{told}"]}}']

    answers = [await api.send(body.encode()) for body in bodies]

    assert {answer.status_code for answer in answers} <= {200, 422}
    assert not any(told.lower() in answer.text.lower() for answer in answers if answer.status_code == 422)


async def test_a_wrong_path_parameter_is_named(api: Api) -> None:
    answer = assert_problem(await api.send(b'{"text":"x"}', path="/v1/intakes/many"), 422)

    assert answer["errors"] == [
        {"pointer": "/path/number", "detail": "Input should be a valid integer, unable to parse string as an integer"}
    ]


async def test_an_over_long_key_is_cut_in_the_answer(api: Api) -> None:
    answer = await api.send(b'{"text":"x","' + b"k" * 3000 + b'":1}')

    assert answer.status_code == 422
    assert len(answer.content) < 1000


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(body=st.binary(max_size=300) | st.text(max_size=100).map(lambda text: f'{{"text": "{text}"}}'.encode()))
async def test_no_body_whatever_causes_an_error_of_ours(api: Api, body: bytes) -> None:
    answers = [await api.send(body), await api.send(body, path="/v1/raw")]

    assert all(answer.status_code < 500 for answer in answers)
