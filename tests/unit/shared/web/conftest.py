"""The sample application, served in memory."""

from collections.abc import AsyncIterator
from http import HTTPStatus

import httpx
import pytest
from prometheus_client import CollectorRegistry

from shared.runtime.health import Health
from shared.web.app import create_app
from shared.web.body_guard import BodyLimits
from tests.unit.shared.web.sample import Api, CaseClosedError, sample_routes


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    health, registry = Health(), CollectorRegistry()
    app = create_app(
        service="sample",
        routers=[sample_routes()],
        problems={CaseClosedError: {"status": HTTPStatus.CONFLICT, "type": "/problems/case-closed"}},
        health=health,
        registry=registry,
        limits=BodyLimits(
            max_bytes=4096,
            read_by_route=frozenset({"/v1/raw"}),
            other_types={"/v1/form": frozenset({"application/x-www-form-urlencoded"})},
        ),
    )
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://sample") as client:
        yield Api(client, app, health, registry)
