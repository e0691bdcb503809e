"""Where another directory's feed is read: from its address, page by page, or from a file of its services."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from services.networks.adapters.hsds_reading import feed_of
from services.networks.application.import_directory import DirectoryFeed
from services.networks.domain.errors import SourceNotReadableError
from shared.web.client import Answer, JsonClient

_PER_PAGE = 100
_MOST_PAGES = 10_000
_AT_ONCE = 4
_SECONDS = 30.0
_OK = 200


class Server(Protocol):
    """Whoever answers for a feed."""

    async def get(self, path: str, *, query: Mapping[str, str] | None = None) -> Answer:
        """Return the answer below the feed's base address; TransientError where there is none."""
        ...


async def read_hsds(source: str) -> DirectoryFeed:
    """Read a feed by its base address, or a JSON file: a service, a list of them, or a page in either envelope.

    SourceNotReadableError where it is neither; TransientError where a server does not answer. Nothing is half read.
    """
    if not source.startswith(("http://", "https://")):
        return read_hsds_file(Path(source))
    client = JsonClient(source, seconds=_SECONDS)
    try:
        return await fetched(client, source.rstrip("/"))
    finally:
        await client.stop()


def read_hsds_file(path: Path) -> DirectoryFeed:
    """Read a file."""
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise SourceNotReadableError(f"{path.name} cannot be read: {error}") from error
    items = _items(held)
    if items is None:
        raise SourceNotReadableError(f"{path.name} holds no services of Open Referral")
    return feed_of(path.name, items)


async def fetched(client: Server, source: str) -> DirectoryFeed:
    """Read every page of a feed, then each service whole, a few at a time."""
    summaries = [item async for item in _summaries(client, source)]
    turn = asyncio.Semaphore(_AT_ONCE)

    async def whole(summary: Any) -> Any:
        if not isinstance(summary, Mapping) or "id" not in summary:
            return summary
        async with turn:
            answer = await client.get(f"/services/{quote(str(summary['id']), safe='')}")
        return answer.body if answer.status == _OK and isinstance(answer.body, Mapping) else summary

    return feed_of(source, await asyncio.gather(*map(whole, summaries)))


async def _summaries(client: Server, source: str) -> AsyncIterator[Any]:
    """Yield each service once; a server that gives the same page for ever is read once."""
    seen = set[str]()
    for number in range(1, _MOST_PAGES + 1):
        answer = await client.get("/services", query={"page": str(number), "per_page": str(_PER_PAGE)})
        items = _items(answer.body) if answer.status == _OK else None
        if items is None:
            raise SourceNotReadableError(f"{source} has no list of services at /services")
        new = [item for item in items if _key(item) not in seen]
        for item in new:
            seen.add(_key(item))
            yield item
        if not new or answer.body.get("last_page", answer.body.get("last")) is True:
            return


def _items(held: Any) -> list[Any] | None:
    if isinstance(held, Mapping):
        found = held.get("contents", held.get("content", [held] if "name" in held else None))
        return found if isinstance(found, list) else None
    return held if isinstance(held, list) else None


def _key(item: Any) -> str:
    return str(item.get("id")) if isinstance(item, Mapping) else json.dumps(item)
