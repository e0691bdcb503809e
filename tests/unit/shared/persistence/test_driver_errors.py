"""What becomes of the drivers' errors, and where the drivers may be named."""

import re
from pathlib import Path

import pytest
from pymongo import errors as driver

from shared.persistence.checks import check_store
from shared.persistence.errors import DuplicateKeyError, StoreUnavailableError
from shared.persistence.mongo import connect
from shared.persistence.mongo.errors import duplicate_key, translated
from shared.runtime.errors import RefusedToStartError
from tests.support.memory_store import MemoryDatabase

ROOT = Path(__file__).parents[4]


@pytest.mark.parametrize(
    "error",
    [
        driver.AutoReconnect("closed"),
        driver.NetworkTimeout("slow"),
        driver.ServerSelectionTimeoutError("nobody"),
        driver.NotPrimaryError("stepped down"),
        driver.WaitQueueTimeoutError("full"),
        driver.WriteConcernError("waiting for replication timed out", 64),
        driver.WTimeoutError("waiting for replication timed out", 64),
        driver.ExecutionTimeout("slow", 50),
        driver.CursorNotFound("gone", 43),
        driver.OperationFailure("shutting down", 91),
        driver.OperationFailure("not authorised", 13),
        driver.OperationFailure("?", 1, {"errorLabels": ["RetryableWriteError"]}),
        driver.BulkWriteError({"writeErrors": [], "writeConcernErrors": [{"code": 64}]}),
        driver.BulkWriteError({"writeErrors": [{"code": 11000, "index": 0}, {"code": 91, "index": 1}]}),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_unknown_outcome_is_a_store_that_is_unavailable(error: Exception) -> None:
    with pytest.raises(StoreUnavailableError), translated():
        raise error


@pytest.mark.parametrize(
    "error",
    [
        driver.OperationFailure("unknown operator", 9),
        driver.DocumentTooLarge("17 MB"),
        driver.BulkWriteError({"writeErrors": [{"code": 9, "index": 0}]}),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_only_our_code_can_cure_is_not_tried_again(error: Exception) -> None:
    with pytest.raises(type(error)), translated():
        raise error


@pytest.mark.parametrize(
    ("failure", "fields"),
    [
        ({"keyPattern": {"client": 1, "key": -1}}, ("client", "key")),
        ({"errmsg": "E11000 duplicate key error collection: a.b index: _id_ dup key: { _id: 1 }"}, ("_id",)),
        (
            {"errmsg": "E11000 duplicate key error collection: a.b index: key.client_1_at_-1 dup key: {"},
            ("key.client", "at"),
        ),
        ({"errmsg": "E11000 duplicate key error collection: a.b index: api_key_1 dup key: {"}, ("api_key",)),
        ({}, ("_id",)),
    ],
)
def test_a_duplicate_names_the_fields_of_the_index(failure: dict[str, object], fields: tuple[str, ...]) -> None:
    assert duplicate_key(failure).fields == fields


def test_a_bulk_of_duplicates_is_told_by_the_rarest() -> None:
    id_, reference = {"code": 11000, "keyPattern": {"_id": 1}}, {"code": 11000, "keyPattern": {"reference": 1}}

    with pytest.raises(DuplicateKeyError) as caught, translated():
        raise driver.BulkWriteError({"writeErrors": [id_, reference]})

    assert caught.value.fields == ("reference",)


def test_an_error_tells_nothing_of_the_document() -> None:
    failure = {
        "errmsg": "E11000 duplicate key error collection: a.b index: email_1 dup key: { email: 'amy@example.org' }"
    }

    assert "amy" not in str(duplicate_key(failure))


@pytest.mark.parametrize("name", ["motor", "pymongo"])
async def test_nothing_is_reached_for_until_it_is_needed(name: str) -> None:
    database = connect("mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=50", "nowhere", driver=name)  # type: ignore[arg-type]

    assert database.name == "nowhere"
    assert database.collection("things").name == "things"
    await database.close()


async def test_production_asks_for_a_replica_set() -> None:
    await check_store(MemoryDatabase(replicated=True), require_replica_set=True)
    await check_store(MemoryDatabase(replicated=False), require_replica_set=False)
    with pytest.raises(RefusedToStartError, match="MONGO__URL"):
        await check_store(MemoryDatabase(replicated=False), require_replica_set=True)


def test_the_drivers_have_one_home() -> None:
    names = re.compile(r"^\s*(?:from|import) (?:motor|pymongo|bson|gridfs)\b", re.MULTILINE)
    folders = (ROOT / name for name in ("shared", "services", "deploy"))

    homes = {path.parent for folder in folders for path in folder.rglob("*.py") if names.search(path.read_text())}

    assert homes == {ROOT / "shared/persistence/mongo"}
