"""The imports as a person starts them: files in, areas stored or reports posted."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from services.reporting.adapters.area_files import read_areas
from services.reporting.adapters.http_target import http_target
from services.reporting.adapters.mongo_areas import MongoAreas
from services.reporting.adapters.mongo_postcodes import MongoPostcodes
from services.reporting.adapters.postcode_files import PostcodesUnreadableError, read_postcodes
from services.reporting.adapters.request_files import Wishes, read_requests
from services.reporting.application.importing import (
    AreasImported,
    OrderUnclearError,
    ReplayOrder,
    ReportsImported,
)
from services.reporting.application.replaying import replay

_PLACE = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*")


@dataclass(frozen=True, slots=True)
class FileImports:
    """Runs each import to its end; the store is opened only when areas or postcodes are imported."""

    opened: Callable[[], AbstractAsyncContextManager[tuple[MongoAreas, MongoPostcodes]]]

    def areas(self, paths: Sequence[Path], valid_from: date | None = None) -> AreasImported:
        """Read the files and store what they say, in force from a day or always."""
        return asyncio.run(self._areas(paths, valid_from))

    def postcodes(self, file: Path, within: str | None) -> int:
        """Read the file and store its postcodes; OrderUnclearError where it is none of the directory's."""
        return asyncio.run(self._postcodes(file, within))

    def reports(self, order: ReplayOrder) -> ReportsImported:
        """Send the file's rows through the public API."""
        return asyncio.run(_reports(order))

    async def _areas(self, paths: Sequence[Path], valid_from: date | None) -> AreasImported:
        async with self.opened() as (areas, _):
            return await import_areas(paths, areas, valid_from)

    async def _postcodes(self, file: Path, within: str | None) -> int:
        async with self.opened() as (_, postcodes):
            try:
                return await postcodes.save(read_postcodes(file, within))
            except PostcodesUnreadableError as error:
                raise OrderUnclearError(str(error)) from None


async def import_areas(paths: Sequence[Path], areas: MongoAreas, valid_from: date | None = None) -> AreasImported:
    """Read files and folders, and store every area that they tell of; `valid_from` holds for all of them."""
    reading = read_areas(paths)
    if reading.areas:
        await areas.save([replace(area, valid_from=valid_from) for area in reading.areas.values()])
    by_kind = Counter(f"{area.kind}{area.year:02}" for area in reading.areas.values())
    return AreasImported(by_kind, reading.used, reading.skipped)


async def _reports(order: ReplayOrder) -> ReportsImported:
    rows, remarks = read_requests(order.file, wishes_of(order))
    async with http_target(order.url, order.api_key) as target:
        tally = await replay(rows, target, order.speed, lambda _: None)
    return ReportsImported(tally.accepted, tally.replayed, tally.refused, tally.retries, tuple(remarks.lines()))


def wishes_of(order: ReplayOrder) -> Wishes:
    """Return how to read the file, or raise OrderUnclearError."""
    return Wishes(order.format, _day_of(order.day), _place_of(order.place_at), order.share)


def _day_of(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise OrderUnclearError(f"--day {text!r} is not a day such as 2017-09-11") from None


def _place_of(text: str | None) -> tuple[float, float] | None:
    if not text:
        return None
    found = _PLACE.fullmatch(text)
    if not found:
        raise OrderUnclearError(f"--place-at {text!r} is not a place such as 53.6458,-1.7850")
    return float(found.group(1)), float(found.group(2))
