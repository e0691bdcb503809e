"""The whole platform on this machine, as one object: started in order, kept running, stopped in order."""

import asyncio
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

from deploy.local.credentials import Credentials
from deploy.local.errors import LocalError
from deploy.local.layout import Layout
from deploy.local.lock import StackLock
from deploy.local.parts import ALL, UNDERNEATH, Parts, silently
from deploy.local.ports import Ports
from deploy.local.processes import Supervised
from deploy.local.settings import LocalSettings
from deploy.local.state import State
from deploy.local.tokens import SERVICES
from deploy.local.topics import apply_declared

Say = Callable[[str], None]
"""Tells a person, in one line, how far a start or a stop has come."""


class Stack:
    """Parts of the platform below one folder, on ports moved by an offset.

    `start` returns when every part answers, or raises LocalError with nothing left running. A part that ends by itself
    is started again with back-off until `stop`, which returns when no process is left. Data, keys and API keys stay in
    the folder for the next start. `parts` limits it, e.g. to Kafka and the store for a test.
    """

    def __init__(self, folder: Path, offset: int = 0, *, parts: Sequence[str] = ALL, say: Say = silently) -> None:
        self._settings = LocalSettings()
        self.layout = Layout(folder.resolve(), self._settings.cache.resolve())
        self.ports = Ports(offset)
        self.parts = tuple(parts)
        self._programs = Parts(self.layout, self.ports, self._settings.driver, say)
        self._say = say
        self._lock = StackLock(self.layout.lock)
        self._running: dict[str, Supervised] = {}
        self._credentials: Credentials | None = None

    @property
    def mongo(self) -> str:
        """The store's address for a driver."""
        return self._programs.store.url

    @property
    def kafka(self) -> str:
        """The broker's `host:port`."""
        return self.ports.address("kafka")

    @property
    def pids(self) -> dict[str, int]:
        """The process ids of the parts that live."""
        return {name: part.pid for name, part in self._running.items() if part.pid is not None}

    async def start(self) -> None:
        """Check the machine, start everything in order and describe it in stack.json."""
        self._lock.acquire()
        try:
            self.layout.state.unlink(missing_ok=True)
            await self._programs.check(self.parts, free_megabytes=self._settings.free_megabytes)
            self._credentials = self._programs.credentials()
            await self._start_together(UNDERNEATH)
            if set(SERVICES) & set(self.parts):
                self._say(f"topics    {await apply_declared(self.kafka)}")
            await self._start_together(SERVICES)
            self._describe()
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Stop services first, then what is underneath; nothing is left running. Stopping twice is harmless."""
        self.layout.state.unlink(missing_ok=True)
        for group in (SERVICES, ("issuer", "mail"), ("kafka", "store")):
            await asyncio.gather(*(self._stop_one(name) for name in group if name in self._running))
        self._lock.release()

    async def restart(self, name: str) -> None:
        """Stop one part in good order, start it again and return when it answers."""
        await self._part(name).restart()

    async def wait_ready(self, name: str) -> None:
        """Return when a part answers, also after it was killed."""
        await self._part(name).wait_ready()

    def kill(self, name: str, number: signal.Signals = signal.SIGKILL) -> None:
        """Signal a part as a fault would; it is started again."""
        self._part(name).kill(number)

    def _part(self, name: str) -> Supervised:
        if name not in self._running:
            raise LocalError(f"{name} is not a running part; running are {', '.join(self._running) or 'none'}")
        return self._running[name]

    async def _start_together(self, group: Sequence[str]) -> None:
        try:
            async with asyncio.TaskGroup() as tasks:
                for name in (name for name in group if name in self.parts):
                    tasks.create_task(self._start_one(name), name=f"start {name}")
        except ExceptionGroup as errors:
            raise errors.exceptions[0] from errors  # the others failed or were cancelled in its wake

    async def _start_one(self, name: str) -> None:
        begun = asyncio.get_running_loop().time()
        program = await self._programs.program(name)
        part = Supervised(program, told=self._told)
        self._running[name] = part
        await part.start()
        took = asyncio.get_running_loop().time() - begun
        self._say(f"{name:<9} ready after {took:.1f} s, process {part.pid}, {self.ports.address(name)}")

    async def _stop_one(self, name: str) -> None:
        begun = asyncio.get_running_loop().time()
        part = self._running.pop(name)
        lived = part.pid is not None
        await part.stop()
        if lived:
            self._say(f"{name:<9} stopped after {asyncio.get_running_loop().time() - begun:.1f} s")

    async def _told(self, name: str, why: str) -> None:
        self._say(f"{name:<9} {why}, now process {self._running[name].pid if name in self._running else None}")
        if self.layout.state.exists():
            self._describe()

    def _describe(self) -> None:
        """Write stack.json; its presence says that everything has been ready once."""
        if self._credentials is not None:
            pids = self.pids | {"supervisor": self._lock.pid}
            State(self.ports, self.mongo, self._credentials, pids).write(self.layout.state)
