"""Playing real public data from a folder, through the importers that are part of the product."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

import aiohttp
import orjson

from deploy.demo import words
from deploy.demo.errors import DemoError
from deploy.demo.geography import areas_loaded, codes_in, names_in
from deploy.demo.groups import Register
from deploy.demo.hosting import Platform
from deploy.demo.screen import Screen
from deploy.demo.stage import Stage
from services.reporting.adapters.http_target import http_target
from services.reporting.adapters.request_files import Wishes, read_requests
from services.reporting.application.importing import OrderUnclearError
from services.reporting.application.replaying import ReplayEvent, ReplayRow, replay

SPEED = 600.0
_MOST_NAMES = 2_000
_MOST_SERVED = 500
_ATTRIBUTION = {
    "areas": "Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data "
    "(c) Crown copyright and database right.",
    "police": "Contains public sector information licensed under the Open Government Licence v3.0. Crime data: "
    "data.police.uk.",
    "groups": "Contains public sector information licensed under the Open Government Licence v3.0 (directories of "
    "community groups).",
    "gainesville": "City of Gainesville, FL, dataGNV.",
    "stlouis": "City of St. Louis, Citizens' Service Bureau.",
}


@dataclass(frozen=True, slots=True)
class Folder:
    """Public data in known sub-folders; what is missing is said and skipped."""

    path: Path

    def files(self, kind: str, *suffixes: str) -> list[Path]:
        """Return the files of a sub-folder."""
        return sorted(file for file in (self.path / kind).glob("*") if file.suffix in suffixes)


@dataclass(frozen=True, slots=True)
class Replay:
    """The reports of one real day, set down in the place, and where they came from."""

    rows: list[ReplayRow]
    day: date
    source: str


async def prepare(platform: Platform, folder: Folder, screen: Screen) -> list[str]:
    """Import areas, police counts and groups; return the attribution lines that go with what was found."""
    shown: list[str] = []
    areas = folder.files("geo", ".geojson")
    state = platform.state
    async with aiohttp.ClientSession() as session:
        if areas:
            async with areas_loaded(session, state["reporting"]):
                await _imported(platform, screen, "areas", str(folder.path / "geo"))
            await _name(session, state, names_in(areas))
            shown.append(_ATTRIBUTION["areas"])
        else:
            _missing(screen, "areas", folder.path / "geo")
    police = [str(file) for file in folder.files("crime", ".csv", ".json")]
    if police:
        await _imported(platform, screen, "police", *police)
        shown.append(_ATTRIBUTION["police"])
    else:
        _missing(screen, "police counts", folder.path / "crime")
    return [*shown, *await _groups(platform, folder, screen, _served(areas))]


def reports_in(folder: Folder, screen: Screen) -> Replay:
    """Return the busiest day of the file that places most reports on a map on its busiest day."""
    best: Replay | None = None
    for file in folder.files("reports311", ".csv"):
        try:
            rows, remarks = read_requests(file, Wishes("auto", None, _middle(folder), "yes"))
        except OrderUnclearError as error:
            screen.say(words.PLATFORM, f"{file.name}: {error}")
            continue
        if not rows:
            continue
        day = Counter(row.at.date() for row in rows).most_common(1)[0][0]
        of_day = [row for row in rows if row.at.date() == day]
        screen.say(words.PLATFORM, f"{file.name}: {remarks.rows} rows, {len(of_day)} of them on {day}")
        if best is None or _placed(of_day) > _placed(best.rows):
            best = Replay(of_day, day, file.stem.partition("-")[0])
    if best is None:
        raise DemoError(f"there are no reports to play in {folder.path / 'reports311'}")
    return best


async def play_replay(stage: Stage, found: Replay, speed: float) -> None:
    """Send the day's reports at its own pace, so many times faster; none of their words is shown."""
    key = stage.state["credentials"]["web_client"]["api_key"]
    ledger, screen = stage.ledger, stage.screen
    ledger.posted = len(found.rows)

    def told(event: ReplayEvent) -> None:
        ledger.sent_again += event.retries
        if not event.reply.accepted:
            ledger.refused += 1
            screen.say(words.IN, f"row {event.row.row_id} was refused: {event.reply.status}")
            return
        ledger.answers_replayed += event.reply.replayed
        ledger.promised.add(UUID(event.reply.body["id"]))
        screen.say(words.IN, f"{event.row.at:%H:%M} {event.row.body.get('category')}")

    # A key per demo: the same day may be played again on the same platform, as other reports.
    rows = [_keyed(row, stage.clients.run) for row in found.rows]
    async with http_target(stage.state["reporting"], key) as target:
        await replay(rows, target, speed, told)


def attribution_of(found: Replay) -> str:
    """Return the line that goes with the reports, with what was changed about them."""
    line = _ATTRIBUTION.get(found.source, f"Source: {found.source}.")
    return (
        f"{line} Reports of {found.day}, moved to this place; the wish to share with groups is assumed for the trial."
    )


def _keyed(row: ReplayRow, run: str) -> ReplayRow:
    return ReplayRow(row.row_id, row.at, f"{run}:{row.key}"[:200], row.body, row.source)


async def _groups(platform: Platform, folder: Folder, screen: Screen, served: list[str]) -> list[str]:
    files = folder.files("directory", ".csv")
    if not files or not served:
        _missing(screen, "community groups", folder.path / "directory")
        return []
    for file in files:
        options = ("--serves", ",".join(served), "--trust", "verified-for-trial")
        await _imported(platform, screen, "groups", str(file), *options)
    return [_ATTRIBUTION["groups"]]


async def _imported(platform: Platform, screen: Screen, what: str, *arguments: str) -> None:
    loop = asyncio.get_running_loop()
    begun = loop.time()
    status, said = await platform.command("import", what, *arguments)
    for line in said.splitlines():
        if not line.startswith("  "):  # month by month and kind by kind is for those who import for themselves
            screen.say(words.PLATFORM, line)
    ending = "" if status == 0 else ", not all of it could be read"
    screen.say(words.PLATFORM, f"import {what}: {loop.time() - begun:.1f} s{ending}")


async def _name(session: aiohttp.ClientSession, state: dict[str, Any], names: dict[str, str]) -> None:
    register = Register(session, state["networks"], state["credentials"]["coordinator"]["token"])
    listed = list(names.items())
    for start in range(0, len(listed), _MOST_NAMES):
        await register.name_areas(dict(listed[start : start + _MOST_NAMES]))


def _served(areas: list[Path]) -> list[str]:
    """Return the wards, or where there are none, the smaller areas that the groups are said to serve."""
    return (codes_in(areas, "WD") or codes_in(areas, "LSOA"))[:_MOST_SERVED]


def _middle(folder: Folder) -> tuple[float, float] | None:
    """Return the middle of the place: of its small areas, which are many where many people live."""
    points = [
        _first_point(feature["geometry"]["coordinates"])
        for file in folder.files("geo", ".geojson")
        if "lsoa" in file.name
        for feature in orjson.loads(file.read_bytes())["features"]
    ]
    return (median(lat for _, lat in points), median(lon for lon, _ in points)) if points else None


def _first_point(coordinates: Any) -> tuple[float, float]:
    while isinstance(coordinates[0], list):
        coordinates = coordinates[0]
    return float(coordinates[0]), float(coordinates[1])


def _placed(rows: list[ReplayRow]) -> int:
    return sum("location" in row.body for row in rows)


def _missing(screen: Screen, what: str, where: Path) -> None:
    screen.say(words.PLATFORM, f"no {what}: nothing usable in {where}; skipped")
