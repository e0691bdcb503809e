"""Parts are started in order, watched, and stopped in the reverse order."""

import asyncio
import socket
from contextlib import closing

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from shared.runtime.errors import RefusedToStartError, TransientError
from shared.runtime.health import Health
from shared.runtime.service import Service
from shared.runtime.settings import HttpSettings
from shared.runtime.supervisor import DependencyMissingError, Supervisor


class Part:
    """A component that writes down what happens to it."""

    def __init__(self, name: str, diary: list[str], *, starts_at_try: int = 1) -> None:
        self._name, self._diary = name, diary
        self._tries_left = starts_at_try - 1
        self.breaks = asyncio.Event()
        self.hangs = False
        self._stopped = asyncio.Event()

    async def start(self) -> None:
        if self._tries_left:
            self._tries_left -= 1
            raise TransientError("not yet")
        self._diary.append(f"{self._name} started")

    async def run(self) -> None:
        waiting = {asyncio.create_task(event.wait()) for event in (self.breaks, self._stopped)}
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in waiting:
                task.cancel()
        if self.breaks.is_set():
            raise ValueError("broken")

    async def stop(self) -> None:
        self._diary.append(f"{self._name} stopped")
        if self.hangs:
            await asyncio.Event().wait()
        self._stopped.set()


def a_free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as found:
        port: int = found.getsockname()[1]
        return port


def a_service(*parts: Part, health: Health | None = None, port: int = 0, **http: float) -> Service:
    async def hello(_: Request) -> PlainTextResponse:
        return PlainTextResponse("hello")

    app = Starlette(routes=[Route("/", hello)])
    settings = HttpSettings.model_validate({"port": port, "deadline_seconds": 5.0, "start_seconds": 5.0} | http)
    return Service("sample", app, parts, health or Health(), settings)


async def started(service: Service) -> tuple[Supervisor, "asyncio.Task[int]"]:
    supervisor = Supervisor(service)
    serving = asyncio.create_task(supervisor.serve())
    async with asyncio.timeout(10):
        while not service.health.started and not serving.done():
            await asyncio.sleep(0.005)
    return supervisor, serving


async def test_parts_start_in_order_and_stop_in_reverse() -> None:
    diary: list[str] = []
    health = Health()
    supervisor, serving = await started(a_service(Part("store", diary), Part("relay", diary), health=health))

    supervisor.stop.set()

    assert await serving == 0
    assert diary == ["store started", "relay started", "relay stopped", "store stopped"]
    assert health.draining.is_set()


async def test_requests_are_served_while_it_runs_and_refused_after() -> None:
    port = a_free_port()
    supervisor, serving = await started(a_service(port=port))

    async with httpx.AsyncClient() as client:
        during = await client.get(f"http://127.0.0.1:{port}/")
        supervisor.stop.set()
        code = await serving
        with pytest.raises(httpx.ConnectError):
            await client.get(f"http://127.0.0.1:{port}/")

    assert (during.text, code) == ("hello", 0)
    assert "server" not in during.headers


async def test_a_part_that_breaks_ends_the_process_in_order_with_a_failure() -> None:
    diary: list[str] = []
    store, consumer = Part("store", diary), Part("consumer", diary)
    _, serving = await started(a_service(store, consumer))

    consumer.breaks.set()

    assert await serving == 1
    assert diary[-2:] == ["consumer stopped", "store stopped"]


async def test_a_dependency_that_comes_late_is_waited_for() -> None:
    diary: list[str] = []
    supervisor, serving = await started(a_service(Part("store", diary, starts_at_try=3)))

    supervisor.stop.set()

    assert await serving == 0
    assert diary == ["store started", "store stopped"]


async def test_a_dependency_that_never_comes_is_named_and_what_had_started_is_stopped() -> None:
    diary: list[str] = []
    service = a_service(Part("store", diary), Part("broker", diary, starts_at_try=99), start_seconds=0.3)

    with pytest.raises(DependencyMissingError, match=r"Part found no answer within 0\.3 s: not yet"):
        await Supervisor(service).serve()

    assert diary == ["store started", "store stopped"]


async def test_a_signal_during_the_start_ends_it() -> None:
    diary: list[str] = []
    supervisor = Supervisor(a_service(Part("broker", diary, starts_at_try=99)))
    serving = asyncio.create_task(supervisor.serve())

    await asyncio.sleep(0)
    supervisor.stop.set()

    assert await serving == 0


async def test_a_part_that_will_not_stop_is_given_up_at_the_deadline() -> None:
    part = Part("consumer", [])
    part.hangs = True
    supervisor, serving = await started(a_service(part, deadline_seconds=0.5))

    supervisor.stop.set()

    assert await serving == 1


async def test_a_port_in_use_is_told_before_anything_is_started() -> None:
    diary: list[str] = []
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(RefusedToStartError, match=f"cannot listen on 127.0.0.1:{port}"):
            await Supervisor(a_service(Part("store", diary), port=port)).serve()

    assert diary == []
