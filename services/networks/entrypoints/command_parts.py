"""What the import commands stand on, and how each is run."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import typer

from services.networks.application.import_directory import DirectoryFeed, ImportDirectory
from services.networks.application.import_groups import GroupFile, ImportGroups
from services.networks.application.import_police import ImportPolice, PoliceFile
from services.networks.domain.errors import NetworksError
from shared.runtime.errors import RefusedToStartError, TransientError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Importers:
    """The imports on an open store."""

    groups: ImportGroups
    police: ImportPolice
    directory: ImportDirectory


@dataclass(frozen=True, slots=True)
class CommandParts:
    """How commands read files and reach the store."""

    read_groups: Callable[[Path], GroupFile]
    read_police: Callable[[Path], PoliceFile]
    read_directory: Callable[[str], Awaitable[DirectoryFeed]]
    opened: Callable[[], AbstractAsyncContextManager[Importers]]


def run_import(parts: CommandParts, work: Callable[[Importers], Awaitable[T]]) -> T:
    """Do the work on an open store; what a person can put right is said in a line, with a non-zero exit."""

    async def on_store() -> T:
        async with parts.opened() as importers:
            return await work(importers)

    try:
        return asyncio.run(on_store())
    except (NetworksError, TransientError, RefusedToStartError) as error:
        typer.echo(f"kith import: {error}", err=True)
        raise typer.Exit(1) from error


def listed(text: str) -> tuple[str, ...]:
    """Return the parts of an option that is a list with commas, each once."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
