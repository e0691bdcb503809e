"""What each reading service relies on in an event is still there: a breaking change is found by its author.

`readers/<service>/<type>.json` holds what that service uses of the event, with values as it expects them.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from shared.contracts.catalogue import EVENTS
from tests.support.examples import EXAMPLES

SAMPLES = sorted((Path(__file__).parent / "readers").glob("*/*.json"))
READERS = {"reporting", "triage", "networks", "notify"}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.parent.name}-{sample.stem}")
def test_readers_still_find_what_they_rely_on(sample: Path) -> None:
    relied_on = json.loads(sample.read_text())
    contract = EVENTS[sample.stem]
    whole = contract.model_validate(EXAMPLES[sample.stem].model_dump() | relied_on)

    published = whole.model_dump(mode="json")

    assert _is_part_of(relied_on, published)


def test_every_service_says_what_it_relies_on() -> None:
    assert {sample.parent.name for sample in SAMPLES} == READERS


def test_a_field_that_is_gone_is_noticed() -> None:
    assert not _is_part_of({"level": 2, "gone": True}, {"level": 2})
    assert not _is_part_of({"flags": [{"flag": "weapon", "gone": 1}]}, {"flags": [{"flag": "weapon"}]})


def _is_part_of(sample: Any, whole: Any) -> bool:
    if isinstance(sample, dict):
        return isinstance(whole, dict) and all(
            name in whole and _is_part_of(value, whole[name]) for name, value in sample.items()
        )
    if isinstance(sample, list):
        return isinstance(whole, list) and len(sample) == len(whole) and all(map(_is_part_of, sample, whole))
    return bool(sample == whole)
