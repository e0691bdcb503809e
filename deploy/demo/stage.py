"""Everybody who takes part, in place before the first report and sent home after the last."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Protocol

import aiohttp

from deploy.demo import words
from deploy.demo.clients import Clients
from deploy.demo.errors import DemoError
from deploy.demo.hosting import Platform
from deploy.demo.ledger import Ledger
from deploy.demo.partners import Listener, Receiver
from deploy.demo.people import Neighbours, Officers
from deploy.demo.screen import Screen
from deploy.demo.watch import Watch
from shared.contracts.event import Event
from shared.runtime.ids import new_id

_LISTENING_WITHIN = 20.0
_QUIET = 2.5
_POLL = 0.1


class Part(Protocol):
    """Somebody who takes part until sent home."""

    async def run(self) -> None:
        """Take part until cancelled."""
        ...


@dataclass(slots=True)
class Stage:
    """The running demo: who sends, who watches, who acts."""

    platform: Platform
    state: dict[str, Any]
    session: aiohttp.ClientSession
    ledger: Ledger
    screen: Screen
    clients: Clients
    watch: Watch
    neighbours: Neighbours
    officers: Officers

    async def settle(self, within: float) -> float:
        """Return when everything that was accepted has a case and all have fallen silent, or time is up."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        while not self._is_over(loop.time()) and loop.time() - begun < within:  # noqa: ASYNC110 - facts from five places
            await asyncio.sleep(_POLL)
        return loop.time() - begun

    def _is_over(self, now: float) -> bool:
        ledger = self.ledger
        idle = not self.neighbours.at_work and self.officers.queue.empty()
        return idle and ledger.lost == 0 and ledger.undecided == 0 and now - self.watch.last_heard > _QUIET


@contextlib.asynccontextmanager
async def staged(platform: Platform, ledger: Ledger, screen: Screen, work_seconds: float) -> AsyncIterator[Stage]:
    """Bring everybody into place; a group's work takes `work_seconds`."""
    state = platform.state
    tokens = {name: str(held["token"]) for name, held in state["credentials"].items() if "token" in held}

    def told(name: str, event: dict[str, Any]) -> None:
        screen.say(words.PARTNERS, words.received(name, event))

    def acted(line: str) -> None:
        screen.say(words.COMMUNITY, line)

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        officers = Officers(session, state["triage"], tokens["officer"], lambda line: screen.say(words.TRIAGE, line))
        neighbours = Neighbours(session, state["mail"]["http"], acted, work_seconds)
        clients = Clients(session, state, new_id().hex, ledger)
        watch = Watch(state["kafka"], ledger, (_narrator(screen), officers.hear))
        listeners = [
            Listener(session, state["notify"], agency, tokens[f"partner_{agency}"], ledger, told)
            for agency in ("police", "housing")
        ]
        receiver = Receiver(ledger, told)
        await receiver.open()
        await watch.begin()
        await neighbours.begin()
        await receiver.register(session, state["notify"], tokens["partner_police"])
        parts: list[Part] = [watch, neighbours, officers, *listeners]
        tasks = [asyncio.create_task(part.run()) for part in parts]
        try:
            await _all_listening(listeners)
            yield Stage(platform, state, session, ledger, screen, clients, watch, neighbours, officers)
            _raise_first(tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await receiver.close()


def _narrator(screen: Screen) -> Any:
    def narrate(event: Event) -> None:
        told = words.happened(event)
        if told is not None:
            screen.say(*told)

    return narrate


async def _all_listening(listeners: list[Listener]) -> None:
    try:
        async with asyncio.timeout(_LISTENING_WITHIN):
            while not all(listener.cursor for listener in listeners):  # noqa: ASYNC110 - two connections opening
                await asyncio.sleep(_POLL)
    except TimeoutError:
        raise DemoError(f"no stream was opened within {_LISTENING_WITHIN:.0f} s") from None


def _raise_first(tasks: list[asyncio.Task[None]]) -> None:
    """Let a part that broke down speak, rather than show figures that it was to fill."""
    for task in tasks:
        if task.done() and not task.cancelled():
            task.result()
