"""`kith dlq list|replay`: what could not be handled, why, and sending it again once the cause is gone."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from typing import Annotated

import typer
from prometheus_client import CollectorRegistry

from deploy.cli.target import servers_or_local
from shared.messaging.dead_letters import PREFIX, REPLAY_OF, dead_letter_topic
from shared.messaging.kafka import KafkaPublisher, KafkaReader
from shared.messaging.metrics import PublisherMetrics
from shared.messaging.record import OutgoingRecord, Record
from shared.runtime.errors import TransientError

_AT_ONCE = 500

Servers = Annotated[str, typer.Option(help="host:port of a broker; the local stack's when left out")]
Topic = Annotated[str, typer.Argument(help="the topic whose dead letters are meant, e.g. kith.reports.v1")]

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.command(name="list")
def list_letters(topic: Topic, *, servers: Servers = "") -> None:
    """Show where each dead letter lies, where it came from and why; never what is in it."""
    count = _said_plainly(_listed(servers_or_local(servers), topic))
    typer.echo(f"{count} dead letters of {topic}")


@app.command()
def replay(
    topic: Topic,
    *,
    at: Annotated[list[str] | None, typer.Option(help="partition:offset in the dead-letter topic; repeatable")] = None,
    everything: Annotated[bool, typer.Option("--all", help="every letter there is")] = False,
    servers: Servers = "",
) -> None:
    """Send dead letters to their own topic again; they stay where they are, with a note of it in the copy."""
    if bool(at) == everything:
        raise typer.BadParameter("say which: --at partition:offset, or --all")
    count = _said_plainly(_replayed(servers_or_local(servers), topic, set(at or ()) or None))
    typer.echo(f"{count} sent to {topic} again")


def replayed(letter: Record, topic: str) -> OutgoingRecord:
    """Return a dead letter as it was, with a note of where it lay."""
    kept = tuple(header for header in letter.headers if not header[0].startswith(PREFIX) and header[0] != REPLAY_OF)
    note = (REPLAY_OF, f"{letter.topic}/{letter.partition}/{letter.offset}".encode())
    return OutgoingRecord(topic, letter.key, letter.value, (*kept, note))


async def _listed(servers: str, topic: str) -> int:
    count = 0
    async for letter in _letters(servers, topic):
        notes = {name.removeprefix(PREFIX): value.decode("utf-8", "replace") for name, value in letter.headers}
        came_from = f"{notes.get('topic', '?')}/{notes.get('partition', '?')}/{notes.get('offset', '?')}"
        where = f"{letter.partition}:{letter.offset}"
        typer.echo(
            f"{where:<10} {notes.get('failed-at', '?')} {notes.get('group', '?')} from {came_from}: "
            f"{notes.get('reason', 'no reason given')}"
        )
        count += 1
    return count


async def _replayed(servers: str, topic: str, wanted: set[str] | None) -> int:
    letters = [
        letter
        async for letter in _letters(servers, topic)
        if wanted is None or f"{letter.partition}:{letter.offset}" in wanted
    ]
    publisher = KafkaPublisher(servers, PublisherMetrics(CollectorRegistry()), client_id="kith-dlq-replay")
    async with publisher.running():
        await publisher.publish([replayed(letter, topic) for letter in letters])
    return len(letters)


async def _letters(servers: str, topic: str) -> AsyncIterator[Record]:
    """Yield every dead letter that was there when the reading began, partition by partition in order."""
    async with KafkaReader(servers, client_id="kith-dlq").reading() as reader:
        partitions = await reader.partitions(dead_letter_topic(topic))
        ends = await reader.ends(partitions)
        for partition, start in (await reader.beginnings(partitions)).items():
            position = start
            reader.seek({partition: position})
            while position < ends[partition]:
                batches = await reader.fetch(max_records=_AT_ONCE, timeout_seconds=5)
                for letter in batches.get(partition, ()):
                    position = letter.offset + 1
                    yield letter
                if not batches:  # the last offsets may be a transaction's marks, which are no records
                    break


def _said_plainly(work: Coroutine[None, None, int]) -> int:
    try:
        return asyncio.run(work)
    except TransientError as error:
        typer.echo(f"kith: {error}", err=True)
        raise typer.Exit(1) from None
