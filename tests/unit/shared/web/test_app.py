"""What every service offers beside its own routes."""

import asyncio
import re

import httpx
import pytest
from fastapi import APIRouter
from prometheus_client import CollectorRegistry
from prometheus_client.parser import text_string_to_metric_families

from shared.runtime.health import Health
from shared.web.app import create_app
from tests.unit.shared.web.sample import Api


async def test_liveness_does_not_depend_on_the_start(api: Api) -> None:
    live, ready, startup = [await api.client.get(f"/health/{probe}") for probe in ("live", "ready", "startup")]

    assert (live.status_code, ready.status_code, startup.status_code) == (200, 503, 503)


async def test_a_started_service_is_ready_until_it_drains(api: Api) -> None:
    api.health.started = True
    before = await api.client.get("/health/ready")

    api.health.drain()
    after = await api.client.get("/health/ready")

    assert (before.status_code, after.status_code) == (200, 503)
    assert api.app.state.draining.is_set()


async def test_routes_are_counted_by_template_however_many_paths_are_made_up(api: Api) -> None:
    for number in range(300):
        await api.client.get(f"/nowhere/{number}?q={number}")
        await api.client.get(f"/v1/fails/closed?{number}")
        await api.send(b'{"text":"x"}', path=f"/v1/intakes/{number}")
        await api.client.request(f"METHOD{number}", "/v1/raw")

    text = (await api.client.get("/metrics")).text
    series = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert 'route="/v1/intakes/{number}"' in text
    assert len(series) < 300


async def test_metrics_are_readable_by_either_format(api: Api) -> None:
    plain = await api.client.get("/metrics")
    open_metrics = await api.client.get("/metrics", headers={"Accept": "application/openmetrics-text; version=1.0.0"})

    assert plain.headers["content-type"].startswith("text/plain")
    assert open_metrics.headers["content-type"].startswith("application/openmetrics-text")
    assert list(text_string_to_metric_families(plain.text))


async def test_the_documentation_page_asks_nobody_else_for_its_parts(api: Api) -> None:
    page = (await api.client.get("/docs")).text
    parts = re.findall(r'(?:src|href)="([^"]+)"', page)

    answers = [await api.client.get(part) for part in parts]

    assert len(parts) >= 3
    assert all(part.startswith("/") for part in parts)
    assert {answer.status_code for answer in answers} == {200}


async def test_the_openapi_document_says_that_errors_are_problems(api: Api) -> None:
    document = (await api.client.get("/openapi.json")).json()

    described = document["paths"]["/v1/intakes/{number}"]["post"]["responses"]
    assert set(described) == {"200", "default"}
    assert "application/problem+json" in described["default"]["content"]
    assert set(document["components"]["schemas"]) >= {"Problem", "Intake"}
    assert "HTTPValidationError" not in document["components"]["schemas"]


async def test_ids_are_taken_from_the_client_when_well_formed(api: Api) -> None:
    trace = "0af7651916cd43dd8448eb211c80319c"
    answer = await api.client.get(
        "/nowhere",
        headers={
            "traceparent": f"00-{trace}-b7ad6b7169203331-01",
            "X-Correlation-ID": "01890a5d-ac96-774b-bcce-b302099a8057",
            "X-Request-ID": "mine-1",
        },
    )

    assert answer.json()["trace_id"] == trace
    assert answer.headers["x-correlation-id"] == "01890a5d-ac96-774b-bcce-b302099a8057"
    assert answer.headers["x-request-id"] == "mine-1"


@pytest.mark.parametrize("made_up", ["a b", "x" * 65, "né".encode(), b"\xff"])
async def test_a_malformed_request_id_is_replaced(api: Api, made_up: str | bytes) -> None:
    answer = await api.client.get(
        "/nowhere", headers=[(b"X-Request-ID", made_up if isinstance(made_up, bytes) else made_up.encode())]
    )

    assert len(answer.headers["x-request-id"]) == 36


async def test_requests_beyond_the_limit_are_turned_away_at_once_and_health_is_still_served() -> None:
    router, release = APIRouter(), asyncio.Event()

    @router.get("/waits")
    async def waits() -> dict[str, bool]:
        await release.wait()
        return {"done": True}

    registry = CollectorRegistry()
    app = create_app(service="s", routers=[router], problems={}, health=Health(), registry=registry, most_waiting=2)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://s") as client:
        waiting = [asyncio.create_task(client.get("/waits")) for _ in range(2)]
        while registry.get_sample_value("kith_http_requests_in_progress") != 2:
            await asyncio.sleep(0)
        refused = await client.get("/waits")
        health = await client.get("/health/live")
        release.set()
        served = [(await task).status_code for task in waiting]
        after = await client.get("/waits")

    assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
    assert refused.headers["content-type"] == "application/problem+json"
    assert (health.status_code, served, after.status_code) == (200, [200, 200], 200)
