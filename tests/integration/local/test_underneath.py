"""What the services stand on, as real processes: started, killed, back again with its data, gone at the end."""

import asyncio
import smtplib
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import aiohttp
import jwt
import psutil
import pytest

from deploy.local.errors import PreflightError, StartError
from deploy.local.parts import UNDERNEATH
from deploy.local.stack import Stack
from deploy.local.state import read_state
from deploy.local.tokens import ClientSecrets
from deploy.local.topics import apply_declared
from shared.messaging.kafka import apply_topics
from shared.messaging.topics import Topic
from shared.persistence.mongo import connect

pytestmark = pytest.mark.integration

OFFSET = 4100


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder for a stack; whatever ran from it has to have gone."""
    yield tmp_path / "stack"
    left = [
        process
        for process in psutil.process_iter(["cmdline"])
        if str(tmp_path) in " ".join(process.info["cmdline"] or ())
    ]
    assert left == []


async def test_every_part_comes_back_after_a_kill_with_its_data(folder: Path) -> None:
    stack = Stack(folder, OFFSET, parts=UNDERNEATH)
    await stack.start()
    try:
        await keep_something(stack)
        before = stack.pids

        for name in UNDERNEATH:
            stack.kill(name)
        for name in UNDERNEATH:
            await back_again(stack, name, before[name])

        assert read_state(stack.layout.state)["pids"].items() >= stack.pids.items()
        await still_there(stack)
    finally:
        await stack.stop()
    assert not stack.layout.state.exists()


async def test_a_stack_started_again_has_its_data_and_its_keys(folder: Path) -> None:
    first = Stack(folder, OFFSET, parts=UNDERNEATH)
    await first.start()
    await keep_something(first)
    credentials = read_state(first.layout.state)["credentials"]
    await first.stop()

    again = Stack(folder, OFFSET, parts=UNDERNEATH)
    await again.start()
    try:
        assert read_state(again.layout.state)["credentials"]["web_client"] == credentials["web_client"]
        await still_there(again)
    finally:
        await again.stop()


async def test_the_issuer_gives_a_service_its_token_and_a_stranger_none(folder: Path) -> None:
    stack = Stack(folder, OFFSET, parts=["issuer"])
    await stack.start()
    try:
        secret = ClientSecrets.kept_in(stack.layout.keys).of("service.triage")
        configuration = await fetched(f"{stack.ports.url('issuer')}/.well-known/openid-configuration")
        keys = await fetched(configuration["jwks_uri"])
        wanted = {"grant_type": "client_credentials", "client_id": "service.triage"}

        status, granted = await posted(configuration["token_endpoint"], wanted | {"client_secret": secret})
        refused, _ = await posted(configuration["token_endpoint"], wanted | {"client_secret": "guess"})
    finally:
        await stack.stop()
    claims = jwt.decode(granted["access_token"], jwt.PyJWK(keys["keys"][0]), algorithms=["RS256"], audience="kith")
    assert (status, refused) == (200, 401)
    assert (claims["sub"], claims["roles"], claims["iss"]) == (
        "service.triage",
        ["service.triage"],
        configuration["issuer"],
    )


async def test_a_mail_is_a_file_and_can_be_read_over_http(folder: Path) -> None:
    stack = Stack(folder, OFFSET, parts=["mail"])
    await stack.start()
    try:
        await asyncio.to_thread(send_mail, stack.ports["mail-smtp"])
        page = stack.ports.url("mail") + "/messages"
        [summary] = (await fetched(f"{page}?to=resident@"))["messages"]
        mail = await fetched(f"{page}/{summary['id']}")
    finally:
        await stack.stop()
    assert summary["subject"] == "Någon har svarat"
    assert mail["text"].strip() == "Tack för din anmälan."
    assert [path.stem for path in stack.layout.mail.glob("*.eml")] == [summary["id"]]


async def test_a_second_stack_in_the_same_folder_or_on_the_same_ports_is_refused(folder: Path, tmp_path: Path) -> None:
    stack = Stack(folder, OFFSET, parts=["mail"])
    await stack.start()
    try:
        with pytest.raises(PreflightError, match="needed for mail, is in use"):
            await Stack(tmp_path / "other", OFFSET, parts=["mail"]).start()
    finally:
        await stack.stop()


async def test_a_failed_start_leaves_nothing_running(folder: Path) -> None:
    stack = Stack(folder, OFFSET, parts=["issuer", "mail"])
    (folder / "keys").mkdir(parents=True)
    (folder / "keys" / "clients.json").write_text("{ half")

    with pytest.raises(StartError, match="issuer ended before it was ready"):
        await stack.start()

    assert stack.pids == {}


async def back_again(stack: Stack, name: str, before: int) -> None:
    """Return when a part has another process, which answers."""
    await eventually(lambda: stack.pids.get(name) not in {None, before})
    await stack.wait_ready(name)


async def keep_something(stack: Stack) -> None:
    """Leave a topic and a document behind."""
    await apply_declared(stack.kafka)
    database = connect(stack.mongo, "local")
    await database.collection("things").insert({"_id": "kept"})
    await database.close()


async def still_there(stack: Stack) -> None:
    """Find the topic and the document."""
    [outcome] = await apply_topics(stack.kafka, [Topic(name="kith.reports.v1", partitions=12)])
    database = connect(stack.mongo, "local")
    document = await database.collection("things").get("kept")
    await database.close()
    assert outcome.outcome == "unchanged"
    assert document == {"_id": "kept"}


def send_mail(port: int) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "kith@example.org", "resident@example.org", "Någon har svarat"
    mail.set_content("Tack för din anmälan.")
    with smtplib.SMTP("127.0.0.1", port) as client:
        client.send_message(mail)


async def fetched(url: str) -> dict[str, Any]:
    async with aiohttp.ClientSession(raise_for_status=True) as session, session.get(url) as answer:
        return dict(await answer.json())


async def posted(url: str, form: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    async with aiohttp.ClientSession() as session, session.post(url, data=form) as answer:
        return answer.status, dict(await answer.json())


async def eventually(holds: Callable[[], bool]) -> None:
    for _ in range(1500):
        if holds():
            return
        await asyncio.sleep(0.02)
    pytest.fail("waited 30 s in vain")
