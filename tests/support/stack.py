"""The whole local platform for tests: real processes, on ports of their own, gone when the test has ended."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deploy.local.environment import inherited
from deploy.local.ports import Ports
from deploy.local.probes import part_answers
from deploy.local.settings import REPOSITORY
from deploy.local.spawn import die_with
from deploy.local.state import read_state

_POLL = 0.05


@dataclass(frozen=True, slots=True)
class RunningStack:
    """A stack as its users see it: what stack.json says, and processes that can be killed."""

    folder: Path
    offset: int

    @property
    def state(self) -> dict[str, Any]:
        """Return stack.json as it is now."""
        return read_state(self.folder / "stack.json")

    def url(self, service: str) -> str:
        """Return a service's address."""
        return str(self.state[service])

    def token(self, name: str) -> str:
        """Return a person's or partner's token."""
        return str(self.state["credentials"][name]["token"])

    def api_key(self, app: str) -> str:
        """Return an app's key."""
        return str(self.state["credentials"][app]["api_key"])

    def pid(self, part: str) -> int:
        """Return the process id of a part's present life."""
        return int(self.state["pids"][part])

    def kill(self, part: str, number: signal.Signals = signal.SIGKILL) -> int:
        """Signal a part and return the process id that it had."""
        pid = self.pid(part)
        os.kill(pid, number)
        return pid

    async def new_life(self, part: str, old: int, *, within: float = 60.0) -> None:
        """Return when a part that had a process id has another one and answers; other tasks go on meanwhile."""
        try:
            async with asyncio.timeout(within):
                while self.state["pids"].get(part, old) == old or not await part_answers(part, Ports(self.offset)):
                    await asyncio.sleep(_POLL)
        except TimeoutError:
            raise AssertionError(f"waited {within:.0f} s in vain for {part} to come back") from None

    async def restart(self, part: str, number: signal.Signals = signal.SIGKILL, *, within: float = 60.0) -> None:
        """Signal a part and return when its next life answers."""
        await self.new_life(part, self.kill(part, number), within=within)

    def log(self, part: str) -> str:
        """Return what a part has written."""
        return (self.folder / "logs" / f"{part}.log").read_text(errors="replace")


@contextmanager
def running_stack(folder: Path, offset: int, **environment: str) -> Iterator[RunningStack]:
    """Run everything below a folder while the block runs; a second time in the same folder it has its data.

    The stack dies with the tests, also when these are killed. Give each test session an offset of its own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    variables = {"KITH_LOCAL_HOME": str(folder), "KITH_LOCAL_OFFSET": str(offset)} | environment
    log = folder / "supervisor.log"
    with log.open("ab") as output:
        supervisor = subprocess.Popen(
            [sys.executable, "-m", "deploy.local", "up", "--foreground"],
            cwd=REPOSITORY,
            env=inherited(**variables),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=die_with(os.getpid()),  # noqa: PLW1509 - no thread holds a lock that it takes
        )
    stack = RunningStack(folder, offset)
    try:
        eventually(lambda: _described(stack, supervisor, log), within=180, what="the stack to be ready")
        yield stack
    finally:
        supervisor.terminate()
        try:
            supervisor.wait(90)
        except subprocess.TimeoutExpired:
            supervisor.kill()
            supervisor.wait()
            raise


def eventually(holds: Callable[[], bool], *, within: float, what: str) -> None:
    """Poll until something holds; AssertionError when it does not in time."""
    deadline = time.monotonic() + within
    while not holds():
        assert time.monotonic() < deadline, f"waited {within:.0f} s in vain for {what}"
        time.sleep(_POLL)


def _described(stack: RunningStack, supervisor: "subprocess.Popen[bytes]", log: Path) -> bool:
    assert supervisor.poll() is None, f"the stack did not start:\n{log.read_text()[-4000:]}"
    path = stack.folder / "stack.json"
    return path.exists() and read_state(path)["pids"]["supervisor"] == supervisor.pid
