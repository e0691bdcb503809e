"""`kith dlq list|replay`: what could not be handled, why, and sending it again once the cause is gone."""

import asyncio
from collections import Counter
from collections.abc import Coroutine
from typing import Annotated

import typer
from prometheus_client import CollectorRegistry

from deploy.cli.target import servers_or_local
from shared.messaging.kafka import KafkaPublisher, KafkaReader
from shared.messaging.metrics import PublisherMetrics
from shared.messaging.replay import DeadLetter, dead_letters_of, replay_dead_letters
from shared.runtime.errors import TransientError

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
    count = _said_plainly(_replayed(servers_or_local(servers), topic, frozenset(at or ())))
    typer.echo(f"{count} sent to {topic} again")


async def _listed(servers: str, topic: str) -> int:
    reasons: Counter[str] = Counter()
    async with KafkaReader(servers, client_id="kith-dlq").reading() as reader:
        async for letter in dead_letters_of(reader, topic):
            came_from = f"{letter.topic}/{letter.partition}/{letter.offset}"
            typer.echo(f"{_place(letter):<10} {letter.failed_at} {letter.group} from {came_from}: {letter.reason}")
            reasons[letter.reason] += 1
    for reason, count in reasons.most_common():
        typer.echo(f"{count:>8} of: {reason}")
    return reasons.total()


async def _replayed(servers: str, topic: str, places: frozenset[str]) -> int:
    publisher = KafkaPublisher(servers, PublisherMetrics(CollectorRegistry()), client_id="kith-dlq-replay")
    async with KafkaReader(servers, client_id="kith-dlq").reading() as reader, publisher.running():
        return await replay_dead_letters(
            reader, publisher, topic, wanted=lambda letter: not places or _place(letter) in places
        )


def _place(letter: DeadLetter) -> str:
    return f"{letter.record.partition}:{letter.record.offset}"


def _said_plainly(work: Coroutine[None, None, int]) -> int:
    try:
        return asyncio.run(work)
    except TransientError as error:
        typer.echo(f"kith: {error}", err=True)
        raise typer.Exit(1) from None
