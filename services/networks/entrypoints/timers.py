"""Time as something that happens to networks: offers run out, and places that nobody holds are given back."""

from datetime import datetime, timedelta
from uuid import UUID

from services.networks.application.ports import Engagements
from services.networks.application.use_cases import UseCases
from services.networks.domain.errors import NetworksError
from shared.observability.logging import get_logger
from shared.runtime.alarms import Alarms
from shared.runtime.clock import Clock

log = get_logger(__name__)


class Timers(Alarms[UUID, UUID]):
    """The clocks of offers: an offer that nobody answered expires; each sweep also gives back orphaned places."""

    def __init__(self, engagements: Engagements, do: UseCases, clock: Clock, sweep_seconds: float) -> None:
        super().__init__(clock, sweep_seconds)
        self._engagements = engagements
        self._do = do

    async def look(self, _now: datetime, horizon: datetime, /) -> dict[UUID, datetime]:
        """Return the engagements whose offer runs out before `horizon`; give back places that nobody holds."""
        due = {due.engagement_id: due.expires_at async for due in self._engagements.unanswered(horizon)}
        released = await self._do.sweep_reservations()
        if released:
            log.info("orphan_reservations_released", count=released)
        return due

    async def act(self, key: UUID, _late: timedelta, /) -> tuple[UUID, ...]:
        """Expire the engagement's offer, and return it unless it was answered or expired meanwhile."""
        try:
            expired = await self._do.expire_offer(key)
        except NetworksError:
            expired = False
        return (key,) if expired else ()
