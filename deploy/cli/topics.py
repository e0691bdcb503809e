"""`kith topics apply`: the topics as deploy/kafka/topics.yaml declares them."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from deploy.cli.target import servers_or_local
from shared.messaging.kafka import apply_topics
from shared.messaging.topics import load_topics
from shared.runtime.errors import RefusedToStartError, TransientError

DECLARED = Path(__file__).parents[1] / "kafka" / "topics.yaml"

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def topics() -> None:
    """Make the topics as they are declared."""


@app.command()
def apply(
    *,
    servers: Annotated[str, typer.Option(help="host:port of a broker; the local stack's when left out")] = "",
    file: Annotated[Path, typer.Option(help="the declaration")] = DECLARED,
    replication: Annotated[int, typer.Option(help="copies of a new topic", min=1)] = 1,
) -> None:
    """Create topics that are missing and widen those with too few partitions; nothing is ever deleted."""
    declared = load_topics(file)
    try:
        outcomes = asyncio.run(apply_topics(servers_or_local(servers), declared, replication=replication))
    except (TransientError, RefusedToStartError) as error:
        typer.echo(f"kith: {error}", err=True)
        raise typer.Exit(1) from None
    for outcome in outcomes:
        typer.echo(f"{outcome.outcome:<10} {outcome.topic}")
