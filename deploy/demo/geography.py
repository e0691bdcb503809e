"""Areas, as far as the demo has to know of them: their names, and whether reporting has taken them in."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import orjson

_CODE = re.compile(r"(LSOA|MSOA|WD|LAD)\d\dCD")
_LOADED = re.compile(r"^kith_areas_loaded\{[^}]*\} (\S+)$", re.MULTILINE)
#: Reporting looks for newly imported areas every five seconds.
_NOTICED_WITHIN = 7.0
_POLL = 0.2


def names_in(files: Iterable[Path]) -> dict[str, str]:
    """Return the names of areas by code, from GeoJSON files with the property names of the ONS."""
    names: dict[str, str] = {}
    for file in files:
        for properties in _properties(file):
            for title, code in properties.items():
                name = properties.get(f"{title[:-2]}NM")
                if _CODE.fullmatch(title) and isinstance(code, str) and isinstance(name, str):
                    names[code] = name
    return names


def codes_in(files: Iterable[Path], kind: str) -> list[str]:
    """Return the codes of all areas of a kind such as `WD`, each once."""
    found = {
        str(value)
        for file in files
        for properties in _properties(file)
        for title, value in properties.items()
        if _CODE.fullmatch(title) and title.startswith(kind)
    }
    return sorted(found)


@asynccontextmanager
async def areas_loaded(session: aiohttp.ClientSession, reporting: str) -> AsyncIterator[None]:
    """Import areas within this block; it ends when reporting works with what is new, if anything is."""
    before = await _loaded(session, reporting)
    yield
    loop = asyncio.get_running_loop()
    deadline = loop.time() + _NOTICED_WITHIN
    while await _loaded(session, reporting) == before and loop.time() < deadline:  # noqa: ASYNC110 - another process
        await asyncio.sleep(_POLL)


async def _loaded(session: aiohttp.ClientSession, reporting: str) -> float:
    async with session.get(f"{reporting}/metrics") as answer:
        return sum(float(value) for value in _LOADED.findall(await answer.text()))


def _properties(file: Path) -> list[dict[str, Any]]:
    try:
        features = orjson.loads(file.read_bytes()).get("features", ())
    except orjson.JSONDecodeError:
        return []
    return [dict(feature.get("properties") or {}) for feature in features]
