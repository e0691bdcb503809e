"""Watches every topic from where it stood when the demo began."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from deploy.demo.ledger import Ledger
from shared.contracts import networks, notify, reporting, triage
from shared.contracts.event import Event
from shared.messaging.codec import event_from
from shared.messaging.kafka import KafkaReader
from shared.messaging.record import Partition
from shared.runtime.errors import TransientError

TOPICS = (
    reporting.REPORTS,
    reporting.URGENT_REPORTS,
    triage.ESCALATIONS,
    networks.ENGAGEMENTS,
    notify.NOTIFICATIONS,
)
_AT_A_TIME = 2_000
_PAUSE = 0.5

Listener = Callable[[Event], None]


@dataclass(slots=True)
class Watch:
    """Reads the log like anybody with the right to; tells each fact once, and survives the broker's death."""

    servers: str
    ledger: Ledger
    listeners: Sequence[Listener] = ()
    last_heard: float = 0.0
    positions: dict[Partition, int] = field(default_factory=dict)
    began: Mapping[Partition, int] = field(default_factory=dict)

    async def begin(self) -> None:
        """Note where every topic ends, which is where the demo begins."""
        async with KafkaReader(self.servers, client_id="kith-demo").reading() as reader:
            partitions = [partition for topic in TOPICS for partition in await reader.partitions(topic)]
            self.began = dict(await reader.ends(partitions))
        self.positions = dict(self.began)

    async def run(self) -> None:
        """Read until cancelled."""
        while True:
            try:
                async with KafkaReader(self.servers, client_id="kith-demo").reading() as reader:
                    reader.seek(self.positions)
                    while True:
                        await self._read(reader)
            except TransientError:
                await asyncio.sleep(_PAUSE)

    async def events_per_topic(self) -> dict[str, int]:
        """Return by how many records each topic grew since the demo began."""
        async with KafkaReader(self.servers, client_id="kith-demo").reading() as reader:
            ends = await reader.ends(list(self.began))
        grown = dict.fromkeys(TOPICS, 0)
        for partition, end in ends.items():
            grown[partition.topic] += end - self.began[partition]
        return grown

    async def _read(self, reader: KafkaReader) -> None:
        for partition, records in (await reader.fetch(max_records=_AT_A_TIME, timeout_seconds=0.25)).items():
            for record in records:
                event = event_from(record)
                self.positions[partition] = record.offset + 1
                if event is not None and self.ledger.take(event):
                    self.last_heard = asyncio.get_running_loop().time()
                    for listener in self.listeners:
                        listener(event)
            await asyncio.sleep(0)
