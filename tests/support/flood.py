"""Reports at a steady pace from clients that insist: each is sent, under its own key, until it is acknowledged."""

import asyncio
import itertools
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import aiohttp

_AGAIN = frozenset({409, 429, 503})
_PAUSE = 0.1
_TROUBLE = (aiohttp.ClientError, ConnectionError, TimeoutError)
_TEXTS = (
    ("env.litter", "Bags of rubbish by the swings, third week running."),
    ("env.noise_domestic", "Music through the wall until two in the morning."),
    ("nui.parking", "Cars across the dropped kerb at school time."),
    ("com.isolation", "My neighbour has nobody to talk to since the winter."),
    ("crime.violent-crime", "He has a knife and he is outside the door now, please come."),
)


@dataclass(slots=True)
class Flood:
    """What was promised, how long answers took, and what else was answered on the way."""

    url: str
    api_key: str
    promised: dict[str, UUID] = field(default_factory=dict)
    """The id that was acknowledged, by the report's key."""
    answers: Counter[int] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)
    """Seconds of each request that was answered, whatever it was answered."""
    _run: str = field(default_factory=lambda: uuid4().hex)

    @property
    def ids(self) -> set[UUID]:
        """Return every promised id."""
        return set(self.promised.values())

    def slowest(self, share: float, begin: int = 0) -> float:
        """Return how long an answer took that is slower than this share of all since the one numbered `begin`."""
        ordered = sorted(self.waits[begin:])
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    @asynccontextmanager
    async def at(self, rate: float) -> AsyncIterator[None]:
        """Send so many reports a second while the block runs; it ends when every one of them is acknowledged."""
        stopping = asyncio.Event()
        timeout = aiohttp.ClientTimeout(total=10)
        connector = aiohttp.TCPConnector(limit=200)
        async with aiohttp.ClientSession(timeout=timeout, connector=connector) as session, asyncio.TaskGroup() as tasks:
            tasks.create_task(self._keep_pace(session, tasks, rate, stopping))
            try:
                yield
            finally:
                stopping.set()

    async def until(self, promised: int, *, within: float = 120.0) -> None:
        """Wait until as many reports are acknowledged."""
        async with asyncio.timeout(within):
            while len(self.promised) < promised:
                await asyncio.sleep(0.01)

    async def _keep_pace(
        self, session: aiohttp.ClientSession, tasks: asyncio.TaskGroup, rate: float, stopping: asyncio.Event
    ) -> None:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        for number in itertools.count(len(self.promised)):
            if stopping.is_set():
                return
            tasks.create_task(self._insist(session, number))
            due = begun + (number + 1) / rate
            await asyncio.sleep(max(0.0, min(due - loop.time(), 1 / rate)))

    async def _insist(self, session: aiohttp.ClientSession, number: int) -> None:
        category, text = _TEXTS[number % len(_TEXTS)]
        key = f"{self._run}-{number}"
        body = {"text": text, "category": category}
        while key not in self.promised:
            if not await self._sent(session, key, body):
                await asyncio.sleep(_PAUSE)

    async def _sent(self, session: aiohttp.ClientSession, key: str, body: dict[str, Any]) -> bool:
        headers = {"X-API-Key": self.api_key, "Idempotency-Key": f'"{key}"'}
        loop = asyncio.get_running_loop()
        begun = loop.time()
        try:
            async with session.post(f"{self.url}/v1/reports", json=body, headers=headers) as answer:
                told = await answer.json()
        except _TROUBLE:
            return False
        self.waits.append(loop.time() - begun)
        self.answers[answer.status] += 1
        if answer.status == 202:
            self.promised[key] = UUID(told["id"])
            return True
        assert answer.status in _AGAIN, told
        assert answer.status != 503 or "Retry-After" in answer.headers
        return False
