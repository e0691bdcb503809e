"""When a case moves or a community is asked: store who is to hear of it, and see that it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.notify.application.dispatcher import Dispatcher, Job
from services.notify.application.messages import Told, messages_for
from services.notify.application.ports import Notifications, Sighting, Standings
from services.notify.domain.notification import Notification, State
from shared.contracts.networks import EngagementEvent, EngagementOffered
from shared.contracts.triage import CaseEvent
from shared.runtime.clock import Clock


@dataclass(frozen=True, slots=True)
class NotifyPeople:
    """Turn events into stored messages. Safe to repeat: an event's message is stored once and told once."""

    notifications: Notifications
    standings: Standings
    dispatcher: Dispatcher[Notification]
    clock: Clock

    async def __call__(self, events: Sequence[Told]) -> None:
        """Handle consecutive events of one type from one partition."""
        await self._remember(events)
        now = self.clock.now()
        messages = [message for event in events for message in messages_for(event, now)]
        if not messages:
            return
        stored = await self.notifications.add(messages)
        self.dispatcher.add(
            Job(message.due_at, message.id, message.role, message)
            for message in messages
            if message.id in stored and message.state is State.PENDING
        )

    async def _remember(self, events: Sequence[Told]) -> None:
        cases = [
            Sighting(event.concern_id, event.level, event.occurred_at, not event.contact_allowed)
            for event in events
            if isinstance(event, CaseEvent)
        ]
        if cases:
            await self.standings.see(cases)
        over = {
            event.engagement_id
            for event in events
            if isinstance(event, EngagementEvent) and not isinstance(event, EngagementOffered)
        }
        if over:
            await self.standings.end_offers(over)
