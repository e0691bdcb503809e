"""When the retention schedule is carried out: report by report, in an order that a later run can go on from."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from services.reporting.application.erase_report import EraseReport
from services.reporting.application.personal_data import Outline, PersonalData
from services.reporting.domain.retention import Rule, due
from services.reporting.domain.status import closed_at, standing_of
from shared.runtime.clock import Clock

BY = "retention"
_AT_ONCE = 500


@dataclass(slots=True)
class Pass:
    """One pass over all reports: how far it is, and what it did by rule."""

    began_at: datetime
    after: UUID | None = None
    seen: int = 0
    minimised: Counter[str] = field(default_factory=Counter)


class Passes(Protocol):
    """How far the present pass is. Every call may raise TransientError."""

    async def unfinished(self) -> Pass | None:
        """Return the pass that was broken off, if one was."""
        ...

    async def save(self, passing: Pass) -> None:
        """Keep how far it is."""
        ...

    async def finish(self, passing: Pass, at: datetime) -> None:
        """Keep what it did, and let the next one begin at the beginning."""
        ...


@dataclass(frozen=True, slots=True)
class KeepToSchedule:
    """Remove what the schedule no longer allows to be kept. Safe to break off, to repeat and to run twice at once."""

    data: PersonalData
    erase: EraseReport
    passes: Passes
    clock: Clock

    async def __call__(self) -> Pass:
        """Go on with the pass that was broken off, or make a new one, to its end."""
        now = self.clock.now()
        passing = await self.passes.unfinished() or Pass(began_at=now)
        async for outline in self.data.outlines(passing.after):
            rule = _due(outline, now)
            if rule is not None:
                await self.erase(outline.id, rule.parts, by=BY, reason=rule.id)
                passing.minimised[rule.id] += 1
            passing.after, passing.seen = outline.id, passing.seen + 1
            if passing.seen % _AT_ONCE == 0:
                await self.passes.save(passing)
        await self.passes.finish(passing, self.clock.now())
        return passing

    async def foreseen(self) -> Pass:
        """Return what a pass would do today, and do nothing."""
        now = self.clock.now()
        passing = Pass(began_at=now)
        async for outline in self.data.outlines(None):
            rule = _due(outline, now)
            passing.minimised.update([rule.id] if rule else [])
            passing.seen += 1
        return passing


def _due(outline: Outline, now: datetime) -> Rule | None:
    return due(standing_of(outline.facts), closed_at(outline.received_at, outline.facts), now, outline.parts)
