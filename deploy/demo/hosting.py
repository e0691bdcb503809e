"""The platform that the demo plays on: the one that runs here already, or one started for as long as the demo lasts."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from deploy.demo.errors import DemoError
from deploy.local.environment import inherited
from deploy.local.layout import Layout
from deploy.local.lock import StackLock
from deploy.local.ports import Ports
from deploy.local.probes import part_answers
from deploy.local.settings import REPOSITORY, LocalSettings
from deploy.local.stack import Stack
from deploy.local.state import read_state

Say = Callable[[str], None]

_POLL = 0.1
_BACK_WITHIN = 300.0
#: After an import reporting looks for new areas every five seconds; the demo's own allowance.
_IMPORT_WITHIN = 900.0


@dataclass(frozen=True, slots=True)
class Platform:
    """A running stack as stack.json describes it."""

    layout: Layout
    ports: Ports

    @property
    def state(self) -> dict[str, Any]:
        """The description as it is now; process ids change when a part is started again."""
        return read_state(self.layout.state)

    async def kill(self, name: str) -> float:
        """End a part by SIGKILL and return, in seconds, how long it took until its next life answered."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        pid = self.state["pids"][name]
        os.kill(pid, signal.SIGKILL)
        while self.state["pids"].get(name) in {None, pid} or not await part_answers(name, self.ports):
            if loop.time() - begun > _BACK_WITHIN:
                raise DemoError(f"{name} did not come back within {_BACK_WITHIN:.0f} s: see {self.layout.logs}")
            await asyncio.sleep(_POLL)
        return loop.time() - begun

    async def command(self, *arguments: str) -> tuple[int, str]:
        """Run `kith` with these arguments on this stack; return its exit status and what it said."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "deploy.cli.main",
            *arguments,
            cwd=REPOSITORY,
            env=inherited(KITH_LOCAL_HOME=str(self.layout.home), KITH_LOCAL_OFFSET=str(self.ports.offset)),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        try:
            async with asyncio.timeout(_IMPORT_WITHIN):
                output, _ = await process.communicate()
        except BaseException:
            if process.returncode is None:
                process.kill()
            raise
        return process.returncode or 0, output.decode(errors="replace")


@asynccontextmanager
async def hosted(say: Say) -> AsyncIterator[Platform]:
    """Yield the stack that runs in this folder, or start one and stop it, with all it started, in the end."""
    settings = LocalSettings()
    stack = Stack(settings.home, settings.offset, say=say)
    platform = Platform(stack.layout, stack.ports)
    if StackLock(stack.layout.lock).holder() is not None:
        say("a stack is running already: the demo plays on it and leaves it running")
        yield platform
        return
    await stack.start()
    try:
        yield platform
    finally:
        await stack.stop()
