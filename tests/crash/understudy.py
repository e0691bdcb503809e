"""A service of the running stack, played for a while by a process of the test: one that dies where the test says."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from deploy.local.environment import inherited, without_services
from deploy.local.layout import Layout
from deploy.local.ports import Ports
from deploy.local.probes import part_answers
from deploy.local.services import Services
from deploy.local.settings import REPOSITORY, LocalSettings
from tests.support.stack import RunningStack


@asynccontextmanager
async def held(stack: RunningStack, *parts: str) -> AsyncIterator[None]:
    """Kill parts and keep the supervisor from starting them again while the block runs; afterwards all are back."""
    stack.kill("supervisor", signal.SIGSTOP)
    old = {part: stack.kill(part) for part in parts}
    try:
        yield
    finally:
        stack.kill("supervisor", signal.SIGCONT)
        await asyncio.gather(*(stack.new_life(part, pid, within=90) for part, pid in old.items()))


@dataclass
class Understudy:
    """Runs a held service of the stack, with the stack's own settings for it."""

    stack: RunningStack
    name: str
    _process: "subprocess.Popen[bytes] | None" = field(default=None)

    async def start(self, *, die_at: str = "") -> None:
        """Start the process, dying at a point; returns at once."""
        layout = Layout(self.stack.folder.resolve(), LocalSettings().cache.resolve())
        own = Services(layout, Ports(self.stack.offset)).environment(self.name)
        with (self.stack.folder / "logs" / f"{self.name}-understudy.log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603, ASYNC220 - our own program
                [sys.executable, "-m", "tests.crash.failing_service", self.name, die_at],
                cwd=REPOSITORY,
                env=without_services(inherited()) | own,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def ready(self, *, within: float = 60.0) -> None:
        """Return when it answers."""
        async with asyncio.timeout(within):
            while not await part_answers(self.name, Ports(self.stack.offset)):
                assert self._process is None or self._process.poll() is None, f"{self.name} ended"
                await asyncio.sleep(0.05)

    async def ended(self, *, within: float = 90.0) -> int:
        """Wait for it to end by itself and return its status."""
        assert self._process is not None
        async with asyncio.timeout(within):
            while (status := self._process.poll()) is None:
                await asyncio.sleep(0.02)
        return status

    def kill(self) -> None:
        """End it for good."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
