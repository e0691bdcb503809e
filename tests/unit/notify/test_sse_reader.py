import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.sse import SseReader

VECTORS = Path(__file__).parents[4] / "shared/data/conformance/sse/vectors.json"


def _vectors() -> list[Any]:
    if not VECTORS.exists():
        return [pytest.param(None, marks=pytest.mark.skip(reason=f"the vectors are not at {VECTORS}"))]
    read = json.loads(VECTORS.read_text())
    cases = [*read["wpt"], *read["launchdarkly"]]
    return [pytest.param(case, id=f"{number}-{case['name'][:30]}") for number, case in enumerate(cases)]


@pytest.mark.parametrize("vector", _vectors())
@pytest.mark.parametrize("size", [1, 7, 1_000_000])
def test_the_reader_dispatches_what_a_browser_does(vector: dict[str, Any], size: int) -> None:
    reader, stream = SseReader(), vector["stream"].encode()

    events = [event for at in range(0, len(stream), size) for event in reader.feed(stream[at : at + size])]

    assert [{"type": event.type, "data": event.data, "lastEventId": event.last_event_id} for event in events] == vector[
        "events"
    ]
    assert reader.retry_ms == vector.get("retry_ms", reader.retry_ms)
