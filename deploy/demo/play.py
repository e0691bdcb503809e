"""Playing the shipped day: its areas and groups first, then its reports at their own pace, compressed."""

import asyncio

import aiohttp

from deploy.demo import words
from deploy.demo.clients import Receipt, RefusedError
from deploy.demo.errors import DemoError
from deploy.demo.geography import areas_loaded, names_in
from deploy.demo.groups import Register, the_groups
from deploy.demo.hosting import Platform
from deploy.demo.reports import DATA, DayReport, the_day
from deploy.demo.screen import Screen
from deploy.demo.stage import Stage
from shared.runtime.clock import SystemClock

_AREAS = DATA / "areas.geojson"
_SECOND_THOUGHTS = 15.0
_TROUBLE = (aiohttp.ClientError, TimeoutError, ConnectionError)


async def prepare(platform: Platform, say_line: Screen) -> None:
    """Bring the demo's town and its groups into the platform."""
    state = platform.state
    async with aiohttp.ClientSession() as session:
        async with areas_loaded(session, state["reporting"]):
            status, said = await platform.command("import", "areas", str(_AREAS))
            if status:
                raise DemoError(f"the areas were not imported: {said}")
        register = Register(session, state["networks"], state["credentials"]["coordinator"]["token"])
        names = names_in([_AREAS])
        await register.name_areas(names)
        groups = the_groups()
        asked = await register.enter(groups, SystemClock().now().date())
    say_line.say(words.PLATFORM, f"{len(names)} areas, {len(groups.groups)} groups, {asked} of which may be asked")


async def play_day(stage: Stage, seconds: float) -> None:
    """Send the day within these seconds; returns when every report is acknowledged."""
    day = the_day()
    length = max(report.at_minute for report in day)
    loop = asyncio.get_running_loop()
    begun = loop.time()
    async with asyncio.TaskGroup() as tasks:
        for report in day:
            await asyncio.sleep(max(0.0, begun + report.at_minute / length * seconds - loop.time()))
            tasks.create_task(_send(stage, report, seconds))


async def _send(stage: Stage, report: DayReport, seconds: float) -> None:
    try:
        receipt = await stage.clients.send(report)
    except RefusedError as error:
        stage.screen.say(words.IN, f"{report.id} was refused: {error}")
        return
    stage.screen.say(words.IN, words.reported(report))
    if report.withdraw:
        await asyncio.sleep(seconds / _SECOND_THOUGHTS)
        await _withdraw(stage, receipt)


async def _withdraw(stage: Stage, receipt: Receipt) -> None:
    try:
        await stage.clients.withdraw(receipt)
    except _TROUBLE as error:
        stage.screen.say(words.IN, f"a report could not be taken back: {type(error).__name__}")
    else:
        stage.screen.say(words.IN, "a reporter took a report back")
