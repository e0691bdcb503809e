"""One performance from the first line to the last: the platform, the place, the day, the table, the addresses."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from deploy.demo import kill, place, play, words
from deploy.demo.hosting import Platform, hosted
from deploy.demo.ledger import Ledger
from deploy.demo.screen import Lines, Sampled, screen_for
from deploy.demo.stage import Stage, staged
from deploy.demo.table import Row, rows, table_of

_WORK_SHARE = 20.0
_SETTLED_WITHIN = 120.0
_HARD_DAY_SETTLED_WITHIN = 600.0
_REPLAY_WORK_SECONDS = 5.0
_ONE_IN = 200


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asked for. `rate` is given where the parts are to be killed under that load."""

    data: Path | None = None
    seconds: float = 60.0
    speed: float = place.SPEED
    rate: float | None = None
    stay: bool = True


class Performance:
    """Runs once; `shown` says whether it came as far as its table."""

    def __init__(self, wish: Wish, console: Console) -> None:
        self._wish = wish
        self._console = console
        self._ledger = Ledger()
        self.shown = False

    async def run(self) -> int:
        """Perform; 0 when nothing was lost or doubled, 1 otherwise."""
        async with hosted(self._say) as platform:
            attribution = await self._played(platform)
            for line in attribution:
                self._say(line)
            self._show_addresses(platform)
            if self._wish.stay:
                self._say("the platform stays up; Ctrl-C ends the demo")
                await asyncio.Event().wait()
        return 0 if self._ledger.lost == 0 and self._ledger.duplicates == 0 else 1

    async def _played(self, platform: Platform) -> Sequence[str]:
        if self._wish.data is None:
            await play.prepare(platform, Lines(self._console))
            work = self._wish.seconds / _WORK_SHARE
            title, figures, attribution = await self._own_day(platform, work)
        else:
            title, figures, attribution = await self._real_day(platform, place.Folder(self._wish.data))
        self._console.print(table_of(title, figures))
        self.shown = True
        return attribution

    async def _own_day(self, platform: Platform, work: float) -> tuple[str, list[Row], list[str]]:
        screen = screen_for(self._console, self._ledger)
        if self._wish.rate is not None:
            screen = Sampled(screen, _ONE_IN)
        with screen:
            async with staged(platform, self._ledger, screen, work) as stage:
                if self._wish.rate is None:
                    await play.play_day(stage, self._wish.seconds)
                    return "A day in Aldervale, a town made up for the demo", await self._figures(stage), []
                hard = await kill.play_hard_day(stage, self._wish.rate)
                figures = await self._figures(stage, _HARD_DAY_SETTLED_WITHIN)
                title = "A hard day: every part killed three times under load"
                return title, [*hard.figures(self._ledger.posted), *figures], []

    async def _real_day(self, platform: Platform, folder: place.Folder) -> tuple[str, list[Row], list[str]]:
        lines = Lines(self._console)
        attribution = await place.prepare(platform, folder, lines)
        found = place.reports_in(folder, lines)
        attribution.append(place.attribution_of(found))
        for line in attribution:
            self._say(line)
        screen = screen_for(self._console, self._ledger)
        with screen:
            async with staged(platform, self._ledger, screen, _REPLAY_WORK_SECONDS) as stage:
                loop = asyncio.get_running_loop()
                begun = loop.time()
                await place.play_replay(stage, found, self._wish.speed)
                took = loop.time() - begun
                pace = ("played", f"{len(found.rows)} reports in {took:.0f} s, {self._wish.speed:.0f} times as fast")
                title = f"The reports of {found.day} from {found.source}, set down in another place"
                return title, [pace, *await self._figures(stage)], attribution

    async def _figures(self, stage: Stage, within: float = _SETTLED_WITHIN) -> list[Row]:
        took = await stage.settle(within)
        per_topic = await stage.watch.events_per_topic()
        return [*rows(self._ledger, per_topic), ("quiet after the last report", f"{took:.1f} s")]

    def _say(self, line: str) -> None:
        Lines(self._console).say(words.PLATFORM, line)

    def _show_addresses(self, platform: Platform) -> None:
        state = platform.state
        for name in ("reporting", "triage", "networks", "notify"):
            self._say(f"{name:<9} {state[name]}/docs")
        self._say(f"mail      {state['mail']['http']}/messages")
        self._say(f"described in {platform.layout.state}, logs in {platform.layout.logs}")
