"""Every place where something could have been left behind: topics, logs, metrics and stores of a running stack."""

from collections.abc import AsyncIterator, Iterator

from aiokafka.admin import AIOKafkaAdminClient

from shared.messaging.kafka import KafkaReader
from shared.messaging.record import Record
from shared.persistence.mongo import connect
from tests.support.journey import Platform
from tests.support.stack import RunningStack

SERVICES = ("reporting", "triage", "networks", "notify")


async def records(stack: RunningStack) -> AsyncIterator[Record]:
    """Yield every record of every topic, dead letters and partners' included."""
    servers = str(stack.state["kafka"])
    admin = AIOKafkaAdminClient(bootstrap_servers=servers)
    await admin.start()
    topics = [topic for topic in await admin.list_topics() if not topic.startswith("__")]
    await admin.close()
    assert len(topics) >= 12
    async with KafkaReader(servers).reading() as reader:
        partitions = [partition for topic in topics for partition in await reader.partitions(topic)]
        positions, ends = dict(await reader.beginnings(partitions)), await reader.ends(partitions)
        reader.seek(positions)
        while any(positions[partition] < end for partition, end in ends.items()):
            for partition, found in (await reader.fetch(max_records=5_000, timeout_seconds=0.5)).items():
                positions[partition] = found[-1].offset + 1
                for record in found:
                    yield record


def parts_of(record: Record) -> Iterator[tuple[str, bytes]]:
    """Yield a record's key, value and headers with the place of each."""
    place = f"{record.topic}/{record.partition}/{record.offset}"
    yield f"{place} key", record.key or b""
    yield f"{place} value", record.value or b""
    for name, value in record.headers:
        yield f"{place} header {name}", name.encode() + b" " + value


def log_files(stack: RunningStack) -> Iterator[tuple[str, bytes]]:
    """Yield what every process has written."""
    files = [*(stack.folder / "logs").rglob("*"), *stack.folder.glob("*.log")]
    for path in files:
        if path.is_file():
            yield str(path.relative_to(stack.folder)), path.read_bytes()


async def metrics(platform: Platform) -> AsyncIterator[tuple[str, bytes]]:
    """Yield every service's metrics."""
    for service in SERVICES:
        page = f"{platform.stack.url(service)}/metrics"
        async with platform.session.get(page) as answer:
            assert answer.status == 200
            yield page, await answer.read()


async def documents(stack: RunningStack, service: str) -> AsyncIterator[tuple[str, bytes]]:
    """Yield everything that a service keeps, as it lies in its store."""
    database = connect(str(stack.state["mongo"]), service)
    try:
        for name in await database.collection_names():
            async for document in database.collection(name).find({}):
                yield f"{service}.{name} {document['_id']}", repr(document).encode()
    finally:
        await database.close()
