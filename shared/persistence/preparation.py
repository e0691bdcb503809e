"""What has to be true of a service's store, and made in it, before the first request."""

from collections.abc import Awaitable, Callable, Sequence

from shared.persistence.checks import check_store
from shared.persistence.store import Database


class StorePreparation:
    """A service's first component, and so the last to stop: refuses an unfit store, makes indexes, closes the store."""

    def __init__(
        self, database: Database, indexes: Sequence[Callable[[], Awaitable[None]]], *, require_replica_set: bool
    ) -> None:
        self._database = database
        self._indexes = indexes
        self._require_replica_set = require_replica_set

    async def start(self) -> None:
        """Check and prepare; StoreUnavailableError while the store is out."""
        await check_store(self._database, require_replica_set=self._require_replica_set)
        for make in self._indexes:
            await make()

    async def run(self) -> None:
        """Have nothing to do."""

    async def stop(self) -> None:
        """Let go of the store."""
        await self._database.close()
