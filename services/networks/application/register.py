"""Register: every asset in memory, arranged for matching, and never more than a moment behind the store."""

from datetime import datetime, timedelta

from services.networks.application.ports import Assets
from services.networks.domain.asset import Asset
from services.networks.domain.asset_index import AssetIndex
from services.networks.domain.filters import Search
from services.networks.domain.matching import Match
from shared.runtime.clock import Clock

FRESH_FOR = timedelta(seconds=1)
OVERLAP = timedelta(seconds=10)
"""Changes are read again from a little before the last look, since another machine's clock may be behind."""


class Register:
    """Matches against a copy of the assets. The copy only proposes; a place is taken, and checked, in the store."""

    def __init__(self, assets: Assets, clock: Clock) -> None:
        self._assets = assets
        self._clock = clock
        self._index = AssetIndex()
        self._looked_at: datetime | None = None

    def __len__(self) -> int:
        return len(self._index)

    def put(self, asset: Asset) -> None:
        """Take in a state that was just read or written."""
        self._index.put(asset)

    async def match(self, search: Search) -> Match:
        """Match against the register as it was at most a second ago."""
        await self._refresh()
        return self._index.match(search)

    async def _refresh(self) -> None:
        now = self._clock.now()
        if self._looked_at is not None and now - self._looked_at < FRESH_FOR:
            return
        since = None if self._looked_at is None else self._looked_at - OVERLAP
        async for asset in self._assets.changed_since(since):
            self._index.put(asset)
        self._looked_at = now
