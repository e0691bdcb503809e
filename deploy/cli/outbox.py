"""`kith outbox republish --since`: repair the log from the stores."""

import asyncio
from datetime import UTC, datetime
from typing import Annotated

import typer
from prometheus_client import CollectorRegistry
from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from deploy.cli.target import adopt_local_settings
from deploy.local.tokens import SERVICES
from shared.messaging.kafka import KafkaPublisher
from shared.messaging.metrics import PublisherMetrics
from shared.persistence.mongo import connect
from shared.persistence.outbox_republish import republish as republish_from
from shared.runtime.errors import TransientError
from shared.runtime.settings import KafkaSettings, MongoSettings

app = typer.Typer(no_args_is_help=True, add_completion=False)


class Reached(BaseSettings):
    """How a service reaches its store and the broker, from that service's own variables."""

    model_config = SettingsConfigDict(env_nested_delimiter="__", extra="ignore")

    kafka: KafkaSettings
    mongo: MongoSettings


@app.callback()
def outbox() -> None:
    """Publish again what the stores hold."""


@app.command()
def republish(
    *,
    since: Annotated[datetime, typer.Option(help="UTC, e.g. 2026-11-22T08:00:00", formats=["%Y-%m-%dT%H:%M:%S"])],
    service: Annotated[list[str] | None, typer.Option(help="one or more services; all when left out")] = None,
) -> None:
    """Publish every event since a moment once more, under its own id: readers leave alone what they have seen."""
    adopt_local_settings()
    moment = since.replace(tzinfo=UTC)
    unknown = set(service or ()) - set(SERVICES)
    if unknown:
        raise typer.BadParameter(f"known services are {', '.join(SERVICES)}")
    for name in service or SERVICES:
        try:
            count = asyncio.run(_republished(_reached(name), moment))
        except TransientError as error:
            typer.echo(f"kith: {name}: {error}; running it again is harmless", err=True)
            raise typer.Exit(1) from None
        typer.echo(f"{name:<9} {count} events published again")


def _reached(service: str) -> Reached:
    prefix = f"{service.upper()}_"
    try:
        return Reached(_env_prefix=prefix)
    except ValidationError as error:
        missing = ", ".join(prefix + "__".join(str(part) for part in fault["loc"]).upper() for fault in error.errors())
        typer.echo(f"kith: no stack runs here, and {missing} is not set", err=True)
        raise typer.Exit(1) from None


async def _republished(reached: Reached, since: datetime) -> int:
    database = connect(reached.mongo.url.get_secret_value(), reached.mongo.database)
    publisher = KafkaPublisher(reached.kafka.servers, PublisherMetrics(CollectorRegistry()), client_id="kith-republish")
    try:
        collections = [database.collection(name) for name in sorted(await database.collection_names())]
        async with publisher.running():
            return await republish_from(publisher, collections, since)
    finally:
        await database.close()
