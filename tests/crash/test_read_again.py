"""R12: every consumer group goes back to the beginning of the log, and nothing that anybody can read is different."""

import asyncio
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from services.networks.entrypoints.consumers import TOPICS as NETWORKS_TOPICS
from services.notify.entrypoints.consumers import PEOPLE_GROUP, PEOPLE_TOPICS, WEBHOOKS_GROUP, WEBHOOKS_TOPICS
from services.triage.entrypoints.consumers import ROUTINE_TOPICS, URGENT_TOPICS
from shared.contracts.networks import ENGAGEMENTS
from shared.contracts.triage import ESCALATIONS
from shared.messaging.kafka import ConsumerSettings, KafkaReader, KafkaSource
from shared.messaging.record import Partition
from shared.persistence.mongo import connect
from tests.crash.understudy import held
from tests.support.journey import IN_THE_WARD, Platform, eventually, platform_of
from tests.support.oracle import watching
from tests.support.partner import Partner
from tests.support.stack import RunningStack

pytestmark = [pytest.mark.crash, pytest.mark.timeout(400)]

SERVICES = ("reporting", "triage", "networks", "notify")


@dataclass(frozen=True, slots=True)
class Group:
    """A consumer group, and the name under which its one member is known in it."""

    name: str
    service: str
    topics: Sequence[str]


GROUPS = (
    Group("reporting", "reporting", (ESCALATIONS, ENGAGEMENTS)),
    Group("triage", "triage", ROUTINE_TOPICS),
    Group("triage.urgent", "triage", URGENT_TOPICS),
    Group("networks", "networks", NETWORKS_TOPICS),
    Group(PEOPLE_GROUP, "notify", PEOPLE_TOPICS),
    Group(WEBHOOKS_GROUP, "notify", WEBHOOKS_TOPICS),
)


@dataclass
class Ears:
    """Hears which partitions a member was given."""

    given: set[Partition] = field(default_factory=set)

    async def assigned(self, partitions: Collection[Partition]) -> None:
        self.given |= set(partitions)

    async def revoked(self, partitions: Collection[Partition]) -> None:
        self.given -= set(partitions)


async def test_reading_everything_again_changes_nothing(stack: RunningStack) -> None:
    async with platform_of(stack) as platform:
        await platform.know_the_place()
        police = Partner(platform, "partner_police")
        async with police.receiving(["escalations", "engagements"]):
            await things_happen(platform)
            await all_is_read(stack)
            before, oracle = await read_model(stack), await watching(stack)
            hooked = {event["id"] for event in police.hooked}
            mails = await mail_count(platform)

            async with held(stack, *SERVICES):
                for group in GROUPS:
                    await set_back(stack, group)
            await all_is_read(stack)
            await oracle.look()

            assert await read_model(stack) == before
            assert await mail_count(platform) == mails
            assert {event["id"] for event in police.hooked} == hooked
    assert oracle.announced == {}


async def things_happen(platform: Platform) -> None:
    """A report is settled, one is withdrawn, one is urgent, one goes up."""
    group = await platform.group("Menders of the Gate", "env.overgrown_untidy")
    shared = {"share_with_community": "yes", "where_kind": "street", "location": IN_THE_WARD}
    contact = {"name": "Ada Example", "email": "again@example.org"}
    settled = await platform.report(
        text="Brambles over the gate.", category="env.overgrown_untidy", contact=contact, **shared
    )
    link = await platform.offer_link(group)
    await platform.answer_offer(link, "accept")
    await platform.answer_offer(link, "done")
    await platform.move(settled.report_id, "close")
    withdrawn = await platform.report(text="Cars on the verge.", category="nui.parking")
    urgent = await platform.report(text="Somebody is being stabbed outside, come now", when="now")
    raised = await platform.report(text="Noise again.", category="env.noise_domestic")
    for receipt in (withdrawn, urgent, raised):
        await platform.case(receipt.report_id, who="supervisor")
    await platform.withdraw(withdrawn)
    await platform.move(raised.report_id, "raise", level=3)


async def set_back(stack: RunningStack, group: Group) -> None:
    """Take the place of a group's killed member and commit the beginning of every partition."""
    instance = f"{group.service}-1"
    source, ears = (
        KafkaSource(str(stack.state["kafka"]), group.name, group.topics, ConsumerSettings(instance_id=instance)),
        Ears(),
    )
    wanted = {Partition(topic, number) for topic in group.topics for number in range(12)}
    await source.start(ears)
    try:
        async with asyncio.timeout(60):
            while ears.given != wanted:
                await source.fetch(max_records=1, timeout_seconds=0.1)
        await source.commit(dict.fromkeys(wanted, 0))
    finally:
        await source.stop()


async def all_is_read(stack: RunningStack) -> None:
    """Wait until every group has committed the end of each of its partitions, twice in a row."""
    quiet = 0

    async def done() -> bool:
        nonlocal quiet
        quiet = quiet + 1 if await _read_to_the_end(stack) else 0
        await asyncio.sleep(0.7)
        return quiet >= 3

    await eventually(done, "every group to have read everything", within=120)


async def _read_to_the_end(stack: RunningStack) -> bool:
    servers = str(stack.state["kafka"])
    admin = AIOKafkaAdminClient(bootstrap_servers=servers)
    await admin.start()
    try:
        async with KafkaReader(servers).reading() as reader:
            for group in GROUPS:
                wanted = [partition for topic in group.topics for partition in await reader.partitions(topic)]
                ends = await reader.ends(wanted)
                found = await admin.list_consumer_group_offsets(group.name)
                committed = {Partition(tp.topic, tp.partition): at.offset for tp, at in found.items()}
                if any(committed.get(partition, 0) < end for partition, end in ends.items()):
                    return False
    finally:
        await admin.close()
    return True


async def read_model(stack: RunningStack) -> dict[str, str]:
    """Return a hash of every document that a service answers from, by where it lies."""
    found = {}
    for service in SERVICES:
        database = connect(str(stack.state["mongo"]), service)
        for name in sorted(await database.collection_names()):
            async for document in database.collection(name).find({}):
                found[f"{service}.{name} {document['_id']}"] = _digest(document)
        await database.close()
    return found


def _digest(document: dict[str, Any]) -> str:
    return hashlib.sha256(repr(sorted(document.items())).encode()).hexdigest()


async def mail_count(platform: Platform) -> int:
    return len((await platform.asked("GET", f"{platform.stack.state['mail']['http']}/messages")).body["messages"])
