"""When a case moves or a community is asked: store who is to hear of it, and see that it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.notify.application.dispatcher import Dispatcher, Job
from services.notify.application.messages import Told, messages_for
from services.notify.application.ports import Notifications, Sighting, Standings
from services.notify.domain.notification import Notification, State
from shared.contracts.networks import EngagementEvent, EngagementOffered
from shared.contracts.triage import CaseClosed, CaseDeescalated, CaseEscalated, CaseEvent, CaseOpened, CaseReopened
from shared.runtime.clock import Clock


@dataclass(frozen=True, slots=True)
class NotifyPeople:
    """Turn events into stored messages. Safe to repeat: an event's message is stored once and told once."""

    notifications: Notifications
    standings: Standings
    dispatcher: Dispatcher[Notification]
    clock: Clock
    on_duty: tuple[str, ...]

    async def __call__(self, events: Sequence[Told]) -> None:
        """Handle consecutive events of one type from one partition."""
        await self._remember(events)
        now = self.clock.now()
        messages = [message for event in events for message in messages_for(event, now, self.on_duty)]
        if not messages:
            return
        stored = await self.notifications.add(messages)
        self.dispatcher.add(
            Job(message.due_at, message.id, message.role, message)
            for message in messages
            if message.id in stored and message.state is State.PENDING
        )

    async def _remember(self, events: Sequence[Told]) -> None:
        cases = [_sighting_of(event) for event in events if isinstance(event, CaseEvent)]
        if cases:
            await self.standings.see(cases)
        over = {
            event.engagement_id
            for event in events
            if isinstance(event, EngagementEvent) and not isinstance(event, EngagementOffered)
        }
        if over:
            await self.standings.end_offers(over)


def _sighting_of(event: CaseEvent) -> Sighting:
    return Sighting(
        concern_id=event.concern_id,
        level=event.level,
        at=event.occurred_at,
        contact_is_unsafe=not event.contact_allowed,
        for_community=_for_community(event),
        closed=isinstance(event, CaseClosed) if isinstance(event, CaseClosed | CaseReopened) else None,
    )


def _for_community(event: CaseEvent) -> bool | None:
    """Whether local people may be asked, by the event's decision; a blocking flag forbids it whatever else is said."""
    if not isinstance(event, CaseOpened | CaseEscalated | CaseDeescalated):
        return None
    return event.community.allowed and not any(flag.blocking for flag in event.flags)
