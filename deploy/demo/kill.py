"""A hard day: a hundred reports a second while every part of the platform is killed, three times over."""

import asyncio
from dataclasses import dataclass, field

from deploy.demo import words
from deploy.demo.clients import RefusedError
from deploy.demo.reports import DayReport, the_day, varied
from deploy.demo.stage import Stage

VICTIMS = ("reporting", "triage", "networks", "notify", "kafka", "store")
ROUNDS = 3
RATE = 100.0
"""Reports a second."""
_SEED = 20
_MOST_UNDERWAY = 2_000
_WARMING = 3.0


@dataclass(slots=True)
class HardDay:
    """What was sent how fast, and how long each part was away."""

    rate: float
    seconds: float = 0.0
    away: dict[str, list[float]] = field(default_factory=dict)

    def figures(self, posted: int) -> list[tuple[str, str]]:
        """Return the rows that the table gains."""
        killed = sum(len(times) for times in self.away.values())
        return [
            ("sent for", f"{self.seconds:.0f} s, {posted / self.seconds:.0f} reports/s"),
            ("killed by SIGKILL", f"{killed} times"),
            *(
                (f"  {name}, ready again after", ", ".join(f"{time:.1f} s" for time in times))
                for name, times in self.away.items()
            ),
        ]


async def play_hard_day(stage: Stage, rate: float) -> HardDay:
    """Send until the last victim of the last round is back; returns when every report is answered."""
    day = HardDay(rate)
    loop = asyncio.get_running_loop()
    begun = loop.time()
    over = asyncio.Event()
    room = asyncio.Semaphore(_MOST_UNDERWAY)
    async with asyncio.TaskGroup() as tasks:
        killer = tasks.create_task(_kill_all(stage, day, over))
        for number, report in enumerate(varied(the_day(), _SEED)):
            await asyncio.sleep(max(0.0, begun + number / rate - loop.time()))
            await room.acquire()
            if over.is_set() or killer.done():
                break
            tasks.create_task(_send(stage, report, room))
        day.seconds = loop.time() - begun
    return day


async def _kill_all(stage: Stage, day: HardDay, over: asyncio.Event) -> None:
    await asyncio.sleep(_WARMING)  # let the load begin
    for number in range(ROUNDS):
        for name in VICTIMS:
            stage.screen.say(words.PLATFORM, f"SIGKILL to {name}, round {number + 1} of {ROUNDS}")
            away = await stage.platform.kill(name)
            day.away.setdefault(name, []).append(away)
            stage.screen.say(words.PLATFORM, f"{name} is back after {away:.1f} s")
    over.set()


async def _send(stage: Stage, report: DayReport, room: asyncio.Semaphore) -> None:
    try:
        await stage.clients.send(report)
    except RefusedError as error:
        stage.screen.say(words.IN, f"{report.id} was refused: {error}")
    else:
        stage.screen.say(words.IN, words.reported(report))
    finally:
        room.release()
