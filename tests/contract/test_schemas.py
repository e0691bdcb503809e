"""The agreed schema of each event: written from the contracts, and never changed so that a reader breaks."""

import json
from copy import deepcopy
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from deploy.cli.schemas import FOLDER, schema_file, write_all, written
from shared.contracts.catalogue import EVENTS
from shared.contracts.event import ENVELOPE_FIELDS
from shared.messaging.codec import event_from, record_of, stored
from tests.support.events import as_read
from tests.support.examples import EXAMPLES
from tests.support.schema_compatibility import incompatibilities

VERSIONS = {type_: sorted((FOLDER / type_).glob("*.json")) for type_ in EVENTS}
PAIRS = [(type_, *pair) for type_, files in VERSIONS.items() for pair in combinations(files, 2)]

A_SCHEMA = {
    "type": "object",
    "properties": {
        "level": {"enum": [1, 2, 3, 4]},
        "area": {"type": "string"},
        "note": {"type": "string", "default": ""},
        "flags": {"type": "array", "items": {"$ref": "#/$defs/Flag"}},
    },
    "required": ["level", "area", "flags"],
    "$defs": {"Flag": {"type": "object", "properties": {"flag": {"type": "string"}}, "required": ["flag"]}},
}


@pytest.mark.parametrize("type_", EVENTS)
def test_the_committed_schema_is_what_the_contract_says(type_: str) -> None:
    assert schema_file(FOLDER, type_).read_bytes() == written(EVENTS[type_]), (
        "run `make schemas` and look at the change"
    )


def test_no_schema_belongs_to_an_event_that_is_gone() -> None:
    assert {folder.name for folder in FOLDER.iterdir() if folder.is_dir()} == set(EVENTS)


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    first = write_all(tmp_path)

    assert len(first) == len(EVENTS)
    assert write_all(tmp_path) == []


@pytest.mark.parametrize(("type_", "old", "new"), PAIRS)
def test_every_version_can_be_read_by_every_other(type_: str, old: Path, new: Path) -> None:
    assert incompatibilities(json.loads(old.read_text()), json.loads(new.read_text())) == []


@pytest.mark.parametrize("type_", EVENTS)
def test_the_schema_leaves_out_what_travels_in_headers(type_: str) -> None:
    schema = json.loads(schema_file(FOLDER, type_).read_text())

    assert not ENVELOPE_FIELDS & schema["properties"].keys()
    assert not ENVELOPE_FIELDS & set(schema["required"])


@pytest.mark.parametrize("type_", EVENTS)
def test_what_is_published_is_valid_under_every_version(type_: str) -> None:
    data = json.loads(stored(EXAMPLES[type_])["data"])

    for file in VERSIONS[type_]:
        Draft202012Validator(json.loads(file.read_text())).validate(data)


@pytest.mark.parametrize(
    "golden", sorted(FOLDER.glob("*/golden/*.json")), ids=lambda path: f"{path.parts[-3]}-{path.stem}"
)
def test_golden_examples_of_every_version_are_still_read(golden: Path) -> None:
    record = as_read(record_of(EXAMPLES[golden.parts[-3]]))

    event = event_from(record._replace(value=golden.read_bytes()))

    assert event is not None
    assert json.loads(golden.read_text()).items() <= event.model_dump(mode="json").items()


def test_every_event_has_a_golden_example_of_its_version() -> None:
    for type_, files in VERSIONS.items():
        assert [file.name for file in files] == [
            file.name for file in sorted((FOLDER / type_ / "golden").glob("*.json"))
        ]


def test_an_optional_field_may_come_and_go() -> None:
    without = _changed(lambda schema: schema["properties"].pop("note"))

    assert incompatibilities(A_SCHEMA, without) == []
    assert incompatibilities(without, A_SCHEMA) == []


def test_words_for_people_may_change() -> None:
    assert incompatibilities(A_SCHEMA, _changed(lambda schema: schema["properties"]["area"].update(title="Area"))) == []


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("area", lambda schema: schema["properties"]["area"].update(type="integer")),
        ("area", lambda schema: (schema["properties"].pop("area"), schema["required"].remove("area"))),
        ("note", lambda schema: schema["required"].append("note")),
        ("level", lambda schema: schema["properties"]["level"].update(enum=[1, 2, 3])),
        ("level", lambda schema: schema["properties"]["level"].update(enum=[1, 2, 3, 4, 5])),
        ("level", lambda schema: schema["required"].remove("level")),
        ("flags", lambda schema: schema["properties"]["flags"].update(maxItems=3)),
        ("flags[].flag", lambda schema: schema["$defs"]["Flag"]["properties"]["flag"].update(type="boolean")),
        ("reason", lambda schema: (schema["properties"].update(reason={}), schema["required"].append("reason"))),
    ],
)
def test_a_change_that_breaks_a_reader_is_named(field: str, change: Any) -> None:
    problems = incompatibilities(A_SCHEMA, _changed(change))

    assert [problem.partition(":")[0] for problem in problems] == [field]


def _changed(change: Any) -> dict[str, Any]:
    schema = deepcopy(A_SCHEMA)
    change(schema)
    return schema
