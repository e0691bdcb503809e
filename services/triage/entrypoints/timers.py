"""Time as something that happens to cases: what is due is done at its moment, on whichever replica looks first."""

from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from services.triage.application.ports import Cases
from services.triage.application.wake_cases import WakeCases
from services.triage.domain.actions import Action
from shared.runtime.alarms import Alarms
from shared.runtime.clock import Clock


class TimerTally(Protocol):
    """Counts what time did."""

    def fired(self, action: str, late_seconds: float) -> None:
        """Count one clock that ran out, and how long after its moment it took effect."""
        ...

    def swept(self, waiting: int, oldest_offer_seconds: float) -> None:
        """Note how many clocks run out soon, and the age of the oldest hand-over that nobody answered."""
        ...


class CaseTimers(Alarms[UUID, Action]):
    """The clocks of cases. Part of their cases: none is lost, and a case that opens writes nothing for them."""

    def __init__(self, wake: WakeCases, clock: Clock, tally: TimerTally, sweep_seconds: float) -> None:
        super().__init__(clock, sweep_seconds)
        self._cases: Cases = wake.cases
        self._wake = wake
        self._tally = tally

    async def look(self, now: datetime, horizon: datetime, /) -> dict[UUID, datetime]:
        """Return the cases whose next clock runs out before `horizon`, and count them and the oldest hand-over."""
        due: dict[UUID, datetime] = {}
        oldest = now
        async for alarm in self._cases.waking(horizon):
            if alarm.at < horizon:
                due[alarm.case_id] = alarm.at
            oldest = min(oldest, alarm.offered_at or oldest)
        self._tally.swept(len(due), (now - oldest).total_seconds())
        return due

    async def act(self, key: UUID, late: timedelta, /) -> tuple[Action, ...]:
        """Do what the case's clocks ask for, and return the actions that this replica did."""
        done = await self._wake(key)
        for action in done:
            self._tally.fired(action.value, late.total_seconds())
        return done
