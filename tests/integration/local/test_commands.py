"""`kith` against a real broker and store: topics, dead letters, republishing."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry

from deploy.local.environment import inherited
from deploy.local.settings import REPOSITORY
from deploy.local.stack import Stack
from shared.messaging.dead_letters import DeadLetters
from shared.messaging.errors import PoisonMessageError
from shared.messaging.kafka import KafkaPublisher, KafkaReader
from shared.messaging.metrics import PublisherMetrics
from shared.messaging.record import Record
from shared.persistence.mongo import connect
from shared.persistence.outbox_document import with_outbox
from shared.runtime.clock import SystemClock
from tests.support.events import a_report

pytestmark = pytest.mark.integration

OFFSET = 4300
TOPIC = "kith.reports.v1"


@pytest.fixture
async def stack(tmp_path: Path) -> AsyncIterator[Stack]:
    stack = Stack(tmp_path / "stack", OFFSET, parts=["kafka", "store"])
    await stack.start()
    yield stack
    await stack.stop()


async def test_topics_dead_letters_and_outboxes_from_the_command_line(stack: Stack) -> None:
    first, second = await kith(stack, "topics", "apply"), await kith(stack, "topics", "apply")
    assert f"created    {TOPIC}" in first
    assert f"unchanged  {TOPIC}" in second

    await dead_letter(stack)
    listed = await kith(stack, "dlq", "list", TOPIC)
    assert f"triage from {TOPIC}/3/17: not a date" in listed
    assert "secret words" not in listed

    assert f"1 sent to {TOPIC} again" in await kith(stack, "dlq", "replay", TOPIC, "--all")
    assert await records_in(stack, TOPIC) == 1

    await store_an_announcement(stack)
    republished = await kith(stack, "outbox", "republish", "--since", "2020-01-01T00:00:00", "--service", "reporting")
    assert "reporting 1 events published again" in republished
    assert await records_in(stack, TOPIC) == 2


async def kith(stack: Stack, *arguments: str) -> str:
    """Run a command as a person would beside a running stack, and return what it printed."""
    environment = inherited(KITH_LOCAL_HOME=str(stack.layout.home), KITH_LOCAL_OFFSET=str(OFFSET))
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "deploy.cli.main",
        *arguments,
        cwd=REPOSITORY,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    assert process.returncode == 0, output.decode()
    return output.decode()


async def dead_letter(stack: Stack) -> None:
    publisher = KafkaPublisher(stack.kafka, PublisherMetrics(CollectorRegistry()))
    record = Record(TOPIC, 3, 17, 0, b"key", b"secret words", ())
    async with publisher.running():
        await DeadLetters(publisher, SystemClock()).send(record, PoisonMessageError("not a date"), group="triage")


async def store_an_announcement(stack: Stack) -> None:
    database = connect(stack.mongo, "reporting")
    await database.collection("reports").insert(with_outbox({"_id": "one"}, [a_report()]))
    await database.close()


async def records_in(stack: Stack, topic: str) -> int:
    async with KafkaReader(stack.kafka).reading() as reader:
        partitions = await reader.partitions(topic)
        ends, starts = await reader.ends(partitions), await reader.beginnings(partitions)
        return sum(ends.values()) - sum(starts.values())
