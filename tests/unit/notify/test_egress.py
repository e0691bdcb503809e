"""Webhooks reach the public internet and nothing else: refused addresses see no connection at all."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from services.notify.adapters.egress import Egress
from services.notify.adapters.http_poster import HttpPoster
from services.notify.domain.errors import WebhookRefusedError
from services.notify.domain.retry import Answer, Verdict
from tests.support.notify import SetClock

PRIVATE = [
    "0.0.0.0",  # noqa: S104 - to be refused
    "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1", "172.31.255.255",
    "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.1", "198.51.100.7", "203.0.113.7",
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1",
    "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001:db8::1", "2002:7f00:1::", "5f00::1", "fc00::1", "fd12::1",
    "fe80::1", "ff02::1",
]  # fmt: skip
PUBLIC = ["1.1.1.1", "8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450:4009::200e"]
ODD_FORMS = [
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.1",
    "0x7f.1",
    "[::1]",
    "[::ffff:7f00:1]",
    "[fe80::1%25eth0]",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_of_no_one_or_of_our_own_is_not_permitted(address: str) -> None:
    assert not Egress().permits(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_on_the_internet_is_permitted(address: str) -> None:
    assert Egress().permits(address)


@pytest.mark.parametrize(
    "host", [*(f"[{a}]" if ":" in a else a for a in PRIVATE), *ODD_FORMS, "localhost", "db.internal"]
)
def test_a_url_that_writes_such_an_address_is_refused_at_once(host: str) -> None:
    with pytest.raises(WebhookRefusedError):
        Egress().check(f"https://{host}/hook")


@pytest.mark.parametrize(
    "url", ["https://a.example:22/", "https://a.example:80/", "http://a.example/", "file:///etc", "x"]
)
def test_other_ports_and_schemes_are_refused(url: str) -> None:
    with pytest.raises(WebhookRefusedError):
        Egress().check(url)


def test_loopback_is_allowed_only_where_an_operator_says_so() -> None:
    assert Egress(allow_loopback=True).check("http://127.0.0.1:9000/hook")
    assert Egress(allow_loopback=True).check("http://localhost:9000/hook")
    with pytest.raises(WebhookRefusedError):
        Egress(allow_loopback=True).check("http://10.0.0.1:9000/hook")
    with pytest.raises(WebhookRefusedError):
        Egress(allow_loopback=True).check("http://partner.example/hook")


@dataclass
class ScriptedResolver(AbstractResolver):
    """Answers each question with the next address, as a name server that rebinds would."""

    addresses: list[str]
    asked: int = 0

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        address = self.addresses[min(self.asked, len(self.addresses) - 1)]
        self.asked += 1
        return [
            ResolveResult(
                hostname=host, host=address, port=port, family=socket.AF_INET, proto=0, flags=socket.AI_NUMERICHOST
            )
        ]

    async def close(self) -> None:
        pass


@dataclass
class Receiver:
    """A server on this machine that keeps the paths it was asked for."""

    port: int = 0
    answers: list[web.Response] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.paths.append(request.path)
        return self.answers.pop(0) if self.answers else web.Response(text="thank you")


@asynccontextmanager
async def receiving(*answers: web.Response) -> AsyncIterator[Receiver]:
    receiver = Receiver(answers=list(answers))

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", receiver.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receiver.port = runner.addresses[0][1]
    try:
        yield receiver
    finally:
        await runner.cleanup()


@asynccontextmanager
async def listening() -> AsyncIterator[tuple[int, list[object]]]:
    """Listen on this machine and keep every connection made."""
    made: list[object] = []

    async def note(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        made.append(writer.get_extra_info("peername"))
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(note, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], made


@asynccontextmanager
async def posting(egress: Egress, *addresses: str, seconds: float = 5.0) -> AsyncIterator[HttpPoster]:
    resolver = ScriptedResolver(list(addresses)) if addresses else None
    poster = HttpPoster(egress, SetClock(), seconds=seconds, resolver=resolver)
    try:
        yield poster
    finally:
        await poster.close()


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"]
)
async def test_no_connection_is_made_to_an_address_that_a_url_writes(host: str) -> None:
    async with listening() as (port, made), posting(Egress(ports=frozenset({port}))) as poster:
        answer = await poster.post(f"https://{host}:{port}/", {}, b"{}")

        assert answer.verdict is Verdict.REFUSED
        assert made == []


async def test_no_connection_is_made_where_a_name_leads_inside() -> None:
    async with listening() as (port, made), posting(Egress(ports=frozenset({port})), "127.0.0.1") as poster:
        answer = await poster.post(f"https://partner.example:{port}/", {}, b"{}")

        assert answer == Answer(None, error="address_refused")
        assert made == []


async def test_a_name_that_changes_its_mind_is_judged_when_the_connection_is_made() -> None:
    async with (
        listening() as (port, made),
        posting(Egress(ports=frozenset({port})), "192.0.2.1", "127.0.0.1") as poster,
    ):
        for _ in range(2):
            answer = await poster.post(f"https://partner.example:{port}/", {}, b"{}")
            assert answer.verdict is Verdict.REFUSED

        assert made == []


async def test_a_redirection_is_a_failure_and_is_never_followed() -> None:
    redirect = web.Response(status=307, headers={"Location": "/inside"})
    async with receiving(redirect) as receiver, posting(Egress(allow_loopback=True)) as poster:
        answer = await poster.post(f"http://127.0.0.1:{receiver.port}/hook", {}, b"{}")

        assert answer.status == 307
        assert answer.verdict is Verdict.FAILED
        assert receiver.paths == ["/hook"]


async def test_an_answer_is_read_no_further_than_an_excerpt() -> None:
    async with (
        receiving(web.Response(text="x" * 1_000_000)) as receiver,
        posting(Egress(allow_loopback=True)) as poster,
    ):
        answer = await poster.post(f"http://127.0.0.1:{receiver.port}/hook", {}, b"{}")

        assert answer.status == 200
        assert len(answer.excerpt) <= 512


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("120", 120.0), ("Fri, 20 Nov 2026 12:01:00 GMT", 60.0), ("Fri, 20 Nov 2020 12:01:00 GMT", 0.0), ("soon", None)],
)
async def test_a_wish_for_patience_is_read_in_both_forms(header: str, seconds: float | None) -> None:
    busy = web.Response(status=429, headers={"Retry-After": header})
    async with receiving(busy) as receiver, posting(Egress(allow_loopback=True)) as poster:
        answer = await poster.post(f"http://127.0.0.1:{receiver.port}/hook", {}, b"{}")

        assert answer.retry_after == seconds


async def test_an_endpoint_that_does_not_answer_costs_no_more_than_its_time() -> None:
    left = asyncio.Event()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()
        await writer.wait_closed()
        left.set()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    async with server:
        async with posting(Egress(allow_loopback=True), seconds=0.1) as poster:
            port = server.sockets[0].getsockname()[1]
            answer = await poster.post(f"http://127.0.0.1:{port}/hook", {}, b"{}")
        await left.wait()

        assert answer == Answer(None, error="timeout")
