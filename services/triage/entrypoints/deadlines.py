"""Deadlines of case reviews and problems as something that happens: each is said at its moment, by whoever is first."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from services.triage.application.tell_deadlines import Matter, TellDeadlines
from services.triage.entrypoints.timers import TimerTally
from shared.runtime.alarms import Alarms
from shared.runtime.clock import Clock


class Deadlines(Alarms[Matter, str]):
    """The clocks of case reviews and problems; none is lost, as they follow from the review or problem itself."""

    def __init__(self, tell: TellDeadlines, clock: Clock, tally: TimerTally, sweep_seconds: float) -> None:
        super().__init__(clock, sweep_seconds)
        self._tell = tell
        self._tally = tally

    async def look(self, _now: datetime, horizon: datetime, /) -> Mapping[Matter, datetime]:
        """Return about what there is something to say before `horizon`."""
        return await self._tell.before(horizon)

    async def act(self, key: Matter, late: timedelta, /) -> Sequence[str]:
        """Say it, and return the types of what this replica said."""
        said = await self._tell(key)
        for type_ in said:
            self._tally.fired(type_.removeprefix("kith.").removesuffix(".v1"), late.total_seconds())
        return said
