"""Starts a service's parts in order, watches over them, and stops them in order within a deadline."""

import asyncio
import gc
import time
from collections.abc import Coroutine, Sequence
from contextlib import closing

from shared.observability.logging import facts_of, get_logger
from shared.runtime.component import Component
from shared.runtime.errors import RefusedToStartError, TransientError
from shared.runtime.http_server import HttpServer, http_server, listen
from shared.runtime.service import Service

EXIT_OK = 0
EXIT_FAILED = 1
_COLLECT_EVERY = (50_000, 50, 50)
_FIRST_WAIT_SECONDS = 0.2
_LONGEST_WAIT_SECONDS = 3.0

log = get_logger(__name__)


class DependencyMissingError(RefusedToStartError):
    """What the service cannot do without did not answer in time; another start may find it."""


class Supervisor:
    """Serves until `stop` is set or a part fails.

    The order of a stop: readiness off and `draining` set, then no more connections, then open requests finished, then
    the components in reverse order. A part that fails causes the same stop, with a non-zero result, so that whoever
    watches the process starts it afresh.
    """

    def __init__(self, service: Service) -> None:
        self.stop = asyncio.Event()
        self._service = service
        self._result = EXIT_OK

    async def serve(self) -> int:
        """Run the service to its end and return the process's exit code."""
        service, http = self._service, self._service.http
        with closing(listen(http)) as socket:
            log.info("service_starting", host=http.host, port=socket.getsockname()[1])
            started = await self._start_all()
            if self.stop.is_set():
                await self._stop_all(started)
                return self._result
            server = http_server(service.app, http)
            async with asyncio.TaskGroup() as tasks:
                running = [(part, tasks.create_task(self._watch(part.run(), _name(part)))) for part in started]
                serving = tasks.create_task(self._watch(server.serve(sockets=[socket]), "http"))
                await self._mark_started(server)
                await self.stop.wait()
                log.info("service_stopping")
                await self._stop_in_order(server, serving, running)
        log.info("service_stopped", code=self._result)
        return self._result

    async def _mark_started(self, server: HttpServer) -> None:
        while not server.started and not self.stop.is_set():  # noqa: ASYNC110 -- uvicorn offers a flag, no event
            await asyncio.sleep(0.01)
        self._service.health.watch(self._service.components)
        gc.collect()
        # What a service keeps is never looked at again; what a request makes is freed without the collector, which by
        # default runs every few requests and finds nothing.
        gc.freeze()
        gc.set_threshold(*_COLLECT_EVERY)
        self._service.health.started = not self.stop.is_set()
        log.info("service_started")

    async def _start_all(self) -> list[Component]:
        """Start each component; when one cannot be started, stop those before it."""
        started: list[Component] = []
        deadline = time.monotonic() + self._service.http.start_seconds
        try:
            for component in self._service.components:
                await self._start(component, deadline)
                started.append(component)
        except BaseException:
            await self._stop_all(started)
            raise
        return started

    async def _start(self, component: Component, deadline: float) -> None:
        wait = _FIRST_WAIT_SECONDS
        while not self.stop.is_set():
            try:
                await component.start()
            except TransientError as error:
                if time.monotonic() + wait >= deadline:
                    seconds = self._service.http.start_seconds
                    raise DependencyMissingError(
                        f"{_name(component)} found no answer within {seconds:g} s: {error}"
                    ) from error
                log.warning("dependency_awaited", component=_name(component), error_type=type(error).__name__)
                await self._pause(wait)
                wait = min(wait * 2, _LONGEST_WAIT_SECONDS)
            else:
                return

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self.stop.wait()
        except TimeoutError:
            return

    async def _watch(self, work: Coroutine[object, object, None], name: str) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001 -- whatever fails, the process ends in order and is started afresh
            self._fail("component_failed", name, error)

    def _fail(self, event: str, name: str, error: Exception) -> None:
        told = {"reason": str(error)} if isinstance(error, RefusedToStartError) else {}
        log.error(event, component=name, **facts_of(error), **told)
        self._result = EXIT_FAILED
        self.stop.set()

    async def _stop_in_order(
        self, server: HttpServer, serving: asyncio.Task[None], running: list[tuple[Component, asyncio.Task[None]]]
    ) -> None:
        http = self._service.http
        try:
            async with asyncio.timeout(http.deadline_seconds):
                self._service.health.drain()
                await asyncio.sleep(http.drain_seconds)
                server.should_exit = True
                await asyncio.wait([serving])
                for component, task in reversed(running):
                    await self._stop_one(component)
                    await asyncio.wait([task])
        except TimeoutError:
            self._result = EXIT_FAILED
            late = [_name(component) for component, task in running if not task.done()]
            log.error("stop_deadline_exceeded", unfinished=late)  # noqa: TRY400 -- where is said by the names
            for task in (serving, *(task for _, task in running)):
                task.cancel()

    async def _stop_all(self, started: Sequence[Component]) -> None:
        for component in reversed(started):
            await self._stop_one(component)

    async def _stop_one(self, component: Component) -> None:
        try:
            await component.stop()
        except Exception as error:  # noqa: BLE001 -- the other components must still be stopped
            self._fail("component_stop_failed", _name(component), error)


def _name(component: object) -> str:
    return type(component).__name__
