"""A process for the tests of `run`: its behaviour is its first argument."""

import asyncio
import sys
from collections.abc import AsyncIterator

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse
from prometheus_client import CollectorRegistry
from pydantic_settings import SettingsConfigDict

from shared.runtime.health import Health
from shared.runtime.run import Service, main
from shared.runtime.settings import ServiceSettings
from shared.web.app import create_app


class SampleSettings(ServiceSettings):
    """The settings of the sample."""

    model_config = SettingsConfigDict(env_prefix="SAMPLE_", env_nested_delimiter="__", frozen=True, extra="ignore")

    behaviour: str


class Part:
    """Breaks soon after the start when that is the behaviour."""

    def __init__(self, behaviour: str) -> None:
        self._behaviour = behaviour
        self._stopped = asyncio.Event()

    async def start(self) -> None:
        """Start."""

    async def run(self) -> None:
        """Run."""
        if self._behaviour == "breaks":
            raise ValueError("jane@example.org")
        await self._stopped.wait()

    async def stop(self) -> None:
        """Stop."""
        self._stopped.set()


def build(settings: SampleSettings) -> Service:
    """Join the parts."""
    router, health = APIRouter(), Health()

    @router.get("/slow")
    async def slow() -> dict[str, bool]:
        await asyncio.sleep(0.7)
        return {"finished": True}

    @router.get("/stream")
    async def stream(request: Request) -> StreamingResponse:
        async def lines() -> AsyncIterator[bytes]:
            yield b"hello\n"
            await request.app.state.draining.wait()
            yield b"goodbye\n"

        return StreamingResponse(lines())

    app = create_app(service="sample", routers=[router], problems={}, health=health, registry=CollectorRegistry())
    return Service("sample", app, [Part(settings.behaviour)], health, settings.http)


if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # a real file in a process
    main("sample", SampleSettings, build)
