"""`kith dlq` on real Kafka: what was buried is shown without its content and goes back when its cause is gone."""

import asyncio
from collections.abc import Sequence

import pytest
from typer.testing import CliRunner

from deploy.cli.dlq import app
from shared.contracts.event import Event
from shared.messaging.errors import PoisonMessageError
from tests.contract.messaging.bus_contract import read_all
from tests.support.consuming import Collected, a_consumer, running, until
from tests.support.events import a_report, on
from tests.support.kafka_broker import kafka_broker
from tests.support.kafka_node import KafkaNode

pytestmark = pytest.mark.integration


async def test_a_buried_event_is_listed_and_replayed(kafka: KafkaNode) -> None:
    async with kafka_broker(kafka.servers) as broker:
        topic = await broker.topic()
        bug_is_there = True

        async def stumble(events: Sequence[Event]) -> None:
            if bug_is_there and a_report(2) in events:
                raise PoisonMessageError("not yet possible")

        handled = Collected(before=stumble)
        await broker.publisher.publish([on(topic, a_report(number)) for number in range(4)])
        async with running(a_consumer(broker.source(f"{topic}.g", topic), broker.publisher, handled)):
            await until(lambda: len(handled.events) == 3)
            listed = await asyncio.to_thread(CliRunner().invoke, app, ["list", topic, "--servers", kafka.servers])
            bug_is_there = False
            command = ["replay", topic, "--at", "0:0", "--servers", kafka.servers]
            replayed = await asyncio.to_thread(CliRunner().invoke, app, command)
            await until(lambda: a_report(2) in handled.events)

        assert "not yet possible" in listed.output
        assert f"{topic}/0/2" in listed.output
        assert "nui.rowdy_gathering" not in listed.output
        assert f"1 sent to {topic} again" in replayed.output
        assert len(await read_all(broker, f"{topic}.dlq")) == 1
