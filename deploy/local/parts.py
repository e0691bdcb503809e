"""Every part of the platform as a program to run: its jars, keys and settings made ready first."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from deploy.local import java, preflight, probes
from deploy.local.credentials import Credentials
from deploy.local.environment import inherited
from deploy.local.jars import Jars
from deploy.local.kafka import Kafka
from deploy.local.layout import Layout
from deploy.local.logfile import LogFile
from deploy.local.ports import HOST, Ports
from deploy.local.processes import Program
from deploy.local.services import Services
from deploy.local.settings import REPOSITORY
from deploy.local.spawn import Command
from deploy.local.store import Store
from deploy.local.tokens import SERVICES

UNDERNEATH = ("issuer", "mail", "kafka", "store")
ALL = (*UNDERNEATH, *SERVICES)
_ON_JAVA: Mapping[str, tuple[str, ...]] = MappingProxyType({"kafka": ("java",), "store": ("java", "javac")})


def silently(_line: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The programs of one stack; those on Java fetch what they run on."""

    layout: Layout
    ports: Ports
    driver: str = "motor"
    say: Callable[[str], None] = silently

    @property
    def jars(self) -> Jars:
        """Return the cache of jars, which stacks share."""
        return Jars(self.layout.jars)

    @property
    def store(self) -> Store:
        """Return the store of this stack."""
        return Store(self.layout, self.ports)

    @property
    def kafka(self) -> Kafka:
        """Return the broker of this stack."""
        return Kafka(self.layout, self.ports)

    def credentials(self) -> Credentials:
        """Return what people and apps show this stack."""
        return Credentials.kept_in(self.layout, self.ports.url("issuer"))

    async def check(self, names: Sequence[str], *, free_megabytes: int) -> None:
        """Refuse, in one line, what would keep these parts from running."""
        preflight.require_folder(self.layout.home)
        preflight.require_folder(self.layout.jars)
        preflight.require_space(self.layout.home, free_megabytes)
        preflight.require_ports(self.ports, names)
        on_java = [name for name in names if name in _ON_JAVA]
        if on_java:
            fetched = await asyncio.to_thread(lambda: all(self.jars.complete(name) for name in on_java))
            tools = {tool for name in on_java for tool in _ON_JAVA[name]} | (set() if fetched else {"mvn"})
            await java.require_java(tools=sorted(tools))
        self.kafka.check_data()
        self.store.check_data()

    async def program(self, name: str) -> Program:
        """Return what to run for a part."""
        makers: dict[str, Callable[[], Awaitable[Program]]] = {
            "issuer": self._issuer,
            "mail": self._mail,
            "kafka": self._kafka,
            "store": self._store,
        }
        return await makers[name]() if name in makers else self._service(name)

    async def _kafka(self) -> Program:
        return await self.kafka.prepare(await self.fetched("kafka"))

    async def _store(self) -> Program:
        return await self.store.prepare(await self.fetched("store"))

    async def fetched(self, name: str) -> Path:
        """Return the folder of a part's jars, fetching them when they are not there whole."""
        if not await asyncio.to_thread(self.jars.complete, name):
            self.say(f"{name:<9} fetching what it runs on, once, with Maven")
        return await self.jars.fetch(name)

    async def _issuer(self) -> Program:
        options = ("--keys", str(self.layout.keys))
        return self._ours("issuer", ("serve", *options))

    async def _mail(self) -> Program:
        options = ("--folder", str(self.layout.mail), "--smtp-port", str(self.ports["mail-smtp"]))
        return self._ours("mail", options)

    def _ours(self, name: str, options: Sequence[str]) -> Program:
        where = ("--host", HOST, "--port", str(self.ports[name]))
        log = LogFile(self.layout.logs / f"{name}.log")
        arguments = (sys.executable, "-m", f"deploy.local.{name}", *options, *where)
        command = Command(arguments, REPOSITORY, inherited(PYTHONUNBUFFERED="1"), log)
        ready = partial(probes.part_answers, name, self.ports)
        return Program(name=name, command=command, ready=ready, start_within=30, stop_within=10)

    def _service(self, name: str) -> Program:
        return Services(self.layout, self.ports, self.driver).program(name)
