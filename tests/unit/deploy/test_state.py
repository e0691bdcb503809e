import json
import os
import stat
from pathlib import Path

import jwt
import pytest

from deploy.local.credentials import Credentials
from deploy.local.layout import Layout, write_whole
from deploy.local.logfile import LogFile
from deploy.local.ports import Ports
from deploy.local.state import State, read_state
from deploy.local.tokens import SigningKey

ISSUER = "http://127.0.0.1:8005"


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    return Layout(tmp_path / "home", tmp_path / "cache")


def a_state(layout: Layout, *, offset: int = 0) -> State:
    return State(Ports(offset), "mongodb://127.0.0.1:27017", Credentials.kept_in(layout, ISSUER), {"reporting": 7})


def test_the_state_has_the_shape_that_others_rely_on(layout: Layout) -> None:
    a_state(layout, offset=100).write(layout.state)

    state = read_state(layout.state)
    assert state["reporting"] == "http://127.0.0.1:8101"
    assert state["notify"] == "http://127.0.0.1:8104"
    assert state["kafka"] == "127.0.0.1:9192"
    assert state["mail"] == {"http": "http://127.0.0.1:8125", "smtp": "127.0.0.1:1125"}
    assert state["pids"] == {"reporting": 7}
    assert set(state["credentials"]["web_client"]) == set(state["credentials"]["open311"]) == {"api_key"}
    people = (
        "officer",
        "supervisor",
        "second_supervisor",
        "coordinator",
        "partner_police",
        "partner_housing",
        "dash_trained",
        "auditor",
    )
    assert all(set(state["credentials"][name]) == {"token"} for name in people)


def test_the_state_can_be_read_by_its_owner_alone(layout: Layout) -> None:
    a_state(layout).write(layout.state)

    assert stat.S_IMODE(layout.state.stat().st_mode) == 0o600


def test_a_file_is_replaced_whole_and_leaves_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "stack.json"
    write_whole(path, json.dumps({"first": 1}))

    write_whole(path, json.dumps({"second": 2}))

    assert json.loads(path.read_text()) == {"second": 2}
    assert list(tmp_path.iterdir()) == [path]


def test_api_keys_and_the_signing_key_are_kept_for_the_next_start(layout: Layout) -> None:
    first, again = Credentials.kept_in(layout, ISSUER), Credentials.kept_in(layout, ISSUER)

    assert first.api_keys == again.api_keys
    assert SigningKey.kept_in(layout.keys).kid == SigningKey.kept_in(layout.keys).kid


def test_the_two_supervisors_share_a_role_and_differ_as_persons(layout: Layout) -> None:
    tokens = Credentials.kept_in(layout, ISSUER).tokens

    one, other = claims(layout, tokens["supervisor"]), claims(layout, tokens["second_supervisor"])

    assert one["roles"] == other["roles"] == ["supervisor"]
    assert one["sub"] != other["sub"]


def test_one_officer_is_trained_to_record_a_dash(layout: Layout) -> None:
    found = claims(layout, Credentials.kept_in(layout, ISSUER).tokens["dash_trained"])

    assert found["roles"] == ["officer", "dash_trained"]


def test_a_partners_token_names_its_agency(layout: Layout) -> None:
    found = claims(layout, Credentials.kept_in(layout, ISSUER).tokens["partner_housing"])

    assert (found["roles"], found["agency"], found["iss"]) == (["partner"], "housing", ISSUER)


def test_a_long_log_is_cut_and_its_open_writer_goes_on(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "kafka.log", limit=10, kept=2)
    with os.fdopen(log.open(), "wb", buffering=0) as writer:
        for words in (b"the oldest words\n", b"the middle words\n", b"the latest words\n"):
            writer.write(words)
            log.rotate()
        writer.write(b"now\n")

    assert log.path.read_bytes() == b"now\n"
    assert (tmp_path / "kafka.log.1").read_bytes() == b"the latest words\n"
    assert (tmp_path / "kafka.log.2").read_bytes() == b"the middle words\n"
    assert not (tmp_path / "kafka.log.3").exists()


def claims(layout: Layout, token: str) -> dict[str, object]:
    key = jwt.PyJWK(SigningKey.kept_in(layout.keys).public_jwk())
    return dict(jwt.decode(token, key, algorithms=["RS256"], audience="kith"))
