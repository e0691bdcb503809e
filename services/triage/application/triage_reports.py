"""When reports are submitted: assess each, open its case, announce the outcome."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from services.triage.application.open_case import opened_case
from services.triage.application.ports import UNREAD, Cases, Narrative, Narratives, OpenedCase, Tally
from services.triage.application.precedence import Precedence
from services.triage.domain.policy import Policy
from shared.contracts.reporting import ReportSubmitted
from shared.runtime.clock import Clock

_NO_WORDS = Narrative(None)
_SLICE_SECONDS = 0.005
"""How long assessing keeps everything else in the process waiting, urgent reports above all."""


async def _always_room() -> None:
    """Wait for nothing."""


async def _nothing_later(_: ReportSubmitted) -> None:
    """Leave it at the report's own case."""


@dataclass(frozen=True, slots=True)
class TriageReports:
    """Triage a batch of reports. A report that has its case is left as it is, so that redelivery is harmless.

    `room` returns when what was announced before is nearly published, so that a backlog does not pile up behind it;
    `precedence` hears that reports are being decided. A report of another report's concern is told to `later` too.
    """

    cases: Cases
    narratives: Narratives
    policy: Policy
    clock: Clock
    tally: Tally
    room: Callable[[], Awaitable[None]] = _always_room
    precedence: Precedence = field(default_factory=Precedence)
    later: Callable[[ReportSubmitted], Awaitable[None]] = _nothing_later

    async def __call__(self, submitted: Sequence[ReportSubmitted]) -> None:
        """Open a case for every report that has none; TransientError passes, and all of them are tried again."""
        with self.precedence.deciding():
            await self._triage(submitted)

    async def _triage(self, submitted: Sequence[ReportSubmitted]) -> None:
        with_words = [one.report_id for one in submitted if one.has_text]
        words = await self.narratives.of(with_words) if with_words else {}
        await self.room()
        opened = await self._assessed(submitted, words)
        new = await self.cases.add(list(opened.values()))
        for case in new:
            self.tally.opened(case)
        self.tally.repeated(len(submitted) - len(new))
        for one in submitted:
            if one.concern_id != one.report_id:
                await self.later(one)

    async def _assessed(
        self, submitted: Sequence[ReportSubmitted], words: Mapping[UUID, Narrative]
    ) -> dict[UUID, OpenedCase]:
        now = asyncio.get_running_loop().time
        opened = {}
        pause_at = now() + _SLICE_SECONDS
        for one in submitted:
            if now() >= pause_at:
                await asyncio.sleep(0)
                pause_at = now() + _SLICE_SECONDS
            narrative = words.get(one.report_id, UNREAD) if one.has_text else _NO_WORDS
            new = opened_case(one, narrative, self.policy, announced_at=self.clock.now())
            opened[new.case.id] = new
        return opened
