"""Everything together, as `make up` starts it: what stack.json says works, and a kill is survived."""

from collections.abc import Iterator
from typing import Any

import aiohttp
import psutil
import pytest

from deploy.local.parts import ALL
from tests.support.stack import RunningStack, running_stack

pytestmark = [pytest.mark.integration, pytest.mark.e2e]

OFFSET = 4500
REPORT = {
    "channel": "web",
    "category": "nui.rowdy_gathering",
    "text": "Shouting by the bandstand until two in the morning.",
    "when": "last_night",
    "where_kind": "park_open_space",
    "ongoing": False,
    "repeat_count": 1,
    "reporter_role": "witness",
    "share_with_community": "yes",
    "location": {"lat": 53.6458, "lon": -1.7850},
}


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    with running_stack(tmp_path_factory.mktemp("stack"), OFFSET) as stack:
        yield stack


def test_the_state_names_every_living_process(stack: RunningStack) -> None:
    pids = stack.state["pids"]

    assert set(pids) == {*ALL, "supervisor"}
    assert all(psutil.pid_exists(pid) for pid in pids.values())


@pytest.mark.parametrize("service", ["reporting", "triage", "networks", "notify"])
async def test_every_service_shows_its_health_its_metrics_and_its_interface(stack: RunningStack, service: str) -> None:
    pages = ("/health/live", "/health/ready", "/metrics", "/openapi.json", "/docs")

    statuses = {page: await status_of(stack.url(service) + page) for page in pages}

    assert statuses == dict.fromkeys(pages, 200)


async def test_the_tokens_of_the_state_are_believed_and_others_are_not(stack: RunningStack) -> None:
    cases = stack.url("triage") + "/v1/cases"

    believed = await status_of(cases, Authorization=f"Bearer {stack.token('officer')}")
    refused = await status_of(cases, Authorization="Bearer eyJhbGciOiJub25lIn0.e30.")

    assert (believed, refused) == (200, 401)


async def test_an_acknowledged_report_is_there_after_reporting_and_the_store_were_killed(stack: RunningStack) -> None:
    answer = await reported(stack)

    for part in ("store", "reporting"):
        await stack.restart(part)

    status = await status_of(answer["status_url"], **{"X-Follow-Up-Secret": answer["follow_up_secret"]})
    assert status == 200


async def reported(stack: RunningStack) -> dict[str, Any]:
    headers = {"X-API-Key": stack.api_key("web_client")}
    page = stack.url("reporting") + "/v1/reports"
    async with aiohttp.ClientSession(headers=headers) as session, session.post(page, json=REPORT) as answer:
        assert answer.status == 202
        return dict(await answer.json())


async def status_of(url: str, **headers: str) -> int:
    async with aiohttp.ClientSession(headers=headers) as session, session.get(url) as answer:
        return answer.status
