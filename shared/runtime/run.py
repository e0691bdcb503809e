"""From settings to a running process, and from a signal to its end."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import NoReturn

import uvloop

from shared.observability.logging import configure_logging, get_logger
from shared.runtime.component import Component, Progressing
from shared.runtime.errors import RefusedToStartError
from shared.runtime.service import Service
from shared.runtime.settings import S, read_settings
from shared.runtime.supervisor import DependencyMissingError, Supervisor

__all__ = ["EXIT_REFUSED", "EXIT_UNAVAILABLE", "Component", "Progressing", "Service", "main", "run"]

EXIT_REFUSED = 78
"""The exit code (EX_CONFIG) of a start that was refused: to try again unchanged is of no use."""
EXIT_UNAVAILABLE = 69
"""The exit code (EX_UNAVAILABLE) of a start that waited for a dependency in vain."""

_GRACE_BEYOND_DEADLINE = 1.0

log = get_logger(__name__)


def main(name: str, settings_class: type[S], build: Callable[[S], Service]) -> NoReturn:
    """Read the settings, build the service and run it: the whole of a `__main__.py`."""
    try:
        settings = read_settings(settings_class)
        configure_logging(name, level=settings.log_level)
        service = build(settings)
    except RefusedToStartError as refusal:
        _say(name, refusal)
        sys.exit(EXIT_REFUSED)
    run(service)
    sys.exit(0)


def run(service: Service) -> None:
    """Run a service until SIGTERM or SIGINT; returns when it ended in order, otherwise exits with a non-zero code."""
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            code = runner.run(_until_signal(service))
    except RefusedToStartError as refusal:
        _say(service.name, refusal)
        sys.exit(EXIT_UNAVAILABLE if isinstance(refusal, DependencyMissingError) else EXIT_REFUSED)
    if code:
        sys.exit(code)


async def _until_signal(service: Service) -> int:
    supervisor = Supervisor(service)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, supervisor.stop.set)
    limit = loop.create_task(_hold_to(supervisor, service.http.deadline_seconds + _GRACE_BEYOND_DEADLINE))
    try:
        return await supervisor.serve()
    finally:
        limit.cancel()


async def _hold_to(supervisor: Supervisor, seconds: float) -> None:
    """End the process from a thread should the stop hang in something that cannot be cancelled."""
    await supervisor.stop.wait()
    timer = threading.Timer(seconds, os._exit, args=(1,))
    timer.daemon = True
    timer.start()


def _say(name: str, refusal: RefusedToStartError) -> None:
    """Tell a person, one line for each thing to change."""
    for line in str(refusal).splitlines():
        sys.stderr.write(f"{name} does not start: {line}\n")
    sys.stderr.flush()
