"""The public directory as it was a moment ago: read once in a while, however many ask."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from uuid import UUID

from services.networks.application.ports import Assets, Groups
from services.networks.domain.directory import Directory
from services.networks.domain.people import GroupForm
from shared.runtime.clock import Clock

KEPT_FOR = timedelta(seconds=30)
"""The longest that an entry is still shown after consent to it was taken back."""
_BATCH = 500


class ShowDirectory:
    """Gives the public part of the register, at most `KEPT_FOR` old, and never of another day."""

    def __init__(self, assets: Assets, groups: Groups, clock: Clock) -> None:
        self._assets = assets
        self._groups = groups
        self._clock = clock
        self._reading = asyncio.Lock()
        self._directory: Directory | None = None
        self._read_at: datetime | None = None

    async def __call__(self) -> Directory:
        """Return the directory; of many that ask at once, one reads the register and the others wait for it."""
        async with self._reading:
            now = self._clock.now()
            held = self._directory
            if held is None or self._read_at is None or now - self._read_at >= KEPT_FOR or held.day != now.date():
                held = Directory.of(
                    [a async for a in self._assets.changed_since(None)], await self._formal(), now.date()
                )
                self._directory, self._read_at = held, now
            return held

    async def _formal(self) -> frozenset[UUID]:
        return frozenset([group_id async for group_id in self._formal_groups()])

    async def _formal_groups(self) -> AsyncIterator[UUID]:
        after: UUID | None = None
        while groups := await self._groups.page(after, _BATCH):
            for group in groups:
                if group.form is GroupForm.FORMAL:
                    yield group.id
            after = groups[-1].id
