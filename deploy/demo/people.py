"""The people of the demo: community groups that answer their mail, and officers who work on cases."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import count
from typing import Any
from uuid import UUID

import aiohttp

from shared.contracts.event import Event
from shared.contracts.networks import EngagementCompleted, MatchingEnded
from shared.contracts.triage import CaseOpened

_SUBJECT = "A request from Kith"
_LINK = re.compile(r"https?://\S+/offers/[\w.~-]+")
_POLL = 0.3
_PAUSE = 0.5
_TRIES = 8
_MOST_WAITING = 100
_PARTNERSHIP = 3
_DECLINES_EVERY = 5
_KEEPS_WORKING_EVERY = 7
_NOT_SAFE = 4
"""The one offer, counted from the first accepted, that turns out not to be safe."""
_TROUBLE = (aiohttp.ClientError, TimeoutError, ConnectionError)

Say = Callable[[str], None]


@dataclass(slots=True)
class Neighbours:
    """Reads the groups' mail and answers each offer by its link: mostly yes, sometimes no, once "not safe"."""

    session: aiohttp.ClientSession
    mail: str
    say: Say
    work_seconds: float
    latest: str = ""
    accepted: int = 0
    offers: int = 0
    at_work: set[asyncio.Task[None]] = field(default_factory=set)

    async def begin(self) -> None:
        """Leave what is in the mailbox already."""
        mails = await self._mails()
        self.latest = mails[-1]["id"] if mails else ""

    async def run(self) -> None:
        """Answer until cancelled; how often the mail is looked at follows from how long that takes."""
        loop = asyncio.get_running_loop()
        async with asyncio.TaskGroup() as tasks:
            while True:
                begun = loop.time()
                try:
                    await self._look(tasks)
                except _TROUBLE:
                    await asyncio.sleep(_PAUSE)
                await asyncio.sleep(max(_POLL, 3 * (loop.time() - begun)))

    async def _look(self, tasks: asyncio.TaskGroup) -> None:
        for mail in await self._mails():
            if mail["subject"] == _SUBJECT:
                async with self.session.get(f"{self.mail}/messages/{mail['id']}") as answer:
                    link = _LINK.search((await answer.json())["text"])
                if link is not None:
                    task = tasks.create_task(self._respond(link.group(), self.offers))
                    self.at_work.add(task)
                    task.add_done_callback(self.at_work.discard)
                    self.offers += 1
            self.latest = mail["id"]

    async def _mails(self) -> list[dict[str, str]]:
        async with self.session.get(f"{self.mail}/messages", params={"after": self.latest}) as answer:
            return list((await answer.json())["messages"])

    async def _respond(self, link: str, number: int) -> None:
        await asyncio.sleep(self.work_seconds / 2)
        if number % _DECLINES_EVERY == _DECLINES_EVERY - 1:
            await self._answer(link, "decline")
            return
        if not await self._answer(link, "accept"):
            return
        self.accepted += 1
        mine = self.accepted
        await asyncio.sleep(self.work_seconds)
        if mine == _NOT_SAFE:
            await self._answer(link, "not-safe")
        elif mine % _KEEPS_WORKING_EVERY:
            await self._answer(link, "done")

    async def _answer(self, link: str, answer: str) -> bool:
        for _ in range(_TRIES):
            try:
                async with self.session.post(f"{link}/{answer}", data={}) as given:
                    if given.status == HTTPStatus.CONFLICT:
                        self.say(f"a group wanted to say {answer}, but the offer is no longer open")
                    if given.status < HTTPStatus.INTERNAL_SERVER_ERROR:
                        return given.status == HTTPStatus.OK
            except _TROUBLE:
                pass
            await asyncio.sleep(_PAUSE)
        return False


@dataclass(slots=True)
class Officers:
    """Close what communities have done, take what nobody could, and bring a partner in on some level 3 cases."""

    session: aiohttp.ClientSession
    triage: str
    token: str
    say: Say
    queue: asyncio.Queue[Event] = field(default_factory=lambda: asyncio.Queue(_MOST_WAITING))

    def hear(self, event: Event) -> None:
        """Note a fact that may call for somebody; on a day with thousands they do not get round to all."""
        wanted = isinstance(event, (EngagementCompleted, MatchingEnded)) or (
            isinstance(event, CaseOpened) and event.level == _PARTNERSHIP
        )
        if wanted and not self.queue.full():
            self.queue.put_nowait(event)

    async def run(self) -> None:
        """Work until cancelled, one case after the other."""
        ended, partnership = count(), count()
        while True:
            event = await self.queue.get()
            match event:
                case EngagementCompleted(report_id=report):
                    await self._move(report, "close", reason="The group has done it; checked on the spot.")
                case MatchingEnded(report_id=report) if next(ended) % 2 == 0:
                    await self._move(report, "take", reason="No group could be asked; an officer sees to it.")
                    await self._move(report, "close", reason="Settled by the officer on the round.")
                case CaseOpened(report_id=report) if next(partnership) % 2 == 0:
                    await self._move(
                        report, "assign", reason="Needs the landlord.", owner_role="housing_lead", agency="housing"
                    )
                case _:
                    pass

    async def _move(self, report_id: UUID, move: str, **what: str) -> None:
        for _ in range(_TRIES):
            try:
                status = await self._tried(report_id, move, what)
            except _TROUBLE:
                status = HTTPStatus.SERVICE_UNAVAILABLE
            if status == HTTPStatus.OK:
                self.say(f"an officer made the move '{move}'")
            if status in {HTTPStatus.OK, HTTPStatus.CONFLICT, HTTPStatus.FORBIDDEN, HTTPStatus.UNPROCESSABLE_ENTITY}:
                return
            await asyncio.sleep(_PAUSE)  # another version, not there yet, or an outage: look again

    async def _tried(self, report_id: UUID, move: str, what: dict[str, Any]) -> int:
        headers = {"Authorization": f"Bearer {self.token}"}
        async with self.session.get(
            f"{self.triage}/v1/cases", params={"report_id": str(report_id)}, headers=headers
        ) as answer:
            found = (await answer.json()).get("items", [])
        if not found:
            return HTTPStatus.NOT_FOUND
        case = found[0]
        if move not in case["allowed_moves"]:
            return HTTPStatus.CONFLICT
        headers["If-Match"] = f'"{case["version"]}"'
        async with self.session.post(f"{self.triage}/v1/cases/{case['id']}/{move}", json=what, headers=headers) as done:
            return done.status
