"""The platform through its public interfaces: what a resident, an officer, a coordinator and a group can do."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID, uuid4

import aiohttp

from deploy.demo.geography import areas_loaded
from deploy.demo.reports import DATA
from deploy.local.environment import inherited
from deploy.local.settings import REPOSITORY
from shared.runtime.clock import SystemClock
from tests.support.stack import RunningStack

T = TypeVar("T")

AREAS = DATA / "areas.geojson"
WARD = "X05000002"
IN_THE_WARD = {"lat": 53.64598, "lon": -1.78607}
_LINK = re.compile(r"https?://\S+/offers/[\w.~-]+")
_LOADED = re.compile(r"^kith_areas_loaded\{[^}]*\} [1-9]", re.MULTILINE)
_PATIENCE = aiohttp.ClientTimeout(total=30)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a reporter is given."""

    report_id: UUID
    status_url: str
    secret: str
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer read whole."""

    status: int
    headers: Mapping[str, str]
    body: Any


class Platform:
    """A running stack and a connection to it."""

    def __init__(self, stack: RunningStack, session: aiohttp.ClientSession) -> None:
        self.stack = stack
        self.session = session

    async def asked(self, method: str, url: str, *, who: str = "", **what: Any) -> Answer:
        """Send one request, as one of the people of the stack or as nobody."""
        headers = dict(what.pop("headers", {}))
        if who:
            headers["Authorization"] = f"Bearer {self.stack.token(who)}"
        async with self.session.request(method, url, headers=headers, **what) as answer:
            kind = answer.content_type
            body = await answer.json() if kind.endswith("json") else await answer.text()
            return Answer(answer.status, {name.lower(): value for name, value in answer.headers.items()}, body)

    async def report(self, **body: Any) -> Receipt:
        """Send a report as the web client does."""
        headers = {"X-API-Key": self.stack.api_key("web_client"), "Idempotency-Key": f'"{uuid4()}"'}
        answer = await self.asked("POST", f"{self.stack.url('reporting')}/v1/reports", headers=headers, json=body)
        assert answer.status == 202, answer.body
        told = answer.body
        advice = tuple(one["text"] for one in told["advice"])
        return Receipt(UUID(told["id"]), told["status_url"], told["follow_up_secret"], advice)

    async def withdraw(self, receipt: Receipt) -> None:
        """Take a report back."""
        headers = {"X-Follow-Up-Secret": receipt.secret}
        answer = await self.asked("POST", f"{receipt.status_url}/withdraw", headers=headers)
        assert answer.status == 200, answer.body

    async def status(self, receipt: Receipt) -> str:
        """Return what the reporter is told."""
        answer = await self.asked("GET", receipt.status_url, headers={"X-Follow-Up-Secret": receipt.secret})
        assert answer.status == 200, answer.body
        return str(answer.body["status"])

    async def case(self, report_id: UUID, *, who: str = "officer") -> dict[str, Any]:
        """Return a report's case once there is one."""

        async def found() -> dict[str, Any] | None:
            cases = f"{self.stack.url('triage')}/v1/cases"
            answer = await self.asked("GET", cases, who=who, params={"report_id": str(report_id)})
            assert answer.status == 200, answer.body
            return dict(answer.body["items"][0]) if answer.body["items"] else None

        return await eventually(found, f"the case of {report_id}")

    async def move(self, report_id: UUID, move: str, *, who: str = "officer", **what: Any) -> dict[str, Any]:
        """Make a move on a report's case, looking again where it has changed meanwhile."""
        while True:
            case = await self.case(report_id, who=who)
            answer = await self.asked(
                "POST",
                f"{self.stack.url('triage')}/v1/cases/{case['id']}/{move}",
                who=who,
                headers={"If-Match": f'"{case["version"]}"'},
                json={"reason": "As the round showed."} | what,
            )
            if answer.status != 412:
                assert answer.status == 200, answer.body
                return dict(answer.body)

    async def offers(self, case_id: str) -> list[dict[str, Any]]:
        """Return what was asked of groups about a case."""
        page = f"{self.stack.url('networks')}/v1/engagements"
        answer = await self.asked("GET", page, who="officer", params={"case_id": case_id})
        assert answer.status == 200, answer.body
        return list(answer.body["items"])

    async def mails(self, to: str) -> list[dict[str, Any]]:
        """Return the mails to an address, whole."""
        page = f"{self.stack.state['mail']['http']}/messages"
        listed = (await self.asked("GET", page, params={"to": to})).body["messages"]
        return [(await self.asked("GET", f"{page}/{mail['id']}")).body for mail in listed]

    async def offer_link(self, to: str, *, number: int = 1) -> str:
        """Return the link of a group's latest offer, once as many have been mailed."""

        async def found() -> list[str] | None:
            links = [link.group() for mail in await self.mails(to) if (link := _LINK.search(mail["text"]))]
            return links if len(links) >= number else None

        return (await eventually(found, f"a mail with a link to {to}"))[-1]

    async def answer_offer(self, link: str, answer: str) -> None:
        """Press a button on an offer's page."""
        given = await self.asked("POST", f"{link}/{answer}", data={})
        assert given.status == 200, given.body

    async def group(self, name: str, *offers: str, max_open: int = 5) -> str:
        """Enter a group that may be asked, as a coordinator does, and return the address of its contact."""
        today = SystemClock().now().date()
        email = f"{name.lower().replace(' ', '-')}@example.org"
        body = {
            "kind": "associations",
            "name": name,
            "offers": list(offers),
            "areas": [WARD],
            "contact": {"name": "Robin Contact", "email": email},
            "council_contact": "Community team, 01632 960111",
            "safeguarding": {
                "trained_until": str(today + timedelta(days=300)),
                "policy_date": str(today - timedelta(days=30)),
                "dbs_roles": [{"role": "lead", "level": "enhanced", "checked_on": str(today - timedelta(days=30))}],
            },
            "capacity": {"max_open": max_open},
            "consent": {"receives_offers": True},
            "last_confirmed": str(today),
        }
        assets = f"{self.stack.url('networks')}/v1/assets"
        entered = await self.asked("POST", assets, who="coordinator", json=body)
        assert entered.status == 201, entered.body
        for state in ("verified", "active"):
            entered = await self.asked(
                "PATCH",
                f"{assets}/{entered.body['id']}",
                who="coordinator",
                json={"trust_state": state},
                headers={"If-Match": f'"{entered.body["version"]}"', "Content-Type": "application/merge-patch+json"},
            )
            assert entered.status == 200, entered.body
        return email

    async def know_the_place(self) -> None:
        """Import the made-up town, where that has not been done."""
        metrics = (await self.asked("GET", f"{self.stack.url('reporting')}/metrics")).body
        if _LOADED.search(metrics):
            return
        async with areas_loaded(self.session, self.stack.url("reporting")):
            offset = str(self.stack.offset)
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "deploy.cli.main", "import", "areas", str(AREAS),
                cwd=REPOSITORY,
                env=inherited(KITH_LOCAL_HOME=str(self.stack.folder), KITH_LOCAL_OFFSET=offset),
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
            )  # fmt: skip
            printed, _ = await process.communicate()
            assert process.returncode == 0, printed.decode()


@asynccontextmanager
async def platform_of(stack: RunningStack) -> AsyncIterator[Platform]:
    """Connect for the length of a block."""
    async with aiohttp.ClientSession(timeout=_PATIENCE) as session:
        yield Platform(stack, session)


async def eventually(found: Callable[[], Awaitable[T | None]], what: str, *, within: float = 60.0) -> T:
    """Poll until something is there and return it; AssertionError when it does not come in time."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + within
    while True:
        try:
            answer = await found()
        except (aiohttp.ClientError, ConnectionError, TimeoutError):
            answer = None
        if answer:
            return answer
        assert loop.time() < deadline, f"waited {within:.0f} s in vain for {what}"
        await asyncio.sleep(0.05)
