"""Keeping one child process alive: started, watched, restarted with back-off, stopped."""

import asyncio
import contextlib
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from deploy.local.errors import StartError
from deploy.local.spawn import Command, end, signal_group, spawn

_LOG_LOOKED_AT = 30.0


@dataclass(frozen=True, slots=True)
class Backoff:
    """How long to wait before each restart in a row; a child that lived long enough starts afresh."""

    first: float = 0.25
    factor: float = 2.0
    longest: float = 30.0
    steady_after: float = 20.0

    def delay(self, failures: int) -> float:
        """Return the pause before the restart that follows this many failures in a row."""
        return float(min(self.first * self.factor ** max(failures - 1, 0), self.longest))


@dataclass(frozen=True, slots=True)
class Program:
    """A child and what is expected of it."""

    name: str
    command: Command
    ready: Callable[[], Awaitable[bool]]
    start_within: float = 60.0
    stop_within: float = 20.0


async def nobody_listens(_name: str, _what: str) -> None:
    """Take no notice of a child's restarts."""


class Supervised:
    """One program kept running from `start` to `stop`; `told` hears of every new life, with a few words why."""

    def __init__(
        self,
        program: Program,
        *,
        backoff: Backoff | None = None,
        told: Callable[[str, str], Awaitable[None]] = nobody_listens,
    ) -> None:
        self.program = program
        self.restarts = 0
        self._backoff = backoff or Backoff()
        self._told = told
        self._process: asyncio.subprocess.Process | None = None
        self._watch: asyncio.Task[None] | None = None
        self._stopping = asyncio.Event()
        self._reborn = asyncio.Event()
        self._asked = False

    @property
    def name(self) -> str:
        """The name it goes by in logs and in stack.json."""
        return self.program.name

    @property
    def pid(self) -> int | None:
        """The process id while it lives."""
        process = self._process
        return process.pid if process is not None and process.returncode is None else None

    async def start(self) -> None:
        """Start and return when ready; StartError, with nothing left running, when it ends or stays silent."""
        self._stopping.clear()
        self._process = await self._spawned()
        try:
            await self.wait_ready()
        except BaseException:
            await end(self._process, within=self.program.stop_within)
            raise
        self._watch = asyncio.create_task(self._keep_running(), name=f"keep {self.name} running")

    async def wait_ready(self) -> None:
        """Poll until it answers; while it is watched a crash is given time for another life."""
        deadline = asyncio.get_running_loop().time() + self.program.start_within
        while not (self.pid and await self.program.ready()):
            if self._watch is None and self.pid is None:
                raise StartError(self._last_words(f"{self.name} ended before it was ready"))
            if asyncio.get_running_loop().time() > deadline:
                seconds = f"{self.program.start_within:.0f} s"
                raise StartError(self._last_words(f"{self.name} was not ready within {seconds}"))
            await asyncio.sleep(0.05)

    async def stop(self) -> None:
        """Ask, then insist; returns when no process of it is left. Stopping twice is harmless."""
        self._stopping.set()
        self._reborn.set()  # nobody waits for another life any more
        if self._process is not None:
            await end(self._process, within=self.program.stop_within)
        if self._watch is not None:
            await self._watch
            self._watch = None

    async def restart(self) -> None:
        """Stop the present life in good order, begin the next at once and return when it is ready."""
        if self._process is None or self._watch is None:
            raise StartError(f"{self.name} is not running")
        self._reborn.clear()
        self._asked = True
        await end(self._process, within=self.program.stop_within)
        await self._reborn.wait()
        await self.wait_ready()

    def kill(self, number: signal.Signals = signal.SIGKILL) -> None:
        """Send a signal as a fault would; the watch sees to the rest."""
        if self._process is not None:
            signal_group(self._process, number)

    async def _keep_running(self) -> None:
        clock = asyncio.get_running_loop().time
        failures = 0
        while self._process is not None:
            born = clock()
            code = await self._ended(self._process)
            if self._stopping.is_set():
                return
            signal_group(self._process, signal.SIGKILL, even_if_gone=True)
            failures = 1 if clock() - born > self._backoff.steady_after else failures + 1
            if not self._asked and await self._told_to_stop(self._backoff.delay(failures)):
                return
            why = "restarted as asked" if self._asked else f"restarted after it ended with {_ending(code)}"
            self._asked = False
            await self._again()
            if self._stopping.is_set():
                await end(self._process, within=self.program.stop_within)
                return
            await self._told(self.name, why)

    async def _ended(self, process: asyncio.subprocess.Process) -> int:
        while True:
            with contextlib.suppress(TimeoutError):
                return await asyncio.wait_for(process.wait(), _LOG_LOOKED_AT)
            self.program.command.log.rotate()

    async def _again(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            try:
                self._process = await self._spawned()
            except OSError:  # no memory, no file handle, no program: nothing to do but try again
                failures += 1
                await self._told_to_stop(self._backoff.delay(failures))
            else:
                self.restarts += 1
                self._reborn.set()
                return

    async def _told_to_stop(self, within: float) -> bool:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), within)
        return self._stopping.is_set()

    async def _spawned(self) -> asyncio.subprocess.Process:
        self.program.command.log.rotate()
        return await spawn(self.program.command)

    def _last_words(self, what: str) -> str:
        log = self.program.command.log
        return f"{what}; its last words in {log.path}:\n{log.tail()}"


def _ending(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"
